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

_HEADING = (Role.COLUMN, Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE, Role.LEAD)
_TEXT = (Role.PARAGRAPH, Role.TABLE_ROW, Role.SUBHEAD, Role.CAPTION, Role.CREDIT, Role.TAIL, Role.END_MARK)
_ALL = (*_HEADING, *_TEXT, Role.VERSE)
ROLES = {
    "story": _ALL,
    "sidebar": (*_HEADING, *_TEXT),
    "list": (*_HEADING, *_TEXT),
    "notice": (*_HEADING, *_TEXT),
    "letter": (*_HEADING, *_TEXT),
    "poem": (*_HEADING, Role.SUBHEAD, Role.VERSE, Role.PARAGRAPH, Role.TAIL),
    "interview": (*_HEADING, *_TEXT),
    "photo": (*_HEADING, Role.PARAGRAPH, Role.CAPTION, Role.CREDIT, Role.TAIL),
}
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


def _labels() -> tuple[str, ...]:
    begins = [f"{BEGIN} {role}" for role in _ALL]
    stays = [f"{IN} {role}" for role in _ALL]
    goes_on = [f"{ON} {role}" for role in JOINING]
    return (*begins, *stays, *goes_on, FURNITURE)


LABELS = _labels()


@dataclass(frozen=True, slots=True)
class State:
    sort: str
    mark: str
    role: Role

    @property
    def label(self) -> str:
        return f"{self.mark} {self.role}"


def _states() -> tuple[State, ...]:
    found = [State(OUTSIDE, IN, Role.FURNITURE)]
    for sort, roles in ROLES.items():
        found += [State(sort, BEGIN, role) for role in roles]
        found += [State(sort, IN, role) for role in roles]
        found += [State(sort, ON, role) for role in roles if role in JOINING]
        found.append(State(sort, IN, Role.FURNITURE))
    return tuple(found)


STATES = _states()
OPENING = np.array([state.mark == BEGIN or state.sort == OUTSIDE for state in STATES])


def _may_follow(before: State, after: State) -> bool:
    if after.mark == BEGIN:
        return True
    if before.sort != after.sort:
        return False
    if after.mark != ON:
        return True
    return before.role == after.role or before.role in BETWEEN.get(after.role, ())


LEGAL = np.array([[_may_follow(before, after) for after in STATES] for before in STATES])
