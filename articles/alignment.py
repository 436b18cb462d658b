"""Where a span of one transcription stands in another of the same page.

White space does not count, so lines may be wrapped anew. What both texts have once only is an anchor,
in whatever order the articles stand; what lies between two anchors is compared character by character.
A span without anchors is looked for by its own characters and those around it.
"""

from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from .folding import fold

CONTEXT = 12  # characters looked at on either side
KEPT = 0.6  # share of a span's characters that must have survived
ALIKE_AROUND = 60.0  # per cent: how alike the surroundings of a moved span must be
ANCHOR = 8  # characters that stand once in either text
MOVED_ANCHOR = 16  # characters: a shorter one out of order is chance

Place = tuple[int, int]  # a character's index in the old text and in the new one


class Anchor(NamedTuple):
    """`size` characters that stand at `old` in the old text and, unchanged, at `new` in the new one."""

    old: int
    new: int
    size: int

    @property
    def old_end(self) -> int:
        return self.old + self.size

    @property
    def new_end(self) -> int:
        return self.new + self.size


def anchors(old: str, new: str) -> list[Anchor]:
    """Stretches that the texts share, in the order of `old`; no character lies in two of them."""
    places, taken = _once(new), bytearray(len(new))
    found: list[Anchor] = []
    reached = 0
    for shingle, start in _once(old).items():
        place = places.get(shingle)
        if start < reached or place is None or any(taken[place : place + ANCHOR]):
            continue
        end, new_end = start + ANCHOR, place + ANCHOR
        while start > reached and place > 0 and old[start - 1] == new[place - 1] and not taken[place - 1]:
            start, place = start - 1, place - 1
        while end < len(old) and new_end < len(new) and old[end] == new[new_end] and not taken[new_end]:
            end, new_end = end + 1, new_end + 1
        taken[place:new_end] = b"\1" * (new_end - place)
        found.append(Anchor(start, place, end - start))
        reached = end
    return _without_chance(found)


def _once(text: str) -> dict[str, int]:
    """Where every run of eight characters stands that the text has once only."""
    places: dict[str, int] = {}
    again = set()
    for start in range(len(text) - ANCHOR + 1):
        shingle = text[start : start + ANCHOR]
        if shingle in places:
            again.add(shingle)
        places.setdefault(shingle, start)
    return {shingle: start for shingle, start in places.items() if shingle not in again}


def _without_chance(found: list[Anchor]) -> list[Anchor]:
    """The anchors without short ones that stand out of an order which their neighbours keep."""
    kept: list[Anchor] = []
    for number, anchor in enumerate(found):
        before = kept[-1].new_end if kept else 0
        after = found[number + 1].new if number + 1 < len(found) else anchor.new_end
        stray = not (before <= anchor.new and anchor.new_end <= after)
        if not stray or anchor.size >= MOVED_ANCHOR or before > after:
            kept.append(anchor)
    return kept


def gaps(old: str, new: str, found: list[Anchor]):
    """For every stretch of `old` between two anchors its start, its end, and the stretches of `new` where
    its characters may be: one if the anchors are neighbours in `new` too."""
    bounds = [Anchor(0, 0, 0), *found, Anchor(len(old), len(new), 0)]
    in_new = sorted(bounds, key=lambda anchor: (anchor.new, anchor.new_end))
    after = {one: (one.new_end, other.new) for one, other in pairwise(in_new)}
    before = {other: (one.new_end, other.new) for one, other in pairwise(in_new)}
    for one, other in pairwise(bounds):
        if one.old_end < other.old:
            yield one.old_end, other.old, dict.fromkeys((after[one], before[other]))


def _between(old: str, new: str, start: int, end: int, places) -> list[Place]:
    """Pairs of characters of a gap that are the same, or misread one for one."""
    offsets = [offset for place in places for offset in range(*place)]
    moved = len(places) > 1
    pairs: list[Place] = []
    opcodes = Levenshtein.opcodes(old[start:end], "".join(new[offset] for offset in offsets))
    for tag, first, last, new_first, new_last in opcodes:
        size = last - first
        # A single character that is the same somewhere else on the page says nothing.
        same = tag == "equal" and (size > 1 or not moved)
        if same or (tag == "replace" and size == new_last - new_first and not moved):
            pairs += [(start + first + step, offsets[new_first + step]) for step in range(size)]
    return pairs


class Alignment:
    """Maps offsets into `old` to offsets into `new`."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.old_offsets = [offset for offset, char in enumerate(old) if not char.isspace()]
        self.new_offsets = [offset for offset, char in enumerate(new) if not char.isspace()]
        self.old_text = fold("".join(old[offset] for offset in self.old_offsets))
        self.new_text = fold("".join(new[offset] for offset in self.new_offsets))

    @cached_property
    def images(self) -> list[int | None]:
        """For every printed character of `old`, counted without white space, its place in `new`."""
        images: list[int | None] = [None] * len(self.old_text)
        found = anchors(self.old_text, self.new_text)
        for anchor in found:
            images[anchor.old : anchor.old_end] = range(anchor.new, anchor.new_end)
        for start, end, places in gaps(self.old_text, self.new_text, found):
            for index, image in _between(self.old_text, self.new_text, start, end, places):
                images[index] = image
        return images

    @cached_property
    def _index(self) -> dict[int, int]:
        return {offset: index for index, offset in enumerate(self.old_offsets)}

    def offset(self, offset: int) -> int | None:
        """The offset in `new` of one character of `old`; None for white space and lost characters."""
        index = self._index.get(offset)
        image = self.images[index] if index is not None else None
        return None if image is None else self.new_offsets[image]

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The span in `new` that [start, end) of `old` has become, None if it is not there any more."""
        inside = [self._index[offset] for offset in range(start, end) if offset in self._index]
        if not inside:
            return None
        first, last = inside[0], inside[-1]
        found = self._in_place(first, last) or self._moved(first, last)
        return found and (self.new_offsets[found[0]], self.new_offsets[found[1]] + 1)

    def _in_place(self, first: int, last: int) -> tuple[int, int] | None:
        images = [image for index in range(first, last + 1) if (image := self.images[index]) is not None]
        length = last + 1 - first
        if not images or self._survived(first, last) < KEPT * length:
            around = self._survived(first - CONTEXT, first - 1) + self._survived(last + 1, last + CONTEXT)
            if not images or around < CONTEXT or len(images) < length:
                return None
        return (images[0], images[-1]) if 0 <= images[-1] - images[0] < 2 * length + 4 else None

    def _survived(self, first: int, last: int) -> int:
        """How many characters from `first` to `last` stand unchanged in `new`."""
        return sum(
            1
            for index in range(max(first, 0), min(last + 1, len(self.old_text)))
            if (image := self.images[index]) is not None and self.new_text[image] == self.old_text[index]
        )

    def _moved(self, first: int, last: int) -> tuple[int, int] | None:
        wanted = self.old_text[first : last + 1]
        around = self.old_text[max(first - CONTEXT, 0) : last + 1 + CONTEXT]
        best, place = ALIKE_AROUND, self.new_text.find(wanted)
        found = None
        while place >= 0:
            here = self.new_text[max(place - CONTEXT, 0) : place + len(wanted) + CONTEXT]
            if (score := fuzz.ratio(around, here)) > best:
                best, found = score, (place, place + len(wanted) - 1)
            place = self.new_text.find(wanted, place + 1)
        return found
