"""What persons and organisations have in common."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.folding import fold


def heir_of(thing):
    """The last of those into which a thing was merged one after another; itself, if it was not."""
    while thing.merged_into is not None:
        thing = thing.merged_into
    return thing


class NamedQuerySet(models.QuerySet):
    def visible_to(self, user=None):
        return self.filter(merged_into=None, withdrawn=False)

    def called(self, *forms):
        """Those known by one of these forms, canonical or other, in whichever script it is written;
        a merged one gives its heir."""
        folded = [fold(form) for form in forms]
        found = self.filter(Q(folded__in=folded) | Q(names__folded__in=folded))
        found = found.select_related("merged_into").distinct()
        return list(dict.fromkeys(thing.heir for thing in found.order_by("pk")))


class Folded(models.Model):
    """Something that is looked up by how it is written, traditional and simplified alike."""

    folded = models.CharField(max_length=100, db_index=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.folded = fold(self.written)
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "folded"}
        super().save(*args, **kwargs)


class Named(Folded):
    name = models.CharField(_("名称"), max_length=100, db_index=True)
    note = models.CharField(
        _("辨识说明"), max_length=200, blank=True, help_text=_("用来分辨同名者的一句话。")
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("并入")
    )
    withdrawn = models.BooleanField(
        _("撤下"), default=False, help_text=_("撤下后没有链接和页面，印出的名字仍在。")
    )
    decided = models.BooleanField(_("经编辑核定"), default=False, editable=False)
    created = models.DateTimeField(_("建立时间"), auto_now_add=True)

    objects = NamedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["name", "pk"]

    def __str__(self):
        return f"{self.name}（{self.note}）" if self.note else self.name

    @property
    def written(self):
        return self.name

    @property
    def heir(self):
        """This one, or the one that it was merged into."""
        return heir_of(self)


class Name(Folded):
    """Another form of a canonical name."""

    class Kind(models.TextChoices):
        SHORT = "short", _("简称")
        FORMER = "former", _("曾用名")
        PEN = "pen", _("笔名")
        TRADITIONAL = "traditional", _("繁体")
        MISREAD = "misread", _("误识")

    form = models.CharField(_("写法"), max_length=100, db_index=True)
    kind = models.CharField(_("种类"), max_length=12, choices=Kind)

    class Meta:
        abstract = True
        ordering = ["form"]

    def __str__(self):
        return self.form

    @property
    def written(self):
        return self.form
