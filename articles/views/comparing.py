"""A page's transcription and its reading side by side: every block of the one knows where the other shows it.

Blocks are counted in the order of the page. Block 12 stands at `#b12` in the transcription; what the
reading shows of it, at `#r12`.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.safestring import SafeString

from articles.models import Article, Block, Page
from articles.models.block import ROLES
from articles.rendering import Mark, Span, render

from .composing import SEPARATORS
from .tables import cells

# Roles that look alike in the margin; all others look like text.
LOOKS = {
    "head": ("column", "kicker", "headline", "deck", "subhead"),
    "source": ("byline", "lead"),
    "picture": ("caption", "credit"),
    "rest": ("tail", "end_mark", "furniture"),
}
LOOK_OF = {role: look for look, roles in LOOKS.items() for role in roles}


@dataclass
class Labelled:
    """What stands under a role, in either column."""

    role: str

    @property
    def name(self) -> str:
        return str(ROLES[self.role])

    @property
    def look(self) -> str:
        return LOOK_OF.get(self.role, "text")


@dataclass
class Line(Labelled):
    """A block as printed. `shown`: the block under whose number the reading shows it, if it does."""

    number: int
    html: SafeString
    joins: bool
    shown: int | None = None


@dataclass
class Passage:
    """Blocks that follow one another on the page and belong to one article, or to none."""

    article: Article | None
    lines: list[Line] = field(default_factory=list)
    withdrawn: bool = False
    resumed: bool = False


@dataclass
class Bit:
    """A stretch of shown text that comes from one block; from none where an editor added a field.

    `anchor`: the first of its block; `cell`: it opens a cell of a table's row; `joins`: the printed
    line broke before it.
    """

    number: int | None
    html: SafeString
    anchor: bool = False
    cell: bool = False
    joins: bool = False


@dataclass
class Piece(Labelled):
    """A part of an article as it is shown."""

    bits: list[Bit]

    @property
    def number(self) -> int | None:
        """The block where it begins."""
        return next((bit.number for bit in self.bits if bit.number is not None), None)


@dataclass
class Reading:
    article: Article
    pieces: list[Piece]


@dataclass
class Comparison:
    passages: list[Passage]
    readings: list[Reading]


Numbered = tuple[int, Block]


def compare(page: Page, articles: Sequence[Article], visible: Sequence[Article]) -> Comparison:
    """The page's whole transcription as printed, and its articles as shown.

    `articles`: all of the page, with their layouts; `visible`: those whose text is not withdrawn.
    """
    if page.transcription is None:
        return Comparison([], [])
    numbered = list(enumerate(page.transcription.blocks.order_by("start"), 1))
    own: dict[int | None, list[Numbered]] = {}
    for number, block in numbered:
        own.setdefault(block.article_id, []).append((number, block))
    shown: dict[int, int] = {}
    readings = [Reading(article, _pieces(article, own.get(article.pk, []), shown)) for article in visible]
    by_number = {article.pk: article for article in articles}
    hidden = by_number.keys() - {article.pk for article in visible}
    return Comparison(_passages(page.transcription.text, numbered, by_number, hidden, shown), readings)


def _passages(
    text: str,
    numbered: Sequence[Numbered],
    articles: Mapping[int, Article],
    hidden: Set[int],
    shown: Mapping[int, int],
) -> list[Passage]:
    found, begun = [], set()
    for key, together in groupby(numbered, key=lambda pair: pair[1].article_id):
        passage = Passage(articles.get(key), withdrawn=key in hidden, resumed=key in begun)
        if not passage.withdrawn:
            passage.lines = [
                Line(
                    block.role,
                    number,
                    render(text, (), block.start, block.end),
                    block.joins,
                    shown.get(number),
                )
                for number, block in together
            ]
        if passage.article:
            begun.add(key)
        found.append(passage)
    return found


def _pieces(article: Article, blocks: Sequence[Numbered], shown: dict[int, int]) -> list[Piece]:
    """An article's parts in reading order. Fills `shown`: for every block the number it is shown under."""
    overridden = _overridden(article)
    pieces = {role: Piece(role, [Bit(None, render(value))]) for role, value in overridden.items() if value}
    placed = []
    for part, starts in zip(article.layout, _starts(article.layout, blocks), strict=True):
        if part["role"] not in overridden:
            placed.append(Piece(part["role"], _bits(part, starts, shown)))
        elif (piece := pieces.get(part["role"])) and starts:
            # An editor's words stand for all blocks of the role, in the place of the first.
            if piece.number is None:
                piece.bits[0].number, piece.bits[0].anchor = starts[0][1], True
                placed.append(piece)
            shown.update((number, piece.number) for _, number in starts)
    return [piece for piece in pieces.values() if piece.number is None] + placed


def _overridden(article: Article) -> dict[str, str]:
    """The fields of the article that are an editor's, not as printed."""
    found = {}
    for role, separator in SEPARATORS.items():
        printed = separator.join(part["text"] for part in article.layout if part["role"] == role)
        value = getattr(article, role)
        if value != printed[: article._meta.get_field(role).max_length]:
            found[role] = value
    return found


def _starts(layout: Sequence[Mapping], blocks: Sequence[Numbered]) -> list[list[tuple[int, int]]]:
    """For every part of the layout, where in its text which block begins, in order."""
    runs = sorted(
        (printed, printed + printed_length, shown, length, index)
        for index, part in enumerate(layout)
        for shown, length, printed, printed_length in part["runs"]
    )
    ends = [end for _, end, *_ in runs]
    starts: list[list[tuple[int, int]]] = [[] for _ in layout]
    for number, block in blocks:
        first = bisect_right(ends, block.start)
        if first < len(runs) and runs[first][0] < block.end:
            printed, _end, shown, length, index = runs[first]
            starts[index].append((shown + min(max(0, block.start - printed), length), number))
    return [sorted(found) for found in starts]


def _bits(part: Mapping, starts: Sequence[tuple[int, int]], shown: dict[int, int]) -> list[Bit]:
    """A part's text, cut where its blocks meet and where a table's cells do."""
    text, row = part["text"], part["role"] == "table_row"
    spans = [Span(start, end, Mark.EMENDATION, printed) for start, end, printed in part.get("emended", ())]
    edges = [0, *(_past(start, spans) for start, _ in starts[1:]), len(text)]
    owned = [
        (start, end, number) for start, end, (_, number) in zip(edges, edges[1:], starts, strict=False)
    ] or [(0, len(text), None)]
    bits: list[Bit] = []
    for begin, finish in cells(text) if row else [(0, len(text))]:
        inside = [
            (max(start, begin), min(end, finish), number)
            for start, end, number in owned
            if max(start, begin) < min(end, finish)
        ] or [(begin, finish, None)]
        for index, (start, end, number) in enumerate(inside):
            bits.append(Bit(number, render(text, spans, start, end), cell=row and index == 0))
    _anchor(bits, [number for _, number in starts], shown)
    return bits


def _past(start: int, emended: Sequence[Span]) -> int:
    """What an emendation put over the edge of two blocks is shown in the first of them."""
    return next((span.end for span in emended if span.start < start < span.end), start)


def _anchor(bits: Sequence[Bit], numbers: Sequence[int], shown: dict[int, int]) -> None:
    """The first bit of a block is where it is found; a block without a bit is found with the one before."""
    anchored: list[int] = []
    for bit in bits:
        if bit.number is not None and bit.number not in anchored[-1:]:
            bit.anchor, bit.joins = True, bool(anchored)
            anchored.append(bit.number)
    before, known = (anchored[0] if anchored else None), set(anchored)
    for number in numbers:
        before = number if number in known else before
        if before is not None:
            shown[number] = before
