"""Which documents a query finds and in what order, on the arrays of an index.

Exact characters decide what is found: a phrase stands where its characters follow each other; a word
is found as a phrase, in a name beside the text, or by the words in it. Words decide the order: BM25F
over headline, names and body; a document that holds the whole string comes before all that don't.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from typing import Protocol

import numpy as np

from . import analysis
from .query import Query, Term

TEXT, NAMES = "text", "names"  # the fields of single characters
# Fields of words: how much a word counts there, and how far a long field weakens it.
FIELDS = {"head_words": (4.0, 0.5), "name_words": (3.0, 0.3), "body_words": (1.0, 0.75)}
SATURATION = 1.2
WHOLE = 1000.0  # a whole string outweighs any number of words
FACETS = ("newspaper", "year", "kind")


class Arrays(Protocol):
    """What an index must be able to say of its documents, which are numbered from 0."""

    size: int
    alive: np.ndarray

    def documents(self, field: str, term: str) -> np.ndarray: ...
    def counts(self, field: str, term: str) -> tuple[np.ndarray, np.ndarray]: ...
    def places(self, field: str, term: str) -> np.ndarray: ...
    def values(self, field: str) -> Mapping[str, np.ndarray]: ...
    def numbers(self, field: str) -> np.ndarray: ...
    def lengths(self, field: str) -> np.ndarray: ...


@dataclass(frozen=True)
class Found:
    """One page of article numbers in order, how many there are in all, and how they are spread."""

    numbers: list[int]
    total: int
    facets: dict[str, list[tuple[str, int]]]


@dataclass(frozen=True)
class Narrowing:
    """`terms`: field and value that a document must hold; `since` and `until`: days as ordinals, both
    included; `hidden`: article numbers that are never found."""

    terms: Mapping[str, str]
    since: int | None = None
    until: int | None = None
    hidden: Iterable[int] = ()


def find(arrays: Arrays, query: Query, narrowing: Narrowing, sort: str, start: int, stop: int) -> Found:
    matching = Matching(arrays)
    mask = matching.mask(query) & _allowed(arrays, narrowing)
    documents = np.flatnonzero(mask)
    facets = {field: _facet(arrays, field, mask) for field in FACETS}
    numbers, days = arrays.numbers("number")[documents], arrays.numbers("day")[documents]
    order = [numbers, days if sort == "oldest" else -days]
    if sort == "oldest":
        order.append(days == 0)  # what has no date comes last in either direction
    if sort == "relevance" and query.clauses:
        order.append(-matching.scores(query)[documents])
    return Found(numbers[np.lexsort(order)[start:stop]].tolist(), len(documents), facets)


def _allowed(arrays: Arrays, narrowing: Narrowing) -> np.ndarray:
    mask = arrays.alive.copy()
    for field, value in narrowing.terms.items():
        mask &= _as_mask(arrays, arrays.documents(field, value))
    days = arrays.numbers("day")
    if narrowing.since is not None:
        mask &= days >= narrowing.since
    if narrowing.until is not None:
        mask &= (days <= narrowing.until) & (days > 0)
    hidden = list(narrowing.hidden)
    if hidden:
        mask &= ~np.isin(arrays.numbers("number"), hidden)
    return mask


def _as_mask(arrays: Arrays, documents: np.ndarray) -> np.ndarray:
    mask = np.zeros(arrays.size, bool)
    mask[documents] = True
    return mask


def _facet(arrays: Arrays, field: str, mask: np.ndarray) -> list[tuple[str, int]]:
    """How many of the documents hold each value of a field, the most frequent first."""
    counts = ((value, int(mask[holding].sum())) for value, holding in arrays.values(field).items())
    return sorted(((value, count) for value, count in counts if count), key=lambda pair: (-pair[1], pair[0]))


class Matching:
    """One query on one state of an index; what was looked up once is kept."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self.phrase = cache(self._phrase)

    def mask(self, query: Query) -> np.ndarray:
        """For every document whether the query finds it."""
        mask = np.ones(self.arrays.size, bool)
        for clause in query.clauses:
            mask &= reduce(np.logical_or, map(self._term, clause))
        for term in query.excluded:
            mask &= ~_as_mask(self.arrays, self.phrase(TEXT, term.text)[0])
        return mask

    def _term(self, term: Term) -> np.ndarray:
        if term.phrase:
            return _as_mask(self.arrays, self.phrase(TEXT, term.text)[0])
        mask = self._somewhere(term.text)
        words = [word for word in analysis.plain_words(term.typed) if word != term.text]
        if words:
            mask |= reduce(np.logical_and, map(self._somewhere, words))
        return mask

    def _somewhere(self, text: str) -> np.ndarray:
        """The documents with this string in the text or in a name beside it."""
        mask = _as_mask(self.arrays, self.phrase(TEXT, text)[0])
        mask[self.phrase(NAMES, text)[0]] = True
        return mask

    def _phrase(self, field: str, text: str) -> tuple[np.ndarray, np.ndarray]:
        """The documents in which these characters follow each other, and how often in each."""
        if len(text) == 1:
            return self.arrays.counts(field, text)
        places = {char: self.arrays.places(field, char) for char in set(text)}
        rarest, *others = sorted(range(len(text)), key=lambda offset: len(places[text[offset]]))
        starts = places[text[rarest]] - rarest
        for offset in others:
            if not len(starts):
                break
            starts = starts[_stands_in(places[text[offset]], starts + offset)]
        return np.unique(starts >> 32, return_counts=True)

    def scores(self, query: Query) -> np.ndarray:
        """For every document how well it answers the query."""
        scores = np.zeros(self.arrays.size)
        words = dict.fromkeys(word for term in query.terms for word in analysis.words(term.typed))
        for word in words:
            scores += self._saturated(self._word(word))
        for term in query.terms:
            whole = self._whole(term)
            scores[whole > 0] += WHOLE
            if term.text not in words:
                scores += self._saturated(whole)
        if len(query.clauses) > 1 and all(len(clause) == 1 for clause in query.clauses):
            together = "".join(term.text for term in query.terms)
            scores[self.phrase(TEXT, together)[0]] += WHOLE
        return scores

    def _whole(self, term: Term) -> np.ndarray:
        """For every document how often it holds a whole term."""
        weights = np.zeros(self.arrays.size)
        for field in (TEXT,) if term.phrase else (TEXT, NAMES):
            documents, counts = self.phrase(field, term.text)
            weights[documents] += counts
        return weights

    def _word(self, word: str) -> np.ndarray:
        """For every document how much it has of a word, over its fields and against their lengths."""
        weights = np.zeros(self.arrays.size)
        for field, (weight, flattening) in FIELDS.items():
            documents, counts = self.arrays.counts(field, word)
            if len(documents):
                lengths = self.arrays.lengths(field)
                relative = lengths[documents] / lengths[lengths > 0].mean()
                weights[documents] += weight * counts / (1 - flattening + flattening * relative)
        return weights

    def _saturated(self, weights: np.ndarray) -> np.ndarray:
        """BM25F: what is rare counts more, and the tenth time adds little to the ninth."""
        total, having = self.arrays.size, np.count_nonzero(weights)
        rarity = np.log1p((total - having + 0.5) / (having + 0.5))
        return rarity * weights * (SATURATION + 1) / (weights + SATURATION)


def _stands_in(places: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """For every wanted place whether it is among the places; both in order."""
    if not len(places):
        return np.zeros(len(wanted), bool)
    nearest = np.minimum(np.searchsorted(places, wanted), len(places) - 1)
    return places[nearest] == wanted
