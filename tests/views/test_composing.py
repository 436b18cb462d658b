"""An article's parts as they are shown: each once, in order, with nothing lost at a seam."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Article, Page
from articles.views.composing import SEPARATORS, compose

ROLES = [
    "column", "kicker", "headline", "deck", "byline", "lead", "paragraph", "verse",
    "table_row", "subhead", "caption", "credit", "tail", "end_mark",
]  # fmt: skip


def article_of(*parts, number=1, label="1"):
    layout = [{"role": role, "text": text, "runs": [], "emended": []} for role, text in parts]
    fields = {
        role: between.join(text for part, text in parts if part == role)
        for role, between in SEPARATORS.items()
    }
    return Article(number=number, page=Page(label=label), layout=layout, **fields)


def plain(html):
    return unescape(re.sub("<[^>]+>", "", html))


def shown(text):
    """Everything that the template shows: lines of the head, runs and cells of the pieces."""
    lines = [
        line
        for role in ("column", "kicker", "headline", "deck", "byline")
        for line in text.head.get(role, [])
    ]
    for piece in text.pieces:
        lines += [run.html for run in piece.runs if not run.anchor]
        lines += [cell for row in piece.rows for cell in row]
    return [plain(line) for line in lines]


PARTS = st.lists(st.sampled_from(ROLES), max_size=12)


@given(PARTS, PARTS)
def test_every_part_is_shown_once(first, second):
    parts = [(role, f"{role}〔{n}〕桥") for n, role in enumerate([*first, "jump", *second])]
    head = article_of(*parts[: len(first)])
    part = article_of(*parts[len(first) + 1 :], number=2, label="3")
    text = compose([head, part], {})
    assert sorted(shown(text)) == sorted(text for role, text in parts if role != "jump")
    assert sum(run.anchor == 2 for piece in text.pieces for run in piece.runs) == 1


def kinds(text):
    return [(piece.kind, [plain(run.html) for run in piece.runs]) for piece in text.pieces]


def test_dateline_opens_its_paragraph_and_end_mark_closes_it():
    text = compose([article_of(("lead", "本报讯"), ("paragraph", "桥通了。"), ("end_mark", "■"))], {})
    assert kinds(text) == [("paragraph", ["本报讯", "桥通了。", "■"])]


def test_byline_below_the_text_stays_there():
    text = compose([article_of(("paragraph", "桥通了。"), ("byline", "罗大川"))], {})
    assert text.head["byline"] == []
    assert kinds(text)[-1] == ("byline", ["罗大川"])


def test_paragraph_cut_by_a_jump_goes_on_in_the_same_paragraph():
    head = article_of(("paragraph", "灯亮了，照着"), ("tail", "下转第3版"))
    part = article_of(("lead", "上接第1版"), ("paragraph", "班车。"), number=2, label="3")
    [(kind, runs)] = kinds(compose([head, part], {}))
    assert kind == "paragraph"
    assert runs == ["灯亮了，照着", "下转第3版", "第3版", "上接第1版", "班车。"]


@pytest.mark.parametrize("ending", ["灯亮了。", "“灯亮了。”", "灯亮了！"])
def test_whole_paragraph_before_a_jump_stays_closed(ending):
    head, part = article_of(("paragraph", ending)), article_of(("paragraph", "车来了。"), number=2)
    assert [kind for kind, _ in kinds(compose([head, part], {}))] == ["paragraph", "continued", "paragraph"]


def test_part_with_a_headline_of_its_own_shows_it_at_the_seam():
    head = article_of(("headline", "大桥"), ("paragraph", "照着"))
    part = article_of(("headline", "大桥通车"), ("paragraph", "班车。"), number=2, label="3")
    assert kinds(compose([head, part], {}))[1] == ("continued", ["第3版", "大桥通车"])


@pytest.mark.parametrize("role", SEPARATORS)
def test_an_editors_word_stands_for_the_printed_one(role):
    article = article_of((role, "印错了"), ("paragraph", "桥通了。"))
    setattr(article, role, "改正了")
    text = compose([article], {})
    assert shown(text).count("改正了") == 1
    assert "印错了" not in shown(text)
    setattr(article, role, "")
    assert shown(compose([article], {})) == ["桥通了。"]
