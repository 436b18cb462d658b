from django.db import models
from django.utils.translation import gettext_lazy as _


class Reading(models.Model):
    """How a transcription was read once, as JSON. Append-only."""

    transcription = models.ForeignKey(
        "articles.Transcription", models.CASCADE, related_name="readings", verbose_name=_("录文")
    )
    version = models.CharField(_("解读程序版本"), max_length=40)
    data = models.JSONField(_("解读"))
    created = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("解读")
        ordering = ["-created", "-pk"]

    def __str__(self):
        return f"{self.transcription} {self.created:%Y-%m-%d %H:%M}"
