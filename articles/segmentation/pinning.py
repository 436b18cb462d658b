"""An editor's pins as constraints on decoding."""

from collections.abc import Iterable, Sequence

import numpy as np

from .drafts import Role
from .grammar import BEGIN, OPENING, STATES
from .lines import Line
from .model import NEVER
from .pieces import Decoded, Piece
from .pins import Pin, PinKind

BEGINS = np.array([state.mark == BEGIN for state in STATES])
HAS_ROLE = {role: np.array([state.role == role for state in STATES]) for role in Role}
WHOLE = HAS_ROLE[Role.FURNITURE]
UNLIKELY = 30


def cuts_of(pins: Iterable[Pin], text: str) -> list[int]:
    """Where pins cut the page's lines."""
    found: set[int] = set()
    for pin in pins:
        if pin.kind in (PinKind.ROLE, PinKind.TOGETHER):
            found.update((pin.start, pin.end))
            found.update(pin.other or ())
        elif pin.kind == PinKind.START:
            found.add(pin.start)
    return sorted(offset for offset in found if 0 < offset < len(text))


def constrain(scores: np.ndarray, lines: Sequence[Line], pins: Sequence[Pin]) -> set[int]:
    """Forbid in `scores` what contradicts the pins; the numbers of the lines whose role is fixed.

    `pins` in the order in which they were made: of two roles for one line the later holds.
    """
    fixed: set[int] = set()
    roles = [pin for pin in pins if pin.kind == PinKind.ROLE and pin.value in set(Role)]
    for pin in reversed(roles):
        for number in set(covered(lines, pin.start, pin.end)) - fixed:
            scores[number][~HAS_ROLE[Role(pin.value)]] = NEVER
            fixed.add(number)
    for pin in pins:
        if pin.kind == PinKind.TOGETHER:
            for span in ((pin.start, pin.end), pin.other or (0, 0)):
                for number in covered(lines, *span):
                    if number not in fixed:
                        scores[number][WHOLE] = NEVER
    for number, line in enumerate(lines):
        if line.gap < 0:  # a pin cut a printed line: its rest begins no article of itself
            scores[number][BEGINS] -= UNLIKELY
    for pin in pins:
        number = _line_at(lines, pin.start)
        if number is None or pin.kind not in (PinKind.START, PinKind.NO_START):
            continue
        wrong = ~BEGINS if pin.kind == PinKind.START else BEGINS
        allowed = (scores[number] > NEVER / 2) & ~wrong
        if number == 0:
            allowed &= OPENING
        if allowed.any():  # a role decided for the same line goes before
            scores[number][wrong] = NEVER
    return fixed


def covered(lines: Sequence[Line], start: int, end: int) -> list[int]:
    """The numbers of the lines that lie in a span (pins have cut the lines at its ends)."""
    return [number for number, line in enumerate(lines) if line.start < end and line.end > start]


def _line_at(lines: Sequence[Line], offset: int) -> int | None:
    """The line whose first character is the first printed one from `offset` on."""
    before = -1
    for number, line in enumerate(lines):
        if line.start >= offset:
            return number if before <= offset else None
        before = line.end
    return None


def bring_together(pieces: list[Piece], pins: Iterable[Pin]) -> list[Piece]:
    """Move what TOGETHER pins name into one article: the one that holds most of `other`."""
    for names in _classes(pieces, pins):
        spans = [span for pin in names for span in ((pin.start, pin.end), pin.other)]
        homes = [pin.other for pin in names]
        sizes = [sum(_size(decoded, homes) for decoded in piece.lines) for piece in pieces]
        if not pieces or not max(sizes):
            continue
        home = pieces[sizes.index(max(sizes))]
        for piece in pieces:
            if piece is not home:
                moved = [decoded for decoded in piece.lines if _size(decoded, spans)]
                piece.lines = [decoded for decoded in piece.lines if not _size(decoded, spans)]
                home.lines += moved
        home.lines.sort(key=lambda decoded: decoded.index)
    return [piece for piece in pieces if piece.lines]


def _classes(pieces: Sequence[Piece], pins: Iterable[Pin]) -> list[list[Pin]]:
    """TOGETHER pins in groups that share a line."""
    groups: list[tuple[set[int], list[Pin]]] = []
    for pin in pins:
        if pin.kind != PinKind.TOGETHER or not pin.other:
            continue
        spans = ((pin.start, pin.end), pin.other)
        lines = {d.index for piece in pieces for d in piece.lines if _size(d, spans)}
        names = [pin]
        for group in [group for group in groups if group[0] & lines]:
            groups.remove(group)
            lines |= group[0]
            names = group[1] + names
        groups.append((lines, names))
    return [names for _, names in groups]


def _size(decoded: Decoded, spans: Iterable[tuple[int, int]]) -> int:
    line = decoded.line
    return max((max(0, min(line.end, end) - max(line.start, start)) for start, end in spans), default=0)
