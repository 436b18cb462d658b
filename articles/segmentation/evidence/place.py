"""Where a line stands: gaps, indents, markdown, the measure of a hard-wrapped page, the page's ends."""

from collections.abc import Sequence

from articles.segmentation.lines import Layout, Line

NEAR_END = 5
WINDOW = 5  # lines on either side that show the measure of a column


def place_evidence(lines: Sequence[Line], layout: Layout) -> list[list[str]]:
    """The observations of every line that depend on its surroundings."""
    page = "wrapped" if layout.wrapped else "spaced" if layout.gap else "dense"
    lengths = [len(line.text) + line.indent for line in lines]
    return [_of_line(lines, lengths, index, layout, page) for index in range(len(lines))]


def _of_line(
    lines: Sequence[Line], lengths: Sequence[int], index: int, layout: Layout, page: str
) -> list[str]:
    line = lines[index]
    found = ["always", page, _gap(line, layout)]
    found.append(
        f"gaps={_than(lines, index, index - 1)}{_than(lines, index, index + 1)} {_gap(line, layout)}"
    )
    if layout.indented:
        found.append("indented" if line.indent >= 2 else "flush")
    if line.level:
        found.append("heading" if line.level < 3 else "small_heading")
    if line.bold:
        found.append("bold")
    if line.quoted:
        found.append("quoted")
    if line.item:
        found.append("list_item")
    if index < NEAR_END:
        found += ["near_top", "first"] if index == 0 else ["near_top"]
    if index >= len(lines) - NEAR_END:
        found += ["near_foot", "last"] if index == len(lines) - 1 else ["near_foot"]
    if layout.wrapped:
        found += _measure(lengths, index)
    return found


def _gap(line: Line, layout: Layout) -> str:
    if line.gap < 0:
        return "same_line"
    if line.gap > layout.gap:
        return "wide_gap"
    return "usual_gap" if line.gap == layout.gap else "narrow_gap"


def _than(lines: Sequence[Line], index: int, other: int) -> str:
    """Whether more or fewer blank lines stand before a line than before its neighbour."""
    if not 0 < other < len(lines):
        return "."
    here, there = lines[index].gap, lines[other].gap
    return "+" if here > there else "-" if here < there else "="


def _measure(lengths: Sequence[int], index: int) -> list[str]:
    """How full the line and the one before are, against the lines around."""
    around = [n for n in lengths[max(0, index - WINDOW) : index + WINDOW + 1] if n <= 60]
    measure = max(around, default=0)
    here = lengths[index] >= measure - 1
    before = index > 0 and lengths[index - 1] >= measure - 1
    after = index + 1 < len(lengths) and lengths[index + 1] >= measure - 1
    return [
        f"full={'ny'[before]}{'ny'[here]}{'ny'[after]}",
        f"as_long_as_before={'ny'[index > 0 and abs(lengths[index] - lengths[index - 1]) <= 1]}",
    ]
