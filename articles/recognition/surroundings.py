"""What lies around a candidate: the page's memory, the network's chances, words and marks at its edges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .candidates import Candidate

# What is said of places and never of people: 河上, 江边, 两岸; 跨江, 沿河.
BESIDE_PLACES = re.compile(
    "[畔边岸]|上[的有游]|[两南北东西]岸|沿岸|大桥|流域|支流|水[位质面]|号[”轮船]|一号|之[星光声]"
)
BEFORE_PLACES = re.compile("(?:横跨|往返|沿着?|渡|跨)\\Z")
BINS = (0.02, 0.1, 0.3, 0.6, 0.9, 0.98)
TAGS = {"person": "PER", "organization": "ORG"}


@dataclass
class Surroundings:
    """What a page knows beyond the passage: its whole text, the articles' kinds, and on the second round
    the names that the first found: `accepted[kind][plain]` is the best score, `licensed` the short forms
    that a full name found on the page allows, with that name."""

    plain: str
    kinds: tuple[str, ...]
    accepted: dict[str, dict[str, float]] = field(default_factory=dict)
    places: dict[str, dict[str, set[tuple[int, int]]]] = field(default_factory=dict)
    licensed: dict[str, str] = field(default_factory=dict)
    registered: dict[str, bool] = field(default_factory=dict)
    authors: tuple[frozenset[str], ...] = ()
    _counts: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    _as_place: dict[str, bool] = field(default_factory=dict)

    def counted(self, plain: str) -> tuple[int, int, int]:
        """How often a text stands on the page, and before and after how many different characters."""
        if plain not in self._counts:
            before, after, at, count = set(), set(), self.plain.find(plain), 0
            while at >= 0 and count < 30:
                count += 1
                before.add(self.plain[at - 1 : at])
                after.add(self.plain[at + len(plain) : at + len(plain) + 1])
                at = self.plain.find(plain, at + len(plain))
            self._counts[plain] = (count, len(before), len(after))
        return self._counts[plain]

    def is_place(self, plain: str) -> bool:
        """Whether the page anywhere speaks of this text as one speaks of a river, a hill or a ship."""
        if plain not in self._as_place:
            found, at = False, self.plain.find(plain)
            while at >= 0 and not found:
                end = at + len(plain)
                found = bool(
                    BESIDE_PLACES.match(self.plain, end)
                    or BEFORE_PLACES.search(self.plain[max(at - 2, 0) : at])
                )
                at = self.plain.find(plain, end)
            self._as_place[plain] = found
        return self._as_place[plain]


def chance(candidate: Candidate) -> float:
    """How likely the network holds just this span for a name of the kind: its weakest character's chance."""
    passage, start, end = candidate.passage, candidate.start, candidate.end
    tag = TAGS[candidate.kind]
    inside = passage.inside[tag]
    lowest = min([passage.begins[tag][start], *inside[start + 1 : end]])
    return min(lowest, 1 - inside[end]) if end < len(passage.text) else lowest


def chance_bin(value: float) -> int:
    return sum(value > edge for edge in BINS)


def relation(covering: list, start: int, end: int) -> str:
    """How a span lies on a word: it is the word, several words, a part of one, or it cuts one."""
    first, last = covering[start], covering[end - 1]
    if first is None or last is None:
        return "none"
    if first is last:
        if (first[0], first[1]) == (start, end):
            return f"is:{first[2]}"
        if first[0] == start:
            return f"head:{group(first[2])}"
        return f"tail:{group(first[2])}" if first[1] == end else f"within:{group(first[2])}"
    if first[0] == start and last[1] == end:
        return f"run:{group(first[2])}-{group(last[2])}"
    if first[0] == start:
        return f"cuts-end:{group(last[2])}"
    return f"cuts-start:{group(first[2])}" if last[1] == end else "cuts-both"


def group(tag: str) -> str:
    if tag in ("PER", "LOC", "ORG", "TIME"):
        return tag
    return {"n": "n", "v": "v", "nr": "nr", "ns": "LOC", "nt": "ORG", "nz": "nz", "m": "m"}.get(tag, "x")


def frame(candidate: Candidate) -> Iterator[str]:
    """The marks on both sides together: between two commas of a list, at a clause's start."""
    passage, start, end = candidate.passage, candidate.start, candidate.end
    plain = passage.plain
    left = mark(plain[start - 1]) if start else "^"
    right = mark(plain[end]) if end < len(plain) else "$"
    if start in passage.gaps:
        left = "gap"
    if end in passage.gaps:
        right = "gap"
    yield f"frame={left}{right}"


def mark(character: str) -> str:
    if character.isalnum():
        return "字"
    if character in "、,，":
        return "、"
    if character in "。！？；!?;…":
        return "。"
    return " " if character.isspace() else character
