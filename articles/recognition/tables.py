"""What the room knows of Chinese names: word tables, read once from `words/`."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


def sections(name: str) -> dict[str, list[str]]:
    """The words of a file by its [section]; lines that begin with # are remarks."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[] ")
        elif line.strip() and not line.startswith("#"):
            found.setdefault(section, []).extend(line.split())
    return found


def rows(name: str) -> list[list[str]]:
    """The lines of a file, each as its words."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line.strip() and not line.startswith("#")]


@dataclass(frozen=True)
class Tables:
    """Every table, ready to be asked. `tables()` gives the one that all share."""

    surnames: dict[str, str]  # a surname and how usual it is: common, rare, everyday, traditional, compound
    titles: dict[str, str]  # a title and its sort: post, honour, occupation
    address: dict[str, str]  # what follows a surname (师傅), "strong" or "weak"
    address_before: frozenset[str]  # 老, 小
    speech: frozenset[str]  # what follows a name that acts: 说, 介绍
    endings: dict[str, str]  # how a body's name ends, and what it then is
    departments: dict[str, str]  # 人社局 → 人力资源和社会保障局
    bodies: dict[str, str]  # any form of a body that needs no place, and its full name
    kinds: frozenset[str]  # 公司, 学校: a kind of body, no body
    events: frozenset[str]
    places: frozenset[str]  # endings of places that are no bodies
    provinces: frozenset[str]  # 广西壮族自治区
    regions: dict[str, str]  # every form of a region, and what it is: province, city, country
    foreign: frozenset[str]  # characters that spell foreign names

    @cached_property
    def longest_title(self) -> int:
        return max(map(len, self.titles))

    @cached_property
    def longest_ending(self) -> int:
        return max(map(len, self.endings))

    @cached_property
    def longest_body(self) -> int:
        return max(map(len, self.bodies))

    def title_before(self, text: str, end: int) -> str:
        """The longest title that ends at `end`, or ""."""
        for size in range(min(self.longest_title, end), 1, -1):
            if text[end - size : end] in self.titles:
                return text[end - size : end]
        return ""

    def title_after(self, text: str, start: int) -> str:
        """The longest title that starts at `start`, or ""."""
        for size in range(self.longest_title, 1, -1):
            if text[start : start + size] in self.titles:
                return text[start : start + size]
        return ""

    def ending_at(self, text: str, end: int) -> str:
        """The longest ending of a body's name that ends at `end`, or ""."""
        for size in range(min(self.longest_ending, end), 0, -1):
            if text[end - size : end] in self.endings:
                return text[end - size : end]
        return ""

    def surname_of(self, name: str) -> str:
        """The surname that a Chinese name begins with, or ""."""
        if name[:2] in self.surnames and len(name) > 2:
            return name[:2]
        return name[:1] if name[:1] in self.surnames else ""


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The tables, read when first asked for."""
    address = sections("address.txt")
    nots = sections("not_bodies.txt")
    return Tables(
        surnames=_surnames(),
        titles={word: sort for sort, words in sections("titles.txt").items() for word in words},
        address={
            **dict.fromkeys(address["strong"], "strong"),
            **dict.fromkeys(address["weak"], "weak"),
        },
        address_before=frozenset(address["before"]),
        speech=frozenset(word for row in rows("speech.txt") for word in row),
        endings={word: kind for kind, words in sections("body_endings.txt").items() for word in words},
        departments=dict(rows("departments.txt")),
        bodies={form: row[0] for row in reversed(rows("bodies.txt")) for form in row},
        kinds=frozenset(nots["kinds"]),
        events=frozenset(nots["events"]),
        places=frozenset(nots["places"]),
        provinces=frozenset(sections("regions.txt")["provinces"]),
        regions=_regions(),
        foreign=frozenset("".join(word for row in rows("transliteration.txt") for word in row)),
    )


def _surnames() -> dict[str, str]:
    found = sections("surnames.txt")
    usual: dict[str, str] = {}
    for sort in ("common", "rare", "everyday", "traditional"):
        for character in "".join(found[sort]):
            usual.setdefault(character, sort)
    return usual | dict.fromkeys(found["compound"], "compound")


def short_region(name: str) -> str:
    """A region's name without its level: 广西 for 广西壮族自治区.

    >>> short_region("甘肃省"), short_region("内蒙古自治区"), short_region("朝阳")
    ('甘肃', '内蒙古', '朝阳')
    """
    for level in ("壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区", "自治区", "省", "市"):
        if name.endswith(level) and len(name) > len(level) + 1:
            return name[: -len(level)]
    return name


def _regions() -> dict[str, str]:
    found = sections("regions.txt")
    regions = dict.fromkeys(found["countries"], "country")
    for city in found["cities"]:
        regions |= {city: "city", city + "市": "city"}
    for province in found["provinces"]:
        regions |= {province: "province", short_region(province): "province"}
    return regions
