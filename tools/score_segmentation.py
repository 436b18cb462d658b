"""What the segmenter reads right: `make score`, or `python -m tools.score_segmentation [--folds N] [--set DIR]…`.

Prints three tables: the shipped weights on the pages that they were fitted on and on the page that is always
held out, and every page read by weights fitted without its source. All pages of one invented newspaper are one
source; sources are left out a tenth at a time. The pages and the scorer lie beside the project, in
`../shared/pages`; those of our own under `tests/pages`.
"""

import argparse
import importlib.util
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from articles.reading import PageReading, as_json
from articles.recognition import EMPTY, recognise
from articles.segmentation.model import Model
from articles.segmentation.segmenting import segment_by, shipped_model
from articles.transcription import PageText

from .fit_segmentation import MIXED, examples_of, fit, fit_kinds
from .gold_readings import gold_of
from .marked_pages import MarkedPage, Shape, load, render

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "pages"
OWN = ROOT / "tests" / "pages" / "src"
FOLDS = 10
# A page counts as its author printed it, or in a shape that hides where its pieces end.
SHAPES = {
    "printed": Shape(),
    "blank lines": Shape(sep=2, markdown=False),
    "no blank line": Shape(sep=1, wrap=0, indent="", markdown=False),
    "wrapped": Shape(sep=1, wrap=17, indent="　　", markdown=False),
    "wrapped, no indent": Shape(sep=1, wrap=24, indent="", markdown=False),
}
SHOWN = (
    "article_f1", "headline", "kicker", "deck", "column", "around", "byline_f1", "paragraph_f1", "kind",
    "kind_coarse", "furniture_f1", "conservation", "kept", "lead", "tail", "subhead_f1", "caption_f1",
    "credit", "part_of", "continues", "text_exact", "page_meta",
)  # fmt: skip
BANDS = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 1.01)


def scorer() -> ModuleType:
    """`score.py` as a module."""
    path = SHARED / "score.py"
    if not path.exists():
        sys.exit(f"The scorer is not at {path}: put the shared folder beside the project.")
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reading_of(model: Model, text: str) -> dict:
    page = PageText(text)
    draft = segment_by(model, text)
    reading = as_json(page, PageReading(draft, recognise(page, draft, (), EMPTY)))
    for article, drafted in zip(reading["articles"], draft.articles, strict=True):
        article["confidence"] = drafted.confidence
    return reading


def source_of(page: MarkedPage) -> str:
    """Pages of one newspaper, or of one printed without a name, are one source."""
    return page.meta.get("newspaper") or page.name


def folds_of(pages: Sequence[MarkedPage], count: int) -> list[list[MarkedPage]]:
    """The pages in `count` parts of about one size; a source lies in one part."""
    sources: dict[str, list[MarkedPage]] = defaultdict(list)
    for page in pages:
        sources[source_of(page)].append(page)
    names = sorted(sources)
    random.Random(5).shuffle(names)
    parts: list[list[MarkedPage]] = [[] for _ in range(min(count, len(names)))]
    for name in sorted(names, key=lambda name: -len(sources[name])):
        min(parts, key=len).extend(sources[name])
    return parts


def read_left_out(
    left_out: Sequence[MarkedPage], pages: Sequence[MarkedPage], mixed: int, leading: set[str]
) -> list[tuple]:
    """(name, shape, text, reading) of the pages left out, by weights fitted on the others."""
    rest = [page for page in pages if page not in left_out]
    model = replace(fit(examples_of(rest, mixed, leading), say=False), kinds=fit_kinds(rest))
    found = []
    for page in left_out:
        for shape in SHAPES:
            text = render(page, SHAPES[shape]).text
            found.append((page.name, shape, text, reading_of(model, text)))
    return found


def table(title: str, columns: dict[str, dict[str, float]]) -> str:
    lines = [title, "", f"| metric | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    for metric in SHOWN:
        cells = (f"{values[metric]:.3f}" for values in columns.values())
        lines.append(f"| {metric} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def calibration(told: Iterable[tuple[float, bool]]) -> str:
    """How many articles are wrong, by the confidence of their reading."""
    lines = ["Articles by confidence", "", "| confidence | articles | wrong |", "|---|---|---|"]
    told, low = sorted(told), 0.0
    for high in BANDS:
        band = [right for sure, right in told if low <= sure < high]
        if band:
            share = 1 - sum(band) / len(band)
            lines.append(f"| {low:.2f}–{min(high, 1):.2f} | {len(band)} | {share:.0%} |")
        low = high
    return "\n".join(lines) + "\n"


def right_articles(score: ModuleType, gold: dict, reading: dict) -> list[tuple[float, bool]]:
    """For every article read, its confidence and whether it is one of the gold's, with its headline."""
    norm = score.norm

    def body(article: dict) -> tuple[str, str]:
        return norm(article["headline"] or ""), "".join(norm(p) for p in article["paragraphs"])

    gold_bodies = {body(article) for article in gold["articles"]}
    return [(article["confidence"], body(article) in gold_bodies) for article in reading["articles"]]


def counted(score: ModuleType, text: str, gold: dict, reading: dict) -> Counter:
    return Counter(score.score_page(text, gold, reading))


def fitted(score: ModuleType, pages: Sequence[MarkedPage], gold: dict[str, dict], shared: set[str]) -> str:
    """The table of the shipped weights."""
    model = shipped_model()
    counts: dict[str, Counter] = defaultdict(Counter)
    for page in pages:
        text = render(page).text
        place = "dev" if page.name in shared else "own"
        counts[place].update(counted(score, text, gold[page.name], reading_of(model, text)))
    for path in sorted((SHARED / "real").glob("*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
        its = json.loads(path.read_text(encoding="utf-8"))
        counts["real, never fitted on"].update(counted(score, text, its, reading_of(model, text)))
    return table("Shipped weights", {name: score.metrics(count) for name, count in counts.items()})


def left_out(
    score: ModuleType,
    pages: Sequence[MarkedPage],
    gold: dict[str, dict],
    shared: set[str],
    given: argparse.Namespace,
) -> str:
    """The tables of weights fitted without the page's source."""
    folds = folds_of(pages, given.folds)
    by_place: dict[str, Counter] = defaultdict(Counter)
    by_shape: dict[str, Counter] = defaultdict(Counter)
    told: list[tuple[float, bool]] = []
    with ProcessPoolExecutor(given.processes) as pool:
        jobs = [pool.submit(read_left_out, fold, pages, given.mixed, shared) for fold in folds]
        for done, job in enumerate(jobs, 1):
            for name, shape, text, reading in job.result():
                count = counted(score, text, gold[name], reading)
                by_shape[shape].update(count)
                if shape == "printed":
                    by_place["dev" if name in shared else "own"].update(count)
                    told += right_articles(score, gold[name], reading)
                    if given.keep:
                        _keep(given.keep, name, text, gold[name], reading)
            print(f"{done} of {len(folds)} parts left out", file=sys.stderr, flush=True)
    title = f"Weights fitted without the page's source ({len(folds)} parts)"
    places = {name: score.metrics(count) for name, count in by_place.items()}
    shapes = {name: score.metrics(count) for name, count in by_shape.items() if name != "printed"}
    return f"{table(title, places | shapes)}\n{calibration(told)}"


def _keep(folder: Path, name: str, text: str, gold: dict, reading: dict) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    for suffix, what in (("gold.json", gold), ("json", reading)):
        (folder / f"{name}.{suffix}").write_text(
            json.dumps(what, ensure_ascii=False, indent=1), encoding="utf-8"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folds", type=int, default=FOLDS, help="0: the shipped weights alone")
    parser.add_argument("--mixed", type=int, default=MIXED, help="pages put together anew in each fit")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="folder to write the left-out readings to")
    given = parser.parse_args()
    score = scorer()
    files = [*sorted((SHARED / "src").glob("*.src")), *sorted(OWN.glob("*.src"))]
    gold = {file.stem: gold_of(file.read_text(encoding="utf-8")) for file in files}
    pages = [load(file) for file in files]
    shared = {file.stem for file in files if file.parent != OWN}
    print(fitted(score, pages, gold, shared))
    if given.folds:
        print(left_out(score, pages, gold, shared, given))


if __name__ == "__main__":
    main()
