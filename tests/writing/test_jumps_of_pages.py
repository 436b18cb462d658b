"""Jumps on pages of full size: pairs of pages of one issue, each pair by another hand, read as marked."""

import json
from pathlib import Path

import pytest

from articles.models import Article, ReviewItem
from articles.segmentation import ArticleDraft, Block, Kind
from articles.segmentation.jumps import jump_labels
from tests.hand import issue_of, page_of, write
from tools.gold_readings import gold_of
from tools.marked_pages import Printed, load, render

pytestmark = pytest.mark.django_db

SOURCES = Path(__file__).parent.parent / "pages" / "src"
# Of the first page's jumps and the second page's continuations, in order, so many belong to each other.
PAIRS = {
    "e01 e02": 3, "f01 f02": 1, "g01 g02": 3, "h01 h02": 2, "i01 i02": 2, "j01 j02": 2, "k02 k03": 2,
    "l01 l02": 2, "m01 m02": 2, "n01 n02": 3, "o01 o02": 2, "p01 p02": 2, "q01 q02": 2, "r01 r02": 2,
    "s01 s02": 2, "t01 t02": 2,
}  # fmt: skip


def drafts_of(printed: Printed) -> list[ArticleDraft]:
    """The page's articles as the marks have them."""
    pieces: dict[int, list[Block]] = {}
    start = 0
    for place in range(1, len(printed.text) + 1):
        owner = (printed.articles[start], printed.elements[start], printed.roles[start])
        if place < len(printed.text) and owner == (
            printed.articles[place],
            printed.elements[place],
            printed.roles[place],
        ):
            continue
        words = printed.text[start:place].strip()
        if words and owner[0] >= 0 and owner[2] is not None:
            first = printed.text.index(words, start)
            pieces.setdefault(owner[0], []).append(Block(first, first + len(words), owner[2]))
        start = place
    drafts = []
    for number, kind in enumerate(printed.kinds):
        blocks = tuple(pieces[number])
        to_page, from_page = jump_labels(printed.text, blocks)
        drafts.append(ArticleDraft(Kind(kind), blocks, to_page=to_page, from_page=from_page))
    return drafts


def bring(issue, name, label):
    printed = render(load(SOURCES / f"{name}.src"))
    page = page_of(issue, label)
    write(page, printed.text, *drafts_of(printed))
    return page


def label_of(name):
    return str(json.loads((SOURCES / f"{name}.src").read_text("utf-8").split("\n")[0][6:])["page_no"] or 1)


def ends_of(name, way):
    gold = gold_of((SOURCES / f"{name}.src").read_text("utf-8"))
    return [number for number, one in enumerate(gold["articles"]) if way in (one["continues"] or {})]


@pytest.mark.parametrize(("number", "names"), list(enumerate(PAIRS)))
def test_every_part_finds_its_head_whichever_page_comes_first(number, names):
    first, second = names.split()
    count = PAIRS[names]
    issue = issue_of()
    for name in (second, first) if number % 2 else (first, second):
        bring(issue, name, label_of(name))
    joined = {
        (part.continues.page.label, part.continues.order, part.page.label, part.order)
        for part in Article.objects.exclude(continues=None).select_related("page", "continues__page")
    }
    expected = zip(ends_of(first, "to_page")[:count], ends_of(second, "from_page")[:count], strict=True)
    assert joined == {(label_of(first), head, label_of(second), part) for head, part in expected}


def test_a_part_whose_head_does_not_jump_is_asked_of_editors():
    issue = issue_of()
    bring(issue, "p02", "2")
    assert not ReviewItem.objects.filter(kind=ReviewItem.Kind.FACTS).exists()
    bring(issue, "p01", "1")
    asked = ReviewItem.objects.get(kind=ReviewItem.Kind.FACTS)
    assert asked.object.order == 2 and "上接1版" in asked.message
