"""An article: the chain of its jumps as one text, its sidebars, its names and its place."""

from dataclasses import dataclass

from django.http import Http404
from django.views.generic import TemplateView

from articles.models import Article, Page

from .composing import Text, compose
from .mixins import AnswersMixin, Gone, Moved
from .names import names_of


class ArticleDetail(AnswersMixin, TemplateView):
    template_name = "articles/article.html"

    def get_context_data(self, **kwargs):
        article = self.get_article(kwargs["number"])
        continued = continuations(article.page.issue_id)
        parts = chain(article, continued)
        boxes = [chain(sidebar, continued) for sidebar in self.sidebars(parts)]
        names = names_of([part for whole in (parts, *boxes) for part in whole])
        return super().get_context_data(
            article=article,
            page=article.page,
            issue=article.page.issue,
            parts=parts,
            text=compose(parts, names.spans),
            names=names,
            sidebars=[Sidebar(box[0], compose(box, names.spans)) for box in boxes],
            main_story=self.main_story(article),
            read_state=read_state(parts),
            **self.neighbours(article),
            **kwargs,
        )

    def get_article(self, number):
        article = (
            Article.objects.filter(pk=number)
            .select_related(
                "page__issue__newspaper",
                "parent__page",
                "parent__continues__page",
                "continues__page",
                "continues__continues__page",
            )
            .first()
        )
        # The address of a superseded one is in `Redirect`, looked up after a 404.
        if article is None or article.superseded:
            raise Http404
        if article.withdrawn or article.page.withdrawn:
            raise Gone
        if article.continues_id:
            raise Moved(place(article))
        return article

    def sidebars(self, parts):
        articles = (
            Article.objects.visible_to(self.request.user).filter(parent__in=parts).exclude(pk=parts[0].pk)
        )
        return articles.with_place().in_reading_order()

    def main_story(self, article):
        main = article.parent and article.parent.whole
        if main and not (main.superseded or main.withdrawn or main.page.withdrawn):
            return main
        return None

    def neighbours(self, article):
        """The articles before and after this one on its page."""
        on_page = Article.objects.visible_to(self.request.user).filter(page=article.page).defer("layout")
        return {
            "previous": on_page.filter(order__lt=article.order).order_by("-order").first(),
            "next": on_page.filter(order__gt=article.order).order_by("order").first(),
        }


@dataclass
class Sidebar:
    article: Article
    text: Text


def place(article):
    """Where an article is read: its own address, or its part of the whole."""
    head = article.whole
    return head.get_absolute_url() if head is article else f"{head.get_absolute_url()}#part-{article.pk}"


def continuations(issue):
    """The parts of jumps in an issue, by the number of the article that they go on with."""
    parts = (
        Article.objects.current()
        .filter(page__issue=issue, continues__isnull=False)
        .with_place()
        .in_reading_order()
    )
    after = {}
    for part in parts:
        after.setdefault(part.continues_id, []).append(part)
    return after


def chain(head, continued):
    """The article and the parts that go on with it, in reading order; withdrawn parts are left out."""
    parts, waiting = [], [head]
    while waiting:
        part = waiting.pop(0)
        parts.append(part)
        waiting = continued.pop(part.pk, []) + waiting
    return [part for part in parts if part is head or not (part.withdrawn or part.page.withdrawn)]


STATES = list(Page.State)


def read_state(parts):
    """How far the pages of this text are proofread: as the least read one."""
    return min((Page.State(part.page.state) for part in parts), key=STATES.index)
