"""The front of the site: the newest issue, and the ways in."""

from django.db.models import Exists, OuterRef
from django.views.generic import TemplateView

from articles.models import Article, Issue, Mention, Newspaper, Organization, Person

from .issues import visible_pages
from .mixins import AnswersMixin, for_lists

RECENT = 12  # issues that the home page lists
NAMES = 24  # people, and organisations, of the newest issue


class Home(AnswersMixin, TemplateView):
    template_name = "articles/home.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        visible = Issue.objects.visible_to(user)
        issues = list(visible.select_related("newspaper").newest_first()[: RECENT + 1])
        newest = issues[0] if issues else None
        pages, articles = self.front(newest)
        numbers = Article.objects.visible_to(user).filter(page__issue=newest).values("pk")
        return super().get_context_data(
            issue=newest,
            pages=pages,
            articles=articles,
            issues=issues[1:],
            newspapers=Newspaper.objects.visible_to(user).filter(
                Exists(visible.filter(newspaper=OuterRef("pk")))
            ),
            people=named_in(Person, numbers),
            organizations=named_in(Organization, numbers),
            **kwargs,
        )

    def front(self, issue):
        """The pages of the newest issue, and the articles of its front page in their order."""
        if issue is None:
            return [], []
        pages = list(visible_pages(issue, self.request.user))
        for page in pages:
            page.issue = issue
        articles = for_lists(Article.objects.visible_to(self.request.user)).filter(page=pages[0])
        return pages, list(articles.order_by("order"))


def named_in(model, numbers):
    """Those whom these articles name."""
    named = Mention.objects.shown().filter(article__in=numbers).values(model._meta.model_name)
    return model.objects.visible_to().filter(pk__in=named)[:NAMES]
