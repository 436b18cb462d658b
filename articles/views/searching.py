"""The search page: every question gets an answer that helps, also one that finds nothing."""

from django.core.paginator import Page, Paginator
from django.shortcuts import render

from articles import search
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
    return render(request, "articles/search.html", context)


def page_number(request):
    """The page that is asked for; 1 for anything that is no number."""
    asked = request.GET.get("page", "")
    return max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1


def answer(form, number, user):
    """The hits of a valid question; nothing where nothing was asked."""
    text, filters = form.cleaned_data["q"], form.filters
    if not (text or filters):
        return {}
    sort = form.cleaned_data["sort"] or "relevance"
    results = search.search(text, user=user, filters=filters, sort=sort, page=number, limit=HITS)
    paginator = Paginator(range(results.total), HITS)
    page = Page(results.hits, min(number, paginator.num_pages), paginator)
    return {
        "results": results,
        "hits": [Hit(hit) for hit in results.hits],
        "page_obj": page,
        "page_numbers": paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
    }


class Hit:
    """A hit as the page shows it: the article, and its fragments with what was found marked."""

    def __init__(self, hit):
        self.article = hit.object
        self.fragments = [
            render_text(fragment.text, [Span(start, end, Mark.HIT) for start, end in fragment.spans])
            for fragment in hit.fragments
        ]
