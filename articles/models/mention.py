from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class MentionQuerySet(models.QuerySet):
    def shown(self):
        """Those that link: not rejected, and whose person or organisation is not withdrawn."""
        return (
            self.exclude(state=Mention.State.REJECTED)
            .exclude(person__withdrawn=True)
            .exclude(organization__withdrawn=True)
        )


class Mention(models.Model):
    """A name as printed; the span is into its page's current transcription."""

    class State(models.TextChoices):
        FOUND = "found", _("机器所识")
        CONFIRMED = "confirmed", _("已确认")
        REJECTED = "rejected", _("已否定")
        ADDED = "added", _("编辑所加")

    class TitleSort(models.TextChoices):
        POST = "post", _("职务")
        HONOUR = "honour", _("荣誉")
        OCCUPATION = "occupation", _("职业")

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="mentions", verbose_name=_("文章")
    )
    person = models.ForeignKey(
        "articles.Person", models.PROTECT, null=True, blank=True,
        related_name="mentions", verbose_name=_("人物"),
    )  # fmt: skip
    organization = models.ForeignKey(
        "articles.Organization", models.PROTECT, null=True, blank=True,
        related_name="mentions", verbose_name=_("机构"),
    )  # fmt: skip
    start = models.PositiveIntegerField(_("起"), editable=False)
    end = models.PositiveIntegerField(_("止"), editable=False)
    surface = models.CharField(_("所印"), max_length=100)
    title = models.CharField(_("所印头衔"), max_length=200, blank=True)
    title_sort = models.CharField(_("头衔种类"), max_length=10, choices=TitleSort, blank=True)
    evidence = models.JSONField(_("依据"), default=list, editable=False)
    by_form = models.BooleanField(_("版式可证"), default=False, editable=False)
    confidence = models.FloatField(_("把握"), default=1.0, editable=False)
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.FOUND)

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("提及")
        ordering = ["article", "start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(organization__isnull=True), name="mention_of_one"
            ),
        ]

    def __str__(self):
        return self.surface

    @property
    def named(self):
        """The person or organisation whose name this is."""
        return self.person or self.organization
