from django.db import models
from django.utils.translation import gettext_lazy as _


class IndexTaskQuerySet(models.QuerySet):
    def mark(self, numbers):
        """Say that these articles' documents in the index are out of date; in the caller's transaction.

        The document of a part that was jumped to is its head's, so the heads are marked too.
        """
        from .article import Article

        marked = set()
        waiting = set(numbers)
        while waiting:
            marked |= waiting
            heads = Article.objects.filter(pk__in=waiting).exclude(continues=None)
            waiting = set(heads.values_list("continues", flat=True)) - marked
        self.bulk_create([IndexTask(article_number=number) for number in sorted(marked)])


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
