"""The second step: a run of lines without a headline may go on with an article that stopped earlier."""

from collections import Counter
from collections.abc import Sequence

from .drafts import Role
from .inline import lead_length
from .pieces import Piece
from .pins import Pin, PinKind

NAMED = (Role.COLUMN, Role.KICKER, Role.HEADLINE, Role.DECK, Role.LEAD)
TEXT = (Role.PARAGRAPH, Role.VERSE, Role.TABLE_ROW)
CLOSED = "。!?…”’)】》.;:"
LOOK = 4000  # characters of a line that are compared
CUT_SHORT = 0.2  # what a text broken off in mid-sentence counts for
FAR = 0.004  # what each article between takes away
ENOUGH = 0.12
OFTEN = 3  # a pair that an article repeats counts as many times


def resume(pieces: Sequence[Piece], pins: Sequence[Pin] = ()) -> list[Piece]:
    """The pieces, with fragments given back to the article that they go on with.

    What counts is an article that broke off in mid-sentence, and the pairs of characters of the fragment
    that the article repeats and the others on the page have not.
    """
    pinned = {pin.start for pin in pins if pin.kind == PinKind.START}
    fragments = [number for number, piece in enumerate(pieces) if _is_fragment(piece, pinned)]
    if not fragments:
        return list(pieces)
    pairs = [_pairs(piece) for piece in pieces]
    spread: Counter[str] = Counter()
    for number, found in enumerate(pairs):
        if number not in fragments:
            spread.update(found)
    homes: dict[int, int] = {}
    for number in fragments:
        best, score = None, ENOUGH
        for candidate in range(number - 1, -1, -1):
            told = _fit(pieces[number], pieces[candidate], pairs[number], pairs[candidate], spread)
            told -= FAR * (number - 1 - candidate)
            if told > score and candidate not in fragments:
                best, score = candidate, told
        if best is not None:
            homes[number] = best
    for number, home in homes.items():
        pieces[home].lines.extend(pieces[number].lines)
    return [piece for number, piece in enumerate(pieces) if number not in homes]


def _is_fragment(piece: Piece, pinned: set[int]) -> bool:
    first = piece.lines[0]
    return (
        first.line.start not in pinned
        and not piece.of(*NAMED)
        and not (first.role == Role.PARAGRAPH and lead_length(first.line.text))
    )


def _fit(
    piece: Piece, candidate: Piece, pairs: Counter[str], others: Counter[str], spread: Counter[str]
) -> float:
    likeness = sum(min(others[pair], OFTEN) * others[pair] / spread[pair] for pair in pairs if spread[pair])
    likeness /= max(len(pairs), 1)
    if piece.lines[0].role == Role.PARAGRAPH and _was_cut(candidate):
        return likeness + CUT_SHORT
    return likeness


def _was_cut(candidate: Piece) -> bool:
    texts = candidate.of(*TEXT)
    if not texts or candidate.of(Role.TAIL):
        return False
    last = texts[-1].line.text
    return len(last) > 10 and last[-1] not in CLOSED


def _pairs(piece: Piece) -> Counter[str]:
    """Pairs of characters in a piece; of a caption only the sentence, not who took the picture."""
    found: Counter[str] = Counter()
    for decoded in piece.lines:
        words = decoded.line.text[:LOOK]
        if decoded.role == Role.CREDIT:
            continue
        if decoded.role == Role.CAPTION and "。" in words:
            words = words[: words.rindex("。")]
        found.update(pair for a, b in zip(words, words[1:], strict=False) if (pair := a + b).isalpha())
    return found
