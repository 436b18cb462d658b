"""What kind of line stands among what kinds: the pattern that a head, its decks and its text make."""

from collections.abc import Sequence

from articles.segmentation.lines import Layout, Line

from .shape import CLOSED, is_unclosed
from .words import inner_words

TEXT_LENGTH = 27
FURNITURE = {
    "any=editor",
    "any=serial",
    "any=paper_contact",
    "any=web",
    "any=qr",
    "any=printed_by",
    "any=weekday",
    "any=lunar",
    "any=date",
    "any=paper_name",
    "any=model_talk",
    "head=image",
}
AUTHOR = {
    "names=posted",
    "names=posted_end",
    "names=one",
    "names=one spaced",
    "names=two",
    "head=byline_label",
}
LEADS = ("head=lead_desk", "head=lead_desk_plain", "head=lead_agency", "head=lead_jump")
HEADS = "hc-"  # what stands over a text
# What of a heading counts by its place among the others.
TELLING = {
    "echo most", "echo less", "echo even", "echo none", "has_quote", "has_colon", "spaces=1", "some_figures",
    "end=ask", "end=shout", "end=comma", "end=colon", "start=quote", "any=spoken", "any=official", "any=acts",
    "line=14", "line=18", "length=14", "length=18", "length=23", "line=8", "length=8", "head=dash", "inner_stop",
}  # fmt: skip
LONGEST_RUN = 4
LONGEST_HEAD = 40


def run_evidence(lines: Sequence[Line], layout: Layout, seen: Sequence[list[str]]) -> None:
    """Add to every line's observations the sorts of the lines around, the place in a run of headings,
    and how the line before ends."""
    sorts = [_sort(line, layout, found) for line, found in zip(lines, seen, strict=True)]
    before, after = _runs(sorts), _runs(sorts[::-1])[::-1]
    padded = ["^", "^", *sorts, "$", "$"]
    told = False
    for index, found in enumerate(seen):
        a, b, c, d, e = padded[index : index + 5]
        found += [f"run={b}{c}{d}", f"run={c}{d}{e}>", f"run=<{a}{b}{c}"]
        if c in HEADS:
            found += _about(sorts, index)
            found += inner_words(lines[index])
        if c == "h":
            place = f"heads={before[index]}/{after[index]}"
            found.append(place)
            found += [f"{place} {name}" for name in found if name in TELLING]
            if d == "h":
                found.append(f"than next: {_compared(lines[index], lines[index + 1])}")
            if b == "h":
                found.append(f"than before: {_compared(lines[index], lines[index - 1])}")
        if any(name in LEADS for name in found):
            found.append(f"lead after {b}" + (" again" if told else ""))
            told = True
        elif c in HEADS:
            told = False
        found.append(_seam(lines, layout, seen, index, b))


def _sort(line: Line, layout: Layout, found: Sequence[str]) -> str:
    """T text, t its short last line, h heading, a author, c column, f furniture, r table row, i item, - dash, e empty."""
    text = line.text
    if not text:
        return "e"
    names = set(found)
    if "head=table" in names:
        return "r"
    if names & FURNITURE and len(text) <= 60:
        return "f"
    if len(text) <= 22 and any(name.startswith("label=") for name in found):
        return "c"
    if "head=dash" in names and len(text) <= 45:
        return "-"
    if "head=bullet" in names and len(text) > 14:
        return "i"
    if names & AUTHOR and "closed" not in names:
        return "a"
    if len(text) >= TEXT_LENGTH or (layout.wrapped and len(text) + line.indent >= layout.width - 1):
        return "T"
    return "t" if "closed" in names else "h"


def _runs(sorts: Sequence[str]) -> list[int]:
    """For every line how many headings stand unbroken right before it."""
    counts, count = [], 0
    for sort in sorts:
        counts.append(min(count, LONGEST_RUN))
        count = count + 1 if sort == "h" else 0
    return counts


def _about(sorts: Sequence[str], index: int) -> list[str]:
    """What stands over and under the run of headings that a line is in."""
    first, last = index, index
    while first and sorts[first - 1] in HEADS and index - first < 6:
        first -= 1
    while last + 1 < len(sorts) and sorts[last + 1] in HEADS and last - index < 6:
        last += 1
    over = sorts[first - 1] if first else "^"
    under = sorts[last + 1] if last + 1 < len(sorts) else "$"
    shape = "".join(sorts[first : last + 1])
    return [
        f"over={over} under={under}",
        f"under={under} {sorts[index]}",
        f"headings={shape}@{index - first}",
    ]


def _compared(line: Line, other: Line) -> str:
    here, there = len(line.text), len(other.text)
    if abs(here - there) <= 1:
        return "equal"
    if here > there:
        return "much longer" if here > 1.6 * there else "longer"
    return "much shorter" if there > 1.6 * here else "shorter"


def _seam(
    lines: Sequence[Line], layout: Layout, seen: Sequence[Sequence[str]], index: int, sort_before: str
) -> str:
    """How the line before ends and how this one begins: whether the two may be one text."""
    if index == 0:
        return "seam=top"
    page = "wrapped" if layout.wrapped else "plain"
    begins = "indented" if lines[index].indent >= 2 else _first(lines[index].text)
    full = next((name[5:7] for name in seen[index] if name.startswith("full=")), "")
    if sort_before == "h" and not layout.wrapped:
        full = next(name[5] for name in seen[index] if name.startswith("gaps="))
    return f"seam={page} {sort_before} {_last(lines[index - 1].text)} {begins} {full}"


def _last(text: str) -> str:
    """How a line ends: its sentence closed, a bracket or quotation left open, held by a mark, or cut in mid-word."""
    if not text:
        return "empty"
    if CLOSED.search(text[-6:]):
        return "closed"
    if len(text) <= LONGEST_HEAD and is_unclosed(text):
        return "unclosed"
    if text[-1] in ":;":
        return "colon"
    if text[-1] in ",、—-(“《":
        return "held"
    return "bracket" if text[-1] in ')】]》”’"' else "cut"


def _first(text: str) -> str:
    if not text:
        return "empty"
    if text[0] in '“‘"':
        return "quote"
    return "plain" if text[0].isalpha() or text[0] in ",。、;:)”" else "mark"
