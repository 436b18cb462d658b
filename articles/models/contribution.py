from django.db import models
from django.utils.translation import gettext_lazy as _


class Contribution(models.Model):
    """Who wrote or photographed an article; the span is into its page's current transcription."""

    class Role(models.TextChoices):
        AUTHOR = "author", _("作者")
        REPORTER = "reporter", _("记者")
        CORRESPONDENT = "correspondent", _("通讯员")
        PHOTOGRAPHER = "photographer", _("摄影")
        TRANSLATOR = "translator", _("译者")
        OTHER = "other", _("其他")

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="contributions", verbose_name=_("文章")
    )
    person = models.ForeignKey(
        "articles.Person", models.PROTECT, related_name="contributions", verbose_name=_("人物")
    )
    order = models.PositiveIntegerField(_("次序"), default=0)
    role = models.CharField(_("所印身份"), max_length=100, blank=True, help_text=_("如所印：本报记者。"))
    normal_role = models.CharField(_("身份"), max_length=14, choices=Role, default=Role.AUTHOR)
    start = models.PositiveIntegerField(_("起"), null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(_("止"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = _("作者署名")
        ordering = ["article", "order"]

    def __str__(self):
        return f"{self.role} {self.person.name}".strip()
