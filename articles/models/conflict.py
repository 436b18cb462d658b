from django.db import models
from django.utils.translation import gettext_lazy as _


class Conflict(models.Model):
    """A file that waits, or a pin that was lost, with both sides, until an editor decides."""

    class Kind(models.TextChoices):
        FILE = "file", _("待处理的文件")
        PIN = "pin", _("失去依据的固定")

    class State(models.TextChoices):
        OPEN = "open", _("待处理")
        RESOLVED = "resolved", _("已处理")

    kind = models.CharField(_("种类"), max_length=4, choices=Kind)
    page = models.ForeignKey(
        "articles.Page", models.CASCADE, related_name="conflicts", verbose_name=_("版面")
    )
    batch = models.ForeignKey(
        "articles.Batch", models.SET_NULL, null=True, blank=True,
        related_name="conflicts", verbose_name=_("批次"),
    )  # fmt: skip
    pin = models.ForeignKey(
        "articles.Pin", models.CASCADE, null=True, blank=True,
        related_name="conflicts", verbose_name=_("固定"),
    )  # fmt: skip
    source = models.CharField(_("来源文件"), max_length=1000, blank=True)
    checksum = models.CharField(max_length=64, blank=True, db_index=True)
    theirs = models.TextField(_("新来的文字"), blank=True)
    ours = models.TextField(_("现有的文字"), blank=True)
    given = models.JSONField(_("外部所述"), default=dict)
    reason = models.TextField(_("缘由"))
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.OPEN)
    created = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("冲突")
        ordering = ["-created"]

    def __str__(self):
        return f"{self.get_kind_display()}：{self.source or self.pin}"
