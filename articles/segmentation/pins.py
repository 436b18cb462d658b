"""An editor's structural decisions, as the pure rooms see them: constraints on the text."""

from dataclasses import dataclass
from enum import StrEnum


class PinKind(StrEnum):
    ROLE = "role"  # this span has role `value`
    START = "start"  # an article starts at `start`
    NO_START = "no_start"  # no article starts at `start`
    TOGETHER = "together"  # this span and `other` belong to one article
    NAME = "name"  # this surface is a name of `name`
    NOT_NAME = "not_name"  # this surface is not a name of `name` (of anybody, if `name` is empty)


@dataclass(frozen=True)
class Pin:
    """One decision; offsets are into the text that is read.

    `value`: a `Role` for ROLE, "person" or "organization" for NAME and NOT_NAME.
    `everywhere`: NAME and NOT_NAME hold for this surface in the whole article, not only at this span.
    `key` is handed through for the caller, who knows what it identifies.
    """

    kind: PinKind
    start: int
    end: int
    value: str = ""
    other: tuple[int, int] | None = None
    name: str = ""
    key: int | None = None
    everywhere: bool = False
