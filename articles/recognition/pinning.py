"""An editor's word on names: NAME adds one at its span or everywhere in its article, NOT_NAME takes it away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.assembling import shown_span
from articles.segmentation import Pin, PinKind

from .candidates import Candidate
from .decoding import Scored, decode
from .drafts import ORGANIZATION, PERSON
from .passages import Passage

CERTAIN = 1000.0  # above any sum of weights
Span = tuple[int, int, int, str]


@dataclass(frozen=True)
class Pinned:
    """What an editor said of a span: whose name it is."""

    name: str
    key: int | None


def decode_under(scored: Sequence[Scored], passages: Sequence[Passage], pins: Sequence[Pin]) -> list[Scored]:
    """The best set that keeps every NAME and no NOT_NAME; of two NAMEs that overlap the longer stands."""
    named = {candidate.span: candidate for candidate, _ in _named(passages, pins)}
    refused = list(_refused(passages, pins))
    kept = [
        (candidate, value)
        for candidate, value in scored
        if candidate.span not in named and not any(_same(candidate, *refusal) for refusal in refused)
    ]
    return decode([*kept, *((c, CERTAIN + c.end - c.start) for c in named.values())])


def pinned_names(passages: Sequence[Passage], pins: Sequence[Pin]) -> dict[Span, Pinned]:
    """The pinned spans, and whose names they are."""
    return {candidate.span: Pinned(pin.name, pin.key) for candidate, pin in _named(passages, pins)}


def _named(passages: Sequence[Passage], pins: Sequence[Pin]) -> Iterator[tuple[Candidate, Pin]]:
    refusals = [pin for pin in pins if pin.kind == PinKind.NOT_NAME]
    refused_here = [(id(p), *span) for pin in refusals for p, *span in [*_places(passages, pin)][:1]]
    for pin in pins:
        if pin.kind == PinKind.NAME and pin.value in (PERSON, ORGANIZATION):
            for number, (passage, start, end) in enumerate(_places(passages, pin)):
                # A name everywhere in the article is none where an editor said so of this very place.
                if number == 0 or (id(passage), start, end) not in refused_here:
                    yield Candidate(passage, start, end, pin.value, "pinned", "pin"), pin


def _refused(passages: Sequence[Passage], pins: Sequence[Pin]) -> Iterator[tuple[int, int, int, str]]:
    for pin in pins:
        if pin.kind == PinKind.NOT_NAME:
            for passage, start, end in _places(passages, pin):
                yield id(passage), start, end, pin.value


def _same(candidate: Candidate, passage: int, start: int, end: int, kind: str) -> bool:
    return candidate.span[:3] == (passage, start, end) and kind in ("", candidate.kind)


def _places(passages: Sequence[Passage], pin: Pin) -> Iterator[tuple[Passage, int, int]]:
    """The pin's own span in its passage, and where it holds everywhere, the same text in its article."""
    for passage in passages:
        shown = shown_span(passage.part.runs, pin.start, pin.end) if pin.end > pin.start else None
        span = _inside(passage, *shown) if shown else None
        if span is None:
            continue
        yield passage, *span
        if pin.everywhere:
            name = passage.text[span[0] : span[1]]
            for other in passages:
                if other.article == passage.article:
                    for start in _finds(other.text, name):
                        if other is not passage or start != span[0]:
                            yield other, start, start + len(name)
        return


def _inside(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """Shown offsets as offsets of the passage, without white space at the edges."""
    inside = [
        i for i, place in enumerate(passage.places) if start <= place < end and not passage.text[i].isspace()
    ]
    return (inside[0], inside[-1] + 1) if inside else None


def _finds(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))
