"""The grammar of a byline: a line cut into labels, units, posts, names and marks, the likeliest cut of all.

A blank may stand inside a name (高 明, 辛 一 石) as well as between two names, a label or a mark may stick to
a name (记者高明, 高 明摄), and the same word may open (摄影 高明) or close (高明 摄影). So no piece is decided
alone: every piece that a table or a name's shape allows is a candidate with a cost, and the cheapest row of
pieces that covers the line wins.
"""

from collections.abc import Iterator
from functools import lru_cache

from .byline_pieces import Form, Line, Piece
from .byline_words import Words, plain_words

LONGEST = 300  # characters of a line that are read
# What a row of two forms costs beyond its pieces; "" is the end of the line.
ROWS = {
    ("", Form.SUFFIX): 0.5,
    (Form.SUFFIX, Form.SUFFIX): 0.5,
    (Form.LABEL, Form.SUFFIX): 1.2,
    (Form.OPENING, Form.SUFFIX): 0.8,
    (Form.UNIT, Form.SUFFIX): 1.5,
    (Form.WORD, Form.SUFFIX): 1.5,
    (Form.POST, Form.SUFFIX): 0.5,
    (Form.LABEL, Form.UNIT): 0.4,
    (Form.LABEL, Form.WORD): 0.4,
    (Form.OPENING, Form.WORD): 0.3,
    (Form.LABEL, ""): 0.4,
    (Form.OPENING, ""): 0.6,
    (Form.UNIT, ""): 0.8,
    (Form.POST, ""): 0.3,
    (Form.NAME, Form.UNIT): 0.1,
    (Form.NAME, Form.POST): 1.1,
    (Form.SUFFIX, Form.NAME): 0.1,
}
LABELS = (Form.LABEL, Form.OPENING, Form.HEADING, Form.EDITOR)
GLUED = 0.8  # two names without a blank, as where a line ended between them
# What may follow what without a blank: 记者高明, 高明摄.
STICKS = {
    Form.NAME: (*LABELS, Form.POST, Form.UNIT, Form.NAME),
    Form.LABEL: (*LABELS, Form.NAME),
    Form.SUFFIX: (Form.NAME, Form.LABEL, Form.SUFFIX, Form.MORE),
    Form.TITLE: (Form.NAME,),
    Form.MORE: (Form.NAME,),
    Form.REST: (Form.NAME,),
}
UNTITLED = 0.3  # a name behind a mark of the name before it, without a mark of its own
BARE = 1.0  # from this cost on a name is one without a surname, which is likelier behind a label
BEHIND_LABEL = 1.4  # what it costs less there, at most half of it


def parse(text: str, words: Words | None = None, beside: str = "") -> list[Piece]:
    """The pieces of a byline, in order; `beside` is what stands in lines near by and may show their marks.

    >>> [(p.form.value, "记者卢 桥 文 李青摄"[p.start : p.end]) for p in parse("记者卢 桥 文 李青摄")]
    [('label', '记者'), ('name', '卢 桥'), ('suffix', '文'), ('name', '李青'), ('suffix', '摄')]
    """
    return list(_parse(text[:LONGEST], words or plain_words(), beside[:LONGEST])[0])


@lru_cache(maxsize=4096)
def _parse(text: str, words: Words, beside: str) -> tuple[tuple[Piece, ...], float]:
    return _best(Line(text, words, beside))


State = tuple[str, bool]  # the form before, and whether a name before it has had a mark of its own
Way = tuple[Piece, "Way | None"]  # the last piece, and the way to it


def _best(line: Line) -> tuple[tuple[Piece, ...], float]:
    """The cheapest row of pieces over a line, and its cost."""
    size = len(line.plain)
    rows: list[dict[State, tuple[float, Way | None]]] = [{} for _ in range(size + 1)]
    rows[0]["", False] = (0.0, None)
    for at in range(size):
        if not rows[at]:
            continue
        if at not in line.chunk_end:
            for state, (cost, way) in rows[at].items():
                _keep(rows[at + 1], state, cost, way)
            continue
        for form, end, price in line.forms_at(at):
            piece = Piece(form, at, end)
            extra = line.swallowed(at, end) if form == Form.NAME else 0.0
            for before, (cost, way) in rows[at].items():
                if before[0] in STICKS.get(form, ()) or (at in line.chunks and form != Form.TITLE):
                    state, more = _next(before, form, price, at in line.chunks)
                    _keep(rows[end], state, cost + price + extra + more, (piece, way))
    ends = [
        (cost + ROWS.get((form, ""), 0) + (UNTITLED if marked and form == Form.NAME else 0), way)
        for (form, marked), (cost, way) in rows[size].items()
    ]
    cost, way = min(ends, key=lambda end: end[0], default=(float("inf"), None))
    return tuple(reversed(list(_unwound(way)))), cost


def _next(before: State, new: Form, price: float, parted: bool) -> tuple[State, float]:
    """The state behind a piece, and what the row costs beside the piece's price."""
    form, marked = before
    more = ROWS.get((form, new), 0.0)
    if new == Form.SUFFIX:
        return (new, True), more
    if new == Form.NAME:
        if form == Form.NAME and not parted:
            more += GLUED
        if form in LABELS and price >= BARE:
            more -= min(BEHIND_LABEL, price / 2)
        return (new, marked and form in (Form.SUFFIX, Form.NAME)), more
    return (new, False), more + (UNTITLED if marked and form == Form.NAME else 0.0)


def _keep(row: dict, state: tuple, cost: float, way: tuple | None) -> None:
    if state not in row or cost < row[state][0]:
        row[state] = (cost, way)


def _unwound(way: tuple | None) -> Iterator[Piece]:
    while way:
        piece, way = way
        yield piece


def byline_shape(text: str) -> str | None:
    """How a line reads as a byline: the row of its forms, repeated ones once; None where it names nobody.

    >>> byline_shape("本报记者 高 明 李青 摄"), byline_shape("青石县马岭村 吕大有"), byline_shape("今年天气很好。")
    ('label name suffix', 'unit name', None)
    """
    pieces, cost = _parse(text[:LONGEST], plain_words(), "")
    forms = [piece.form for piece in pieces]
    if Form.NAME not in forms or cost / len(forms) > 1.0 or len(text) > LONGEST:
        return None
    return " ".join(form for i, form in enumerate(forms) if i == 0 or form != forms[i - 1])
