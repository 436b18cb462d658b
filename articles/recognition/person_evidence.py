"""Evidence for a person: the surname, a title before, a verb of speech behind, how the name is printed.

全国劳模邓怀山说    退休教师 邓　山    邓师傅
"""

import re
from collections.abc import Iterator

from .candidates import Candidate
from .people import CALLINGS
from .surroundings import chance, chance_bin, frame, mark
from .tables import tables

BETWEEN = " \t\u3000:：|、"
LISTED = re.compile(r"(?<![^ \t\u3000:：|、])[^\W\d_]{2,4}(?![^ \t\u3000|、])")
# How rivers, hills and settlements end.
PLACE_ENDS = frozenset("江河湖海溪涧泉潭滩湾洲岛山岭峰坡坪坝沟峡谷桥渡港镇乡村庄屯寨街路巷")
JIEBA_NAMES = ("nr", "nrt", "nrfg", "x")  # jieba's tags for names and for what it does not know


def person_evidence(candidate: Candidate) -> Iterator[str]:
    """All evidence that the form of a person's name and its neighbours give."""
    known = tables()
    level = chance_bin(chance(candidate))
    usual = known.surnames.get(known.surname_of(candidate.plain), "none")
    yield from _surname(candidate, level, usual)
    yield from _title(candidate, level, usual)
    yield from _behind(candidate, level, usual)
    yield from frame(candidate)
    yield from _printing(candidate, level, usual)
    yield from _word(candidate, level, usual)
    if candidate.shape == "called":
        yield from _called(candidate)


def _surname(candidate: Candidate, level: int, usual: str) -> Iterator[str]:
    yield f"surname={usual}"
    yield f"name={candidate.shape},{usual},{min(candidate.end - candidate.start, 5)}"
    yield f"chance-surname={level},{usual}"
    if tables().surnames.get(candidate.plain) == "compound":
        yield "only-a-surname"


def _title(candidate: Candidate, level: int, usual: str) -> Iterator[str]:
    """A title that ends where the name begins, or a word that ends like one for a calling."""
    known, plain, start, end = tables(), candidate.passage.plain, candidate.start, candidate.end
    title = known.title_before(plain, start)
    if title:
        sort = known.titles[title]
        yield f"title={sort}"
        yield f"title-chance={sort},{min(level, 3)}"
        yield f"title-right={sort},{mark(plain[end]) if end < len(plain) else '$'}"
        yield f"title-surname={sort},{usual}"
    elif start > 1 and plain[start - 1] in CALLINGS:
        yield f"calling={min(level, 3)}"
    elif start and candidate.passage.word_at[start - 1]:
        yield f"no-title={min(level, 3)}"
    if start and known.title_before(plain, start + 1):
        yield f"eats-title={min(level, 3)}"


def _behind(candidate: Candidate, level: int, usual: str) -> Iterator[str]:
    """A title or a verb right behind the name."""
    known, plain, end = tables(), candidate.passage.plain, candidate.end
    following = known.title_after(plain, end)
    if following:
        yield f"title-after={known.titles[following]}"
    speech = next((n for n in (3, 2, 1) if plain[end : end + n] in known.speech), 0)
    if speech:
        titled = known.title_before(plain, candidate.start)
        yield f"speech={'title' if titled else 'plain'}"
        yield f"speech-chance={level},{usual}"
        yield f"speech-size={speech}"
    if candidate.shape == "called":
        yield f"called-speech={bool(speech)}"


def _printing(candidate: Candidate, level: int, usual: str) -> Iterator[str]:
    """A blank inside the name, a place of its own in a list, or an everyday word without either."""
    passage, start, end = candidate.passage, candidate.start, candidate.end
    listed = _is_listed(candidate)
    gap = any(start < place < end for place in passage.gaps)
    if listed:
        yield "list-token"
        yield f"list-token={usual}"
    if gap:
        yield "gap"
        yield f"gap-listed={listed}"
        return
    if end in passage.gaps or start in passage.gaps:
        yield "gap-at-edge"
    cut = passage.cut_at[start]
    if cut and (cut[0], cut[1]) == (start, end) and cut[2] not in JIEBA_NAMES:
        yield f"everyday-word={min(level, 4)}"


def _is_listed(candidate: Candidate) -> bool:
    """Whether a name stands alone between blanks in a list of at least four such words."""
    plain, start, end = candidate.passage.plain, candidate.start, candidate.end
    alone = (start == 0 or plain[start - 1] in BETWEEN) and (end == len(plain) or plain[end] in BETWEEN)
    return alone and len(LISTED.findall(plain)) > 3


def _word(candidate: Candidate, level: int, usual: str) -> Iterator[str]:
    """What the name is besides: characters that spell foreign names, a region, a body's ending."""
    known, name = tables(), candidate.plain
    if candidate.shape in ("foreign", "latin", "plain"):
        share = int(3 * sum(c in known.foreign for c in name) / len(name))
        yield f"foreign={share}"
        yield f"plain-chance={level},{usual != 'none'},{share}"
    if name[-1] in PLACE_ENDS:
        yield f"place-end={usual},{min(len(name), 3)}"
    if name in known.regions or name in known.titles or name in known.bodies:
        yield "known-word"
    if len(known.ending_at(name, len(name))) > 1:
        yield "body-ending"


def _called(candidate: Candidate) -> Iterator[str]:
    known, name = tables(), candidate.plain
    surname = known.surname_of(name)
    rest = name[len(surname) :]
    if rest in known.address:
        yield f"address={known.address[rest]},{known.titles.get(rest, 'plain')}"
        yield f"address-word={rest}"
    if name[0] in known.address_before:
        yield f"before={name[0]},{known.surnames.get(name[1:], 'none')}"
