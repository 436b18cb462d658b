"""From a person as printed to the fullest form: 雷师傅 → 雷某某, 彼得罗夫 → 伊万·彼得罗夫. Only where certain."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from .memory import person_short_forms
from .people import DOTS, LATIN
from .tables import tables

BRACKET = re.compile(r"^\s*[（(]\s*$")


@dataclass
class Named:
    """A person's printed form in an article, folded, and the titles it is printed with there."""

    form: str
    called: bool
    titles: set[str] = field(default_factory=set)


def full_names(people: Sequence[Named], elder: Collection[str] = ()) -> dict[str, str]:
    """For every form of an article the name it belongs to; `elder` are names of its main story."""
    known = tables()
    complete = {person.form: person for person in people if not person.called}
    resolved = {form: form for form in complete}
    for form in complete:
        owner = _owner_of_part(form, complete) or _owner_of_part(form, elder)
        if owner:
            resolved[form] = owner
    for person in people:
        if person.called:
            resolved[person.form] = _owner_of_called(person.form, complete, resolved, elder, known.address)
    return _one_nickname(resolved, [person.form for person in people if person.called])


def _owner_of_part(form: str, names: Collection[str]) -> str:
    """The one longer name of which this is a part: a dotted name's family name, a given name."""
    owners = {name for name in names if name != form and form in person_short_forms(name)}
    return owners.pop() if len(owners) == 1 else ""


def _owner_of_called(
    form: str,
    complete: Mapping[str, Named],
    resolved: Mapping[str, str],
    elder: Collection[str],
    address: Mapping[str, str],
) -> str:
    known = tables()
    core, word = _core(form, address)
    part = _owner_of_part(core, complete) or (core if core in complete else "")
    if part:
        return resolved.get(part, part)
    for names in (complete, elder):
        owners = {n for n in names if known.surname_of(n) == core and len(n) > len(core) and len(n) <= 4}
        titled = {n for n in owners if n in complete and word and any(word in t for t in complete[n].titles)}
        if len(owners) == 1 or len(titled) == 1:
            return (titled if len(titled) == 1 else owners).pop()
        if owners:
            return form
    return form


def _core(form: str, address: Mapping[str, str]) -> tuple[str, str]:
    """What is left of 雷师傅, 老邵 without the address, and the address."""
    for size in (4, 3, 2, 1):
        if form[-size:] in address and len(form) > size:
            return form[:-size], form[-size:]
    return form[1:], ""


def _one_nickname(resolved: dict[str, str], called: Sequence[str]) -> dict[str, str]:
    """老葛 and 葛师傅 of one article, with no full name there, are one man."""
    known = tables()
    polite = {}
    for form in called:
        core, word = _core(form, known.address)
        if resolved[form] == form and word in ("师傅", "大爷", "大叔", "大娘", "大姐", "老师", "大妈"):
            polite.setdefault(core, []).append(form)
    for form in called:
        core, word = _core(form, known.address)
        if resolved[form] == form and not word and form[0] == "老" and len(polite.get(core, [])) == 1:
            resolved[form] = polite[core][0]
    return resolved


def same_in_brackets(between: str, left: str, right: str) -> bool:
    """Whether 马丁·某某(Martin Someone) is one person: one form is Latin, an opening bracket between."""
    return bool(BRACKET.match(between)) and bool(LATIN.match(left)) != bool(LATIN.match(right))


def is_dotted(form: str) -> bool:
    """Whether a name has a dot inside."""
    return bool(re.search(f"[{DOTS}]", form))
