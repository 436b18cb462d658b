from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class CorrectionQuerySet(models.QuerySet):
    def of(self, obj):
        return self.filter(content_type=ContentType.objects.get_for_model(obj), object_id=obj.pk)


class Correction(models.Model):
    """The ledger: one change that an editor made. Append-only."""

    content_type = models.ForeignKey(ContentType, models.PROTECT, verbose_name=_("种类"))
    object_id = models.PositiveBigIntegerField()
    object = GenericForeignKey()
    label = models.CharField(_("对象"), max_length=300)
    field = models.CharField(_("字段"), max_length=50)
    machine = models.JSONField(_("机器所读"), null=True)
    before = models.JSONField(_("改前"), null=True)
    after = models.JSONField(_("改后"), null=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("编辑")
    )
    why = models.CharField(_("理由"), max_length=300, blank=True)
    created = models.DateTimeField(_("时间"), auto_now_add=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("更正记录")
        ordering = ["-created", "-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self):
        return f"{self.label} {self.field}"
