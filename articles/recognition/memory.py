"""What a page teaches about its own names: names seen once are looked for everywhere else on it, and a full
name allows short ones (青川纺织集团有限公司: 青川纺织; 赵大山: 大山师傅; 伊万·彼得罗夫: 彼得罗夫)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .candidates import Candidate
from .drafts import ORGANIZATION, PERSON
from .passages import HAN, Passage
from .people import DOTS
from .tables import tables

DEFINED = re.compile(r"[(（](?:以下|下)?(?:简称|称)[:：]?[“\"‘「]?([^\W\d_]{2,8})[”\"’」]?[)）]")
LEGAL_FORM = re.compile(
    r"(?:[(（][^()（）]{1,6}[)）])?(?:集团)?(?:控股)?(?:集团)?(?:股份|有限责任|股份有限|有限)?(?:公司|合伙企业)$"
)


def recalled(
    passages: Sequence[Passage], accepted: Mapping[str, Iterable[str]]
) -> tuple[list[Candidate], dict[str, str]]:
    """Candidates for every further place of an accepted name, and for the short forms of full names, with
    the short forms found and the full name of each."""
    found: list[Candidate] = []
    licensed: dict[str, str] = {}
    for kind, names in accepted.items():
        for name in names:
            for passage in passages:
                found += _everywhere(passage, name, kind)
    for short, name in _defined(passages, accepted.get(ORGANIZATION, ())):
        licensed[short] = name
        for passage in passages:
            found += _everywhere(passage, short, ORGANIZATION)
    for name in sorted(accepted.get(ORGANIZATION, ()), key=len, reverse=True):
        if len(name) >= 5:
            for passage in passages:
                for start, end in short_forms(passage.plain, name):
                    licensed.setdefault(passage.plain[start:end], name)
                    found.append(Candidate(passage, start, end, ORGANIZATION, "short", "page"))
    for name in accepted.get(PERSON, ()):
        for short in person_short_forms(name):
            for passage in passages:
                for candidate in _everywhere(passage, short, PERSON):
                    licensed.setdefault(short, name)
                    found.append(candidate)
                    found += _with_address(candidate)
    return found, licensed


def _defined(passages: Sequence[Passage], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Short forms that the page itself declares: 清泉钢铁集团有限公司（以下简称清钢）."""
    known = set(names)
    for passage in passages:
        for match in DEFINED.finditer(passage.plain):
            name = next((n for n in known if passage.plain.endswith(n, 0, match.start())), "")
            if name:
                yield match[1], name


def _everywhere(passage: Passage, name: str, kind: str) -> Iterator[Candidate]:
    at = passage.plain.find(name)
    while at >= 0:
        yield Candidate(passage, at, at + len(name), kind, _shape(name, kind), "page")
        at = passage.plain.find(name, at + 1)


def _shape(name: str, kind: str) -> str:
    known = tables()
    if kind == ORGANIZATION:
        return known.endings.get(known.ending_at(name, len(name)), "open")
    return "chinese" if known.surname_of(name) and len(name) <= 4 else "plain"


def short_forms(plain: str, full: str) -> Iterator[tuple[int, int]]:
    """Where a text prints a short form of a full name: two characters that follow each other in it, then
    more of its characters in order, fewer than all.

    >>> list(short_forms("清泉重机把青工", "清泉重型机械集团有限公司"))
    [(0, 4)]
    """
    pairs: dict[str, int] = {}
    core = LEGAL_FORM.sub("", full)
    for k in range(min(len(core), len(full)) - 1):
        pairs.setdefault(full[k : k + 2], k)
    at = 0
    while at < len(plain) - 2:
        k = pairs.get(plain[at : at + 2])
        if k is None or plain.startswith(full, at):
            at += len(full) if k is not None else 1
            continue
        end, reached = at + 2, k + 2
        while end < len(plain) and (following := full.find(plain[end], reached)) >= 0:
            end, reached = end + 1, following + 1
        if end - at > 3 and plain[end - 1] in "公有集":
            yield at, end - 1
        if end - at >= 3:
            yield at, end
        at = end if end - at >= 3 else at + 1


def person_short_forms(name: str) -> list[str]:
    """The parts of a dotted name; the given name of a long one; for the rest nothing.

    >>> person_short_forms("伊万·彼得罗夫"), person_short_forms("乌兰托娅"), person_short_forms("赵大山")
    (['伊万', '彼得罗夫'], ['乌兰'], ['大山'])
    """
    if re.search(f"[{DOTS}]", name):
        return [part for part in re.split(f"[{DOTS}]", name) if len(part) > 1]
    if not all(HAN.match(c) for c in name):
        return [part for part in name.split(" ") if len(part) > 2] if " " in name else []
    known = tables()
    surname = known.surname_of(name)
    if len(name) == 3 and len(surname) == 1 or len(surname) == 2 and len(name) == 4:
        return [name[len(surname) :]]
    return [name[:2]] if len(name) >= 4 and len(surname) != 2 else []


def _with_address(candidate: Candidate) -> Iterator[Candidate]:
    passage, known = candidate.passage, tables()
    for size in (1, 2):
        rest = passage.plain[candidate.end : candidate.end + size]
        if rest in known.address:
            yield Candidate(passage, candidate.start, candidate.end + size, PERSON, "called", "page")
