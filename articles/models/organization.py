from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .named import Name, Named


class Organization(Named):
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="children", verbose_name=_("上级机构")
    )
    not_same = models.ManyToManyField("self", blank=True, verbose_name=_("不是同一机构"))

    class Meta(Named.Meta):
        verbose_name = verbose_name_plural = _("机构")

    def get_absolute_url(self):
        return reverse("organization", args=[self.pk])


class OrganizationName(Name):
    organization = models.ForeignKey(
        Organization, models.CASCADE, related_name="names", verbose_name=_("机构")
    )

    class Meta(Name.Meta):
        verbose_name = verbose_name_plural = _("机构别名")
        constraints = [
            models.UniqueConstraint(fields=["organization", "form"], name="organization_name_once")
        ]
