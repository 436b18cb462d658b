"""Where a span of one transcription stands in another of the same page.

White space does not count, so lines may be wrapped anew. A span that was moved (its article stands
elsewhere on the page) is looked for by its own characters and those around it.
"""

from functools import cached_property

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from .folding import fold

CONTEXT = 12  # characters looked at on either side
KEPT = 0.6  # share of a span's characters that must have survived
ALIKE_AROUND = 60.0  # per cent: how alike the surroundings of a moved span must be


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
        for tag, start, end, new_start, new_end in Levenshtein.opcodes(self.old_text, self.new_text):
            if tag == "equal" or (tag == "replace" and end - start == new_end - new_start):
                for step in range(end - start):
                    images[start + step] = new_start + step
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
        return (images[0], images[-1]) if images[-1] - images[0] < 2 * length + 4 else None

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
