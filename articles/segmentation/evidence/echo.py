"""Whether what a line says is said again around it: pairs of characters that come in two places.

A headline is told again by its own text and not by the text before it, a subhead by both, a column by neither;
and at a seam between two articles the text before and the text after have little in common. (The idea of
TextTiling, Hearst 1997, with pairs of characters for words.)
"""

from collections.abc import Sequence

import numpy as np

from articles.segmentation.lines import Layout, Line

SHORTEST, LONGEST = 3, 45  # characters of a line that may be a heading
TEXT = 27  # a line as long is text
WINDOW = 400  # characters looked at on either side
MOST = 3  # pairs found again count up to
LEAST = 60  # characters on either side that can be compared
STEPS = (0.005, 0.015, 0.03, 0.05, 0.08, 0.13)
ENDS = "。!?”’)】》…."  # a line that ends so may be a text's last
STOPS = "。,;、"  # no heading ends so
SHORT = 24  # so may a line as short


class Pairs:
    """The page's pairs of characters as numbers, with the place of every line among them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        text = "\n".join(line.text for line in lines)
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
        word = (codes >= 0x3400) & (codes != 0xFF0C) | (codes >= 97) & (codes <= 122)
        pairs = np.where(word[:-1] & word[1:], codes[:-1] * (1 << 21) + codes[1:], -1)
        known, ids = np.unique(np.append(pairs, -1), return_inverse=True)
        self.ids = ids[ids > 0]  # 0 stands for no pair
        self.rank = np.concatenate([[0], np.cumsum(ids > 0)])
        self.spread = np.bincount(self.ids, minlength=len(known)).astype(np.float32)
        self.marks = np.zeros(len(known), dtype=np.float32)
        sizes = np.array([len(line.text) + 1 for line in lines])
        self.begins = [0, *np.cumsum(sizes).tolist()]

    def between(self, start: int, stop: int) -> np.ndarray:
        """The pairs that begin from `start` to `stop`."""
        last = len(self.rank) - 1
        return self.ids[self.rank[max(start, 0)] : self.rank[min(max(stop, 0), last)]]

    def again(self, pairs: np.ndarray, there: np.ndarray) -> int:
        """How many of `pairs` come in `there`."""
        self.marks[there] = 1
        count = int(self.marks[pairs].sum())
        self.marks[there] = 0
        return count

    def likeness(self, before: np.ndarray, after: np.ndarray) -> float:
        """What two stretches share; a pair that comes elsewhere on the page too counts for less."""
        self.marks[before] = 1
        both = after[self.marks[after] > 0]
        self.marks[before] = 0
        if not len(both):
            return 0.0
        return float((2 / self.spread[both]).sum()) / (len(before) * len(after)) ** 0.5


def echo_evidence(lines: Sequence[Line], layout: Layout) -> list[list[str]]:
    """The observations of every line that depend on the words around."""
    if not lines:
        return []
    pairs = Pairs(lines)
    full = layout.width - 1 if layout.wrapped else SHORT
    counts = [_counts(lines, pairs, index, full) for index in range(len(lines))]
    likeness = [_likeness(lines, pairs, index, full) for index in range(len(lines))]
    known = [score for score in likeness if score is not None]
    mean = sum(known) / len(known) if known else 0
    return [_echo(counts, index) + _cohesion(score, mean) for index, score in enumerate(likeness)]


def _echo(counts: Sequence[tuple[int, int] | None], index: int) -> list[str]:
    if counts[index] is None:
        return []
    after, before = counts[index]
    near = [counts[i] for i in (index - 1, index + 1) if 0 <= i < len(counts)]
    rivals = [other[0] for other in near if other is not None]
    best = max(rivals, default=-1)
    rank = "alone" if not rivals else "most" if after > best else "less" if after < best else "even"
    return [
        f"echo={min(after, MOST)}/{min(before, MOST)}",
        f"echo {rank}" if after or rivals else "echo none",
    ]


def _cohesion(score: float | None, mean: float) -> list[str]:
    if score is None:
        return []
    share = score / mean if mean else 1
    against = "far below" if share < 0.35 else "below" if share < 0.75 else "near" if share < 1.3 else "above"
    return [f"cohesion={sum(score >= step for step in STEPS)}", f"cohesion {against}"]


def _counts(lines: Sequence[Line], pairs: Pairs, index: int, full: int) -> tuple[int, int] | None:
    """How many pairs of a short line come in the text after and before it; None for a text line."""
    text = lines[index].text
    if not SHORTEST <= len(text) <= LONGEST or text[-1] in STOPS or full <= len(text) < SHORT:
        return None
    start, stop = pairs.begins[index], pairs.begins[index + 1]
    own = np.unique(pairs.between(start, stop))
    after = next(
        (i for i in range(index + 1, min(len(lines), index + 12)) if len(lines[i].text) >= TEXT), None
    )
    before = next((i for i in range(index - 1, max(-1, index - 12), -1) if len(lines[i].text) >= TEXT), None)
    told = [0, 0]
    if after is not None:
        low = pairs.begins[after]
        told[0] = pairs.again(own, pairs.between(low, low + WINDOW))
    if before is not None:
        high = pairs.begins[before + 1]
        told[1] = pairs.again(own, pairs.between(high - WINDOW, high))
    return told[0], told[1]


def _likeness(lines: Sequence[Line], pairs: Pairs, index: int, full: int) -> float | None:
    """What the text before a line and that from it on share; None where no text can end."""
    if not index or not lines[index].text:
        return None
    ended = lines[index - 1].text
    if ended and ended[-1] not in ENDS and len(ended) >= min(full, SHORT):
        return None
    place = pairs.begins[index]
    if min(place, pairs.begins[-1] - place) < LEAST:
        return None
    before, after = pairs.between(place - WINDOW, place), pairs.between(place, place + WINDOW)
    return pairs.likeness(before, after) if len(before) and len(after) else None
