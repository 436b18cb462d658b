"""The labelled pages, read by the shipped weights: what a page can hold is read as its author meant it.

The weights are fitted on these pages, so this shows that code, tables and weights belong together. How pages
are read that nobody fitted on, `make score` tells.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from articles.assembling import TEXT_ROLES, assemble
from articles.segmentation import Role
from tests.segmentation.reading import read
from tools.gold_readings import gold_of
from tools.marked_pages import Shape, load, render

PAGES = Path(__file__).resolve().parents[1] / "pages" / "src"
DENSE = Shape(sep=1, wrap=0, indent="", markdown=False)
Article = dict


def bare(text: str | None) -> str:
    return "".join((text or "").split()).translate(str.maketrans("", "", "#*|`"))


def body(headline: str | None, paragraphs: list[str]) -> tuple[str, str]:
    return bare(headline), "".join(map(bare, paragraphs))


@cache
def pages() -> list[tuple[str, str, dict, set[tuple[str, str]]]]:
    """Of every page its name, its source, its gold, and headline and text of every article read."""
    found = []
    for file in sorted(PAGES.glob("*.src")):
        source = file.read_text(encoding="utf-8")
        text = render(load(file)).text
        bodies = set()
        for article in read(text).articles:
            fields = assemble(text, article.blocks)
            texts = [part.text for part in fields.parts if part.role in TEXT_ROLES]
            bodies.add(body(fields.headline, texts))
        found.append((file.stem, source, gold_of(source), bodies))
    return found


def share_right(
    wanted: Callable[[Article], bool], of: Callable[[str, dict], bool] = lambda *_: True
) -> float:
    """Of the articles wanted, on the pages wanted, how many are read with their headline and whole text."""
    right = [
        body(article["headline"], article["paragraphs"]) in bodies
        for _, source, gold, bodies in pages()
        if of(source, gold)
        for article in gold["articles"]
        if wanted(article)
    ]
    assert len(right) >= 5, "too few labelled articles of this kind"
    return sum(right) / len(right)


def named(*words: str) -> Callable[[Article], bool]:
    return lambda article: any(word in f"{article['headline']}{article['column']}" for word in words)


HOLDINGS: dict[str, Callable[[Article], bool]] = {
    **{
        kind: (lambda article, kind=kind: article["kind"] == kind)
        for kind in (
            "news", "commentary", "feature", "sidebar", "photo", "notice", "index", "interview", "letter",
            "poem", "brief", "correction", "advert",
        )
    },
    "kicker": lambda article: bool(article["kicker"]),
    "several decks": lambda article: "\n" in (article["deck"] or ""),
    "kicker, headline and deck": lambda article: bool(article["kicker"] and article["deck"]),
    "summary under the headline": lambda article: (article["deck"] or "").startswith(("核心提示", "阅读提示", "内容提要")),
    "column": lambda article: bool(article["column"]),
    "no headline": lambda article: not article["headline"],
    "byline under the headline": lambda article: bool(article["byline_text"]),
    "author in brackets at the end": lambda article: bool(article["byline"]) and (article["tail"] or "").endswith("）"),
    "lead of the paper": lambda article: "本报" in (article["lead"] or "") or "本報" in (article["lead"] or ""),
    "lead of an agency": lambda article: bool(article["agency"]),
    "jump to a page": lambda article: "to_page" in (article["continues"] or {}),
    "jump from a page": lambda article: "from_page" in (article["continues"] or {}),
    "run-in or printed subheads": lambda article: bool(article["subheads"]),
    "table": lambda article: any(text.startswith("|") for text in article["paragraphs"]),
    "serial": named("连载", "連載"),
    "obituary": named("讣告", "訃", "丧报", "逝世"),
    "editor's note": named("编者按", "編者按", "编后", "主持人语", "编者的话"),
    "box with a label": lambda article: article["part_of"] is not None,
    "photographer's credit": lambda article: bool(article["credit"]),
}  # fmt: skip


@pytest.mark.parametrize("holding", HOLDINGS)
def test_what_a_page_can_hold_is_read_whole(holding):
    assert share_right(HOLDINGS[holding]) >= 0.8


@pytest.mark.parametrize(
    "kind_of_page, of",
    [
        ("wrapped without blank lines", lambda source, _: '"wrap"' in source.split("\n", 1)[0]),
        (
            "no blank line",
            lambda source, _: '"sep":1' in source and '"artsep"' not in source.split("\n", 1)[0],
        ),
        ("blank lines everywhere", lambda source, _: '"sep":1' not in source.split("\n", 1)[0]),
        ("markdown", lambda source, _: "⟪x #" in source or "⟪x **⟫" in source),
        ("traditional characters", lambda source, _: "報" in source),
        ("older than 1966", lambda _, gold: (gold["page"]["date"] or "9") < "1966"),
        ("articles that go on elsewhere", lambda source, _: "@BACK" in source),
    ],
)
def test_every_manner_of_page_is_read(kind_of_page, of):
    assert share_right(lambda _: True, of) >= 0.9


def test_page_without_blank_lines_is_read_like_the_same_page_with_them():
    right = total = 0
    for file in sorted(PAGES.glob("*.src"))[::4]:
        gold = gold_of(file.read_text(encoding="utf-8"))
        text = render(load(file), DENSE).text
        read_bodies = set()
        for article in read(text).articles:
            fields = assemble(text, article.blocks)
            read_bodies.add(body(fields.headline, [p.text for p in fields.parts if p.role in TEXT_ROLES]))
        wanted = [body(article["headline"], article["paragraphs"]) for article in gold["articles"]]
        right += sum(one in read_bodies for one in wanted)
        total += len(wanted)
    assert right / total >= 0.85


def test_no_character_of_a_labelled_page_is_lost_or_doubled():
    for file in sorted(PAGES.glob("*.src")):
        text = render(load(file)).text
        draft = read(text)
        blocks = [*draft.furniture, *(block for article in draft.articles for block in article.blocks)]
        covered = sorted(
            at for block in blocks for at in range(block.start, block.end) if not text[at].isspace()
        )
        assert covered == [at for at, char in enumerate(text) if not char.isspace()], file.stem


def test_lines_about_the_paper_are_furniture():
    taken_in = []
    for name, _, gold, _ in pages():
        text = render(load(PAGES / f"{name}.src")).text
        furniture = bare("".join(text[block.start : block.end] for block in read(text).furniture))
        ends = bare("".join(
            text[block.start : block.end]
            for article in read(text).articles for block in article.blocks if block.role == Role.END_MARK
        ))  # fmt: skip
        taken_in += [line for line in gold["furniture"] if bare(line) not in furniture + ends]
    assert len(taken_in) <= 0.05 * sum(len(gold["furniture"]) for _, _, gold, _ in pages())
