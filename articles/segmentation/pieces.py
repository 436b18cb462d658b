"""Pieces of a page under construction: decoded lines gathered into articles, and their blocks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.folding import fold

from .drafts import Block, Role
from .grammar import BEGIN, ON, State
from .inline import Cut, cut, lead_length
from .lines import Line
from .run_in import column_length, run_in_heads, run_in_label

HEADINGS = (Role.COLUMN, Role.KICKER, Role.HEADLINE)
JOINS_OVER = 12  # elements back in which the first part of a broken text may stand


@dataclass(slots=True)
class Decoded:
    """A line with the state that decoding chose. `fixed`: an editor's pin says its role."""

    index: int
    line: Line
    state: State
    certainty: float = 1.0
    fixed: bool = False

    @property
    def role(self) -> Role:
        return self.state.role


@dataclass(slots=True)
class Piece:
    """An article in the making: its lines in reading order."""

    sort: str
    lines: list[Decoded] = field(default_factory=list)

    @property
    def confidence(self) -> float:
        return min(decoded.certainty for decoded in self.lines)

    def of(self, *roles: Role) -> list[Decoded]:
        return [decoded for decoded in self.lines if decoded.role in roles]


def gather(decoded: Iterable[Decoded]) -> tuple[list[Piece], list[Decoded]]:
    """The page's pieces and its furniture."""
    pieces: list[Piece] = []
    furniture: list[Decoded] = []
    for line in decoded:
        if line.role == Role.FURNITURE:
            furniture.append(line)
        else:
            if line.state.mark == BEGIN or not pieces:
                pieces.append(Piece(line.state.sort))
            pieces[-1].lines.append(line)
    return pieces, furniture


def elements(lines: Sequence[Decoded]) -> list[list[Decoded]]:
    """Lines that are one text each: a paragraph over several lines, a headline over two."""
    found: list[list[Decoded]] = []
    verse = [line.line.gap for line in lines if line.role == Role.VERSE and line.line.gap >= 0]
    closest = min(verse[1:], default=0)
    for line in lines:
        stanza = (
            line.role == Role.VERSE and line.line.gap > closest
        )  # more white space than between its lines
        if line.state.mark == ON and not stanza:
            before = next((e for e in reversed(found[-JOINS_OVER:]) if e[-1].role == line.role), None)
            if before is not None and before[-1].role == line.role:
                before.append(line)
                continue
        found.append([line])
    return found


def blocks_of(piece: Piece, text: str) -> tuple[Block, ...]:
    """The piece's blocks in reading order, with what stands at the ends of its texts cut off."""
    found: list[tuple[int, int, Block]] = []
    parts = [(part, _joined(part, text)) for part in elements(piece.lines)]
    texts = [number for number, (part, _) in enumerate(parts) if part[0].role == Role.PARAGRAPH]
    label = _label(piece, [parts[number][1] for number in texts[:1]])
    heads = _run_in(piece, [parts[number][1] for number in texts], texts, label)
    order = {decoded.index: place for place, decoded in enumerate(piece.lines)}
    for number, (part, joined) in enumerate(parts):
        first = bool(texts) and number == texts[0]
        last = bool(texts) and number == texts[-1]
        role, opening = part[0].role, label if first else None
        if role == Role.COLUMN and not piece.of(Role.HEADLINE) and (length := column_length(joined)):
            role, opening = Role.HEADLINE, (length, Role.COLUMN)
        pieces = cut(joined, role, first, last, heads.get(number, 0), piece.sort, opening)
        for line, block in _blocks(part, text, pieces):
            found.append((order[line.index], block.start, block))
    found.sort(key=lambda entry: entry[:2])
    return _joined_in_order([block for _, _, block in found])


def _joined(part: Sequence[Decoded], text: str) -> str:
    return "".join(fold(text[decoded.line.start : decoded.line.end]) for decoded in part)


def _label(piece: Piece, texts: Sequence[str]) -> tuple[int, Role] | None:
    """The column or headline that runs in where a piece has no heading."""
    return run_in_label(texts[0], piece.sort) if texts and not piece.of(*HEADINGS) else None


def _run_in(
    piece: Piece, texts: Sequence[str], numbers: Sequence[int], label: tuple[int, Role] | None
) -> dict[int, int]:
    """The lengths of run-in subheads, by the number of their part."""
    if piece.sort in ("notice", "poem", "letter"):
        return {}
    skipped = [lead_length(joined, place == 0) for place, joined in enumerate(texts)]
    if label:
        skipped[0] = label[0]
    bare = [joined[size:] for joined, size in zip(texts, skipped, strict=True)]
    return dict(zip(numbers, run_in_heads(bare, piece.sort), strict=True))


def _blocks(part: Sequence[Decoded], text: str, pieces: Sequence[Cut]) -> Iterable[tuple[Decoded, Block]]:
    role = part[0].role
    if any(decoded.fixed for decoded in part):
        for number, decoded in enumerate(part):
            yield decoded, Block(decoded.line.start, decoded.line.end, role, number > 0)
        return
    offset = 0
    begun: set[int] = set()
    for decoded in part:
        start, end = decoded.line.start, decoded.line.end
        for number, (low, high, piece_role) in enumerate(pieces):
            begin = max(start, start + low - offset)
            stop = min(end, start + high - offset)
            while begin < stop and text[begin].isspace():
                begin += 1
            while begin < stop and text[stop - 1].isspace():
                stop -= 1
            if begin < stop:
                yield decoded, Block(begin, stop, piece_role, number in begun)
                begun.add(number)
        offset += end - start


def _joined_in_order(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A block joins the one of its role before it; where there is none, it cannot."""
    seen: set[Role] = set()
    found = []
    for block in blocks:
        joins = block.joins and block.role in seen
        seen.add(block.role)
        found.append(block if joins == block.joins else Block(block.start, block.end, block.role, joins))
    return tuple(found)
