"""Weights and decoding: from observations to the likeliest labels of a whole page.

A linear-chain model: a line's score for a state is what its own observations and those of the lines around
say for the state's label and for its sort of piece; a pair of labels in sequence has a score of its own.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from .drafts import Kind
from .grammar import LABELS, LEGAL, OPENING, OUTSIDE, SORTS, STATES

WEIGHTS = Path(__file__).with_name("weights.json")
OFFSETS = (-2, -1, 0, 1, 2)  # lines around whose observations count
COLUMNS = (*LABELS, *SORTS)
NEVER = -1e9
SMALLEST = 0.1  # weights below are left out of the file
CHUNK = 20_000  # lines scored at once, to bound memory

# Observations that speak of their own line alone: patterns that have the lines around in them already.
LOCAL = (
    "run=",
    "heads=",
    "headings=",
    "over=",
    "under=",
    "than ",
    "seam=",
    "clauses=",
    "full=",
    "gaps=",
    "begins ",
    "ends ",
    "has ",
)

LABEL_OF = np.array([LABELS.index(state.label) for state in STATES])
SORT_OF = np.array(
    [len(LABELS) + (list(SORTS).index(state.sort) if state.sort != OUTSIDE else 0) for state in STATES]
)
IS_OUTSIDE = np.array([state.sort == OUTSIDE for state in STATES])


@dataclass
class Model:
    """`rows` names the observations; `weights[o, row]` is what one at offset `OFFSETS[o]` says for each column;
    `follows[a, b]` is for label b after label a; `fits[s]` is for a state itself; `kinds` is what each
    observation of an article says for each kind. Rows below `wide` speak of the lines around too."""

    rows: dict[str, int]
    weights: np.ndarray
    follows: np.ndarray
    fits: np.ndarray
    kinds: Mapping[str, Mapping[Kind, float]] = field(default_factory=dict)
    wide: int = 0

    def __post_init__(self) -> None:
        self.wide = sum(not is_local(name) for name in self.rows)

    def scores(self, seen: Sequence[Sequence[str]]) -> np.ndarray:
        """For every line the score of every state."""
        return states_from_columns(self.columns(seen), self.fits)

    def columns(self, seen: Sequence[Sequence[str]]) -> np.ndarray:
        """For every line the score of every label and sort."""
        total = np.zeros((len(seen), len(COLUMNS)), dtype=np.float32)
        for low in range(0, len(seen), CHUNK):
            ids, begins = self.ids(seen[low : low + CHUNK])
            around = np.where(ids < self.wide, ids, len(self.rows))
            for place, offset in enumerate(OFFSETS):
                rows = ids if offset == 0 else around
                add_shifted(total, np.add.reduceat(self.weights[place][rows], begins, axis=0), low, offset)
        return total

    def ids(self, seen: Sequence[Sequence[str]]) -> tuple[np.ndarray, np.ndarray]:
        """The rows of all observations one after the other, and where each line's begin."""
        rows, nothing = self.rows, len(self.rows)
        flat: list[int] = []
        begins: list[int] = []
        for observations in seen:
            begins.append(len(flat))
            flat.extend([row for name in observations if (row := rows.get(name)) is not None] or [nothing])
        return np.array(flat, dtype=np.int64), np.array(begins, dtype=np.int64)

    def transitions(self) -> np.ndarray:
        """Scores from state to state, NEVER where the grammar forbids."""
        return np.where(LEGAL, self.follows[np.ix_(LABEL_OF, LABEL_OF)], NEVER).astype(np.float32)


def states_from_columns(columns: np.ndarray, fits: np.ndarray) -> np.ndarray:
    by_sort = columns[:, SORT_OF]
    by_sort[:, IS_OUTSIDE] = 0
    return columns[:, LABEL_OF] + by_sort + fits


def add_shifted(total: np.ndarray, said: np.ndarray, low: int, offset: int) -> None:
    """Add what lines from `low` on say to the lines `offset` before them."""
    first = low - offset
    begin, end = max(0, first), min(len(total), first + len(said))
    if begin < end:
        total[begin:end] += said[begin - first : end - first]


def best_path(scores: np.ndarray, transitions: np.ndarray) -> list[int]:
    """The likeliest sequence of states (Viterbi)."""
    count = len(scores)
    if not count:
        return []
    back = np.zeros(scores.shape, dtype=np.uint8 if scores.shape[1] < 256 else np.uint16)
    current = np.where(OPENING, scores[0], scores[0] + NEVER)
    into = np.ascontiguousarray(transitions.T)
    every = np.arange(scores.shape[1])
    for index in range(1, count):
        ways = into + current
        came = ways.argmax(axis=1)
        back[index] = came
        current = ways[every, came] + scores[index]
        current -= current.max()
    path = [int(current.argmax())]
    for index in range(count - 1, 0, -1):
        path.append(int(back[index, path[-1]]))
    return path[::-1]


def certainties(scores: np.ndarray, transitions: np.ndarray, path: Sequence[int]) -> list[float]:
    """For every line the probability of its state on the path, given the whole page."""
    count, width = scores.shape
    move = _exponents(transitions)
    back = np.ascontiguousarray(move.T)
    forward = np.empty((count, width), dtype=np.float32)
    for low in range(0, count, CHUNK):
        forward[low : low + CHUNK] = _line_exponents(scores[low : low + CHUNK])
    emit = forward.copy()
    forward[:1] *= OPENING
    before = np.ones(width, dtype=np.float32)
    for index in range(count):
        current = forward[index]
        if index:
            current *= before @ move
        current /= current.sum() or 1
        before = current
    found = [0.0] * count
    backward = np.ones(width, dtype=np.float32)
    for index in range(count - 1, -1, -1):
        here = forward[index] * backward
        found[index] = min(1.0, float(here[path[index]] / (here.sum() or 1)))
        backward = (emit[index] * backward) @ back
        backward /= backward.max() or 1
    return found


def _line_exponents(scores: np.ndarray) -> np.ndarray:
    """Exponentials up to a factor a line, 0 for what is forbidden."""
    peaks = scores.max(axis=1, keepdims=True)
    return np.exp(np.maximum(scores - peaks, -80)) * (scores > NEVER / 2)


def _exponents(scores: np.ndarray) -> np.ndarray:
    """Exponentials up to a factor, 0 for what is forbidden."""
    return np.exp(np.maximum(scores - scores.max(), -80)) * (scores > NEVER / 2)


def is_local(name: str) -> bool:
    return name.startswith(LOCAL)


def rows_of(names: Iterable[str]) -> dict[str, int]:
    """A row for every observation; those that speak of the lines around too come first."""
    return {name: row for row, name in enumerate(sorted(names, key=lambda name: (is_local(name), name)))}


def load(path: Path = WEIGHTS) -> Model:
    data = json.loads(path.read_text(encoding="utf-8"))
    place = {name: index for index, name in enumerate(COLUMNS)}
    rows = rows_of({name for said in data["lines"].values() for name in said})
    weights = np.zeros((len(OFFSETS), len(rows) + 1, len(COLUMNS)), dtype=np.float32)
    for o, offset in enumerate(OFFSETS):
        for name, row in data["lines"][f"{offset:+d}"].items():
            for column, weight in row.items():
                weights[o, rows[name], place[column]] = weight
    follows = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for before, row in data["follows"].items():
        for after, weight in row.items():
            follows[place[before], place[after]] = weight
    fits = np.array([data["fits"].get(state.name, 0) for state in STATES], dtype=np.float32)
    kinds = {
        name: {Kind(kind): weight for kind, weight in row.items()} for name, row in data["kinds"].items()
    }
    return Model(rows, weights, follows, fits, kinds)


def as_json(model: Model) -> dict:
    """The model as a readable object; weights too small to matter are left out."""
    names = sorted(model.rows, key=model.rows.get)
    lines = {}
    for o, offset in enumerate(OFFSETS):
        lines[f"{offset:+d}"] = {
            name: row for name in sorted(names) if (row := _row(COLUMNS, model.weights[o, model.rows[name]]))
        }
    follows = {before: _row(LABELS, model.follows[i]) for i, before in enumerate(LABELS)}
    fits = {
        state.name: round(float(weight), 2)
        for state, weight in zip(STATES, model.fits, strict=True)
        if abs(weight) >= 0.01
    }
    return {"lines": lines, "follows": follows, "fits": fits, "kinds": model.kinds}


def _row(columns: Sequence[str], weights: np.ndarray) -> dict[str, float]:
    return {
        name: round(float(weight), 2)
        for name, weight in zip(columns, weights, strict=True)
        if abs(weight) >= SMALLEST
    }
