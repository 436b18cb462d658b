from django.db import models
from django.utils.translation import gettext_lazy as _


class Redirect(models.Model):
    """An address that moved, without language prefix: to `new_path`, or gone for good where that is empty."""

    old_path = models.CharField(_("旧网址"), max_length=300, unique=True)
    new_path = models.CharField(_("新网址"), max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("转向")
        ordering = ["old_path"]

    def __str__(self):
        return f"{self.old_path} → {self.new_path or '410'}"
