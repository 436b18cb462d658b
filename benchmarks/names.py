"""Measure the recognition of names.

    python benchmarks/names.py pages [real|dev]   # gold articles given: people, organisations, bylines
    python benchmarks/names.py errors [real|dev]  # what is missed and what is wrong, page by page
    python benchmarks/names.py spans FOLDER       # predictions for MSRA and CLUENER, and their scores
    python benchmarks/names.py speed              # characters a second, beside jieba's rate

`pages dev` measures on pages that the weights were fitted on; `fit_names.py --held-out` is the fair figure.
"""

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from gold_pages import SCORE, SHARED, GoldPage, gold_pages, names_json

from articles.recognition import recognise
from articles.segmentation import ArticleDraft, Block, Kind, PageDraft, PrintedFacts, Role
from articles.transcription import PageText

METRICS = ("people_f1", "people_form_f1", "org_f1", "org_form_f1", "byline_f1", "byline_role")


def pages(folder: str = "dev") -> None:
    """Scores of `score.py` for names, with the gold's articles given."""
    total = Counter()
    for gold in gold_pages(folder):
        counted = SCORE.score_page(gold.page.text, gold.gold, names_json(gold.gold, read(gold)))
        print(f"{gold.name:12}", _line(counted))
        total += counted
    print(f"{'all':12}", _line(total))


def read(gold: GoldPage) -> tuple:
    """The names of a gold page's articles."""
    return recognise(gold.page, gold.draft)


def _line(counted: Counter) -> str:
    measured = SCORE.metrics(counted)
    return "  ".join(f"{name} {measured[name]:.3f}" for name in METRICS)


def errors(folder: str = "dev") -> None:
    """For each article the gold names that were missed (-) and the names that are none (+)."""
    for gold in gold_pages(folder):
        predicted = names_json(gold.gold, read(gold))
        for number, (mine, right) in enumerate(
            zip(predicted["articles"], gold.gold["articles"], strict=True)
        ):
            for key in ("people", "organizations"):
                found = {e["name"]: e["forms"] for e in mine[key]}
                wanted = {e["name"]: e for e in right[key]}
                allowed = {n for e in right[key] for n in [e["name"], *e.get("also", [])]}
                free = {n for e in right[key] if e.get("optional") for n in [e["name"], *e["forms"]]}
                missed = [
                    f"{name}={'/'.join(e['forms'])}"
                    for name, e in wanted.items()
                    if not e.get("optional") and not {name, *e.get("also", [])} & found.keys()
                ]
                wrong = [
                    f"{name}={'/'.join(forms)}" for name, forms in found.items() if name not in allowed | free
                ]
                if missed or wrong:
                    print(gold.name, number, key[:3], "-", *missed, "\t+", *wrong)


def spans(folder: str) -> None:
    """Write predictions for the public sentences into a folder and score them."""
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    for name in ("msra_test", "cluener_dev"):
        gold = SHARED / "names" / f"{name}.jsonl"
        lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        with (out / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            for line in lines:
                found = [
                    [m.start, m.end, "PER" if m.kind == "person" else "ORG"] for m in sentence(line["text"])
                ]
                file.write(json.dumps({"text": line["text"], "spans": found}, ensure_ascii=False) + "\n")
        print(name)
        subprocess.run(
            [sys.executable, SHARED / "names" / "evaluate.py", gold, out / f"{name}.jsonl"], check=True
        )


def sentence(text: str) -> tuple:
    """The mentions in one sentence, read as a page of one article."""
    article = ArticleDraft(Kind.NEWS, (Block(0, len(text), Role.PARAGRAPH),))
    return recognise(PageText(text), PageDraft(PrintedFacts(), (article,)))[0].mentions


def speed() -> None:
    """Characters a second on the development pages, and jieba's and rjieba's on the same text."""
    import jieba
    import rjieba

    gold = gold_pages("dev")
    count = sum(len(page.page.text) for page in gold)
    jieba.initialize()
    for name, work in (
        ("recognise", lambda page: recognise(page.page, page.draft)),
        ("jieba", lambda page: list(jieba.cut(page.page.text))),
        ("rjieba", lambda page: rjieba.cut(page.page.text)),
    ):
        work(gold[0])
        start = time.perf_counter()
        for page in gold:
            work(page)
        print(f"{name:10} {count / (time.perf_counter() - start):12,.0f} characters/s")


if __name__ == "__main__":
    {"pages": pages, "errors": errors, "spans": spans, "speed": speed}[sys.argv[1]](*sys.argv[2:])
