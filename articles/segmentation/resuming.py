"""The second step: a run of lines without a headline may go on with an article that stopped earlier."""

import re
from collections import Counter
from collections.abc import Sequence

from .drafts import Role
from .evidence.cues import OPENING, label_evidence
from .inline import lead_length
from .pieces import Piece
from .pins import Pin, PinKind

NAMED = (Role.COLUMN, Role.KICKER, Role.HEADLINE, Role.DECK, Role.LEAD)
TEXT = (Role.PARAGRAPH, Role.VERSE, Role.TABLE_ROW)
CLOSED = "。!?…”’)】》.;:"
LOOK = 4000  # characters of a line that are compared
ON_THIS_PAGE = re.compile(r"[(\[【](?:上接|下接|接|下转|转|续)本版[^)\]】]{0,8}[)\]】]")
CUT_SHORT = 0.3  # what a text broken off in mid-sentence counts for
MARKED = 0.3  # what a jump from a place on this page counts for, and again a jump to one at the stop
SUBHEAD = 0.15  # what a fragment counts for that begins with a subhead
OTHER_SORT = 0.25  # what is taken away where the fragment reads as a piece of another sort
FAR = 0.004  # what each article between takes away
ENOUGH = 0.2
BEFORE = 40  # pieces looked back on
OFTEN = 3  # a pair that an article repeats counts as many times


def resume(pieces: Sequence[Piece], pins: Sequence[Pin] = ()) -> list[Piece]:
    """The pieces, with fragments given back to the article that they go on with.

    What counts is an article that broke off in mid-sentence, a jump on the page, and the pairs of characters
    of the fragment that the article repeats and the others on the page have not.
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
        for candidate in range(number - 1, max(-1, number - 1 - BEFORE), -1):
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
    """A piece that may go on with another: it has no headings, no 电头 and no label of its own."""
    first = piece.lines[0]
    if first.line.start in pinned or piece.of(*(role for role in NAMED if role != Role.LEAD)):
        return False
    text = first.line.text
    if ON_THIS_PAGE.match(text):
        return True
    if piece.of(Role.LEAD) or first.role == Role.PARAGRAPH and lead_length(text):
        return False
    return not _opens_with_label(text)


def _opens_with_label(text: str) -> bool:
    """编者按:…, 【回音】…: what follows is a piece of its own."""
    opening = OPENING.match(text[:30])
    if not opening:
        return False
    return bool(opening.group(1) or label_evidence(opening.group(2)))


def _fit(
    piece: Piece, candidate: Piece, pairs: Counter[str], others: Counter[str], spread: Counter[str]
) -> float:
    told = sum(min(others[pair], OFTEN) * others[pair] / spread[pair] for pair in pairs if spread[pair])
    told /= max(len(pairs), 1)
    first = piece.lines[0]
    if ON_THIS_PAGE.match(first.line.text):
        told += MARKED * (1 + any(ON_THIS_PAGE.search(decoded.line.tail) for decoded in candidate.lines[-2:]))
    if first.role == Role.PARAGRAPH and piece.sort in ("story", candidate.sort) and _was_cut(candidate):
        told += CUT_SHORT
    if first.role == Role.SUBHEAD:
        told += SUBHEAD
    return told - OTHER_SORT * (piece.sort != candidate.sort)


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
