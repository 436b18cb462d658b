"""People and organisations: their lists, and each with its names, titles and articles."""

from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q
from django.http import Http404
from django.views.generic import ListView, TemplateView

from articles.models import Article, Contribution, Mention, Organization, Person

from .mixins import AnswersMixin, FilteredListMixin, Gone, Moved, for_lists

ARTICLES = 20  # on one page of a list
TITLES = 30


class NamedList(FilteredListMixin, ListView):
    """Those whom a visible article names, by name."""

    context_object_name = "things"
    paginate_by = 120

    def get_queryset(self):
        user = self.request.user
        things = self.model.objects.visible_to(user).filter(
            Exists(naming(Mention, user).filter(**{self.field: OuterRef("pk")})) | self.writes(user)
        )
        if self.q:
            forms = self.model.names.rel.related_model.objects.filter(
                **{self.field: OuterRef("pk"), "form__startswith": self.q}
            )
            things = things.filter(Q(name__startswith=self.q) | Exists(forms))
        return things.order_by("name", "pk")

    def writes(self, user):
        return Q()

    @property
    def field(self):
        return self.model._meta.model_name


class PersonList(NamedList):
    model = Person
    template_name = "articles/person_list.html"

    def writes(self, user):
        return Q(Exists(naming(Contribution, user).filter(person=OuterRef("pk"))))


class OrganizationList(NamedList):
    model = Organization
    template_name = "articles/organization_list.html"


class NamedDetail(AnswersMixin, TemplateView):
    query_names = ("page", "written")

    def get_context_data(self, pk, **kwargs):
        thing = self.get_thing(pk)
        user = self.request.user
        mentions = naming(Mention.objects.shown(), user).filter(**{self.model._meta.model_name: thing})
        return super().get_context_data(
            thing=thing,
            names=thing.names.exclude(kind="misread"),
            titles=mentions.exclude(title="")
            .values("title")
            .annotate(times=Count("pk"))
            .order_by("-times", "title")[:TITLES],
            mentioned=self.listed(wholes(mentions, user), "page"),
            **kwargs,
        )

    def get_thing(self, pk):
        thing = self.model.objects.filter(pk=pk).select_related(*self.related).first()
        if thing is None:
            raise Http404
        heir = thing.heir
        if heir.withdrawn or thing.withdrawn:
            raise Gone
        if heir is not thing:
            raise Moved(heir.get_absolute_url())
        return thing

    def listed(self, articles, name):
        """The asked-for page of a list of articles; `name` is its parameter."""
        paginator = Paginator(for_lists(articles).newest_first(), ARTICLES)
        page = paginator.get_page(self.request.GET.get(name))
        page.numbers = paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
        page.parameter = name
        return page


class PersonDetail(NamedDetail):
    model = Person
    related = ("merged_into",)
    template_name = "articles/person.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        contributions = naming(Contribution, self.request.user).filter(person=context["thing"])
        context["written"] = self.listed(wholes(contributions, self.request.user), "written")
        return context


class OrganizationDetail(NamedDetail):
    model = Organization
    related = ("merged_into", "parent")
    template_name = "articles/organization.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        parent = context["thing"].parent
        visible = Organization.objects.visible_to(self.request.user)
        context["parent"] = parent if parent and not (parent.withdrawn or parent.merged_into_id) else None
        context["children"] = visible.filter(parent=context["thing"])
        return context


def naming(rows, user):
    """Mentions or contributions of what the site shows: parts of jumps too, which have no address."""
    rows = rows.objects if hasattr(rows, "objects") else rows
    if rows.model is Mention:
        rows = rows.exclude(state=Mention.State.REJECTED)
    return rows.filter(article__superseded=False, article__withdrawn=False, article__page__withdrawn=False)


def wholes(rows, user):
    """The articles of these rows; for a part of a jump, the whole that it belongs to."""
    columns = ("article", "article__continues", "article__continues__continues")
    found = Q()
    for column in columns:
        found |= Q(pk__in=rows.exclude(**{column: None}).values(column))
    return Article.objects.visible_to(user).filter(found)
