"""Names and roles in a printed line of authors.

本报记者 高 明 欧阳雪 通讯员 田野   (退休教师 方 圆)   文/宋 词 图/江 渚   □柳三变
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from articles.folding import fold
from articles.segmentation.evidence.byline_forms import LABELS, Form, Piece, parse
from articles.segmentation.evidence.byline_words import Words, plain_words

from .tables import tables

PHOTOGRAPHS = ("摄", "摄影", "图", "图片", "供图", "摄影师")
OPENING_WINS = ("摄", "摄影", "图", "图片")  # 图/本报记者 高明
SURNAME_COSTS = {"common": 0.3, "traditional": 0.3, "rare": 0.4, "everyday": 0.8, "compound": 0.4}


@dataclass(frozen=True)
class Author:
    """A name without inner spaces, its role as printed ("" for none), and its place in the line."""

    name: str
    role: str
    start: int
    end: int


@lru_cache(maxsize=1)
def byline_words() -> Words:
    """The words of bylines, with the surnames, titles, regions and bodies that the room knows."""
    known = tables()
    segmented = plain_words()
    table, labels = segmented.table, segmented.labels
    return Words(
        table=table,
        labels=labels,
        surnames=segmented.surnames
        | {fold(name): SURNAME_COSTS[sort] for name, sort in known.surnames.items()},
        titles=frozenset(known.titles) - labels.keys(),
        regions=known.regions,
        endings=frozenset(known.endings),
    )


def normal_role(role: str) -> str:
    """The normal role of a role as printed.

    >>> normal_role("本报见习记者"), normal_role("摄"), normal_role("读者"), normal_role("")
    ('reporter', 'photographer', 'author', 'author')
    """
    plain, words = fold(role), byline_words()
    if plain.endswith("记者"):
        return "reporter"
    if plain.endswith(("通讯员", "撰稿", "撰稿人")):
        return "correspondent"
    if plain in PHOTOGRAPHS:
        return "photographer"
    if plain in ("译", "编译", "翻译", "译者"):
        return "translator"
    return "other" if plain in words.labels or plain in ("整理", "主持") else "author"


def authors_in(line: str, labelled_only: bool = False, beside: str = "") -> list[Author]:
    """The authors that a line names, in order; with `labelled_only` those behind a label alone.

    `beside` is what stands near by: its marks explain those of the line.

    >>> [(a.name, a.role) for a in authors_in("■本报记者 高 明 欧阳 雪 通讯员 田野 文/图")]
    [('高明', '本报记者'), ('欧阳雪', '本报记者'), ('田野', '通讯员')]
    """
    return list(_authors(line, parse(line, byline_words(), beside), labelled_only))


def _authors(line: str, pieces: list[Piece], labelled_only: bool) -> Iterator[Author]:
    role, opening, labelled, edited = "", "", False, False
    named: list[Author] = []
    for piece in pieces:
        printed = line[piece.start : piece.end]
        if piece.form in (*LABELS, Form.POST):
            yield from named
            named = []
            edited = piece.form == Form.EDITOR
            if piece.form in (Form.OPENING, Form.HEADING, Form.EDITOR):
                role, opening = "", printed if piece.form == Form.OPENING else ""
                labelled = False
            else:
                role, labelled = printed, piece.form == Form.LABEL
        elif piece.form == Form.SUFFIX:
            if fold(printed) not in byline_words().sets["supplying"]:
                yield from (_with_role(author, printed) for author in named)
            named, role, opening = [], "", ""
        elif piece.form == Form.TITLE and named:
            named = [*named[:-1], _with_role(named[-1], printed)]
        elif piece.form == Form.UNIT:
            role = role if labelled else ""
        elif piece.form == Form.NAME and not edited and (labelled or not labelled_only):
            name = printed if printed.isascii() else "".join(printed.split())
            named.append(Author(name, _role(role, opening), piece.start, piece.end))
    yield from named


def _with_role(author: Author, role: str) -> Author:
    return author if author.role else replace(author, role=role)


def _role(role: str, opening: str) -> str:
    return opening if fold(opening) in OPENING_WINS else role or opening
