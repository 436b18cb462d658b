"""The sample newspaper: is it labelled rightly, and does the reader read it?"""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from articles.reading import as_json, read
from articles.transcription import from_path

ROOT = Path(__file__).parent.parent.parent
GOLD = Path(__file__).parent / "gold"
PAGES = {f"{path.parent.name}_{path.stem}": path for path in sorted((ROOT / "sample").rglob("*.txt"))}
SCORER = ROOT.parent / "shared" / "pages" / "score.py"

FIELDS = (
    "column",
    "kicker",
    "headline",
    "deck",
    "lead",
    "agency",
    "dateline",
    "byline_text",
    "credit",
    "tail",
)
LISTS = ("paragraphs", "subheads", "captions")
# White space and markdown are no text.
NO_TEXT = re.compile(r"[\s#*>]+")


def gold(name):
    return json.loads((GOLD / f"{name}.gold.json").read_text(encoding="utf-8"))


def squeezed(text):
    return NO_TEXT.sub("", text or "")


@pytest.fixture(scope="module")
def readings():
    pages = {name: from_path(path) for name, path in PAGES.items()}
    return {name: as_json(page, read(page)) for name, page in pages.items()}


def test_every_page_is_labelled():
    assert [f"{name}.gold.json" for name in PAGES] == sorted(path.name for path in GOLD.iterdir())


@pytest.mark.parametrize("name", PAGES)
def test_label_quotes_its_page(name):
    reading = gold(name)
    lines = PAGES[name].read_text(encoding="utf-8").splitlines()
    printed = squeezed("".join(lines))
    # A running head may stand in the midst of a paragraph.
    running = squeezed("".join(line for line in lines if line not in reading["furniture"]))
    for article in reading["articles"]:
        named = [
            form for kind in ("people", "organizations") for entry in article[kind] for form in entry["forms"]
        ]
        quoted = [line for field in FIELDS for line in (article[field] or "").splitlines()]
        quoted += [text for field in LISTS for text in article[field]] + named
        assert [text for text in quoted if squeezed(text) not in running] == []
    assert [text for text in reading["furniture"] if squeezed(text) not in printed] == []


@pytest.mark.parametrize("name", PAGES)
def test_page_is_found_out_from_what_it_prints(name, readings):
    expected, found = gold(name)["page"], readings[name]["page"]
    assert {key: found[key] for key in expected} == expected


def test_headlines_are_found(readings):
    expected = {(name, squeezed(article["headline"])) for name in PAGES for article in gold(name)["articles"]}
    found = {
        (name, squeezed(article["headline"])) for name in PAGES for article in readings[name]["articles"]
    }
    assert len(expected & found) >= 0.9 * len(expected), sorted(expected - found)


def test_reading_scores_against_the_labels(readings, tmp_path):
    if not SCORER.exists():
        pytest.skip("the scorer of the shared pages is not here")
    predicted, texts = tmp_path / "predicted", tmp_path / "texts"
    predicted.mkdir()
    texts.mkdir()
    for name, reading in readings.items():
        (predicted / f"{name}.json").write_text(json.dumps(reading, ensure_ascii=False), encoding="utf-8")
        (texts / f"{name}.txt").write_bytes(PAGES[name].read_bytes())
    command = [sys.executable, "-B", SCORER, GOLD, predicted, "--txt", texts]
    wanted = ["--min", "article_f1=0.9", "--min", "kept=1"]
    done = subprocess.run([*command, *wanted], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
