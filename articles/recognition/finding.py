"""Candidates from every source, scored and decoded in two rounds: the second knows what the first found."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from .bodies import bodies_in
from .candidates import Candidate
from .decoding import Scored, decode
from .drafts import ORGANIZATION, PERSON
from .features import features
from .memory import recalled
from .passages import Passage
from .people import CALLINGS, people_in
from .register import Register
from .scoring import score, weights
from .surroundings import Surroundings
from .tables import tables

Facts = list[tuple[Candidate, list[str]]]


def unique(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Each span of a kind once; the first source that proposed it stands."""
    seen: dict[tuple[int, int, int, str], Candidate] = {}
    for candidate in candidates:
        seen.setdefault(candidate.span, candidate)
    return list(seen.values())


def first_round(passages: Sequence[Passage], around: Surroundings, register: Register) -> Facts:
    """What form, network and register propose, with the facts of each."""
    around.registered = dict(_registered(passages, register))
    candidates: list[Candidate] = []
    for passage in passages:
        candidates += people_in(passage)
        candidates += bodies_in(passage)
    candidates += _of_register(passages, register, around.registered)
    return [(c, features(c, around)) for c in unique(candidates) if _possible(c, around)]


def second_round(
    facts: Facts, found: Sequence[Scored], passages: Sequence[Passage], around: Surroundings
) -> Facts:
    """The same candidates and those that the page itself adds, with facts that know the first round."""
    for candidate, value in found:
        names = around.accepted.setdefault(candidate.kind, {})
        names[candidate.plain] = max(value, names.get(candidate.plain, value))
        spans = around.places.setdefault(candidate.kind, {}).setdefault(candidate.plain, set())
        spans.add((id(candidate.passage), candidate.start))
    more, around.licensed = recalled(passages, around.accepted)
    return [(c, features(c, around)) for c in unique([*(c for c, _ in facts), *more])]


def scored(facts: Facts, round_name: str) -> list[Scored]:
    """Every candidate with its score."""
    fitted = weights()[round_name]
    return [(candidate, score(its, fitted[candidate.kind])) for candidate, its in facts]


def find(
    passages: Sequence[Passage],
    around: Surroundings,
    register: Register,
    judge: Callable[[Facts, str], list[Scored]] = scored,
    last: Callable[[list[Scored]], list[Scored]] = decode,
) -> list[Scored]:
    """The names of a page. `last` decodes the second round (under the pins, where there are any)."""
    facts = first_round(passages, around, register)
    found = decode(judge(facts, "first"))
    return last(judge(second_round(facts, found, passages, around), "second"))


def _possible(candidate: Candidate, around: Surroundings) -> bool:
    """A surname with any characters after it is worth a look only where something speaks for a name; a word
    without a surname that the page uses for a river or a ship is nobody."""
    if candidate.kind == PERSON and candidate.plain not in around.registered:
        surname = tables().surname_of(candidate.plain)
        if surname not in tables().surnames and around.is_place(candidate.plain):
            return False
    if candidate.kind != PERSON or candidate.source != "chinese":
        return True
    passage, start, end = candidate.passage, candidate.start, candidate.end
    if max(passage.begins["PER"][start], max(passage.inside["PER"][start:end])) > 0.01:
        return True
    if any(start < gap < end for gap in passage.gaps) or candidate.plain in around.registered:
        return True
    if around.counted(candidate.plain)[0] > 1:
        return True
    if start > 1 and (tables().title_before(passage.plain, start) or passage.plain[start - 1] in CALLINGS):
        return True
    word = passage.word_at[start]
    return bool(
        word and word[0] == start and not (start and passage.plain[start - 1].isalnum() and word[2] != "nr")
    )


def _registered(passages: Sequence[Passage], register: Register) -> list[tuple[str, bool]]:
    whole = "\n".join(passage.plain for passage in passages)
    return [
        (form, any(known.decided for known in owners))
        for form, owners in register.by_form.items()
        if form.strip() and form in whole and form not in register.stop_names
    ]


def _of_register(
    passages: Sequence[Passage], register: Register, forms: Iterable[str]
) -> Iterator[Candidate]:
    for form in forms:
        for passage in passages:
            at = passage.plain.find(form)
            while at >= 0:
                for kind in {known.kind for known in register.by_form[form]} & {PERSON, ORGANIZATION}:
                    yield Candidate(passage, at, at + len(form), kind, "known", "register")
                at = passage.plain.find(form, at + 1)
