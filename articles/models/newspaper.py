from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from .named import heir_of


class NewspaperQuerySet(models.QuerySet):
    def named(self, name):
        """The newspapers known by this name, a former or misread one too; a merged one gives its heir."""
        found = self.filter(Q(name=name) | Q(names__form=name)).select_related("merged_into").distinct()
        return list(dict.fromkeys(newspaper.heir for newspaper in found))

    def visible_to(self, user=None):
        return self.filter(merged_into=None)


class Newspaper(models.Model):
    name = models.CharField(_("报名"), max_length=100, help_text=_("读者看到的名称。"))
    slug = models.SlugField(
        _("网址名"), max_length=120, unique=True, allow_unicode=True,
        help_text=_("网址中的名称；改动后旧网址会自动转到新网址。"),
    )  # fmt: skip
    cn_code = models.CharField(_("CN 号"), max_length=40, blank=True)
    issn = models.CharField("ISSN", max_length=20, blank=True)
    postal_code = models.CharField(_("邮发代号"), max_length=20, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("并入")
    )

    objects = NewspaperQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("报纸")
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def heir(self):
        """This one, or the one that it was merged into."""
        return heir_of(self)

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = self.free_slug()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("newspaper", args=[self.slug])

    def free_slug(self):
        """A slug that no other newspaper has; Chinese characters stay readable in it."""
        base = slugify(self.name, allow_unicode=True)[:100] or "newspaper"
        slug, number = base, 1
        while Newspaper.objects.filter(slug=slug).exclude(pk=self.pk).exists():
            number += 1
            slug = f"{base}-{number}"
        return slug


class NewspaperName(models.Model):
    class Kind(models.TextChoices):
        FORMER = "former", _("曾用名")
        SHORT = "short", _("简称")
        MISREAD = "misread", _("误识")

    newspaper = models.ForeignKey(Newspaper, models.CASCADE, related_name="names", verbose_name=_("报纸"))
    form = models.CharField(_("名称"), max_length=100)
    kind = models.CharField(_("种类"), max_length=10, choices=Kind)

    class Meta:
        verbose_name = verbose_name_plural = _("报纸别名")
        ordering = ["form"]
        constraints = [
            models.UniqueConstraint(fields=["newspaper", "form"], name="newspaper_name_once"),
        ]

    def __str__(self):
        return self.form
