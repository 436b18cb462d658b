"""A page: its articles in order, and its transcription block by block."""

from dataclasses import dataclass, field
from itertools import groupby

from django.http import Http404
from django.utils.safestring import SafeString
from django.views.generic import TemplateView

from articles.models import Article, Page
from articles.rendering import render

from .article import place
from .issues import issue_at, visible_pages
from .mixins import AnswersMixin, Gone, Moved


class PageDetail(AnswersMixin, TemplateView):
    template_name = "articles/page.html"

    def get_context_data(self, slug=None, key=None, label=None, pk=None, **kwargs):
        page = page_at(slug, key, label) if slug else page_numbered(pk)
        if page.withdrawn:
            raise Gone
        articles = on_page(page)
        pages = list(visible_pages(page.issue, self.request.user))
        for other in pages:
            other.issue = page.issue
        here = pages.index(page)
        return super().get_context_data(
            page=page,
            issue=page.issue,
            pages=pages,
            articles=[article for article in articles if not hidden(article)],
            passages=passages(page, {article.pk: article for article in articles}),
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
        .defer("layout", "continues__layout", "continues__continues__layout")
        .order_by("order")
    )
    for article in articles:
        article.page = page
        article.place = place(article)
        article.called = article.title if article.headline else article.whole.title
    return list(articles)


def hidden(article):
    """Whether this article, or the whole that it is a part of, was withdrawn."""
    whole = article.whole
    return article.withdrawn or whole.withdrawn or whole.page.withdrawn


@dataclass
class Line:
    role: str  # as a reader calls it
    html: SafeString


@dataclass
class Passage:
    """Blocks that follow one another on the page and belong to one article, or to none."""

    article: Article | None
    lines: list[Line] = field(default_factory=list)
    withdrawn: bool = False


def passages(page, articles):
    """The whole transcription, as printed, in the order of the page."""
    if page.transcription is None:
        return []
    text = page.transcription.text
    blocks = page.transcription.blocks.order_by("start")
    found = []
    for number, together in groupby(blocks, key=lambda block: block.article_id):
        article = articles.get(number)
        passage = Passage(article, withdrawn=bool(article and hidden(article)))
        if not passage.withdrawn:
            passage.lines = [
                Line(block.get_role_display(), render(text, (), block.start, block.end)) for block in together
            ]
        found.append(passage)
    return found
