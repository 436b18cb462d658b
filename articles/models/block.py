from django.db import models
from django.utils.translation import gettext_lazy as _

ROLES = {
    "column": _("栏目"),
    "kicker": _("引题"),
    "headline": _("主题"),
    "deck": _("副题"),
    "byline": _("署名"),
    "lead": _("电头"),
    "paragraph": _("正文"),
    "verse": _("诗行"),
    "table_row": _("表格行"),
    "subhead": _("小标题"),
    "caption": _("图片说明"),
    "credit": _("图片署名"),
    "tail": _("文尾"),
    "end_mark": _("文末标记"),
    "furniture": _("版面杂件"),
}


class Block(models.Model):
    """A span of a transcription with one role; `joins`: goes on with the block before, without a break."""

    transcription = models.ForeignKey(
        "articles.Transcription", models.CASCADE, related_name="blocks", verbose_name=_("录文")
    )
    article = models.ForeignKey(
        "articles.Article", models.CASCADE, null=True, blank=True,
        related_name="blocks", verbose_name=_("文章"),
    )  # fmt: skip
    start = models.PositiveIntegerField(_("起"))
    end = models.PositiveIntegerField(_("止"))
    role = models.CharField(_("角色"), max_length=12, choices=list(ROLES.items()))
    order = models.PositiveIntegerField(_("次序"))
    joins = models.BooleanField(_("接上一块"), default=False)

    class Meta:
        verbose_name = verbose_name_plural = _("文字块")
        ordering = ["transcription", "order"]
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="block_not_empty"),
        ]

    def __str__(self):
        return f"{self.get_role_display()} {self.start}–{self.end}"
