"""Fit the segmenter's weights on marked-up pages: `python -m tools.fit_segmentation SOURCES… [--out FILE]`.

Each page is printed in several shapes (blank lines everywhere, between articles, nowhere; hard-wrapped at
several widths, with and without indents; without markdown), and pages are put together anew from the pieces
of several, so that what is learnt is the manner of newspapers and not of a handful of pages. The weights
maximise the likelihood of the right sequence of labels (a conditional random field, L2-bound, Adagrad).
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from articles.segmentation.drafts import Kind
from articles.segmentation.evidence import observe
from articles.segmentation.grammar import LABELS, LEGAL, STATES
from articles.segmentation.kinds import kind_evidence
from articles.segmentation.lines import layout_of, lines_of
from articles.segmentation.model import (
    COLUMNS,
    IS_OUTSIDE,
    LABEL_OF,
    OFFSETS,
    SORT_OF,
    WEIGHTS,
    Model,
    as_json,
    marginals,
    rows_of,
)
from articles.segmentation.pieces import Decoded, gather

from .labelled_lines import states_of
from .marked_pages import MarkedPage, Printed, Shape, load, render
from .page_variants import mix

EPOCHS = 12
RATE = 0.1
L2 = 1e-3
KEEP = 0.6  # share of the observations shown in a step: no single one may carry a page
NEVER_HIDDEN = ("seam=", "gaps=")  # what parts a text from the next stands in for nothing else
SEEN_ON_PAGES = 3  # a word is learnt when it occurs in as many pages
SHAPES = (
    Shape(),
    Shape(sep=2, markdown=False),
    Shape(sep=1, wrap=0, indent="", markdown=False),
    Shape(sep=1, artsep=2, wrap=0),
    Shape(sep=1, wrap=19, indent="　　", markdown=False),
    Shape(sep=1, wrap=26, indent="", markdown=False),
)
# Pages put together anew are set in these, too.
MORE_SHAPES = (
    *SHAPES,
    Shape(sep=1, wrap=13, indent="　　", markdown=False),
    Shape(sep=1, wrap=22, indent="    ", markdown=False),
)


@dataclass
class Example:
    """A page to learn from: observations by row, and the right states."""

    seen: list[list[str]]
    gold: np.ndarray
    source: str


def example(printed: Printed) -> Example:
    lines = lines_of(printed.text)
    return Example(observe(lines, layout_of(lines)), np.array(states_of(printed, lines)), printed.name)


def examples_of(pages: Sequence[MarkedPage], mixed: int, seed: int = 7) -> list[Example]:
    """Every page in every shape, and `mixed` pages put together anew, each in one shape."""
    found = [example(render(page, shape)) for page in pages for shape in SHAPES]
    dice = random.Random(seed)
    for _ in range(mixed):
        found.append(example(render(mix(pages, dice), dice.choice(MORE_SHAPES))))
    return found


def vocabulary(examples: Sequence[Example]) -> dict[str, int]:
    """Observations worth a weight: those on several pages by several sources."""
    pages: dict[str, set[str]] = {}
    for one in examples:
        for name in {name for line in one.seen for name in line}:
            pages.setdefault(name, set()).add(one.source)
    needed = {name for name, where in pages.items() if len(where) >= SEEN_ON_PAGES or not _is_word(name)}
    return rows_of(needed)


def _is_word(name: str) -> bool:
    return name.startswith(("begins ", "ends "))


class Fitter:
    """Adagrad on the negative log-likelihood, one page a step."""

    def __init__(self, rows: dict[str, int]) -> None:
        self.model = Model(
            rows,
            np.zeros((len(OFFSETS), len(rows) + 1, len(COLUMNS)), dtype=np.float32),
            np.zeros((len(LABELS), len(LABELS)), dtype=np.float32),
            np.zeros(len(STATES), dtype=np.float32),
        )
        self.dice = random.Random(11)
        self.squares = [np.full_like(part, 1e-2) for part in self._parts()]
        self.to_label = np.zeros((len(STATES), len(COLUMNS)))
        self.to_label[np.arange(len(STATES)), LABEL_OF] = 1
        inside = ~IS_OUTSIDE
        self.to_label[np.arange(len(STATES))[inside], SORT_OF[inside]] = 1

    def _parts(self) -> tuple[np.ndarray, ...]:
        return self.model.weights, self.model.follows, self.model.fits

    def step(self, one: Example, keep: float = 1.0) -> float:
        model, gold = self.model, one.gold
        if keep < 1:
            one = replace(
                one,
                seen=[
                    [n for n in line if n.startswith(NEVER_HIDDEN) or self.dice.random() < keep]
                    for line in one.seen
                ],
            )
        scores = model.scores(one.seen)
        moves = model.transitions()
        likely, pairs, total = marginals(scores, moves)
        right = np.zeros_like(likely)
        right[np.arange(len(gold)), gold] = 1
        told = scores[np.arange(len(gold)), gold].sum() + moves[gold[:-1], gold[1:]].sum()
        error = likely - right
        np.add.at(pairs, (gold[:-1], gold[1:]), -1)
        self._update_lines(one, (error @ self.to_label).astype(np.float32))
        labels = self.to_label[:, : len(LABELS)]
        self._update(1, slice(None), (labels.T @ (pairs * LEGAL) @ labels).astype(np.float32))
        self._update(2, slice(None), error.sum(axis=0).astype(np.float32))
        return float(total - told)

    def _update_lines(self, one: Example, error: np.ndarray) -> None:
        ids, starts = self.model.ids(one.seen)
        owners = np.repeat(np.arange(len(starts)), np.diff([*starts, len(ids)]))
        known = ids < len(self.model.rows)
        ids, owners = ids[known], owners[known]
        order = np.argsort(ids, kind="stable")
        ids, owners = ids[order], owners[order]
        touched, begins = np.unique(ids, return_index=True)
        wide = int(np.searchsorted(touched, self.model.wide))
        for place, offset in enumerate(OFFSETS):
            about = owners - offset
            inside = (about >= 0) & (about < len(error))
            said = error[np.clip(about, 0, len(error) - 1)] * inside[:, None]
            count = len(touched) if offset == 0 else wide
            self._update(0, (place, touched[:count]), np.add.reduceat(said, begins, axis=0)[:count])

    def _update(self, part: int, where: object, gradient: np.ndarray) -> None:
        weights, squares = self._parts()[part], self.squares[part]
        gradient = gradient + L2 * weights[where]
        squares[where] += gradient**2
        weights[where] -= RATE * gradient / np.sqrt(squares[where])


def fit(examples: Sequence[Example], epochs: int = EPOCHS, say: bool = True) -> Model:
    fitter = Fitter(vocabulary(examples))
    dice = random.Random(3)
    order = list(examples)
    total = None
    for epoch in range(epochs):
        dice.shuffle(order)
        loss = sum(fitter.step(one, KEEP) for one in order)
        if say:
            print(f"epoch {epoch + 1}: {loss / len(order):.2f} a page", flush=True)
        if epoch >= epochs // 2:  # the later models averaged
            now = [part.copy() for part in fitter._parts()]
            total = now if total is None else [a + b for a, b in zip(total, now, strict=True)]
    count = epochs - epochs // 2
    return Model(fitter.model.rows, *(part / count for part in total))


KIND_ROUNDS = 250
KIND_RATE = 0.3
KIND_L2 = 3e-4


def pieces_of(printed: Printed) -> list[tuple[set[str], Kind]]:
    """The evidence of every article of a page, and its right kind."""
    lines = lines_of(printed.text)
    seen = observe(lines, layout_of(lines))
    decoded = [
        Decoded(number, line, STATES[state])
        for number, (line, state) in enumerate(zip(lines, states_of(printed, lines), strict=True))
    ]
    found, met = [], set()
    for piece in gather(decoded)[0]:
        first = piece.lines[0].line
        article = next(printed.articles[i] for i in range(first.start, first.end) if printed.articles[i] >= 0)
        if article not in met:
            met.add(article)
            found.append((kind_evidence(piece, seen), Kind(printed.kinds[article])))
    return found


def fit_kinds(pages: Sequence[MarkedPage]) -> dict[str, dict[str, float]]:
    """Weights of the kinds: softmax regression over the articles of all pages, in two shapes each."""
    told = [
        one for page in pages for shape in (SHAPES[0], SHAPES[4]) for one in pieces_of(render(page, shape))
    ]
    # Each once more without the sort that decoding gave it, which a page not seen before may have wrong.
    told += [({name for name in evidence if not name.startswith("sort=")}, kind) for evidence, kind in told]
    counts = Counter(name for evidence, _ in told for name in evidence)
    names = sorted(name for name, count in counts.items() if count >= 4)
    place = {name: number for number, name in enumerate(names)}
    kinds = list(Kind)
    shown = np.zeros((len(told), len(names)), dtype=np.float32)
    right = np.zeros((len(told), len(kinds)), dtype=np.float32)
    for number, (evidence, kind) in enumerate(told):
        shown[number, [place[name] for name in evidence if name in place]] = 1
        right[number, kinds.index(kind)] = 1
    weights = np.zeros((len(names), len(kinds)), dtype=np.float32)
    squares = np.full_like(weights, 1e-3)
    for _ in range(KIND_ROUNDS):
        scores = shown @ weights
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        gradient = shown.T @ (likely - right) / len(told) + KIND_L2 * weights
        squares += gradient**2
        weights -= KIND_RATE * gradient / np.sqrt(squares)
    return {
        name: row
        for name, values in zip(names, weights, strict=True)
        if (
            row := {kind: round(float(w), 2) for kind, w in zip(kinds, values, strict=True) if abs(w) >= 0.02}
        )
    }


def read_sources(paths: Iterable[Path], held_out: Path | None = None) -> list[MarkedPage]:
    """The pages in files and folders, without those whose text stands in `held_out` to measure on."""
    kept_apart = {file.stem for file in held_out.glob("*.txt")} if held_out else set()
    files = [file for path in paths for file in (sorted(path.glob("*.src")) if path.is_dir() else [path])]
    return [load(file) for file in files if file.stem not in kept_apart]


def _one_row_a_line(data: dict, depth: int = 0) -> str:
    """JSON with one observation a line: a file that people read and that diffs well."""
    if all(not isinstance(value, dict) for value in data.values()):
        return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    rows = (
        f"{json.dumps(key, ensure_ascii=False)}: {_one_row_a_line(value, depth + 1)}"
        if isinstance(value, dict)
        else f"{json.dumps(key, ensure_ascii=False)}: {value}"
        for key, value in sorted(data.items())
    )
    return "{\n" + ",\n".join(rows) + "\n}" + ("" if depth else "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sources", nargs="+", type=Path, help="marked-up pages, or folders of them")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--mixed", type=int, default=500, help="pages put together anew")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--held-out", type=Path, help="folder of texts whose sources are not fitted on")
    given = parser.parse_args()
    pages = read_sources(given.sources, given.held_out)
    examples = examples_of(pages, given.mixed)
    print(f"{len(pages)} pages, {len(examples)} examples, {sum(len(e.gold) for e in examples)} lines")
    print(Counter(STATES[state].label for one in examples for state in one.gold).most_common())
    model = replace(fit(examples, given.epochs), kinds=fit_kinds(pages))
    given.out.write_text(_one_row_a_line(as_json(model)), encoding="utf-8")
    print(f"{given.out}: {given.out.stat().st_size:,} bytes, {len(model.rows)} observations")


if __name__ == "__main__":
    main()
