"""Evidence for an organisation: how its name ends and begins, what lies inside, what it goes on with.

青石市总工会权益保障部部长: 总工会 is an ending, 青石市 an opening, a department follows
"""

from collections.abc import Iterator

from .candidates import Candidate
from .surroundings import chance, chance_bin, frame, group, relation
from .tables import tables

POINTING = frozenset("各该本等某这那其")
LEVELS = "省市县区州旗"
STRANGERS = frozenset(
    ("v", "vd", "p", "u", "c", "d", "r", "q", "f", "t", "TIME", "PER", "a", "vn", "s", "xc")
)


def body_evidence(candidate: Candidate) -> Iterator[str]:
    """All evidence that the form of an organisation's name and its neighbours give."""
    ending = tables().ending_at(candidate.plain, len(candidate.plain))
    level = chance_bin(chance(candidate))
    yield from _ending(candidate, ending, level)
    yield from _opening(candidate, ending, level)
    yield from frame(candidate)
    yield from _inside(candidate, ending)
    yield from _words(candidate)
    if candidate.end < len(candidate.passage.plain):
        yield from _beyond(candidate)


def _ending(candidate: Candidate, ending: str, level: int) -> Iterator[str]:
    passage, kind = candidate.passage, tables().endings.get(ending, "none")
    yield f"ending={kind}"
    if ending:
        yield f"ending-word={ending}"
        yield f"ending-long={min(len(ending), 4)}"
    place = relation(passage.word_at, candidate.start, candidate.end).split(":")[0]
    yield f"net-ending={place},{kind}"
    yield f"chance-ending={level},{kind}"


def _opening(candidate: Candidate, ending: str, level: int) -> Iterator[str]:
    """What the name begins with, and whether it might begin further left."""
    passage, start = candidate.passage, candidate.start
    opening = opening_of(candidate)
    yield f"opening={opening}"
    yield f"opening-ending={opening},{tables().endings.get(ending, 'none')}"
    yield f"chance-opening={min(level, 4)},{opening}"
    wider = passage.word_at[start - 1] if start else None
    if wider and wider[1] == start and wider[2] in ("LOC", "ORG", "ns", "nt"):
        yield f"wider={wider[2]}"
        if level < 5:
            yield f"wider-weak={opening}"
    if start and passage.plain[start - 1] in LEVELS:
        yield "behind-level"


def _inside(candidate: Candidate, ending: str) -> Iterator[str]:
    """Words that names of bodies do not hold, and a body that ends inside the name."""
    start, end = candidate.start, candidate.end
    words = [word for word in candidate.passage.words if word[0] >= start and word[1] <= end]
    for tag in sorted({word[2] for word in words[:-1]} & STRANGERS):
        yield f"contains={tag}"
    yield f"words={min(len(words), 6)}"
    inner = _inner(candidate.plain)
    if inner:
        yield f"inner-word={ending}"
        yield f"inner={inner},{tables().endings.get(ending, 'none')}"


def _words(candidate: Candidate) -> Iterator[str]:
    """What the whole name is: a known body, a mere kind of body, a place, an event."""
    known, name = tables(), candidate.plain
    if name in known.kinds:
        yield "only-a-kind"
    if name in known.bodies:
        yield "known-body"
    if POINTING & set(name):
        yield "pointing-inside"
    if name.endswith(tuple(known.places)):
        yield "place-ending"
    if any(event in name for event in known.events):
        yield "event"


def opening_of(candidate: Candidate) -> str:
    """What an organisation's name begins with: a region, a level word, a place of the network, 第, 中国."""
    known, passage, start, end = tables(), candidate.passage, candidate.start, candidate.end
    name = candidate.plain
    for size in (4, 3, 2):
        if known.regions.get(name[:size]) and size < len(name):
            return known.regions[name[:size]]
    word = passage.word_at[start]
    if word and word[0] == start and word[1] < end and word[2] in ("LOC", "ns"):
        return "place"
    if name[0] in LEVELS:
        return "level"
    if name[0] in "本我该各全":
        return "pointing"
    if word and word[0] == start:
        return f"word-{group(word[2])}"
    return "cut"


def _inner(name: str) -> str:
    """The class of a body that ends inside the name: 省总工会 in 省总工会权益保障部."""
    known = tables()
    for end in range(len(name) - 1, 2, -1):
        ending = known.ending_at(name, end)
        if len(ending) > 1 and known.endings[ending] != "level" and end - len(ending) > 0:
            if any(known.ending_at(name, end + more) for more in (1, 2, 3) if end + more < len(name)):
                continue
            return known.endings[ending]
    return ""


def _beyond(candidate: Candidate) -> Iterator[str]:
    """What follows: the name may go on (公司 → 公司工会), or a title follows (总工会主席)."""
    known, passage, end = tables(), candidate.passage, candidate.end
    plain = passage.plain
    for more in range(1, 5):
        ending = known.ending_at(plain, end + more) if end + more <= len(plain) else ""
        if ending and len(ending) >= more:
            yield f"ending-follows={known.endings[ending]},{'joined' if len(ending) > more else 'new'}"
            break
    title = known.title_after(plain, end)
    if title:
        yield f"title-follows={known.titles[title]}"
