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
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from articles.segmentation.drafts import Kind
from articles.segmentation.evidence import observe
from articles.segmentation.grammar import BEGIN, LABELS, LEGAL, OPENING, STATES
from articles.segmentation.kinds import HEADINGS, kind_evidence
from articles.segmentation.lines import layout_of, lines_of
from articles.segmentation.model import (
    COLUMNS,
    IS_OUTSIDE,
    LABEL_OF,
    NEVER,
    OFFSETS,
    SORT_OF,
    WEIGHTS,
    Model,
    add_shifted,
    as_json,
    rows_of,
    states_from_columns,
)
from articles.segmentation.pieces import Decoded, gather

from .labelled_lines import states_of
from .marked_pages import MarkedPage, Printed, Shape, load, render
from .page_variants import mix

EPOCHS = 8
MIXED = 500
RATE = 0.1
L2 = 1e-3
BATCH = 4  # pages of about one length that share a step
KEEP = 0.6  # share of the observations shown in a step: no single one may carry a page
NEVER_HIDDEN = ("seam=", "gaps=")  # what parts a text from the next stands in for nothing else
BEGINS = np.array([state.mark == BEGIN for state in STATES], dtype=np.float32)
SEEN_ON_PAGES = 8  # a word is learnt when it occurs in as many pages
OPENING_BONUS = (
    1.5  # hidden observations make the weights shy to begin an article: measured on pages left out
)
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
    Shape(sep=1, widths=(13, 22, 16), indent="　　", markdown=False),
    Shape(sep=1, widths=(15, 27, 18, 15), indent="", markdown=False),
    Shape(sep=1, artsep=2, widths=(0, 24, 0), indent="  ", markdown=False),
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


def examples_of(
    pages: Sequence[MarkedPage], mixed: int, leading: Collection[str] = (), seed: int = 7
) -> list[Example]:
    """The pages in several shapes, and `mixed` pages put together anew, each in one shape.

    Of the pages named in `leading`, whose gold sets the conventions, every shape counts twice, of the others
    every second shape; without leading pages all count alike.
    """
    lead = [page for page in pages if page.name in leading] or list(pages)
    found = [example(render(page, shape)) for page in lead for shape in SHAPES]
    found += found if leading else []
    others = [page for page in pages if page.name not in {one.name for one in lead}]
    for number, page in enumerate(others):
        found += [
            example(render(page, SHAPES[(number + step) % len(SHAPES)])) for step in range(0, len(SHAPES), 2)
        ]
    dice = random.Random(seed)
    for _ in range(mixed):
        pool = lead if leading and dice.random() < 0.5 else pages
        found.append(example(render(mix(pool, dice), dice.choice(MORE_SHAPES))))
    return found


def vocabulary(examples: Sequence[Example]) -> dict[str, int]:
    """Observations worth a weight: those on several pages by several sources."""
    pages: dict[str, set[str]] = {}
    for one in examples:
        for name in {name for line in one.seen for name in line}:
            pages.setdefault(name, set()).add(one.source)
    needed = {name for name, where in pages.items() if len(where) >= (SEEN_ON_PAGES if _is_word(name) else 2)}
    return rows_of(needed)


def _is_word(name: str) -> bool:
    return name.startswith(("begins ", "ends ", "has "))


def marginals(
    scores: Sequence[np.ndarray], transitions: np.ndarray
) -> tuple[list[np.ndarray], np.ndarray, float]:
    """For pages of about one length: the probability of every state of every line, the expected number of every
    pair of states in sequence, and the logarithm of the sum over all sequences."""
    lengths = np.array([len(page) for page in scores])
    longest, width = lengths.max(), len(transitions)
    emit = np.ones((longest, len(scores), width), dtype=np.float32)
    peaks = 0.0
    for number, page in enumerate(scores):
        peak = page.max(axis=1)
        emit[: len(page), number] = np.exp(np.maximum(page - peak[:, None], -60))
        peaks += float(peak.sum())
    move = np.exp(np.maximum(transitions, -60)).astype(np.float32)
    move[transitions <= NEVER / 2] = 0
    forward = np.empty_like(emit)
    scale = np.ones((longest, len(scores)), dtype=np.float32)
    current = np.where(OPENING, emit[0], 0)
    for index in range(longest):
        if index:
            current = (current @ move) * emit[index]
        scale[index] = np.maximum(current.sum(axis=1), 1e-30)
        current = current / scale[index][:, None]
        forward[index] = current
    backward = np.ones_like(emit)
    pulls = np.zeros_like(emit[1:])
    for index in range(longest - 2, -1, -1):
        pull = emit[index + 1] * backward[index + 1] / scale[index + 1][:, None]
        ended = index + 1 >= lengths
        pull[ended] = 0
        pulls[index] = pull
        backward[index] = np.where(ended[:, None], 1, pull @ move.T)
    pairs = (forward[:-1].reshape(-1, width).T @ pulls.reshape(-1, width)) * move
    inside = np.arange(longest)[:, None] < lengths
    likely = [forward[:length, i] * backward[:length, i] for i, length in enumerate(lengths)]
    return likely, pairs, float(np.log(scale[inside]).sum()) + peaks


@dataclass(frozen=True)
class Shown:
    """An example by the rows of its observations: `ids` line after line, `owners` the line of each."""

    ids: np.ndarray
    owners: np.ndarray
    kept: np.ndarray  # never hidden
    gold: np.ndarray


class Fitter:
    """Adagrad on the negative log-likelihood, a few pages a step."""

    def __init__(self, rows: dict[str, int]) -> None:
        self.model = Model(
            rows,
            np.zeros((len(OFFSETS), len(rows) + 1, len(COLUMNS)), dtype=np.float32),
            np.zeros((len(LABELS), len(LABELS)), dtype=np.float32),
            np.zeros(len(STATES), dtype=np.float32),
        )
        self.dice = np.random.default_rng(11)
        self.squares = [np.full_like(part, 1e-2) for part in self._parts()]
        self.to_label = np.zeros((len(STATES), len(COLUMNS)), dtype=np.float32)
        self.to_label[np.arange(len(STATES)), LABEL_OF] = 1
        inside = ~IS_OUTSIDE
        self.to_label[np.arange(len(STATES))[inside], SORT_OF[inside]] = 1

    def _parts(self) -> tuple[np.ndarray, ...]:
        return self.model.weights, self.model.follows, self.model.fits

    def shown(self, one: Example) -> Shown:
        rows = self.model.rows
        known = [
            (row, line, name.startswith(NEVER_HIDDEN))
            for line, names in enumerate(one.seen)
            for name in names
            if (row := rows.get(name)) is not None
        ]
        ids, owners, kept = (np.array(column) for column in zip(*known, strict=True))
        return Shown(ids, owners, kept, one.gold)

    def step(self, pages: Sequence[Shown], keep: float = 1.0) -> float:
        """One move towards what `pages` teach; the loss before it. `keep` is the share of observations shown."""
        model = self.model
        seen = [self._some(page, keep) for page in pages]
        scores = [
            states_from_columns(self._columns(ids, owners, len(page.gold)), model.fits)
            for (ids, owners), page in zip(seen, pages, strict=True)
        ]
        moves = model.transitions()
        likely, pairs, total = marginals(scores, moves)
        follows, fits, told = pairs, np.zeros_like(model.fits), 0.0
        errors = []
        for score, chance, page in zip(scores, likely, pages, strict=True):
            gold, lines = page.gold, np.arange(len(page.gold))
            told += score[lines, gold].sum() + np.maximum(moves[gold[:-1], gold[1:]], -60).sum()
            chance[lines, gold] -= 1
            np.add.at(follows, (gold[:-1], gold[1:]), -1)
            fits += chance.sum(axis=0)
            errors.append(chance @ self.to_label)
        self._update_lines(seen, errors)
        labels = self.to_label[:, : len(LABELS)]
        self._update(1, slice(None), labels.T @ (follows * LEGAL) @ labels)
        self._update(2, slice(None), fits)
        return float(total - told)

    def _some(self, page: Shown, keep: float) -> tuple[np.ndarray, np.ndarray]:
        chosen = page.kept | (self.dice.random(len(page.ids)) < keep)
        return page.ids[chosen], page.owners[chosen]

    def _columns(self, ids: np.ndarray, owners: np.ndarray, count: int) -> np.ndarray:
        total = np.zeros((count, len(COLUMNS)), dtype=np.float32)
        for place, offset in enumerate(OFFSETS):
            wide = slice(None) if offset == 0 else ids < self.model.wide
            lines, begins = np.unique(owners[wide], return_index=True)
            said = np.zeros_like(total)
            said[lines] = np.add.reduceat(self.model.weights[place][ids[wide]], begins, axis=0)
            add_shifted(total, said, 0, offset)
        return total

    def _update_lines(
        self, seen: Sequence[tuple[np.ndarray, np.ndarray]], errors: Sequence[np.ndarray]
    ) -> None:
        sizes = np.cumsum([0, *(len(error) for error in errors)])
        lows = np.concatenate([np.full(len(ids), low) for (ids, _), low in zip(seen, sizes, strict=False)])
        highs = np.concatenate(
            [np.full(len(ids), high) for (ids, _), high in zip(seen, sizes[1:], strict=True)]
        )
        ids = np.concatenate([ids for ids, _ in seen])
        owners = np.concatenate([owners for _, owners in seen]) + lows
        order = np.argsort(ids, kind="stable")
        ids, owners, lows, highs = ids[order], owners[order], lows[order], highs[order]
        touched, begins = np.unique(ids, return_index=True)
        narrow = int(np.searchsorted(touched, self.model.wide))
        error = np.concatenate(errors).astype(np.float32)
        for place, offset in enumerate(OFFSETS):
            count = len(touched) if offset == 0 else narrow
            end = len(ids) if offset == 0 or narrow == len(touched) else begins[narrow]
            about = owners[:end] - offset
            inside = (about >= lows[:end]) & (about < highs[:end])
            said = error[np.where(inside, about, 0)] * inside[:, None]
            self._update(0, (place, touched[:count]), np.add.reduceat(said, begins[:count], axis=0))

    def _update(self, part: int, where: object, gradient: np.ndarray) -> None:
        weights, squares = self._parts()[part], self.squares[part]
        gradient = gradient + L2 * weights[where]
        squares[where] += gradient**2
        weights[where] -= RATE * gradient / np.sqrt(squares[where])


def averaged(models: Sequence[Model]) -> Model:
    """The mean of several fits: what only one of them holds is mostly chance."""
    rows = rows_of({name for model in models for name in model.rows})
    weights = np.zeros((len(OFFSETS), len(rows) + 1, len(COLUMNS)), dtype=np.float32)
    for model in models:
        places = [rows[name] for name in model.rows]
        weights[:, places] += model.weights[:, list(model.rows.values())] / len(models)
    follows, fits = (
        sum(getattr(model, part) for model in models) / len(models) for part in ("follows", "fits")
    )
    return Model(rows, weights, follows, fits)


def fit_several(
    pages: Sequence[MarkedPage], mixed: int, leading: Collection[str], seeds: Iterable[int]
) -> Model:
    """The mean of a fit for each seed, each with other pages put together anew."""
    return averaged([fit(examples_of(pages, mixed, leading, seed)) for seed in seeds])


def fit(examples: Sequence[Example], epochs: int = EPOCHS, say: bool = True) -> Model:
    fitter = Fitter(vocabulary(examples))
    dice = random.Random(3)
    shown = sorted((fitter.shown(one) for one in examples), key=lambda page: len(page.gold))
    batches = [shown[low : low + BATCH] for low in range(0, len(shown), BATCH)]
    total = None
    for epoch in range(epochs):
        dice.shuffle(batches)
        loss = sum(fitter.step(batch, KEEP) for batch in batches)
        if say:
            print(f"epoch {epoch + 1}: {loss / len(shown):.2f} a page", flush=True)
        if epoch >= epochs // 2:  # the later models averaged
            now = [part.copy() for part in fitter._parts()]
            total = now if total is None else [a + b for a, b in zip(total, now, strict=True)]
    weights, follows, fits = (part / (epochs - epochs // 2) for part in total)
    return Model(fitter.model.rows, weights, follows, fits + OPENING_BONUS * BEGINS)


KIND_ROUNDS = 120
KIND_RATE = 0.3
KIND_L2 = 1e-4
KIND_KEEP = 0.8  # share of the observations of an article shown in a round
KIND_LOOK = 0.7  # how often its column, its other headings, its text are looked at: none may decide alone
PLACES = 3  # of an article
KIND_SEEN = 10  # an observation is learnt from so many examples; an article makes two or four


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
    return kind_weights(told)


def kind_weights(told: Sequence[tuple[set[str], Kind]]) -> dict[str, dict[str, float]]:
    """Softmax regression from evidence to kinds, every round on a part of the evidence."""
    counts = Counter(name for evidence, _ in told for name in evidence)
    names = sorted(name for name, count in counts.items() if count >= KIND_SEEN)
    place = {name: number for number, name in enumerate(names)}
    kinds = list(Kind)
    right = np.zeros((len(told), len(kinds)), dtype=np.float32)
    right[np.arange(len(told)), [kinds.index(kind) for _, kind in told]] = 1
    pairs = [
        (place[name], number)
        for number, (seen, _) in enumerate(told)
        for name in sorted(seen)
        if name in place
    ]
    ids, owners = np.array(pairs).T
    weights = _softmax_regression(ids, owners, right, names)
    return {
        name: row
        for name, values in zip(names, weights, strict=True)
        if (
            row := {kind: round(float(w), 2) for kind, w in zip(kinds, values, strict=True) if abs(w) >= 0.02}
        )
    }


def _softmax_regression(
    ids: np.ndarray, owners: np.ndarray, right: np.ndarray, names: Sequence[str]
) -> np.ndarray:
    by_name = np.argsort(ids, kind="stable")
    begins, begins_by_name = (np.unique(of, return_index=True)[1] for of in (owners, ids[by_name]))
    always = np.array([name.startswith("sort=") for name in names])[ids]
    places = np.array([_place(name) for name in names])[ids]
    weights = np.zeros((len(names), right.shape[1]), dtype=np.float32)
    squares = np.full_like(weights, 1e-3)
    dice = np.random.default_rng(5)
    for _ in range(KIND_ROUNDS):
        looked_at = dice.random((len(right), PLACES)) < KIND_LOOK
        shown = always | ((dice.random(len(ids)) < KIND_KEEP) & looked_at[owners, places])
        shown = shown.astype(np.float32)[:, None]
        scores = np.add.reduceat(weights[ids] * shown, begins, axis=0)
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        error = (likely - right)[owners[by_name]] * shown[by_name]
        gradient = np.add.reduceat(error, begins_by_name, axis=0) / len(right) + KIND_L2 * weights
        squares += gradient**2
        weights -= KIND_RATE * gradient / np.sqrt(squares)
    return weights


def _place(name: str) -> int:
    """Where an observation was made: in the column, in the other headings, in the text."""
    where = name.split(":")[0]
    return 0 if where == "column" else 1 if where in HEADINGS else 2


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
    parser.add_argument("--mixed", type=int, default=MIXED, help="pages put together anew")
    parser.add_argument("--fits", type=int, default=4, help="fits whose mean is taken")
    parser.add_argument("--leading", nargs="*", type=Path, default=[], help="folders whose pages count most")
    parser.add_argument("--held-out", type=Path, help="folder of texts whose sources are not fitted on")
    given = parser.parse_args()
    pages = read_sources(given.sources, given.held_out)
    leading = {file.stem for folder in given.leading for file in folder.glob("*.src")}
    print(f"{len(pages)} pages, {given.fits} fits")
    model = fit_several(pages, given.mixed, leading, range(given.fits))
    model = replace(model, kinds=fit_kinds(pages))
    given.out.write_text(_one_row_a_line(as_json(model)), encoding="utf-8")
    print(f"{given.out}: {given.out.stat().st_size:,} bytes, {len(model.rows)} observations")


if __name__ == "__main__":
    main()
