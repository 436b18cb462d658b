"""Cut what is printed at the ends of a text off it: 电头, run-in subhead, tail, credit, end mark.

The patterns are tables in `inline.json`, in folded characters. They are laid over a whole paragraph, joined
over its line ends, because a hard-wrapped page breaks a 电头 anywhere.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from .datelines import AGENCIES
from .drafts import Role
from .evidence.names import DOUBLE, SURNAMES

HEAD = 160  # characters at a text's start that may hold a 电头 or a subhead
TAIL = 120

Cut = tuple[int, int, Role]  # start, end in the joined text


def _compiled() -> dict[str, list[tuple[Role, re.Pattern[str]]]]:
    table = json.loads(Path(__file__).with_name("inline.json").read_text(encoding="utf-8"))
    parts = table["parts"] | {"agencies": AGENCIES, "surnames": SURNAMES, "double": DOUBLE}

    def full(pattern: str) -> re.Pattern[str]:
        while (
            "{" in pattern
            and (filled := re.sub(r"\{([a-z_]+)\}", lambda m: f"(?:{parts[m[1]]})", pattern)) != pattern
        ):
            pattern = filled
        return re.compile(pattern)

    return {
        where: [(Role(role), full(pattern)) for role, pattern in rows]
        for where, rows in table.items()
        if where != "parts"
    }


_PATTERNS = _compiled()


def cut(
    text: str,
    role: Role,
    first: bool,
    last: bool,
    heads: int = 0,
    sort: str = "story",
    label: tuple[int, Role] | None = None,
) -> list[Cut]:
    """The pieces of a joined, folded text of a role, each with its own role.

    `first`: it is the first text of its article, `last`: the last; `heads`: a subhead of so many characters
    runs in after the 电头; `sort`: of the piece; `label`: so many characters at the start are its column
    or its headline.

    >>> cut("本报讯(记者宋词)雨停了。(下转第三版)", Role.PARAGRAPH, True, True)
    [(0, 9, <Role.LEAD: 'lead'>), (9, 13, <Role.PARAGRAPH: 'paragraph'>), (13, 20, <Role.TAIL: 'tail'>)]
    """
    low, high = label[0] if label else 0, len(text)
    before: list[Cut] = [(0, low, label[1])] if label else []
    after: list[Cut] = []
    for where in _heads(role, first):
        for piece, pattern in _PATTERNS.get(where, ()):
            found = pattern.match(text[low : low + HEAD])
            if found and found.end() and low + found.end() <= high:
                before.append((low, low + found.end(), piece))
                low += found.end()
                break
    if heads and low + heads < high:
        before.append((low, low + heads, Role.SUBHEAD))
        low += heads
    for where in _tails(role, last, sort):
        for piece, pattern in (row for table in where for row in _PATTERNS[table]):
            begin = max(low, high - TAIL)
            found = pattern.search(text[begin:high])
            if found and begin + found.start("cut") > low:
                after.insert(0, (begin + found.start("cut"), high, piece))
                high = begin + found.start("cut")
                break
    middle = [(low, high, role)] if low < high else []
    return [*before, *middle, *after]


def lead_length(text: str, first: bool = True) -> int:
    """How many characters of a paragraph, of a piece's first one or of a later one, are 电头."""
    pieces = cut(text, Role.PARAGRAPH, first, False)
    return pieces[0][1] if pieces and pieces[0][2] == Role.LEAD else 0


def _heads(role: Role, first: bool) -> Sequence[str]:
    if role == Role.PARAGRAPH:
        return ("lead",) if first else ("later_lead",)
    return ("headline_lead",) if role == Role.HEADLINE else ()


Tables = tuple[str, ...]  # alternatives, the first that fits


def _tails(role: Role, last: bool, sort: str) -> Sequence[Tables]:
    """The tables of what may end a text, from the outermost in."""
    if role == Role.PARAGRAPH:
        return _text_tails(last, sort)
    if role in (Role.HEADLINE, Role.DECK):
        return (("headline_credit", "headline_byline"),) if sort == "photo" else (("headline_byline",),)
    return {Role.CAPTION: (("credit",),), Role.BYLINE: (("byline_credit",),)}.get(role, ())


def _text_tails(last: bool, sort: str) -> Sequence[Tables]:
    if sort == "list":
        return (("end_mark",), ("jump",), ("ending", "authors", "signed", "item_source"), ("photo_credit",))
    if sort == "photo":
        return (("end_mark",), ("jump",), ("credit",), ("ending", "source", "authors", "signed"))
    if sort == "letter" and not last:
        return (("jump",), ("signed", "asked"))
    if sort == "letter":
        return (("end_mark",), ("jump", "reference"), ("ending", "source", "authors", "signed", "asked"))
    if sort == "notice":
        return (("end_mark",), ("jump", "reference"), ("ending", "source", "authors"))
    if last:
        tails = ("ending", "source", "authors", "signed")
        return (("end_mark",), ("jump", "reference"), tails, ("photo_credit",))
    return (("jump",), ("photo_credit",))
