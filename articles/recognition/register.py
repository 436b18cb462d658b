"""What the archive knows of names, as plain values: a snapshot taken when a run starts."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Known:
    """A person or organisation of the archive.

    `forms`: every form it is known by, the canonical name among them. `decided`: an editor stands
    behind it; else form supports it on at least two pages. `places`: place words of the articles
    that name it, to tell one province's body from another's.
    """

    key: int
    kind: str  # "person" or "organization"
    name: str
    forms: tuple[str, ...]
    decided: bool = False
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Register:
    known: tuple[Known, ...] = ()
    stop_names: frozenset[str] = frozenset()  # words that editors said are never names

    @cached_property
    def by_form(self) -> dict[str, tuple[Known, ...]]:
        forms: dict[str, tuple[Known, ...]] = {}
        for known in self.known:
            for form in known.forms:
                forms[form] = (*forms.get(form, ()), known)
        return forms

    @classmethod
    def of(cls, known: Iterable[Known], stop_names: Iterable[str] = ()) -> "Register":
        return cls(tuple(known), frozenset(stop_names))


EMPTY = Register()
