from django.db import models
from django.utils.translation import gettext_lazy as _


class Emendation(models.Model):
    """A corrected misreading. The printed form stays visible and is found too."""

    transcription = models.ForeignKey(
        "articles.Transcription", models.CASCADE, related_name="emendations", verbose_name=_("录文")
    )
    start = models.PositiveIntegerField(_("起"))
    end = models.PositiveIntegerField(_("止"))
    printed = models.CharField(_("所印"), max_length=200)
    replacement = models.CharField(_("改正"), max_length=200)
    active = models.BooleanField(_("有效"), default=True)
    created = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("勘误")
        ordering = ["transcription", "start"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")), name="emendation_not_empty"
            ),
        ]

    def __str__(self):
        return f"{self.printed} → {self.replacement}"
