"""An index in a temporary folder, and rows for it made directly."""

import datetime
from itertools import count

import pytest
from haystack import connections

from articles import search
from articles.models import (
    Article,
    Batch,
    Contribution,
    IndexTask,
    Issue,
    Mention,
    Newspaper,
    Organization,
    Page,
    Person,
)

labels = count(1)


def use_index(folder):
    """From now on this thread's searches and drains use an index in `folder`."""
    connections.connections_info["default"]["PATH"] = str(folder)
    getattr(connections.thread_local, "connections", {}).pop("default", None)


@pytest.fixture(autouse=True)
def index(tmp_path):
    folder = tmp_path / "index"
    before = connections.connections_info["default"]["PATH"]
    use_index(folder)
    yield folder
    use_index(before)


def make_page(newspaper="山川日报", date="2025-12-29", label=None, **fields):
    batch, _ = Batch.objects.get_or_create(name="by hand")
    paper = Newspaper.objects.filter(name=newspaper).first() or Newspaper.objects.create(name=newspaper)
    day = datetime.date.fromisoformat(date) if date else None
    issue, _ = Issue.objects.get_or_create(newspaper=paper, date=day)
    return Page.objects.create(issue=issue, label=label or str(next(labels)), batch=batch, **fields)


def part(role, text, emended=()):
    return {"role": role, "text": text, "runs": [], "emended": [list(span) for span in emended]}


def make_article(*paragraphs, headline="", page=None, layout=None, **fields):
    """An article as it is shown: a headline and paragraphs, or any layout; marked for the index."""
    if layout is None:
        layout = [part("headline", headline)] if headline else []
        layout += [part("paragraph", text) for text in paragraphs]
    for field, separator in (
        ("headline", " "),
        ("kicker", "\n"),
        ("deck", "\n"),
        ("byline", "\n"),
        ("lead", " "),
        ("column", " "),
    ):
        fields.setdefault(field, separator.join(p["text"] for p in layout if p["role"] == field))
    body = "\n\n".join(p["text"] for p in layout if p["role"] in ("paragraph", "verse", "table_row"))
    article = Article.objects.create(page=page or make_page(), layout=layout, body=body, **fields)
    mark(article)
    return article


def mark(*articles):
    IndexTask.objects.mark([article.pk for article in articles])


def mention(article, name, kind=Person, **fields):
    thing = kind.objects.get_or_create(name=name)[0]
    field = "person" if kind is Person else "organization"
    Mention.objects.create(article=article, start=0, end=len(name), surface=name, **{field: thing}, **fields)
    mark(article)
    return thing


def contribute(article, name):
    person = Person.objects.get_or_create(name=name)[0]
    Contribution.objects.create(article=article, person=person)
    mark(article)
    return person


def found(text="", **options):
    """The numbers of the articles that a search finds, in order, after a drain."""
    search.drain()
    return [hit.pk for hit in search.search(text, **{"limit": 1000, **options}).hits]


__all__ = ["Organization", "contribute", "found", "make_article", "make_page", "mark", "mention", "part"]
