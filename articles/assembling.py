"""From an article's blocks to its fields, with a map from every shown character to its printed one.

A part's map is a tuple of runs `(shown, length, printed, printed_length)`: `length` characters of the
part's text from `shown` on stand for `printed_length` characters of the transcription from `printed` on.
The two lengths differ only where an editor's emendation stands. A character that is shown and not
printed (the line end between two lines of verse) lies in no run.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .segmentation.datelines import credit_agency, lead_facts
from .segmentation.drafts import Block, Role

Run = tuple[int, int, int, int]

TEXT_ROLES = (Role.PARAGRAPH, Role.VERSE, Role.TABLE_ROW)

# Markup that a vision model left, and characters that are never seen: printed on no page.
HTML_TAG = r"</?(?:br|b|i|u|p|div|span|strong|em|sub|sup|center|table|thead|tbody|tr|td|th)(?:\s+[a-z]+=\"[^\"<>]*\")*\s*/?>"
# 138****1234, 3*4 and 王*明 are printed so: no stars that set a word off.
STARS = r"(?<![A-Za-z0-9*])\*\*+|\*\*+(?![A-Za-z0-9*])|(?<![\w*])\*(?!\*)|(?<!\*)\*(?![\w*])"
MARKUP = re.compile(
    rf"{HTML_TAG}|{STARS}|(?<=^)[ \t]*(?:>[ \t]*)+|(?<=^)[ \t]*(?!#\d)#+(?=[ \t　]|[^\s#])"
    r"|(?<=^)[ \t]*[-+*][ \t]+|(?<=^)[ \t]*```|`",
    re.IGNORECASE | re.MULTILINE,
)
TABLE_RULE = re.compile(
    r"^[\s|:\-—_*=]*-{2,}[\s|:\-—_*=]*$|^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$", re.MULTILINE
)
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
SEEN = re.compile(r"\S+")
LATIN = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True)
class Emending:
    """A corrected misreading: `replacement` stands for the printed characters from `start` to `end`."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True)
class Part:
    """One piece of an article as it is shown: a headline, a paragraph, a stanza, a caption."""

    role: Role
    text: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Fields:
    """An article as it is shown. Text fields are "" where nothing is printed."""

    parts: tuple[Part, ...]
    column: str
    kicker: str
    headline: str
    deck: str
    byline: str
    lead: str
    agency: str
    dateline: str
    body: str
    credit: str
    tail: str


class _Writer:
    """Builds one part's text and runs, stretch by stretch."""

    def __init__(self, role: Role) -> None:
        self.role = role
        self.shown: list[str] = []
        self.length = 0
        self.runs: list[list[int]] = []

    @property
    def last(self) -> str:
        """The last character, "" if there is none yet."""
        return self.shown[-1][-1] if self.shown else ""

    def put(self, shown: str, printed: int, printed_length: int, verbatim: bool = True) -> None:
        """`printed`: where it stands in the transcription, on so many characters."""
        run = self.runs[-1] if self.runs else None
        same = len(shown) == printed_length and (verbatim or printed_length == 1)
        if (
            run
            and same
            and run[1] == run[3]
            and run[2] + run[3] == printed
            and run[0] + run[1] == self.length
        ):
            run[1] += printed_length
            run[3] += printed_length
        elif shown:
            self.runs.append([self.length, len(shown), printed, printed_length])
        self.add(shown)

    def add(self, shown: str) -> None:
        """Show what is printed nowhere."""
        if shown:
            self.shown.append(shown)
            self.length += len(shown)

    def part(self) -> Part:
        return Part(self.role, "".join(self.shown), tuple(tuple(run) for run in self.runs))


def hidden(text: str, start: int, end: int) -> set[int]:
    """Offsets in [start, end) that are markup or never seen.

    >>> sorted(hidden("## 山花**开**", 0, 9))
    [0, 1, 5, 6, 8]
    """
    line_start = text.rfind("\n", 0, start) + 1
    at_line_start = not text[line_start:start].strip()
    span = text[start:end]
    found: set[int] = set()
    for pattern in (MARKUP, TABLE_RULE, INVISIBLE):
        for match in pattern.finditer(span):
            # A mark counts at the start of a printed line only, not of a block inside the line.
            if (
                match.start() == 0
                and not at_line_start
                and match.group().lstrip()[:1] in "#>-+"
                and pattern is MARKUP
            ):
                continue
            found.update(range(start + match.start(), start + match.end()))
    return {offset for offset in found if not text[offset].isspace()}


def assemble(text: str, blocks: Sequence[Block], emendations: Iterable[Emending] = ()) -> Fields:
    """The fields of the article that consists of `blocks`, in reading order."""
    parts = _parts(text, blocks, sorted(emendations, key=lambda e: e.start))
    lead = _joined(parts, (Role.LEAD,), " ")
    credit = _joined(parts, (Role.CREDIT,), "\n")
    agency, dateline = lead_facts(lead)
    return Fields(
        parts=parts,
        column=_joined(parts, (Role.COLUMN,), " "),
        kicker=_joined(parts, (Role.KICKER,), "\n"),
        headline=_joined(parts, (Role.HEADLINE,), " "),
        deck=_joined(parts, (Role.DECK,), "\n"),
        byline=_joined(parts, (Role.BYLINE,), "\n"),
        lead=lead,
        agency=agency or credit_agency(credit),
        dateline=dateline,
        body=_joined(parts, TEXT_ROLES, "\n\n"),
        credit=credit,
        tail=_joined(parts, (Role.TAIL,), "\n"),
    )


def _joined(parts: Sequence[Part], roles: Sequence[Role], separator: str) -> str:
    return separator.join(part.text for part in parts if part.role in roles)


def _parts(text: str, blocks: Sequence[Block], emendations: Sequence[Emending]) -> tuple[Part, ...]:
    writers: list[_Writer] = []
    for block in blocks:
        writer = next((w for w in reversed(writers) if w.role == block.role), None) if block.joins else None
        if writer is None:
            writer = _Writer(block.role)
            writers.append(writer)
        _write(writer, text, block, emendations)
    return tuple(part for writer in writers if (part := writer.part()).text)


def _write(writer: _Writer, text: str, block: Block, emendations: Sequence[Emending]) -> None:
    gap, seam = block.start, bool(writer.shown)
    for start, end, emending in _stretches(text, block, emendations):
        if emending and emending.start < block.start:  # shown in the block before
            gap = end
            continue
        shown = emending.replacement if emending else text[start:end]
        if writer.shown:
            _put_gap(writer, text, gap, start, seam, shown)
        writer.put(shown, start, end - start, verbatim=emending is None)
        gap, seam = end, False


def _stretches(
    text: str, block: Block, emendations: Sequence[Emending]
) -> Iterator[tuple[int, int, Emending | None]]:
    """What a block shows, from and to, between its white space and markup, and what emendations stand for."""
    seen = text[block.start : block.end]
    if skipped := hidden(text, block.start, block.end):
        seen = "".join(" " if block.start + at in skipped else char for at, char in enumerate(seen))
    offset = block.start
    for emending in emendations:
        if emending.start >= block.end or emending.end <= offset:
            continue
        for found in SEEN.finditer(seen, offset - block.start, max(emending.start - block.start, 0)):
            yield block.start + found.start(), block.start + found.end(), None
        yield max(offset, emending.start), emending.end, emending
        offset = emending.end
    for found in SEEN.finditer(seen, offset - block.start):
        yield block.start + found.start(), block.start + found.end(), None


def _put_gap(writer: _Writer, text: str, start: int, end: int, seam: bool, follows: str) -> None:
    """White space between two shown characters: kept inside a line, dropped where a line broke."""
    if seam:
        if writer.role == Role.VERSE:
            writer.add("\n")
        elif LATIN.match(writer.last) and LATIN.match(follows) and writer.last.isalpha():
            writer.add(" ")
        return
    white = [offset for offset in range(start, end) if text[offset].isspace()]
    if any(text[offset] == "\n" for offset in white):
        if LATIN.match(writer.last) and LATIN.match(follows):
            writer.put(" ", white[0], 1)
        return
    for offset in white:
        writer.put(text[offset], offset, 1)


def printed_span(runs: Sequence[Run], start: int, end: int) -> tuple[int, int] | None:
    """The transcription's characters behind the shown characters [start, end); None if none is printed."""
    low = high = None
    for shown, length, printed, printed_length in runs:
        if shown + length <= start or shown >= end:
            continue
        if length == printed_length:
            first = printed + max(0, start - shown)
            last = printed + min(length, end - shown)
        else:
            first, last = printed, printed + printed_length
        low = first if low is None else min(low, first)
        high = last if high is None else max(high, last)
    return None if low is None or high is None else (low, high)


def shown_span(runs: Sequence[Run], start: int, end: int) -> tuple[int, int] | None:
    """The shown characters that stand for the transcription's characters [start, end), if any."""
    low = high = None
    for shown, length, printed, printed_length in runs:
        if printed + printed_length <= start or printed >= end:
            continue
        if length == printed_length:
            first = shown + max(0, start - printed)
            last = shown + min(length, end - printed)
        else:
            first, last = shown, shown + length
        low = first if low is None else min(low, first)
        high = last if high is None else max(high, last)
    return None if low is None or high is None else (low, high)
