"""Where organisations may be named: by their endings, in short (省总工会, 东江重机), as known bodies, in Latin."""

import re
from collections.abc import Iterable, Iterator

from .candidates import Candidate
from .drafts import ORGANIZATION
from .passages import Passage
from .tables import tables

LONGEST_BODY = 26
STOPS = re.compile(r"[，。、；：？！,;:?!…—“”‘’\"'《》【】〈〉|\s■●▲◆□△◎★/]")
LATIN_BODY = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]{1,14}(?![A-Za-z0-9])")
TOKEN = re.compile(r"(?<![^\s|])[^\W\d_]+(?![^\s|])")
PLACE_ENDS = "省市县区州旗镇乡村街路河江湖山岛湾人"
LEVELS = "省市县区州旗"
BRACKETED = re.compile(r"[(（][^()（）]{1,6}[)）]")


def bodies_in(passage: Passage) -> Iterator[Candidate]:
    """All spans of a passage that may name an organisation."""
    for source in (_by_ending, _tagged, _placed, _known, _latin):
        name = source.__name__.strip("_")
        for start, end, shape in source(passage):
            if passage.plain[end - 1] != "族" and not any(start < gap < end for gap in passage.gaps):
                yield Candidate(passage, start, end, ORGANIZATION, shape, name)


def _by_ending(passage: Passage) -> Iterable[tuple[int, int, str]]:
    """Every ending with every word boundary to its left as a start."""
    known, plain = tables(), passage.plain
    for end in range(2, len(plain) + 1):
        ending = known.ending_at(plain, end)
        if not ending:
            continue
        if known.endings[ending] == "level":
            yield end - len(ending), end, "level"
        for start in _starts(passage, end - len(ending), end):
            yield start, end, known.endings[ending]


def _starts(passage: Passage, latest: int, end: int) -> Iterable[int]:
    plain = passage.plain
    start = latest
    while start > 0 and end - start < LONGEST_BODY:
        bracket = next(
            (m for m in BRACKETED.finditer(plain, max(0, start - 8), start) if m.end() == start), None
        )
        if bracket:
            start = bracket.start()
            continue
        if STOPS.match(plain[start - 1]) or plain[start - 1] in "()（）":
            break
        start -= 1
        word, cut = passage.word_at[start], passage.cut_at[start]
        if (word and word[0] == start) or (cut and cut[0] == start) or plain[start] in LEVELS:
            yield start


def _tagged(passage: Passage) -> Iterable[tuple[int, int, str]]:
    """What the network holds for an organisation, alone and with the places before it."""
    known, words = tables(), passage.words
    for i, (start, end, tag) in enumerate(words):
        if tag not in ("ORG", "nt", "nz") or end - start < 2:
            continue
        ending = known.ending_at(passage.plain, end)
        shape = known.endings.get(ending, "open")
        yield start, end, shape
        before = i
        while before and words[before - 1][2] in ("LOC", "ns", "ORG") and words[before - 1][1] == start:
            before -= 1
            start = words[before][0]
            yield start, end, shape
    begins, inside = passage.begins["ORG"], passage.inside["ORG"]
    for start, chance in enumerate(begins[:-1]):
        if chance > 0.08:
            end = start + 1
            while end < len(passage.text) and inside[end] > 0.3:
                end += 1
            if end - start > 1:
                yield start, end, known.endings.get(known.ending_at(passage.plain, end), "open")


def _placed(passage: Passage) -> Iterable[tuple[int, int, str]]:
    """A place with one more word, which may be a company or a team: 青川重机, 青川蓝鹰."""
    for (start, middle, tag), (follows, end, _) in zip(passage.words, passage.words[1:], strict=False):
        name = passage.plain[start:end]
        if tag not in ("LOC", "ns") or middle != follows or not 2 <= end - follows <= 3 or len(name) > 7:
            continue
        if name[-1] not in PLACE_ENDS and name[middle - start :] not in tables().titles:
            yield start, end, "placed"
    for match in TOKEN.finditer(passage.plain):
        if 4 <= len(match.group()) <= 6 and passage.part.role == "table_row":
            yield match.start(), match.end(), "token"


def _known(passage: Passage) -> Iterable[tuple[int, int, str]]:
    known, plain = tables(), passage.plain
    for start in range(len(plain) - 1):
        for size in range(min(known.longest_body, len(plain) - start), 1, -1):
            if plain[start : start + size] in known.bodies:
                yield start, start + size, "known"


def _latin(passage: Passage) -> Iterable[tuple[int, int, str]]:
    for match in LATIN_BODY.finditer(passage.text):
        yield match.start(), match.end(), "latin"
