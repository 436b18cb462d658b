"""What several views share: answers other than a page, page numbers, and lists of articles."""

from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect

from .errors import gone


class Gone(Exception):
    """What this address showed was withdrawn."""


class Moved(Exception):
    """What this address showed is now at `address`."""

    def __init__(self, address, permanent=True):
        self.address = address
        self.permanent = permanent


class AnswersMixin:
    """Lets a view raise `Gone` and `Moved` wherever it looks something up.

    `query_names`: the parameters that belong to the canonical address; all others are noise.
    """

    query_names = ()

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except Gone:
            return gone(request)
        except Moved as moved:
            kind = HttpResponsePermanentRedirect if moved.permanent else HttpResponseRedirect
            return kind(moved.address)

    def get_context_data(self, **kwargs):
        return super().get_context_data(query_names=self.query_names, **kwargs)


class FilteredListMixin(AnswersMixin):
    """A paged list with one box to filter it by the initial characters."""

    paginate_by = 60
    query_names = ("q", "page")

    @property
    def q(self):
        return self.request.GET.get("q", "").replace("\0", "").strip()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(q=self.q, **kwargs)
        page = context["page_obj"]
        context["page_numbers"] = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
        return context


def for_lists(articles):
    """Articles with their place and without what only their own page needs."""
    return articles.with_place().defer("layout")
