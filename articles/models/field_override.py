from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class FieldOverrideQuerySet(models.QuerySet):
    def of(self, obj):
        return self.filter(content_type=ContentType.objects.get_for_model(obj), object_id=obj.pk)


class FieldOverride(models.Model):
    """An editor's value for a field, kept over every new reading; the printed value stands beside it."""

    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    object = GenericForeignKey()
    field = models.CharField(_("字段"), max_length=50)
    value = models.JSONField(_("编辑所定"), null=True)
    printed = models.JSONField(_("机器所读"), null=True)

    objects = FieldOverrideQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("编辑所定字段")
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id", "field"], name="override_once"),
        ]

    def __str__(self):
        return f"{self.field}: {self.value}"
