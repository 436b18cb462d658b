"""What speaks for and against a candidate: named facts of its text and surroundings, one word each.

The facts are the keys of `weights.json`; `benchmarks/fit_names.py` fits it to them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .candidates import Candidate
from .drafts import PERSON
from .passages import Passage
from .people import CALLINGS
from .tables import tables

BETWEEN = " \t\u3000:：|、"
LISTED = re.compile(r"(?<![^ \t\u3000:：|、])[^\W\d_]{2,4}(?![^ \t\u3000|、])")
BINS = (0.02, 0.1, 0.3, 0.6, 0.9, 0.98)


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


def features(candidate: Candidate, around: Surroundings) -> list[str]:
    """The facts of a candidate; every one counts once."""
    specific = person_features if candidate.kind == PERSON else body_features
    return [*_shared(candidate, around), *specific(candidate, around)]


def _shared(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    passage, start, end = candidate.passage, candidate.start, candidate.end
    yield "always"
    shape = candidate.shape
    yield f"shape={shape}"
    yield f"length={min(end - start, 14)}"
    net = _relation(passage.word_at, start, end)
    yield f"net={net}"
    yield f"cut={_relation(passage.cut_at, start, end)}"
    yield f"chance={_bin(chance(candidate))}"
    yield f"start-chance={_bin(passage.begins[_TAG[candidate.kind]][start])}"
    yield f"role={passage.part.role}"
    yield f"article={around.kinds[passage.article]}"
    if passage.quoted[start]:
        yield f"quoted={passage.quoted[start]}"
    count, before, after = around.counted(candidate.plain)
    yield f"count={min(count, 4)}"
    if count > 1:
        yield f"turns={min(before, 3)},{min(after, 3)}"
    yield from _remembered(candidate, around)
    yield from _edges(candidate)


_TAG = {"person": "PER", "organization": "ORG"}


def chance(candidate: Candidate) -> float:
    """How likely the network holds just this span for a name of the kind: its weakest character's chance."""
    passage, start, end = candidate.passage, candidate.start, candidate.end
    tag = _TAG[candidate.kind]
    inside = passage.inside[tag]
    lowest = min([passage.begins[tag][start], *inside[start + 1 : end]])
    return min(lowest, 1 - inside[end]) if end < len(passage.text) else lowest


def _bin(value: float) -> int:
    return sum(value > edge for edge in BINS)


def _relation(covering: list, start: int, end: int) -> str:
    """How a span lies on a word: it is the word, several words, a part of one, or it cuts one."""
    first, last = covering[start], covering[end - 1]
    if first is None or last is None:
        return "none"
    if first is last:
        if (first[0], first[1]) == (start, end):
            return f"is:{first[2]}"
        if first[0] == start:
            return f"head:{_group(first[2])}"
        return f"tail:{_group(first[2])}" if first[1] == end else f"within:{_group(first[2])}"
    if first[0] == start and last[1] == end:
        return f"run:{_group(first[2])}-{_group(last[2])}"
    if first[0] == start:
        return f"cuts-end:{_group(last[2])}"
    return f"cuts-start:{_group(first[2])}" if last[1] == end else "cuts-both"


def _group(tag: str) -> str:
    if tag in ("PER", "LOC", "ORG", "TIME"):
        return tag
    return {"n": "n", "v": "v", "nr": "nr", "ns": "LOC", "nt": "ORG", "nz": "nz", "m": "m"}.get(tag, "x")


def _remembered(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    plain = candidate.plain
    accepted = around.accepted.get(candidate.kind, {})
    here = (id(candidate.passage), candidate.start)
    elsewhere = around.places.get(candidate.kind, {}).get(plain, set()) - {here}
    if elsewhere:
        yield f"elsewhere={'sure' if accepted[plain] > 2 else 'weak'}"
    if plain in around.licensed:
        yield "licensed"
        yield f"licensed-length={min(len(plain), 6)}"
    for name in accepted:
        if len(name) > len(plain) and name.startswith(plain):
            yield "head-of-accepted"
            break
    for name in accepted:
        if (
            len(name) < len(plain)
            and len(name) > 1
            and plain.startswith(name)
            and around.places[candidate.kind][name] - {here}
        ):
            yield "goes-beyond-accepted"
            break
    if plain in around.registered:
        yield "registered" if around.registered[plain] else "registered-weakly"
    if candidate.kind == PERSON and around.authors and plain in around.authors[candidate.passage.article]:
        yield "author"


def _edges(candidate: Candidate) -> Iterator[str]:
    passage, start, end = candidate.passage, candidate.start, candidate.end
    plain = passage.plain
    left = plain[start - 1] if start else "^"
    right = plain[end] if end < len(plain) else "$"
    before = passage.word_at[start - 1] if start else None
    after = passage.word_at[end] if end < len(plain) else None
    yield f"left={left if not left.isalnum() else 'letter'}"
    yield f"right={right if not right.isalnum() else 'letter'}"
    if before:
        yield f"left-word={_group(before[2])}{'' if before[1] == start else '-cut'}"
        if before[2] in ("c", "p", "v", "u") and before[1] == start:
            yield f"left-is={plain[before[0] : before[1]][:2]}"
    if after:
        yield f"right-word={after[2]}{'' if after[0] == end else '-cut'}"


def person_features(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """What speaks for a person: the surname, a title before, a verb of speech behind."""
    known, passage = tables(), candidate.passage
    plain, start, end = passage.plain, candidate.start, candidate.end
    name = candidate.plain
    surname = known.surname_of(name)
    usual = known.surnames.get(surname, "none")
    yield f"surname={usual}"
    yield f"name={candidate.shape},{usual},{min(end - start, 5)}"
    level = _bin(chance(candidate))
    yield f"chance-surname={level},{usual}"
    title = known.title_before(plain, start)
    if title:
        yield f"title={known.titles[title]}"
        yield f"title-chance={known.titles[title]},{min(level, 3)}"
    elif start and passage.word_at[start - 1]:
        yield f"no-title={min(level, 3)}"
    elif start > 1 and plain[start - 1] in CALLINGS:
        yield f"calling={min(level, 3)}"
    right = _mark(plain[end]) if end < len(plain) else "$"
    if title:
        yield f"title-right={known.titles[title]},{right}"
        yield f"title-surname={known.titles[title]},{usual}"
    if start and known.title_before(plain, start + 1):
        yield f"eats-title={min(level, 3)}"
    following = known.title_after(plain, end)
    if following:
        yield f"title-after={known.titles[following]}"
    speech = next((plain[end : end + n] for n in (3, 2, 1) if plain[end : end + n] in known.speech), "")
    if speech:
        yield f"speech={'title' if title else 'plain'}"
        yield f"speech-chance={level},{usual}"
        yield f"speech-size={len(speech)}"
    yield from _frame(candidate, "person")
    if _list_token(passage, start, end):
        yield "list-token"
        yield f"list-token={usual}"
    gap = any(start < g < end for g in passage.gaps)
    if gap:
        yield "gap"
    elif end in passage.gaps or start in passage.gaps:
        yield "gap-at-edge"
    cut = passage.cut_at[start]
    if cut and (cut[0], cut[1]) == (start, end) and cut[2] not in ("nr", "nrt", "nrfg", "x"):
        yield f"everyday-word={min(level, 4)}"
    if candidate.shape in ("foreign", "latin", "plain"):
        share = sum(c in known.foreign for c in name) / len(name)
        yield f"foreign={int(share * 3)}"
        yield f"plain-chance={level},{usual != 'none'},{int(share * 3)}"
    if name in known.regions or name in known.titles or name in known.bodies:
        yield "known-word"
    if known.surnames.get(name) == "compound":
        yield "only-a-surname"
    if candidate.shape == "called":
        yield from _called_features(candidate)
        yield f"called-speech={bool(speech)}"
    ending = known.ending_at(name, len(name))
    if ending and len(ending) > 1:
        yield "body-ending"


def _list_token(passage: Passage, start: int, end: int) -> bool:
    """Whether a name stands alone between blanks in a list of at least four such words."""
    plain = passage.plain
    alone = (start == 0 or plain[start - 1] in BETWEEN) and (end == len(plain) or plain[end] in BETWEEN)
    return alone and len(LISTED.findall(plain)) > 3


def _called_features(candidate: Candidate) -> Iterator[str]:
    known, name = tables(), candidate.plain
    surname = known.surname_of(name)
    rest = name[len(surname) :]
    if rest in known.address:
        yield f"address={known.address[rest]},{known.titles.get(rest, 'plain')}"
        yield f"address-word={rest}"
    if name[0] in known.address_before:
        yield f"before={name[0]},{known.surnames.get(name[1:], 'none')}"


def _frame(candidate: Candidate, prefix: str) -> Iterator[str]:
    """The marks on both sides together: between two commas of a list, at a clause's start."""
    passage, start, end = candidate.passage, candidate.start, candidate.end
    plain = passage.plain
    left = _mark(plain[start - 1]) if start else "^"
    right = _mark(plain[end]) if end < len(plain) else "$"
    if start in passage.gaps:
        left = "gap"
    if end in passage.gaps:
        right = "gap"
    yield f"frame={left}{right}"


def _mark(character: str) -> str:
    if character.isalnum():
        return "字"
    if character in "、,，":
        return "、"
    if character in "。！？；!?;…":
        return "。"
    return " " if character.isspace() else character


def body_features(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """What speaks for an organisation: its ending, a place or a level word at its start, no verb inside."""
    known, passage = tables(), candidate.passage
    start, end = candidate.start, candidate.end
    plain, name = passage.plain, candidate.plain
    ending = known.ending_at(name, len(name))
    yield f"ending={known.endings.get(ending, 'none')}"
    if ending:
        yield f"ending-word={ending}"
        yield f"ending-long={min(len(ending), 4)}"
    if name in known.kinds:
        yield "only-a-kind"
    if name in known.bodies:
        yield "known-body"
    yield f"net-ending={_relation(passage.word_at, start, end).split(':')[0]},{known.endings.get(ending, 'none')}"
    yield f"chance-ending={_bin(chance(candidate))},{known.endings.get(ending, 'none')}"
    opening = opening_of(candidate)
    yield f"opening={opening}"
    yield f"opening-ending={opening},{known.endings.get(ending, 'none')}"
    level = _bin(chance(candidate))
    yield f"chance-opening={min(level, 4)},{opening}"
    yield from _frame(candidate, "body")
    words = [w for w in passage.words if w[0] >= start and w[1] <= end]
    tags = {w[2] for w in words[:-1]}
    for tag in sorted(
        tags & {"v", "vd", "p", "u", "c", "d", "r", "q", "f", "t", "TIME", "PER", "a", "vn", "s", "xc"}
    ):
        yield f"contains={tag}"
    yield f"words={min(len(words), 6)}"
    inner = _inner(name)
    if inner:
        yield f"inner-word={ending}"
        yield f"inner={inner},{known.endings.get(ending, 'none')}"
    wider = passage.word_at[start - 1] if start else None
    if wider and wider[1] == start and wider[2] in ("LOC", "ORG", "ns", "nt"):
        yield f"wider={wider[2]}"
        if level < 5:
            yield f"wider-weak={opening}"
    if start and plain[start - 1] in "省市县区州旗":
        yield "behind-level"
    if end < len(plain):
        yield from _beyond(candidate)
    if known.ending_at(name, len(name)) and any(name.endswith(p) for p in known.places):
        yield "place-ending"
    if any(e in name for e in known.events):
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
    if name[0] in "省市县区州旗":
        return "level"
    if name[0] in "本我该各全":
        return "pointing"
    if word and word[0] == start:
        return f"word-{_group(word[2])}"
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
