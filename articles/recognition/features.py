"""What speaks for and against a candidate: named facts of its text and surroundings, one word each.

The facts are the keys of `weights.json`; `benchmarks/fit_names.py` fits it to them.
"""

from collections.abc import Iterator

from .body_evidence import body_evidence
from .candidates import Candidate
from .drafts import PERSON
from .person_evidence import person_evidence
from .surroundings import TAGS, Surroundings, chance, chance_bin, group, relation
from .tables import tables

TELLING_KINDS = frozenset(("poem", "index", "advert", "notice", "letter"))


def features(candidate: Candidate, around: Surroundings) -> list[str]:
    """The facts of a candidate; every one counts once."""
    own = person_evidence if candidate.kind == PERSON else body_evidence
    return [*_shared(candidate, around), *_remembered(candidate, around), *_edges(candidate), *own(candidate)]


def _shared(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    passage, start, end = candidate.passage, candidate.start, candidate.end
    yield "always"
    yield f"shape={candidate.shape}"
    yield f"length={min(end - start, 14)}"
    yield f"net={relation(passage.word_at, start, end)}"
    yield f"cut={relation(passage.cut_at, start, end)}"
    yield f"chance={chance_bin(chance(candidate))}"
    yield f"start-chance={chance_bin(passage.begins[TAGS[candidate.kind]][start])}"
    yield f"role={passage.part.role}"
    kind = around.kinds[passage.article]
    if kind in TELLING_KINDS:
        yield f"article={kind}"
    if passage.quoted[start]:
        yield f"quoted={passage.quoted[start]}"
    count, before, after = around.counted(candidate.plain)
    yield f"count={min(count, 4)}"
    if count > 1:
        yield f"turns={min(before, 3)},{min(after, 3)}"


def _remembered(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    plain = candidate.plain
    accepted = around.accepted.get(candidate.kind, {})
    here = (id(candidate.passage), candidate.start)
    elsewhere = around.places.get(candidate.kind, {}).get(plain, set()) - {here}
    if elsewhere:
        yield f"elsewhere={'sure' if accepted[plain] > 2 else 'weak'}"
    if candidate.kind == PERSON and around.is_place(plain):
        yield "place-on-page"
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
            and tables().endings.get(tables().ending_at(name, len(name))) != "level"
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
        yield f"left-word={group(before[2])}{'' if before[1] == start else '-cut'}"
        if before[2] in ("c", "p", "v", "u") and before[1] == start:
            yield f"left-is={plain[before[0] : before[1]][:2]}"
    if after:
        yield f"right-word={after[2]}{'' if after[0] == end else '-cut'}"
