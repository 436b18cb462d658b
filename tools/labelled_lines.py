"""From a printed marked-up page to its lines with their right states, for fitting and for measuring."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from articles.segmentation.drafts import Kind, Role
from articles.segmentation.grammar import (
    BEGIN,
    CLOSES_HEADING,
    EITHER_TIME,
    IN,
    JOINING,
    ON,
    OUTSIDE,
    ROLES,
    SORT_OF,
    STATES,
    State,
)
from articles.segmentation.lines import Line

from .marked_pages import Printed

PLACE = {state: index for index, state in enumerate(STATES)}
# What the inline patterns cut off a line's ends: the line is named for the rest.
CUT_OFF = {
    Role.PARAGRAPH: (Role.LEAD, Role.TAIL, Role.SUBHEAD, Role.CREDIT, Role.FURNITURE),
    Role.CAPTION: (Role.CREDIT,),
    Role.BYLINE: (Role.CREDIT,),
    Role.VERSE: (Role.TAIL,),
}


def states_of(printed: Printed, lines: Sequence[Line]) -> list[int]:
    """The index of every line's right state."""
    found: list[int] = []
    opened: set[int] = set()
    met: set[tuple[int, Role]] = set()
    current = -1
    sort, late = OUTSIDE, False
    for line in lines:
        article, element, role = _of_line(printed, line)
        if article < 0:
            found.append(PLACE[State(sort, IN, Role.FURNITURE, late)])
            continue
        if article != current:
            mark, late = BEGIN, False
            current = article
            opened.add(article)
        else:
            mark = ON if (element, role) in met and role in JOINING else IN
        sort = SORT_OF[Kind(printed.kinds[article])]
        if role not in ROLES[sort]:
            role = Role.PARAGRAPH
        met.add((element, role))
        state = State(sort, mark, role, late and mark != BEGIN and role in EITHER_TIME)
        found.append(PLACE.get(state, PLACE.get(replace(state, mark=IN), 0)))
        late = late or role in CLOSES_HEADING
    return found


def _of_line(printed: Printed, line: Line) -> tuple[int, int, Role]:
    span = range(line.start, line.end)
    named = [i for i in span if printed.roles[i] is not None and not printed.text[i].isspace()]
    article = Counter(printed.articles[i] for i in (named or span)).most_common(1)[0][0]
    roles = Counter(printed.roles[i] for i in named)
    if not roles:
        table = any(printed.roles[i] == Role.TABLE_ROW for i in span)
        return article if table else -1, -1, Role.TABLE_ROW if table else Role.FURNITURE
    for main, ends in CUT_OFF.items():
        if main in roles and all(role == main or role in ends for role in roles):
            break
    else:
        main = roles.most_common(1)[0][0]
    first = next(i for i in named if printed.roles[i] == main)
    main = _of_whole(printed, first, main)
    if main == Role.FURNITURE:
        return -1, -1, main
    element = printed.elements[first]
    if main == Role.PARAGRAPH and Kind(printed.kinds[article]) == Kind.POEM:
        main = Role.VERSE
    if main == Role.PARAGRAPH and printed.text[first] == "|":
        main = Role.TABLE_ROW
    return article, element, main


def _of_whole(printed: Printed, first: int, role: Role) -> Role:
    """A line that is all 电头, tail or credit counts with the paragraph that it was broken off from."""
    element = printed.elements[first]
    before = first - 1
    while before >= 0 and printed.text[before].isspace():
        before -= 1
    if role == Role.LEAD and Role.PARAGRAPH in _roles_after(printed, first, element):
        return Role.PARAGRAPH
    if role not in (Role.TAIL, Role.CREDIT) or before < 0 or printed.elements[before] != element:
        return role
    begun = printed.text.rfind("\n", 0, before) + 1
    mains = {printed.roles[i] for i in range(begun, before + 1)} & set(CUT_OFF)
    broken = printed.roles[before] == role or role == Role.TAIL
    return mains.pop() if broken and len(mains) == 1 else role


def _roles_after(printed: Printed, first: int, element: int) -> set[Role | None]:
    found = set()
    for i in range(first, len(printed.text)):
        if printed.elements[i] not in (element, -1):
            break
        found.add(printed.roles[i])
    return found
