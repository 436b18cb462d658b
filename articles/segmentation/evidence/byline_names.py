"""Which spans of a line have a name's shape, and how doubtful each is."""

import re
from collections.abc import Iterator, Mapping

from .byline_words import Words

HAN = re.compile("[㐀-鿿豈-﫿々〇𠀀-𰀀]+")
LATIN = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?(?: [^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?){0,3}")
FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,6}(?:[·•・‧][\u4e00-\u9fff]{1,6}){1,3}")
# How many characters stand in each part of a name that blanks part.
PARTS = ((2,), (3,), (4,), (1, 1), (1, 2), (2, 1), (2, 2), (1, 1, 1), (1, 1, 1, 1), (2, 1, 1))
NO_SURNAME = 2.0
PLACE, VILLAGE = 0.9, 0.6  # 青石市, 苗家渡: what a name that ends like a place costs more
FOUR = 2.8  # 才仁卓玛
SPACED = 1.0  # 晓 光: blanks say that it is a name even where the surname is none
NICKNAME = 0.7


def names_at(
    plain: str, at: int, chunks: Mapping[int, int], chunk_end: Mapping[int, int], words: Words
) -> Iterator[tuple[int, float]]:
    """The ends of the names that may begin at `at`, each with its cost. `chunks`: runs without blanks."""
    if not HAN.match(plain, at):
        if at in chunks and (latin := LATIN.match(plain, at)) and len(latin[0]) > 2:
            yield latin.end(), 0.5
        return
    if foreign := FOREIGN.match(plain, at):
        yield foreign.end(), 0.2 + 0.08 * len(foreign[0])
    for parts in PARTS:
        end = _end_of(plain, at, parts, chunks, chunk_end)
        if end:
            name = "".join(plain[at:end].split())
            cost = _cost(name, parts, words)
            if any(len(part) > 1 and part in words.sets["nobody"] for part in plain[at:end].split()):
                continue
            if cost is not None:
                yield end, cost + (_like_a_place(name, words) if len(parts) == 1 else 0.0)


def _end_of(
    plain: str, at: int, parts: tuple[int, ...], chunks: Mapping[int, int], chunk_end: Mapping[int, int]
) -> int:
    """Where a name of such parts ends, or 0: blanks alone stand between them, the last may be cut short."""
    for number, size in enumerate(parts):
        end = at + size
        if chunk_end.get(at, 0) < end:
            return 0
        if number < len(parts) - 1:
            if chunk_end[at] != end:
                return 0
            at = end
            while plain[at : at + 1].isspace() and plain[at] != "\n":
                at += 1
            if at not in chunks or at == end:
                return 0
    return end


def _cost(name: str, parts: tuple[int, ...], words: Words) -> float | None:
    """How doubtful a name is; None where it is none."""
    if not HAN.fullmatch(name) or words.sets["never"] & set(name) or name in words.sets["nobody"]:
        return None
    surname = words.surname_of(name)
    if len(surname) == 1 and name[1:] in words.sets["called"]:
        return NICKNAME if len(parts) == 1 else None
    if name in words.posts or (len(parts) == 1 and name[1:] in words.sets["address"]):
        return None
    if len(parts) == 1 and name[1:] in words.sets["desks"]:
        return None
    compound = len(surname) == 2
    if parts in ((2, 1), (2, 2), (2, 1, 1), (1, 1, 1, 1)) and not compound:
        return None
    if len(name) == 4 and not compound:
        return None if len(parts) > 1 else FOUR
    if surname:
        return words.surnames[surname]
    if len(name) == 2 and name[0] in words.sets["nick"]:
        return NICKNAME
    return SPACED + 0.2 * (len(name) - 2) if len(parts) > 1 else NO_SURNAME


def _like_a_place(name: str, words: Words) -> float:
    """What a name costs more because places and departments end so."""
    if name in words.regions or name[-1] in words.sets["desk_endings"]:
        return PLACE
    if len(name) > 2 and name[-1] in words.sets["place_endings"]:
        return PLACE
    return VILLAGE if name[1:2] == "家" and name[2:] in words.sets["village_endings"] else 0.0
