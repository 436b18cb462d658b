from django.conf import settings
from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _


def address(obj):
    """The address of an object without language prefix, whatever language is active."""
    with translation.override(settings.LANGUAGE_CODE):
        return obj.get_absolute_url()


class RedirectQuerySet(models.QuerySet):
    def lead(self, old_path, new_path):
        """From now on `old_path` leads to `new_path`, or is gone where that is empty."""
        if old_path == new_path:
            return
        self.filter(old_path=new_path).delete()
        self.filter(new_path=old_path).update(new_path=new_path)
        self.update_or_create(old_path=old_path, defaults={"new_path": new_path})


class Redirect(models.Model):
    """An address that moved, without language prefix: to `new_path`, or gone for good where that is empty."""

    old_path = models.CharField(_("旧网址"), max_length=300, unique=True)
    new_path = models.CharField(_("新网址"), max_length=300, blank=True, db_index=True)

    objects = RedirectQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("转向")
        ordering = ["old_path"]

    def __str__(self):
        return f"{self.old_path} → {self.new_path or '410'}"
