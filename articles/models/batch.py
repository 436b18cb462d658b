from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Batch(models.Model):
    """One import: who, when, from where, with which options, and what came of it."""

    name = models.CharField(_("批次名"), max_length=100, unique=True)
    source = models.TextField(_("来源"), help_text=_("导入的文件和文件夹，每行一个。"))
    options = models.JSONField(_("选项"), default=dict)
    report = models.JSONField(_("报告"), default=dict)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("导入者")
    )
    started = models.DateTimeField(_("开始"), auto_now_add=True)
    finished = models.DateTimeField(_("结束"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("导入批次")
        ordering = ["-started"]

    def __str__(self):
        return self.name
