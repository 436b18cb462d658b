"""The second step: a run of lines without a headline may go on with an article that stopped earlier."""

from collections.abc import Sequence

from .drafts import Role
from .pieces import Piece
from .pins import Pin, PinKind

NAMED = (Role.COLUMN, Role.KICKER, Role.HEADLINE, Role.DECK)
TEXT = (Role.PARAGRAPH, Role.VERSE, Role.TABLE_ROW)
CLOSED = "。!?…”’)】》.;:"
ENOUGH = 0.5
NEEDED_LIKENESS = 0.12


def resume(pieces: Sequence[Piece], text: str, pins: Sequence[Pin] = ()) -> list[Piece]:
    """The pieces, with fragments given back to the article that they go on with."""
    kept: list[Piece] = []
    pinned = {pin.start for pin in pins if pin.kind == PinKind.START}
    for number, piece in enumerate(pieces):
        home = None
        if _is_fragment(piece) and not any(d.line.start in pinned for d in piece.lines[:1]):
            home = _home(piece, kept, pieces[number + 1 :], text)
        if home is None:
            kept.append(piece)
        else:
            home.lines += piece.lines
    return kept


def _is_fragment(piece: Piece) -> bool:
    return not piece.of(*NAMED) and not piece.of(Role.LEAD)


def _home(piece: Piece, before: Sequence[Piece], after: Sequence[Piece], text: str) -> Piece | None:
    best, score = None, ENOUGH
    for distance, candidate in enumerate(reversed(before)):
        told = _fit(piece, candidate) - 0.01 * distance
        if told > score:
            best, score = candidate, told
    return best


def _fit(piece: Piece, candidate: Piece) -> float:
    """How well a fragment goes on with an article: likeness of words, and an article that was cut."""
    likeness = _likeness(piece, candidate)
    score = 4 * likeness
    if piece.lines[0].role == Role.PARAGRAPH and _was_cut(candidate):
        score += 1.0
    if not piece.of(*TEXT) and likeness < NEEDED_LIKENESS:
        return 0.0
    return score


def _was_cut(candidate: Piece) -> bool:
    texts = candidate.of(*TEXT)
    if not texts or candidate.of(Role.TAIL):
        return False
    last = texts[-1].line.text
    return len(last) > 10 and last[-1] not in CLOSED


def _likeness(piece: Piece, candidate: Piece) -> float:
    """The share of the fragment's pairs of characters that the article holds too."""
    pairs = _pairs(piece)
    return len(pairs & _pairs(candidate)) / len(pairs) if pairs else 0.0


def _pairs(piece: Piece) -> set[str]:
    found: set[str] = set()
    for decoded in piece.lines:
        words = decoded.line.text[:4000]
        found.update(words[i : i + 2] for i in range(len(words) - 1) if words[i : i + 2].isalpha())
    return found
