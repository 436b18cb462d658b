"""Which province, city or county an article is about, so that 省总工会 and 市人社局 find their owners."""

import re
from collections import Counter
from collections.abc import Sequence

from articles.assembling import Fields
from articles.folding import fold

from .passages import Passage
from .tables import short_region, tables

LEVELS = "省市县区州旗"
PLACED = re.compile(rf"[^\W\d_]{{2,6}}?[{LEVELS}]")
NO_PLACE = frozenset("省市县区州旗中共我本该各原")  # with these no name of a place begins
HEADINGS = ("kicker", "headline", "deck")


class Places:
    """The places of a page by article and level; `in_play` answers for one article."""

    def __init__(self, passages: Sequence[Passage], fields: Sequence[Fields], printed: Sequence[str]) -> None:
        self.text: list[Counter[tuple[str, str]]] = [Counter() for _ in fields]
        self.head: list[Counter[tuple[str, str]]] = [Counter() for _ in fields]
        self.page: Counter[tuple[str, str]] = Counter()
        self.named = {place for passage in passages for place, _ in _levelled(passage)}
        for passage in passages:
            found = Counter(_levelled(passage))
            self.text[passage.article] += found
            self.page += found
            if passage.part.role in HEADINGS:
                self.head[passage.article] += Counter(found)
                self.head[passage.article] += Counter(self._bare(passage.plain))
            self.text[passage.article] += Counter(self._bare(passage.plain))
        for number, its in enumerate(fields):
            self.head[number] += Counter(self._bare(fold(its.dateline or its.lead)))
        for name in printed:  # the newspaper's own name: a weak witness
            self.page += Counter(self._bare(fold(name)))

    def in_play(self, article: int, level: str, parent: int | None = None) -> str:
        """The place of a level that an article is about, with its level word, or ""."""
        sources = [self.head[article], self.text[article]]
        if parent is not None:
            sources += [self.head[parent], self.text[parent]]
        for counted in [*sources, self.page]:
            best = [(n, place) for (place, lvl), n in counted.items() if lvl == level]
            if best:
                return max(best, key=lambda b: (b[0], len(b[1]), b[1]))[1]
        return ""

    def _bare(self, plain: str) -> list[tuple[str, str]]:
        """Places printed without their level: a province's short name, a city's, a county named on the page."""
        found = []
        for province in tables().provinces:
            if short_region(province) in plain:
                found.append((province, "市" if province.endswith("市") else "省"))
        for place in self.named:
            if place[:-1] in plain and len(place) > 2:
                found.append((place, place[-1]))
        return found


def _levelled(passage: Passage) -> list[tuple[str, str]]:
    """Every place printed with its level, alone or at the head of a body: 青川省总工会."""
    found = []
    for start, end, tag in passage.words:
        if tag in ("LOC", "ORG", "ns", "nt"):
            rest, at = passage.plain[start:end], 0
            while match := PLACED.match(rest, at):
                place = match.group()
                if place[0] not in NO_PLACE and place[:2] not in ("全国", "人为"):
                    found.append((place, place[-1]))
                at = match.end()
    return found
