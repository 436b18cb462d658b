"""Jumps of labelled pages that are imported as any others: read by the reader, joined whatever comes first.

What the reader cuts wrongly does not join; so here it is only held that nothing joins wrongly, and that the
same joins come about in whatever way the pages come in.
"""

import json
import re
from pathlib import Path

import pytest

from articles.models import Article, Page
from articles.writing.jumps import join_jumps
from tools.gold_readings import gold_of
from tools.marked_pages import load, render

pytestmark = pytest.mark.django_db

SOURCES = Path(__file__).parent.parent / "pages" / "src"
PAIRS = ("e01 e02", "g01 g02", "h01 h02", "j01 j02", "k02 k03", "m01 m02", "n01 n02", "r01 r02")


def path_of(names, name):
    """Where a page lies: what it does not print itself, the path says."""
    first, second = (
        json.loads((SOURCES / f"{one}.src").read_text("utf-8").split("\n")[0][6:]) for one in names.split()
    )
    own = first if names.startswith(name) else second
    newspaper, date = (first[key] or second[key] for key in ("newspaper", "date"))
    return f"{newspaper}/{date}/{own['page_no'] or 1:02}.txt"


def bring(put, imported, names, *which, mend=str):
    for name in which:
        put(path_of(names, name), mend(render(load(SOURCES / f"{name}.src")).text))
        imported()


def joined():
    parts = Article.objects.current().exclude(continues=None).select_related("continues__page", "page")
    return {(p.continues.page.label, p.continues.order, p.page.label, p.order) for p in parts}


def bare(text):
    return re.sub(r"\W", "", text)


def gold_texts(name, way):
    gold = gold_of((SOURCES / f"{name}.src").read_text("utf-8"))
    return [bare("".join(one["paragraphs"])) for one in gold["articles"] if way in (one["continues"] or {})]


def wrong_joins(first, second):
    """Joins whose two sides are not the head and the part that belong to each other, which stand in the
    same order on both pages."""
    heads, parts = gold_texts(first, "to_page"), gold_texts(second, "from_page")
    wrong = []
    for part in Article.objects.current().exclude(continues=None).select_related("continues"):
        head, rest = bare(part.continues.body), bare(part.body)
        of_head = {number for number, text in enumerate(heads) if text[:20] in head or text[-20:] in head}
        of_part = {number for number, text in enumerate(parts) if text[:20] in rest or text[-20:] in rest}
        if not of_head & of_part:
            wrong.append((part.continues.title, part.title))
    return wrong


@pytest.mark.parametrize("names", PAIRS)
def test_imported_pages_join_whichever_comes_first_and_after_another_transcription(put, imported, names):
    first, second = names.split()
    bring(put, imported, names, second)
    assert joined() == set()
    bring(put, imported, names, first)
    before = joined()
    assert before and wrong_joins(first, second) == []
    assert Page.objects.values("issue").distinct().count() == 1
    bring(put, imported, names, first, mend=lambda text: text + "\n\n校对 柳渡\n")
    assert Page.objects.count() == 2
    assert joined() == before


@pytest.mark.parametrize("names", PAIRS[::4])
def test_joins_go_with_a_withdrawn_page_and_come_back_with_it(put, imported, names):
    bring(put, imported, names, *names.split())
    before = joined()
    page = Page.objects.order_by("sort_key").last()
    for withdrawn in (True, False):
        page.withdrawn = withdrawn
        page.save()
        join_jumps(page.issue)
        assert joined() == (set() if withdrawn else before)
