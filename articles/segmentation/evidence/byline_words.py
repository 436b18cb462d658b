"""The words of which bylines are made: `byline_forms.json`, folded, with surnames and titles of one's own."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from articles.folding import fold

from .names import DOUBLE, SURNAMES

FILE = Path(__file__).with_name("byline_forms.json")
SURNAME_COST = 0.3


@dataclass(frozen=True, eq=False)
class Words:
    """What the grammar of bylines asks; all words are folded."""

    table: Mapping[str, tuple[str, ...]]  # the sections of byline_forms.json
    labels: Mapping[str, str]  # 本报记者 and its normal role
    surnames: Mapping[str, float]  # a surname and how little it is to be trusted, compound ones too
    titles: Collection[str] = frozenset()  # 主席, beside the table's posts
    regions: Collection[str] = frozenset()  # 河北
    endings: Collection[str] = frozenset()  # of bodies, beside the table's units

    @cached_property
    def labels_at(self) -> dict[str, list[str]]:
        return _by_first(self.labels)

    @cached_property
    def openings_at(self) -> dict[str, list[str]]:
        return _by_first([*self.table["openings"], *self.table["headings"], *self.table["editors"]])

    @cached_property
    def suffixes_at(self) -> dict[str, list[str]]:
        return _by_first(
            [*self.table["suffixes"], *self.table["weak"], *self.table["supplying"]],
        )

    @cached_property
    def posts(self) -> frozenset[str]:
        return frozenset(self.titles) | frozenset(self.table["posts"])

    @cached_property
    def units(self) -> frozenset[str]:
        return frozenset(self.endings) | frozenset(self.table["unit_endings"])

    @cached_property
    def longest_post(self) -> int:
        return max(map(len, self.posts))

    @cached_property
    def longest_unit(self) -> int:
        return max(map(len, self.units))

    @cached_property
    def person_ending(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{'|'.join(self.table['person_endings'])})\Z")

    @cached_property
    def rest(self) -> re.Pattern[str]:
        """What begins a remark that names no author: 作者系…, 转自…"""
        return re.compile("|".join(self.table["rest"]))

    @cached_property
    def prefixed_label(self) -> re.Pattern[str]:
        """A label with what a paper puts in front: 青石晚报记者, 体育记者, 驻青石记者."""
        before, label = self._any("before_label"), self._any("prefixed")
        return re.compile(
            rf"(?:[^\W\d_]{{0,6}}?(?:{before}){{1,3}}(?:{label})|(?:驻|本报|本刊)[^\W\d_]{{1,6}}?(?:{label}))"
        )

    @cached_property
    def aside(self) -> re.Pattern[str]:
        """What stands in front of a name in running words: 本版照片均由."""
        return re.compile(rf"[^\W\d_]*(?:{self._any('aside')})")

    @cached_property
    def ends_as_opening(self) -> re.Pattern[str]:
        """手账整理：, in which a longer word ends as an opening does."""
        return re.compile(rf"(?:{'|'.join(w for w in self.table['openings'] if len(w) > 1)})\Z")

    @cached_property
    def ends_marked(self) -> re.Pattern[str]:
        """A line whose last word is a mark: 高 明 作."""
        return re.compile(rf"[^\W\d_]\s+(?:{'|'.join(self.marks - {'图', '文'})})\s*$", re.MULTILINE)

    @cached_property
    def marks(self) -> frozenset[str]:
        """The marks of one character that may stand behind a name."""
        return frozenset(w for w in (*self.table["suffixes"], *self.table["weak"]) if len(w) == 1)

    @cached_property
    def sets(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(words) for name, words in self.table.items()}

    def _any(self, section: str) -> str:
        return "|".join(sorted(self.table[section], key=len, reverse=True))

    def post_before(self, plain: str, start: int, end: int) -> str:
        """The longest post that ends at `end`, not before `start`, or ""."""
        for size in range(min(self.longest_post, end - start), 1, -1):
            if plain[end - size : end] in self.posts:
                return plain[end - size : end]
        return ""

    def unit_before(self, plain: str, start: int, end: int) -> str:
        """The longest ending of a unit or place that ends at `end`, not before `start`, or ""."""
        for size in range(min(self.longest_unit, end - start), 0, -1):
            if plain[end - size : end] in self.units:
                return plain[end - size : end]
        return ""

    def surname_of(self, name: str) -> str:
        """The surname with which a name begins, or ""; a compound one only where a given name follows."""
        if name[:2] in self.surnames and len(name) > 2:
            return name[:2]
        return name[:1] if name[:1] in self.surnames else ""


def _by_first(words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(dict.fromkeys(words), key=len, reverse=True):
        found.setdefault(word[0], []).append(word)
    return found


@lru_cache(maxsize=1)
def read_table() -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """The sections of the file, and its labels with their normal roles."""
    raw = json.loads(FILE.read_text(encoding="utf-8"))
    labels = {fold(word): role for role, words in raw.pop("labels").items() for word in words.split()}
    table = {section: tuple(dict.fromkeys(fold(words).split())) for section, words in raw.items()}
    return table, labels


@lru_cache(maxsize=1)
def plain_words() -> Words:
    """The words with the surnames that the segmentation knows, and no titles but the table's."""
    table, labels = read_table()
    surnames = dict.fromkeys(SURNAMES, SURNAME_COST) | dict.fromkeys(DOUBLE.split("|"), SURNAME_COST)
    return Words(table, labels, surnames)
