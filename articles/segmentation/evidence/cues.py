"""Phrases that say what a line is. The table is `cues.json`, in folded characters."""

import json
import re
from pathlib import Path

from articles.segmentation.lines import Layout, Line

SHORT = 60  # a longer line is text: only its ends are looked at
TRIM = re.compile(r"[\s【】〖〗\[\]:：·•■□◆●★▲*|—\-<>《》“”]+")
# A standing label before text on the same line: 【遗失】…, 编者按:…, ▲链接 …
OPENING = re.compile(
    r"[^\w【\[〖(]{0,2}(?:[【\[〖(]([^】\]〗)]{2,8})[】\]〗)]|([\u4e00-\u9fff]{2,7})(?:[::\s*]))(?=.)"
)
SERIAL = re.compile(r"(?:\(?\d{1,3}\)?|[①-⑳⑴-⒇]|\([一二三四五六七八九十]{1,3}\))\Z")
IN_TEXT = (
    "said",
    "reporter",
    "lost",
    "auction",
    "hire",
    "obituary",
    "publicity",
    "amends",
    "missing",
    "weather",
)

_table = json.loads(Path(__file__).with_name("cues.json").read_text(encoding="utf-8"))
_heads = [(name, re.compile(pattern)) for name, pattern in _table["head"].items()]
_tails = [(name, re.compile(pattern)) for name, pattern in _table["tail"].items()]
_anywhere = [(name, re.compile(pattern)) for name, pattern in _table["any"].items()]
_in_text = [(name, pattern) for name, pattern in _anywhere if name in IN_TEXT]
_labels: dict[str, list[str]] = {}
for _name, _words in _table["whole"].items():
    for _word in _words.split("|"):
        _labels.setdefault(_word, []).append(_name)


def cue_evidence(line: Line, layout: Layout) -> list[str]:
    text = line.text
    if not text:
        return []
    head, tail = text[:SHORT], text[-SHORT:]
    opening = OPENING.match(head)
    opened = [
        "opens_with=" + name
        for word in (opening.groups() if opening else ())
        for name in _labels.get(word or "", ())
    ]
    found = ["head=" + name for name, pattern in _heads if pattern.match(head)]
    found += ["tail=" + name for name, pattern in _tails if pattern.search(tail)]
    is_text = len(text) > SHORT or (layout.wrapped and len(text) >= layout.width - 1 and "," in text)
    if not is_text:
        found += ["any=" + name for name, pattern in _anywhere if pattern.search(text)]
        if len(text) <= 22:
            found += label_evidence(text)
    else:
        found += ["any=" + name for name, pattern in _in_text if pattern.search(head)]
    return found + opened


def label_evidence(text: str) -> list[str]:
    """Names of standing columns and set headings in a short line, whole or at one of its ends.

    >>> label_evidence("今 日 谈")
    ['label=column_comment']
    >>> label_evidence("云江短评")
    ['ends_in=column_comment', 'ends_in=column_sidebar']
    """
    bare = TRIM.sub("", text)
    word = SERIAL.sub("", bare)
    found = ["numbered"] if word != bare else []
    whole = _labels.get(word)
    if whole:
        return found + ["label=" + name for name in whole]
    if len(word) <= 12:
        for size in (4, 3, 2):
            names = _labels.get(word[-size:]) if len(word) > size else None
            if names:
                found += ["ends_in=" + name for name in names]
                break
        for size in (4, 3, 2):
            names = _labels.get(word[:size]) if len(word) > size else None
            if names:
                found += ["starts_with=" + name for name in names]
                break
    return found
