from django.db import models
from django.utils.translation import gettext_lazy as _


class IndexTaskQuerySet(models.QuerySet):
    def mark(self, numbers):
        """Say that these articles' documents in the index are out of date; in the caller's transaction."""
        self.bulk_create([IndexTask(article_number=number) for number in sorted(set(numbers))])


class IndexTask(models.Model):
    """The outbox of the index: an article whose document is out of date."""

    article_number = models.PositiveBigIntegerField(_("文章编号"))
    created = models.DateTimeField(_("时间"), auto_now_add=True)

    objects = IndexTaskQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("索引任务")
        ordering = ["pk"]

    def __str__(self):
        return str(self.article_number)
