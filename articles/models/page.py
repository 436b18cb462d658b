import re

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


def label_sort_key(label):
    """A key that sorts labels as a reader counts pages: 2 before 10, A08 after A2, unknown ones last.

    >>> sorted(["10", "A08", "2", "A2", "", "增1", "4-5"], key=label_sort_key)
    ['2', '4-5', '10', 'A2', 'A08', '增1', '']
    """
    if not label:
        return "\uffff"
    return re.sub(r"\d+", lambda match: match.group().zfill(5), label)


class PageQuerySet(models.QuerySet):
    def visible_to(self, user=None):
        """The pages that the site shows, the same to everyone: what an editor checks is what a
        reader gets. Withdrawn pages are looked at in the admin."""
        return self.filter(withdrawn=False)


class Page(models.Model):
    class State(models.TextChoices):
        UNREAD = "unread", _("待校")
        ONCE = "once", _("一校")
        TWICE = "twice", _("二校")
        FINAL = "final", _("定稿")

    issue = models.ForeignKey("articles.Issue", models.PROTECT, related_name="pages", verbose_name=_("期"))
    label = models.CharField(_("版次"), max_length=20, blank=True, help_text=_("如所印：3、A08、增1、4-5。"))
    sort_key = models.CharField(max_length=40, editable=False)
    name = models.CharField(_("版名"), max_length=50, blank=True, help_text=_("要闻、副刊等。"))
    transcription = models.ForeignKey(
        "articles.Transcription", models.PROTECT, null=True, editable=False,
        related_name="+", verbose_name=_("当前录文"),
    )  # fmt: skip
    reading = models.ForeignKey(
        "articles.Reading", models.PROTECT, null=True, editable=False,
        related_name="+", verbose_name=_("当前解读"),
    )  # fmt: skip
    machine_facts = models.JSONField(_("机器所读"), default=dict, editable=False)
    batch = models.ForeignKey(
        "articles.Batch", models.PROTECT, related_name="pages", editable=False, verbose_name=_("批次")
    )
    source = models.CharField(_("来源文件"), max_length=1000, blank=True, db_index=True, editable=False)
    picture = models.CharField(_("图片"), max_length=1000, blank=True, editable=False)
    state = models.CharField(_("校对状态"), max_length=10, choices=State, default=State.UNREAD)
    withdrawn = models.BooleanField(
        _("撤下"), default=False, help_text=_("撤下的版面不在网站上显示，网址回答“已撤下”。")
    )
    withdrawn_reason = models.CharField(_("撤下原因"), max_length=200, blank=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("版面")
        ordering = ["issue", "sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["issue", "label"], condition=~Q(label=""), name="page_once_an_issue"
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.issue} {self.title}"

    def save(self, *args, **kwargs):
        self.sort_key = label_sort_key(self.label)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        if self.label and self.issue.has_date_address:
            return reverse("page", args=[self.issue.newspaper.slug, self.issue.key, self.label])
        return reverse("page-by-id", args=[self.pk])

    @property
    def title(self):
        """Label and page name as a reader says them: 第3版 综合."""
        label = str(_("第%(label)s版")) % {"label": self.label} if self.label else str(_("版次不详"))
        return f"{label} {self.name}".rstrip()
