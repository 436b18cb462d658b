"""The title that a page prints with a person: 省总工会主席胡某, 局长、党组书记李某, 王某教授."""

import re
from dataclasses import dataclass

from .passages import Passage
from .tables import tables

PREFIXES = ("常务", "原", "副", "前", "时任", "首席", "执行", "名誉", "代", "女")
JOINT = re.compile(r"[、兼]$")


@dataclass(frozen=True)
class Title:
    """A title as printed and its sort: "post", "honour" or "occupation"."""

    text: str = ""
    sort: str = ""


def title_of(passage: Passage, start: int, end: int) -> Title:
    """The title printed directly before or behind a name; before wins, several joined titles are one.

    The sort is that of the title next to the name.
    """
    known, plain = tables(), passage.plain
    word = known.title_before(plain, start)
    if word and start not in passage.gaps:
        first = _joined(plain, start - len(word))
        return Title(passage.text[first:start], known.titles[word])
    word = known.title_after(plain, end)
    if word and end not in passage.gaps:
        return Title(passage.text[end : end + len(word)], known.titles[word])
    return Title()


def _joined(plain: str, start: int) -> int:
    """Go left over 常务, 副 and over titles joined by 、 (党组书记、局长)."""
    known = tables()
    while True:
        prefix = next((p for p in PREFIXES if plain.endswith(p, 0, start)), "")
        start -= len(prefix)
        joint = JOINT.search(plain[:start])
        word = known.title_before(plain, start - 1) if joint else ""
        if not word:
            return start
        start -= 1 + len(word)
