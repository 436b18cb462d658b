"""One decision over all sources: the set of spans without overlap whose scores sum highest."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from .candidates import Candidate

Scored = tuple[Candidate, float]
T = TypeVar("T")


def best_set(spans: Sequence[tuple[int, int, float, T]]) -> list[T]:
    """Of (start, end, score, item) those without overlap whose scores sum highest; none below zero.

    >>> best_set([(0, 2, 1.0, "a"), (1, 4, 1.5, "b"), (2, 4, 1.0, "c"), (5, 6, -1.0, "d")])
    ['a', 'c']
    """
    good = sorted((span for span in spans if span[2] > 0), key=lambda span: (span[1], span[0]))
    ends = [span[1] for span in good]
    best: list[tuple[float, int, int]] = [(0.0, -1, 0)]  # score, span taken, where to go on
    for number, (start, _, score, _) in enumerate(good):
        before = bisect_right(ends, start, 0, number)
        taken = best[before][0] + score
        best.append((taken, number, before) if taken > best[number][0] else (best[number][0], -1, number))
    chosen, at = [], len(good)
    while at:
        _, number, before = best[at]
        if number >= 0:
            chosen.append(good[number][3])
        at = before
    return chosen[::-1]


def decode(scored: Sequence[Scored]) -> list[Scored]:
    """The best candidates of one page, passage by passage."""
    passages: dict[int, list[Scored]] = {}
    for item in scored:
        passages.setdefault(id(item[0].passage), []).append(item)
    return [
        item
        for group in passages.values()
        for item in best_set([(c.start, c.end, value, (c, value)) for c, value in group])
    ]
