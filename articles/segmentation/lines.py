"""A page as lines: what stands where, without judging what it is."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.folding import fold

# Markup at a line's edges. `- ` and `+ ` count as list items only before text.
LEFT_EDGE = re.compile(r"(?:\s|[*`>#~]|[-+](?=\s)|</?[a-z]{1,8}/?>)+", re.IGNORECASE)
RIGHT_EDGE = re.compile(r"(?:\s|[*`]|</?[a-z]{1,8}/?>)+\Z", re.IGNORECASE)
RULE = re.compile(r"[\s|:\-_*=`~+#>]*\Z")
NARROWEST = 10  # characters of a full line in the narrowest column
EDGE = 80  # evidence looks at this many characters of each end of a long line


@dataclass(slots=True)
class Line:
    """A line of the page, or a piece of one where an editor's pin cuts it.

    `start` and `end` leave out white space at the edges; `text` is folded and without markup at its edges;
    `gap` counts the blank lines before, -1 for a piece that goes on in the same printed line.
    """

    start: int
    end: int
    text: str
    gap: int
    indent: int
    level: int  # of a markdown heading, 0 for none
    bold: bool
    quoted: bool
    item: bool

    @property
    def head(self) -> str:
        return self.text[:EDGE]

    @property
    def tail(self) -> str:
        return self.text[-EDGE:]


@dataclass(frozen=True, slots=True)
class Layout:
    """What is usual on a page: `width` of a full line in characters, `gap` between lines, hard-wrapped or not."""

    width: int
    gap: int
    wrapped: bool
    indented: bool


def lines_of(text: str, cuts: Iterable[int] = ()) -> list[Line]:
    """The lines of a page that hold more than white space, cut at `cuts` too.

    >>> [(line.text, line.gap) for line in lines_of("## 山花开\\n\\n　　本报讯")]
    [('山花开', 0), ('本报讯', 1)]
    """
    folded = fold(text)
    found: list[Line] = []
    blank = 0
    waiting = sorted(set(cuts), reverse=True)
    offset = 0
    for printed in text.split("\n"):
        end = offset + len(printed)
        pieces = [offset]
        while waiting and waiting[-1] < end:
            cut = waiting.pop()
            if cut > offset:
                pieces.append(cut)
        before = len(found)
        for start, stop in zip(pieces, [*pieces[1:], end], strict=True):
            line = _line(text, folded, start, stop, blank if len(found) == before else -1)
            if line:
                found.append(line)
        blank = 0 if len(found) > before else blank + 1
        offset = end + 1
    return found


def _line(text: str, folded: str, start: int, stop: int, gap: int) -> Line | None:
    raw = text[start:stop]
    body = raw.lstrip()
    if not body:
        return None
    indent = len(raw) - len(body)
    first = start + indent
    last = start + len(raw.rstrip())
    left = LEFT_EDGE.match(folded, first, last)
    marks = folded[first : left.end()] if left else ""
    low = left.end() if left else first
    high = last
    if folded[last - 1] in "*`>" and low < last:
        right = RIGHT_EDGE.search(folded, max(low, last - EDGE), last)
        high = right.start() if right else last
    core = folded[low:high]
    if RULE.match(core[:EDGE]) and RULE.match(core):
        core = ""
    level = marks.count("#")
    return Line(
        first,
        last,
        core,
        gap,
        indent,
        level,
        "*" in marks and high < last,
        ">" in marks,
        bool(re.search(r"[-+*]\s", marks)),
    )


def layout_of(lines: Sequence[Line]) -> Layout:
    """The page's habits, from all its lines."""
    if not lines:
        return Layout(0, 0, False, False)
    long = [size for line in lines if (size := len(line.text) + line.indent) >= NARROWEST]
    widths = Counter(long)
    width, crowd = 0, 0
    for length in widths:
        near = sum(widths.get(length + step, 0) for step in (-1, 0, 1))
        if near > crowd:
            width, crowd = length, near
    wrapped = len(long) >= 6 and width <= 60 and crowd >= 0.35 * len(long)
    gaps = Counter(line.gap for line in lines[1:] if line.gap >= 0)
    gap = gaps.most_common(1)[0][0] if gaps else 0
    indented = sum(line.indent >= 2 for line in lines) >= max(3, 0.1 * len(lines))
    return Layout(width if wrapped else 0, gap, wrapped, indented)
