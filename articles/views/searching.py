"""The search page: every question gets an answer that helps, also one that finds nothing."""

from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.shortcuts import render

from articles import search
from articles.models import Article
from articles.rendering import Mark, Span
from articles.rendering import render as render_text

from .search_form import SearchForm

HITS = 20  # on one page
QUERY_NAMES = ("q", "newspaper", "person", "organization", "date_from", "date_to", "kind", "sort", "page")


def search_page(request):
    form = SearchForm(request.GET, request.user)
    context = {"form": form, "query_names": QUERY_NAMES, "q": ""}
    if form.is_valid():
        context |= {"q": form.cleaned_data["q"], **answer(form, page_number(request), request.user)}
        form.show_names()
    return render(request, "articles/search.html", context)


def page_number(request):
    """The page that is asked for; 1 for anything that is no number."""
    asked = request.GET.get("page", "")
    return max(1, int(asked)) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else 1


def answer(form, number, user):
    """The hits of a valid question; nothing where nothing was asked."""
    text, filters = form.cleaned_data["q"], form.filters
    if not (text or filters):
        return {}
    asked = {
        "user": user,
        "filters": filters,
        "sort": form.cleaned_data["sort"] or "relevance",
        "limit": HITS,
    }
    results = search.search(text, page=number, **asked)
    paginator = Paginator(range(results.total), HITS)
    if number > paginator.num_pages:
        number = paginator.num_pages
        results = search.search(text, page=number, **asked)
    return {
        "results": results,
        "hits": [Hit(hit) for hit in results.hits],
        "years": years(results, form),
        "kinds": kinds(results, form),
        "page_obj": Page(results.hits, number, paginator),
        "page_numbers": paginator.get_elided_page_range(number, on_each_side=2, on_ends=1),
    }


class Hit:
    """A hit as the page shows it: the article, its title and fragments with what was found marked."""

    def __init__(self, hit):
        self.article = hit.object
        self.title = marked(hit.title)
        self.fragments = [
            {"html": marked(fragment), "before": fragment.cut_before, "after": fragment.cut_after}
            for fragment in hit.fragments
        ]


def marked(fragment):
    return render_text(fragment.text, [Span(start, end, Mark.HIT) for start, end in fragment.spans])


def years(results, form):
    """Years to narrow to: value, count and query string, where the hits lie in more than one."""
    found = sorted(results.facets.get("year", []), reverse=True)
    if len(found) < 2:
        return []
    return [
        (year, count, narrowed(form, date_from=f"{year:04}-01-01", date_to=f"{year:04}-12-31"))
        for year, count in found
    ]


def kinds(results, form):
    found = results.facets.get("kind", [])
    if len(found) < 2:
        return []
    labels = dict(Article.Kind.choices)
    return [(labels.get(kind, kind), count, narrowed(form, kind=kind)) for kind, count in found]


def narrowed(form, **changed):
    """The query string of this question, with something changed, from its first page on."""
    given = {**form.data.dict(), **changed}
    return "?" + urlencode([(name, given[name]) for name in form.fields if given.get(name)])
