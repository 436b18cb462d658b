"""A page: its articles in order, and its transcription beside what was read of it."""

from django.http import Http404
from django.views.generic import TemplateView

from articles.models import Article, Page

from .article import place
from .comparing import compare
from .issues import issue_at, visible_pages
from .mixins import AnswersMixin, Gone, Moved


class PageDetail(AnswersMixin, TemplateView):
    template_name = "articles/page.html"

    def get_context_data(self, slug=None, key=None, label=None, pk=None, **kwargs):
        page = page_at(slug, key, label) if slug else page_numbered(pk)
        if page.withdrawn:
            raise Gone
        articles = on_page(page)
        shown = [article for article in articles if not hidden(article)]
        count(shown)
        pages = list(visible_pages(page.issue, self.request.user))
        for other in pages:
            other.issue = page.issue
        here = pages.index(page)
        return super().get_context_data(
            page=page,
            issue=page.issue,
            pages=pages,
            articles=shown,
            compared=compare(page, articles, shown),
            previous=pages[here - 1] if here else None,
            next=pages[here + 1] if here + 1 < len(pages) else None,
            **kwargs,
        )


def page_at(slug, key, label):
    issue = issue_at(slug, key, f"{label}/")
    page = issue.pages.filter(label=label).select_related("transcription").first()
    if page is None:
        raise Http404
    page.issue = issue
    return page


def page_numbered(pk):
    """The page of a number; where newspaper, day and label are known, its readable address."""
    page = Page.objects.filter(pk=pk).select_related("issue__newspaper", "transcription").first()
    if page is None:
        raise Http404
    if page.label and page.issue.has_date_address and not page.withdrawn:
        raise Moved(page.get_absolute_url(), permanent=False)
    return page


def on_page(page):
    """All that stands on the page, parts of jumps too, each with the address where it is read and its title there."""
    articles = (
        Article.objects.current()
        .filter(page=page)
        .select_related("continues__page", "continues__continues__page")
        .defer("continues__layout", "continues__continues__layout")
        .order_by("order")
    )
    for article in articles:
        article.page = page
        article.place = place(article)
        article.called = article.title if article.headline else article.whole.title
    return list(articles)


def count(articles):
    """Give each its number on the page, and a box its main story if that stands there too."""
    by_number = {article.pk: article for article in articles}
    for ordinal, article in enumerate(articles, 1):
        article.ordinal = ordinal
        article.main_story = by_number.get(article.parent_id)


def hidden(article):
    """Whether this article, or the whole that it is a part of, was withdrawn."""
    whole = article.whole
    return article.withdrawn or whole.withdrawn or whole.page.withdrawn
