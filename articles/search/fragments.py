"""The places of an article that answer a query, cut out of the text that a reader sees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from . import analysis
from .documents import Passage
from .query import Query

WIDTH = 100  # characters of a fragment
BEFORE = 30  # of them before the first match
NUMBER = 3


@dataclass(frozen=True)
class Fragment:
    """A stretch of text as shown, and the (start, end) pairs in it that match; whether text was cut off."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    cut_before: bool = False
    cut_after: bool = False


def needles(query: Query, passages: Sequence[Passage]) -> list[str]:
    """The strings of characters to mark in an article.

    A word that stands nowhere as a whole is looked for by the words in it.
    """
    seen = [analysis.characters(reading) for passage in passages for reading in passage.readings]
    found: list[str] = []
    for term in query.terms:
        words = [] if term.phrase else analysis.plain_words(term.typed)
        whole = not words or any(term.text in text for text in seen)
        found += [term.text] if whole else words
    return list(dict.fromkeys(found))


class Finder:
    """Finds strings of characters in one article."""

    def __init__(self, needles: Iterable[str], passages: Sequence[Passage]) -> None:
        self.needles = list(needles)
        self.passages = passages

    def whole(self, text: str) -> Fragment:
        """All of a text, with its matches."""
        spans, _ = self._matches(text)
        return Fragment(text, tuple(spans))

    def fragments(self, title: str = "") -> list[Fragment]:
        """The best places besides the title, best first; the beginning of the text where there is none."""
        ranked = []
        for order, passage in enumerate(self.passages):
            for reading in passage.readings:
                spans, kinds = self._matches(reading)
                if spans and reading != title:
                    ranked.append((-len(kinds), -len(spans), order, reading, spans))
                    break
        ranked.sort(key=itemgetter(0, 1, 2))
        found = [_cut(text, spans) for *_, text, spans in ranked[:NUMBER]]
        if found:
            return found
        beginning = next((passage for passage in self.passages if passage.role == "paragraph"), None)
        return [_cut(beginning.text, [])] if beginning else []

    def _matches(self, text: str) -> tuple[list[tuple[int, int]], set[str]]:
        """The spans that match, without overlaps, and what was found."""
        seen, places = analysis.located_characters(text)
        spans, kinds = [], set()
        for needle in self.needles:
            start = seen.find(needle)
            while start >= 0:
                spans.append((places[start], places[start + len(needle) - 1] + 1))
                kinds.add(needle)
                start = seen.find(needle, start + 1)
        return _merged(spans), kinds


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> Fragment:
    """The stretch of a text in which most matches lie."""

    def inside(start: int, end: int) -> list[tuple[int, int]]:
        return [span for span in spans if start <= span[0] and span[1] <= end]

    start = end = 0
    for first, last in spans or [(0, 0)]:
        here = max(0, min(first - BEFORE, len(text) - WIDTH))
        there = max(min(len(text), here + WIDTH), last)
        if len(inside(here, there)) > len(inside(start, end)) or not end:
            start, end = here, there
    kept = tuple((first - start, last - start) for first, last in inside(start, end))
    return Fragment(text[start:end], kept, start > 0, end < len(text))
