"""Issues: the list of all, and one with its pages and articles."""

import datetime
import re

from django.db.models import Prefetch, Q
from django.http import Http404
from django.views.generic import ListView, TemplateView

from articles.models import Article, Issue, Page

from .mixins import AnswersMixin, FilteredListMixin, Gone, Moved, for_lists
from .newspapers import newspaper_at

WRITTEN_DATE = re.compile(r"(\d{4})(?:[-年/.](\d{1,2})(?:[-月/.](\d{1,2})日?|月)?|年)?")


class IssueList(FilteredListMixin, ListView):
    template_name = "articles/issue_list.html"
    context_object_name = "issues"

    def get_queryset(self):
        issues = Issue.objects.visible_to(self.request.user).select_related("newspaper").newest_first()
        if not self.q:
            return issues
        days = days_of(self.q)
        if days:
            return issues.filter(date__range=days)
        return issues.filter(
            Q(newspaper__name__startswith=self.q) | Q(newspaper__names__form__startswith=self.q)
        ).distinct()


class IssueDetail(AnswersMixin, TemplateView):
    template_name = "articles/issue.html"

    def get_context_data(self, slug=None, key=None, pk=None, **kwargs):
        issue = issue_at(slug, key) if slug else issue_numbered(pk)
        user = self.request.user
        articles = for_lists(Article.objects.visible_to(user)).order_by("order")
        pages = issue.pages.visible_to(user).order_by("sort_key", "pk")
        pages = list(pages.prefetch_related(Prefetch("articles", articles, to_attr="listed")))
        if not pages:
            raise Gone if issue.pages.exists() else Http404
        for page in pages:
            page.issue = issue
        return super().get_context_data(
            issue=issue,
            pages=pages,
            count=sum(len(page.listed) for page in pages),
            **neighbours(issue, user),
            **kwargs,
        )


def issue_at(slug, key, rest=""):
    """The issue of a readable address; a merged newspaper's issues are at its heir's."""
    newspaper = newspaper_at(slug, f"{key}/{rest}")
    written, edition = key[:10], key[11:]
    try:
        date = datetime.date.fromisoformat(written)
    except ValueError:
        raise Http404 from None
    issues = newspaper.issues.filter(date=date, date_precision=Issue.Precision.DAY, edition=edition)
    issue = issues.exclude(date_source=Issue.DateSource.INFERRED).select_related("newspaper").first()
    if issue is None:
        raise Http404
    return issue


def issue_numbered(pk):
    """The issue of a number; where newspaper and day are known, its readable address. That one
    changes when an editor corrects the date, so no browser may remember it for ever."""
    issue = Issue.objects.filter(pk=pk).select_related("newspaper").first()
    if issue is None:
        raise Http404
    if issue.has_date_address:
        raise Moved(issue.get_absolute_url(), permanent=False)
    return issue


def neighbours(issue, user):
    """The issues of the same newspaper before and after this one."""
    if not (issue.newspaper_id and issue.date):
        return {"previous": None, "next": None}
    others = Issue.objects.visible_to(user).filter(newspaper=issue.newspaper_id).select_related("newspaper")
    same_day = Q(date=issue.date)
    here = Q(edition=issue.edition)
    before = Q(date__lt=issue.date) | same_day & (Q(edition__lt=issue.edition) | here & Q(pk__lt=issue.pk))
    after = Q(date__gt=issue.date) | same_day & (Q(edition__gt=issue.edition) | here & Q(pk__gt=issue.pk))
    return {
        "previous": others.filter(before).order_by("-date", "-edition", "-pk").first(),
        "next": others.filter(after).order_by("date", "edition", "pk").first(),
    }


def days_of(text):
    """First and last day of a written year, month or day; None for any other text.

    >>> days_of("2025年2月")
    (datetime.date(2025, 2, 1), datetime.date(2025, 2, 28))
    >>> days_of("工人之声")
    """
    match = WRITTEN_DATE.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(number) if number else None for number in match.groups())
    try:
        first = datetime.date(year, month or 1, day or 1)
        if day:
            return first, first
        last = datetime.date(year + (month in (None, 12)), (month or 12) % 12 + 1, 1)
    except ValueError:
        return None
    return first, last - datetime.timedelta(days=1)


def visible_pages(issue, user):
    return Page.objects.visible_to(user).filter(issue=issue).order_by("sort_key", "pk")
