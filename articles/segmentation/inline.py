"""Cut what is printed at the ends of a text off it: 电头, run-in subhead, tail, credit, end mark.

The patterns are tables in `inline.json`, in folded characters. They are laid over a whole paragraph, joined
over its line ends, because a hard-wrapped page breaks a 电头 anywhere.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from .drafts import Role

HEAD = 160  # characters at a text's start that may hold a 电头 or a subhead
TAIL = 120

Cut = tuple[int, int, Role]  # start, end in the joined text


def _compiled() -> dict[str, list[tuple[Role, re.Pattern[str]]]]:
    table = json.loads(Path(__file__).with_name("inline.json").read_text(encoding="utf-8"))
    parts = table["parts"]

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


def cut(text: str, role: Role, first: bool, last: bool, heads: int = 0, sort: str = "story") -> list[Cut]:
    """The pieces of a joined, folded text of a role, each with its own role.

    `first`: it is the first text of its article, `last`: the last; `heads`: a subhead of so many characters
    runs in after the 电头; `sort`: of the piece.

    >>> cut("本报讯(记者宋词)雨停了。(下转第三版)", Role.PARAGRAPH, True, True)
    [(0, 9, <Role.LEAD: 'lead'>), (9, 13, <Role.PARAGRAPH: 'paragraph'>), (13, 20, <Role.TAIL: 'tail'>)]
    """
    low, high = 0, len(text)
    before: list[Cut] = []
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
        for piece, pattern in _PATTERNS.get(where, ()):
            begin = max(low, high - TAIL)
            found = pattern.search(text[begin:high])
            if found and begin + found.start("cut") > low:
                after.insert(0, (begin + found.start("cut"), high, piece))
                high = begin + found.start("cut")
                break
    middle = [(low, high, role)] if low < high else []
    return [*before, *middle, *after]


def lead_length(text: str) -> int:
    """How many characters of a first paragraph are 电头."""
    pieces = cut(text, Role.PARAGRAPH, True, False)
    return pieces[0][1] if pieces and pieces[0][2] == Role.LEAD else 0


def _heads(role: Role, first: bool) -> Sequence[str]:
    if role == Role.PARAGRAPH:
        return ("lead",) if first else ("later_lead",)
    return ()


def _tails(role: Role, last: bool, sort: str) -> Sequence[str]:
    if role == Role.CAPTION:
        return ("credit",)
    if role == Role.BYLINE:
        return ("byline_credit",)
    if role != Role.PARAGRAPH:
        return ()
    if sort == "list":
        return ("end_mark", "jump", "item_tail", "photo_credit")
    if last:
        return ("end_mark", "jump", "tail", "photo_credit")
    return ("jump", "photo_credit")
