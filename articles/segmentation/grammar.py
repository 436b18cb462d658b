"""The grammar of a newspaper page: what a line can be, and what may follow what.

A line's *label* is its role with a mark: `begin` an article, stay `in` it, or go `on` with the block before
without a break. A *state* is a label inside a sort of piece, because a short line in a list of briefs or a
poem means something else than in a story. What is likely is learnt; what is impossible stands here.
"""

from dataclasses import dataclass

import numpy as np

from .drafts import Kind, Role

BEGIN, IN, ON = "begin", "in", "on"
FURNITURE = f"{IN} {Role.FURNITURE}"

# Sorts of pieces, by the kinds that read alike line by line.
SORTS = {
    "story": (Kind.NEWS, Kind.COMMENTARY, Kind.FEATURE, Kind.CORRECTION),
    "sidebar": (Kind.SIDEBAR,),
    "list": (Kind.BRIEF, Kind.INDEX),
    "notice": (Kind.NOTICE, Kind.ADVERT),
    "letter": (Kind.LETTER,),
    "poem": (Kind.POEM,),
    "interview": (Kind.INTERVIEW,),
    "photo": (Kind.PHOTO,),
}
SORT_OF = {kind: sort for sort, kinds in SORTS.items() for kind in kinds}
OUTSIDE = "outside"  # before the first article: furniture only

HEADING = (Role.COLUMN, Role.KICKER, Role.HEADLINE, Role.DECK)
_TOP = (*HEADING, Role.BYLINE, Role.LEAD)
_TEXT = (Role.PARAGRAPH, Role.TABLE_ROW, Role.SUBHEAD, Role.CAPTION, Role.CREDIT, Role.TAIL)
_ALL = (*_TOP, *_TEXT, Role.END_MARK, Role.VERSE)
ROLES = {
    "story": _ALL,
    "sidebar": (*_TOP, *_TEXT),
    "list": (*_TOP, Role.PARAGRAPH, Role.TABLE_ROW, Role.SUBHEAD, Role.TAIL),
    "notice": (*_TOP, Role.PARAGRAPH, Role.TABLE_ROW, Role.SUBHEAD, Role.TAIL),
    "letter": (*_TOP, Role.PARAGRAPH, Role.SUBHEAD, Role.TAIL),
    "poem": (*_TOP, Role.SUBHEAD, Role.VERSE, Role.PARAGRAPH, Role.TAIL),
    "interview": (*_TOP, *_TEXT),
    "photo": (*_TOP, Role.PARAGRAPH, Role.CAPTION, Role.CREDIT, Role.TAIL),
}
# What a piece can begin with, and what goes on over a line end: a story can have it all, by an editor's word.
OPENERS = (Role.COLUMN, Role.KICKER, Role.HEADLINE, Role.PARAGRAPH, Role.CAPTION)
GOING_ON = (Role.HEADLINE, Role.DECK, Role.PARAGRAPH, Role.CAPTION, Role.VERSE, Role.TAIL)
# After these a piece has no more headings of its own (a photo's caption may stand before its headline).
CLOSES_HEADING = (Role.PARAGRAPH, Role.TABLE_ROW, Role.SUBHEAD, Role.TAIL, Role.END_MARK, Role.VERSE)
# What can go on over a line end, and what may stand between its two pieces.
JOINING = (
    Role.PARAGRAPH,
    Role.HEADLINE,
    Role.KICKER,
    Role.DECK,
    Role.CAPTION,
    Role.SUBHEAD,
    Role.VERSE,
    Role.TAIL,
    Role.BYLINE,
    Role.LEAD,
    Role.CREDIT,
)
BETWEEN = {
    Role.PARAGRAPH: (Role.FURNITURE, Role.CAPTION, Role.CREDIT, Role.LEAD, Role.TAIL),
    Role.CAPTION: (Role.FURNITURE,),
}
# These stand before a piece's text and in it.
EITHER_TIME = (Role.FURNITURE, Role.CAPTION, Role.CREDIT)


def _labels() -> tuple[str, ...]:
    begins = [f"{BEGIN} {role}" for role in _ALL]
    stays = [f"{IN} {role}" for role in _ALL]
    goes_on = [f"{ON} {role}" for role in JOINING]
    return (*begins, *stays, *goes_on, FURNITURE)


LABELS = _labels()


@dataclass(frozen=True, slots=True)
class State:
    """`late`: furniture, a caption or a credit in a piece whose text has begun."""

    sort: str
    mark: str
    role: Role
    late: bool = False

    @property
    def label(self) -> str:
        return f"{self.mark} {self.role}"

    @property
    def name(self) -> str:
        return f"{self.sort}: {self.label}" + (" late" if self.late else "")


def _states() -> tuple[State, ...]:
    found = [State(OUTSIDE, IN, Role.FURNITURE)]
    for sort, roles in ROLES.items():
        found += [State(sort, BEGIN, role) for role in roles if role in OPENERS or sort == "story"]
        for role in (*roles, Role.FURNITURE):
            times = (False, True) if role in EITHER_TIME else (False,)
            found += [State(sort, IN, role, late) for late in times]
            if role in GOING_ON or (sort == "story" and role in JOINING):
                found += [State(sort, ON, role, late) for late in times]
    return tuple(found)


STATES = _states()
OPENING = np.array([state.mark == BEGIN or state.sort == OUTSIDE for state in STATES])


def _is_late(state: State) -> bool:
    return state.late or state.role in CLOSES_HEADING


def _may_follow(before: State, after: State) -> bool:
    if after.mark == BEGIN:
        return True
    if before.sort != after.sort:
        return False
    if after.role in EITHER_TIME and before.sort != OUTSIDE and after.late != _is_late(before):
        return False
    if after.role == Role.FURNITURE:
        return True
    if after.mark == ON:
        return before.role == after.role or before.role in BETWEEN.get(after.role, ())
    if after.role in HEADING and _is_late(before):
        return False
    return not (after.role == before.role == Role.HEADLINE)


LEGAL = np.array([[_may_follow(before, after) for after in STATES] for before in STATES])
