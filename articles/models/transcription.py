from django.db import models
from django.utils.translation import gettext_lazy as _


class Transcription(models.Model):
    """A page's text as it came in. Never changed; a page keeps its former ones.

    All spans of blocks, mentions, bylines, pins and emendations are character offsets into `text`.
    """

    page = models.ForeignKey(
        "articles.Page", models.CASCADE, related_name="transcriptions", verbose_name=_("版面")
    )
    text = models.TextField(_("文字"))
    checksum = models.CharField(_("文字校验和"), max_length=64, db_index=True)
    byte_checksum = models.CharField(_("文件校验和"), max_length=64)
    fingerprint = models.JSONField(_("指纹"), default=list)
    given = models.JSONField(_("外部所述"), default=dict)
    source = models.CharField(_("来源文件"), max_length=1000)
    encoding = models.CharField(_("编码"), max_length=40)
    warnings = models.JSONField(_("提醒"), default=list)
    created = models.DateTimeField(_("导入时间"), auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("录文")
        ordering = ["-created", "-pk"]

    def __str__(self):
        return f"{self.source} ({self.checksum[:8]})"
