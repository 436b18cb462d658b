from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class ReviewItem(models.Model):
    """Something uncertain that an editor should look at; heavier ones first."""

    class Kind(models.TextChoices):
        SEGMENTATION = "segmentation", _("分篇没有把握")
        DATE = "date", _("日期存疑")
        NEWSPAPER = "newspaper", _("新的报纸")
        NAMESAKE = "namesake", _("同名者")
        FACTS = "facts", _("说法不一")

    class State(models.TextChoices):
        OPEN = "open", _("待看")
        DONE = "done", _("已看")

    kind = models.CharField(_("种类"), max_length=15, choices=Kind)
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    object = GenericForeignKey()
    message = models.TextField(_("说明"))
    weight = models.FloatField(_("轻重"), default=1.0)
    state = models.CharField(_("状态"), max_length=5, choices=State, default=State.OPEN)
    created = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = _("待审事项")
        ordering = ["state", "-weight", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "content_type", "object_id", "message"], name="review_item_once"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}：{self.message}"
