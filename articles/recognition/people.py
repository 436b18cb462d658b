"""Where persons may be named: a surname with a given name, 雷师傅, 老邵, 马丁·克劳斯, Elena Rossi, 石头哥."""

import re
from collections.abc import Iterable, Iterator

from .candidates import Candidate
from .drafts import PERSON
from .passages import HAN, Passage
from .tables import tables

DOTS = "·•・‧"
DOTTED = re.compile(rf"(?<=[{DOTS}])")
LETTER = "A-Za-zÀ-ɏḀ-ỿ"
LATIN_WORD = rf"(?:[A-ZÀ-ÞĀ-ɏḀ-ỿ][{LETTER}'’-]*\.?|de|da|van|von|bin)"
LATIN_NAME = re.compile(rf"(?<![{LETTER}])[A-ZÀ-ÞĀ-ɏḀ-ỿ][{LETTER}'’-]*(?: {LATIN_WORD})+(?![{LETTER}])")
LATIN = re.compile(f"[{LETTER}]")
CALLINGS = frozenset("工员师长者手匠生民医警兵")  # how words for a calling end
UNLIKELY = frozenset("的了是在和与及或着过从到被把将给为等这那哪个们各每此其之")


def people_in(passage: Passage) -> Iterator[Candidate]:
    """All spans of a passage that may name a person."""
    for source in (_chinese, _tagged, _titled, _dotted, _latin, _called):
        name = source.__name__.strip("_")
        for start, end, shape in source(passage):
            if end <= len(passage.text) and _gaps_fit(passage, start, end):
                yield Candidate(passage, start, end, PERSON, shape, name)


def _chinese(passage: Passage) -> Iterable[tuple[int, int, str]]:
    plain, surnames = passage.plain, tables().surnames
    for start in range(len(plain) - 1):
        compound = surnames.get(plain[start : start + 2]) == "compound"
        if not compound and plain[start] not in surnames:
            continue
        given = start + (2 if compound else 1)
        for end in (given + 1, given + 2):
            if end <= len(plain) and all(HAN.match(c) and c not in UNLIKELY for c in plain[given:end]):
                yield start, end, "chinese"


def _tagged(passage: Passage) -> Iterable[tuple[int, int, str]]:
    """What the network holds for a person, and what it holds for one if a weaker reading is taken."""
    for start, end, tag in passage.words:
        if tag in ("PER", "nr") and (end - start > 1 or tag == "PER"):
            yield start, end, "plain"
    begins, inside = passage.begins["PER"], passage.inside["PER"]
    for start, chance in enumerate(begins[:-1]):
        if chance > 0.05:
            end = start + 1
            while end < len(passage.text) and inside[end] > 0.3:
                end += 1
            if end - start > 1:
                yield start, end, "plain"


def _titled(passage: Passage) -> Iterable[tuple[int, int, str]]:
    """What stands right behind a title, whatever it looks like: 民警何必, 检车员乌兰托娅."""
    known, plain = tables(), passage.plain
    for start in range(2, len(plain) - 1):
        if known.title_before(plain, start) or (
            plain[start - 1] in CALLINGS and _is_noun(passage, start - 1)
        ):
            for end in range(start + 2, min(start + 5, len(plain)) + 1):
                if not HAN.match(plain[end - 1]) or plain[end - 1] in UNLIKELY:
                    break
                edge = passage.word_at[end - 1]
                if end == start + 2 or (edge and edge[1] == end):
                    yield start, end, "plain"


def _is_noun(passage: Passage, at: int) -> bool:
    word = passage.word_at[at]
    return bool(word and word[1] == at + 1 and word[2] == "n" and word[1] - word[0] > 1)


def _dotted(passage: Passage) -> Iterable[tuple[int, int, str]]:
    """Foreign and minority names with a dot: the left and right end are open."""
    plain = passage.plain
    for match in re.finditer(rf"[^\W\d_]+(?:[{DOTS}][^\W\d_]+)+", plain):
        if not HAN.match(match.group()):
            continue
        parts = re.split(f"[{DOTS}]", match.group())
        first = match.start() + len(parts[0])
        last = match.end() - len(parts[-1])
        for start in range(max(match.start(), first - 6), first):
            for end in range(last + 1, min(match.end(), last + 6) + 1):
                yield start, end, "foreign"


def _latin(passage: Passage) -> Iterable[tuple[int, int, str]]:
    for match in LATIN_NAME.finditer(passage.text):
        yield match.start(), match.end(), "latin"


def _called(passage: Passage) -> Iterable[tuple[int, int, str]]:
    """雷师傅, 欧阳老师, 老邵, 小周, 阿桂, 石头哥."""
    known, plain = tables(), passage.plain
    for start in range(len(plain) - 1):
        size = 2 if known.surnames.get(plain[start : start + 2]) == "compound" else 1
        if plain[start : start + size] in known.surnames:
            for end in range(start + size + 1, min(start + size + 4, len(plain)) + 1):
                if plain[start + size : end] in known.address:
                    yield start, end, "called"
        if plain[start] in known.address_before and HAN.match(plain[start + 1]):
            yield start, start + 2, "called"
            if plain[start + 1 : start + 3] in known.surnames:
                yield start, start + 3, "called"


def is_called(form: str) -> bool:
    """Whether a person is called without a full name: a surname with an address, 老 or 小 with a name.

    >>> is_called("雷师傅"), is_called("老邵"), is_called("雷大海")
    (True, True, False)
    """
    known = tables()
    surname = known.surname_of(form)
    return (
        form[:1] in ("老", "小", "阿")
        and len(form) == 2
        or bool(surname)
        and form[len(surname) :] in known.address
    )


def _gaps_fit(passage: Passage, start: int, end: int) -> bool:
    """A blank was left out of a name only right behind its surname."""
    gaps = [gap for gap in passage.gaps if start < gap < end]
    if not gaps:
        return True
    first = passage.plain[start : gaps[0]]
    return (
        len(gaps) == 1
        and (len(first) == 1 or tables().surnames.get(first) == "compound")
        and end - gaps[0] <= 2
    )
