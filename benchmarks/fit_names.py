"""Fit `articles/recognition/weights.json` to the gold names of the development pages.

python benchmarks/fit_names.py            # fit on all pages and write the weights
python benchmarks/fit_names.py --held-out # measure only: each author's pages with weights fitted on the others'
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy
from gold_pages import ROOT, SCORE, GoldPage, gold_pages, names_json
from own_text import own_pages

from articles.folding import fold
from articles.recognition import recognising
from articles.recognition.candidates import Candidate
from articles.recognition.decoding import decode
from articles.recognition.drafts import ORGANIZATION, PERSON
from articles.recognition.finding import Facts, first_round, second_round
from articles.recognition.passages import Passage
from articles.recognition.register import EMPTY
from articles.recognition.surroundings import Surroundings

WEIGHTS = ROOT / "articles" / "recognition" / "weights.json"
KINDS = (PERSON, ORGANIZATION)
AUTHORS = ((1, 12), (13, 19), (20, 20), (24, 27), (28, 29), (32, 35))
OURS = -1  # our own text, read by nobody else
PENALTY = 0.6  # of the squared weights
FOUND = 1.4  # how much more a missed name counts than a false one
RARE = 4  # facts met less often get no weight
Spans = set[tuple[int, int, int, str]]


@dataclass
class Labelled:
    """A page made ready: its passages, and the spans that are names or are not to be judged."""

    gold: GoldPage
    author: int
    passages: list[Passage]
    around: Surroundings
    names: Spans
    optional: list[tuple[int, int, int]]


def label(gold: GoldPage) -> Labelled:
    """A gold page with its names found again in the passages."""
    passages, around = recognising.prepare(gold.page, gold.draft, EMPTY)
    names, optional = set(), []
    for passage in passages:
        article = gold.gold["articles"][passage.article]
        forms = [
            (_plain(form), kind, bool(entity.get("optional")))
            for kind, key in ((PERSON, "people"), (ORGANIZATION, "organizations"))
            for entity in article[key]
            for form in entity["forms"]
        ]
        taken = [False] * len(passage.plain)
        for form, kind, free in sorted(forms, key=lambda f: -len(f[0])):
            at = passage.plain.find(form)
            while at >= 0:
                if not any(taken[at : at + len(form)]):
                    taken[at : at + len(form)] = [True] * len(form)
                    if free:
                        optional.append((id(passage), at, at + len(form)))
                    else:
                        names.add((id(passage), at, at + len(form), kind))
                at = passage.plain.find(form, at + 1)
    number = int(gold.name[1:]) if gold.name[1:].isdigit() else 0
    author = next((i for i, (low, high) in enumerate(AUTHORS) if low <= number <= high), OURS)
    return Labelled(gold, author, passages, around, names, optional)


def _plain(form: str) -> str:
    chars = form.replace("\u3000", " ")
    if not any(c.isascii() and c.isalpha() for c in chars):
        chars = "".join(chars.split())
    return "".join(c if c.isascii() else fold(c) for c in chars)


def judged(page: Labelled, facts: Facts) -> list[tuple[Candidate, list[str], bool]]:
    """Candidates with their labels; those that touch an optional name are left out."""
    rows = []
    for candidate, its in facts:
        here = id(candidate.passage)
        if candidate.span in page.names:
            rows.append((candidate, its, True))
        elif not any(p == here and s < candidate.end and candidate.start < e for p, s, e in page.optional):
            rows.append((candidate, its, False))
    return rows


def fit(rows: Sequence[tuple[Candidate, list[str], bool]]) -> dict[str, dict[str, float]]:
    """Logistic regression for each kind: fact → weight."""
    fitted = {}
    for kind in KINDS:
        mine = [(its, right) for candidate, its, right in rows if candidate.kind == kind]
        counts = Counter(fact for its, _ in mine for fact in set(its))
        index = {fact: i for i, fact in enumerate(sorted(f for f, n in counts.items() if n >= RARE))}
        fitted[kind] = _regress(mine, index)
    return fitted


def _regress(rows: Sequence[tuple[list[str], bool]], index: dict[str, int]) -> dict[str, float]:
    pairs = [(n, index[fact]) for n, (its, _) in enumerate(rows) for fact in set(its) if fact in index]
    row, column = (numpy.array(side) for side in zip(*pairs, strict=True))
    right = numpy.array([float(r) for _, r in rows])
    weight = numpy.zeros(len(index))
    mean, square = numpy.zeros(len(index)), numpy.zeros(len(index))
    for step in range(1, 401):
        odds = numpy.bincount(row, weight[column], len(rows))
        error = (1 / (1 + numpy.exp(-odds)) - right) * (1 + (FOUND - 1) * right)
        slope = numpy.bincount(column, error[row], len(index)) + PENALTY * weight
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        rate = 0.08 * min(1.0, 40 / step + 0.15)
        weight -= rate * (mean / (1 - 0.9**step)) / (numpy.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {fact: round(float(weight[i]), 3) for fact, i in index.items() if abs(weight[i]) >= 0.02}


def judge(weights: dict[str, dict[str, float]], facts: Facts) -> list[tuple[Candidate, float]]:
    """Every candidate with its score under these weights."""
    return [(c, sum(weights[c.kind].get(fact, 0.0) for fact in its)) for c, its in facts]


def two_rounds(pages: list[Labelled]) -> tuple[list[dict], list[Facts], Callable]:
    """Weights of both rounds with each author held out (index -1: none), and the second round's facts."""
    facts = [first_round(page.passages, page.around, EMPTY) for page in pages]
    authors = sorted({page.author for page in pages})
    first = {}
    for left_out in [*authors, None]:
        first[left_out] = fit(
            [row for p, f in zip(pages, facts, strict=True) if p.author != left_out for row in judged(p, f)]
        )
    later = []
    for page, its in zip(pages, facts, strict=True):
        found = decode(judge(first[page.author], its))
        later.append(second_round(its, found, page.passages, page.around))

    def second(left_out: int | None) -> dict[str, dict[str, float]]:
        return fit(
            [row for p, f in zip(pages, later, strict=True) if p.author != left_out for row in judged(p, f)]
        )

    return first, later, second


def held_out(pages: list[Labelled]) -> None:
    """Print how each author's pages come out under weights that never saw them."""
    _, later, second = two_rounds(pages)
    total, spans = Counter(), Counter()
    for author in range(len(AUTHORS)):
        weights = second(author)
        counted = Counter()
        for page, facts in zip(pages, later, strict=True):
            if page.author != author:
                continue
            found = decode(judge(weights, facts))
            spans += _span_counts(page, found)
            names = recognising.conclude(
                page.gold.page, page.gold.draft, found, page.passages, page.around, EMPTY
            )
            counted += SCORE.score_page(
                page.gold.page.text, page.gold.gold, names_json(page.gold.gold, names)
            )
        total += counted
        low, high = AUTHORS[author]
        print(f"d{low:02}-d{high:02}", _line(SCORE.metrics(counted)))
    print("all    ", _line(SCORE.metrics(total)))
    for kind in KINDS:
        right, found, gold = (spans[kind, what] for what in ("right", "found", "gold"))
        print(
            f"spans  {kind}: P {right / found:.3f} R {right / gold:.3f} F1 {2 * right / (found + gold):.3f}"
        )


def _line(metrics: dict[str, float]) -> str:
    keys = ("people_f1", "people_form_f1", "org_f1", "org_form_f1", "byline_f1", "byline_role")
    return "  ".join(f"{key} {metrics[key]:.3f}" for key in keys)


def _span_counts(page: Labelled, found: Sequence[tuple[Candidate, float]]) -> Counter:
    counts = Counter()
    free = {(p, s, e) for p, s, e in page.optional}
    for candidate, _ in found:
        if candidate.span in page.names:
            counts[candidate.kind, "right"] += 1
        if candidate.span[:3] not in free:
            counts[candidate.kind, "found"] += 1
    for name in page.names:
        counts[name[3], "gold"] += 1
    return counts


def main() -> None:
    pages = [label(gold) for gold in (*gold_pages("dev"), *own_pages())]
    if "--held-out" in sys.argv:
        held_out(pages)
        return
    first, _, second = two_rounds(pages)
    fitted = {"first": first[None], "second": second(None)}
    WEIGHTS.write_text(
        json.dumps(fitted, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
