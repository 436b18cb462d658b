"""The façade's one question: what a reader typed becomes a page of articles."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from haystack import connections

from articles.models import Article, IndexTask

from .documents import chains, passages
from .fragments import Finder, Fragment, needles
from .matching import Narrowing
from .query import Query, parse

SORTS = ("relevance", "newest", "oldest")
FILTERS = ("newspaper", "person", "organization", "kind", "column", "agency", "date_from", "date_to")


@dataclass(frozen=True)
class Hit:
    """An article that was found. `title`: its title with the matches; `fragments`: best places, best first."""

    pk: int
    object: Article
    title: Fragment
    fragments: list[Fragment]


@dataclass(frozen=True)
class Results:
    """One page of hits, how many there are in all, and a hint for the reader where one helps.

    `facets`: for newspaper (pk), year and kind the values that occur with their counts, most frequent
    first; articles without a value are not counted.
    """

    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    facets: dict[str, list[tuple[int | str, int]]] = field(default_factory=dict)
    hint: str | Promise = ""


def search(
    text: str,
    *,
    user=None,
    filters: Mapping | None = None,
    sort: str = "relevance",
    page: int = 1,
    limit: int = 20,
) -> Results:
    """The articles that answer `text`; nothing typed finds everything that the filters let through.

    `filters`: newspaper, person, organization (numbers), kind, column, agency (values), date_from,
    date_to (dates, both included); empty ones don't narrow. `sort`: relevance, newest or oldest.
    Raises ValueError for another sort, filter, page below 1 or limit below 1.
    """
    if sort not in SORTS or page < 1 or limit < 1:
        raise ValueError(f"no such sort, page or limit: {sort}, {page}, {limit}")
    query = parse(text)
    narrowing = _narrowing(filters or {}, user)
    backend = connections["default"].get_backend()
    found = backend.find(query, narrowing, sort, (page - 1) * limit, page * limit)
    facets = {
        name: [(value if name == "kind" else int(value), count) for value, count in counts]
        for name, counts in found.facets.items()
    }
    return Results(_hits(found.numbers, query, user), found.total, facets, query.hint)


def _narrowing(filters: Mapping, user) -> Narrowing:
    if unknown := set(filters) - set(FILTERS):
        raise ValueError(f"no such filter: {', '.join(sorted(unknown))}")
    given = {name: value for name, value in filters.items() if value not in (None, "")}
    since, until = (_ordinal(given.pop(name, None)) for name in ("date_from", "date_to"))
    return Narrowing({name: str(value) for name, value in given.items()}, since, until, _hidden(user))


def _ordinal(day: datetime.date | None) -> int | None:
    return None if day is None else day.toordinal()


def _hidden(user) -> list[int]:
    """Articles that were taken off the site a moment ago and are still in the index."""
    waiting = IndexTask.objects.values("article_number")
    visible = Article.objects.visible_to(user).filter(pk__in=waiting).values("pk")
    return list(
        IndexTask.objects.exclude(article_number__in=visible).values_list("article_number", flat=True)
    )


def _hits(numbers: list[int], query: Query, user) -> list[Hit]:
    articles = Article.objects.visible_to(user).with_place().in_bulk(numbers)
    chain = chains(articles.values())
    hits = []
    for number in numbers:
        if article := articles.get(number):
            read = passages(chain[number])
            finder = Finder(needles(query, read), read)
            title = article.title
            hits.append(Hit(number, article, finder.whole(title), finder.fragments(title)))
    return hits
