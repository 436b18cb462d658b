"""The gold reading of a marked-up page: `python -m tools.gold_readings SOURCES… --out DIR`.

Writes for every source its text (`NAME.txt`) and its gold (`NAME.gold.json`), in the schema of `read_page
--json`. A gold reading is the same in whatever shape the page is printed.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from articles.assembling import MARKUP

from .marked_pages import Printed, load, render

FIELDS = {
    "C": "column", "K": "kicker", "H": "headline", "D": "deck", "B": "byline_text", "L": "lead",
    "P": "paragraphs", "S": "subheads", "M": "captions", "R": "credit", "T": "tail", "F": "furniture",
    "X": None,
}  # fmt: skip
NAME = re.compile(r"([‹«])(\??)([^=›»]*)(?:=([^›»]*))?[›»]")
NAMED = {"‹": "people", "«": "organizations"}
MARKS = re.compile(r"⟪(.) ?|⟫")
GOLD_ONLY = "G"


def gold_of(source: str) -> dict:
    """The gold reading of a marked-up page."""
    page = dict.fromkeys(("newspaper", "date", "page_no", "page_name"))
    articles: list[dict] = []
    furniture: list[str] = []
    ids: dict[str, int] = {}
    article: dict | None = None
    for line in source.split("\n"):
        tag, _, rest = line.partition(" ")
        if tag == "@PAGE":
            page |= {key: value for key, value in json.loads(rest).items() if key != "opts"}
        elif tag == "@A":
            article = _article(rest, len(articles), ids)
            articles.append(article)
        elif tag == "@BACK":
            article = articles[ids[rest.strip()]]
        elif tag == "BY":
            article["byline"] += [_contribution(word) for word in rest.split()]
        elif tag in ("AG", "DL"):
            article[{"AG": "agency", "DL": "dateline"}[tag]] = rest
        elif tag in FIELDS:
            _fill(article if tag != "F" else None, furniture, tag, rest)
    for one in articles:
        if isinstance(one["part_of"], str):
            one["part_of"] = ids[one["part_of"]]
    return {"page": page, "articles": articles, "furniture": [line.strip() for line in furniture]}


def _article(words: str, number: int, ids: dict[str, int]) -> dict:
    kind, *facts = words.split()
    said = dict(fact.split("=") for fact in facts)
    if "id" in said:
        ids[said["id"]] = number
    parent = said.get("part_of")
    jumps = {f"{way}_page": int(said[way]) for way in ("to", "from") if way in said}
    texts = (
        "column",
        "kicker",
        "headline",
        "deck",
        "byline_text",
        "lead",
        "agency",
        "dateline",
        "credit",
        "tail",
    )
    lists = ("byline", "paragraphs", "subheads", "subhead_at", "captions", "people", "organizations")
    return {
        "kind": kind,
        **dict.fromkeys(texts),
        **{name: [] for name in lists},
        "part_of": number + int(parent) if parent and parent[0] in "+-" else parent,
        "continues": jumps or None,
    }  # fmt: skip


def _contribution(word: str) -> dict:
    name, _, role = word.partition("/")
    return {"name": name.replace("_", " " if name.isascii() else ""), "role": role or None}


def _fill(article: dict | None, furniture: list[str], tag: str, rest: str) -> None:
    """Put one element's stretches into the fields of its article."""
    paragraph: int | None = None
    for letter, text in _stretches(rest, tag):
        field = FIELDS[letter]
        if field == "furniture":
            furniture.extend(line for line in text.split("\n") if line.strip())
        elif field is None or article is None:
            continue
        elif field == "paragraphs":
            if paragraph is None:
                paragraph = len(article["paragraphs"])
                article["paragraphs"].append("")
            article["paragraphs"][paragraph] = (article["paragraphs"][paragraph] + text).strip()
        elif field == "captions":
            article["captions"].append(text)
        elif field == "subheads":
            article["subheads"].append(text.strip())
            article["subhead_at"].append(len(article["paragraphs"]) if paragraph is None else paragraph)
        else:
            before = article[field]
            article[field] = text.strip() if before is None else f"{before}\n{text.strip()}"
    if article is not None:
        _name(article, rest)


def _stretches(rest: str, tag: str) -> Iterator[tuple[str, str]]:
    """The element's text in stretches of one class, as the gold has it."""
    plain = NAME.sub(lambda match: match.group(3), rest).replace("⏎", "").replace("␤", "\n")
    stack, found = [tag], []
    at = 0
    for mark in MARKS.finditer(plain + "⟫"):
        text = plain[at : mark.start()]
        letter, depth = stack[-1], len(stack)
        if letter == GOLD_ONLY:
            letter, depth = stack[-2], depth - 1
        if FIELDS.get(letter) is None:
            text = ""
        if text and found and found[-1][0] == letter and found[-1][2] == depth:
            found[-1][1] += text
        elif text:
            found.append([letter, text, depth])
        if mark.group(1):
            stack.append(mark.group(1).upper())
        else:
            stack.pop()
        at = mark.end()
    return ((letter, text) for letter, text, _ in found)


def _name(article: dict, rest: str) -> None:
    """Enter the names marked in an element; a name is optional where no place demands it."""
    for mark, optional, form, canonical in NAME.findall(rest):
        form = form.replace("⏎", "").replace("␤", "")
        name, *others = (canonical or form).split("~")
        entries = article[NAMED[mark]]
        entry = next((one for one in entries if one["name"] == name), None)
        if entry is None:
            entry = {"name": name, "forms": [], "optional": bool(optional)}
            entries.append(entry)
        if form not in entry["forms"]:
            entry["forms"].append(form)
        if others:
            entry["also"] = sorted({*entry.get("also", ()), *others})
        entry["optional"] &= bool(optional)


def faults_of(printed: Printed, gold: dict) -> list[str]:
    """What is in the gold and not on the page: slips of the marks."""
    on_page = _bare(printed.text)
    found = []
    for number, article in enumerate(gold["articles"]):
        texts = [*article["paragraphs"], *article["captions"], *article["subheads"]]
        texts += [line for field in ("column", "kicker", "headline", "deck", "lead", "tail", "byline_text", "credit")
                  for line in (article[field] or "").split("\n")]  # fmt: skip
        whole = "".join(map(_bare, texts))
        names = [(entry, form) for key in NAMED.values() for entry in article[key] for form in entry["forms"]]
        found += [f"article {number}: {form} is not in it" for _, form in names if _bare(form) not in whole]
        by = [one["name"] for one in article["byline"]]
        found += [f"article {number}: {name} is not on the page" for name in by if _bare(name) not in on_page]
    return found


def _bare(text: str) -> str:
    return re.sub(r"\s", "", MARKUP.sub("", text))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sources", nargs="+", type=Path, help="marked-up pages, or folders of them")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    files = [
        file for path in given.sources for file in (sorted(path.glob("*.src")) if path.is_dir() else [path])
    ]
    faults = 0
    for file in files:
        printed, gold = render(load(file)), gold_of(file.read_text(encoding="utf-8"))
        (given.out / f"{file.stem}.txt").write_text(printed.text, encoding="utf-8", newline="")
        (given.out / f"{file.stem}.gold.json").write_text(
            json.dumps(gold, ensure_ascii=False, indent=1), encoding="utf-8"
        )
        for fault in faults_of(printed, gold):
            faults += 1
            print(f"{file.name}: {fault}", file=sys.stderr)
    print(f"{len(files)} pages, {faults} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
