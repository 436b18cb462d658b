"""What masthead, date line and folio print: newspaper, date, label, page name, serial numbers, editors.

Furniture that stands apart and shows nothing of a folio (a signature, an advert's address) is no witness.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from articles.folding import fold

from .drafts import Block, PrintedFacts
from .folio import TABLE, FolioLine, folio_line, is_title
from .staff import staff_in
from .titles import is_section, newspaper_of, page_name_of
from .witnesses import dated

LONGEST = 120  # characters of a line that may be furniture of this kind
BETWEEN = re.compile(r"[\s#*>|`_-]*")  # what may stand between two lines of one group


def facts_of(text: str, furniture: Sequence[Block]) -> PrintedFacts:
    """The facts that the page's furniture states; what it does not state is None."""
    groups = [[line for line in group if len(line) <= LONGEST] for group in _groups(text, furniture)]
    printed = [line for group in groups for line in group]
    lines = _heard([[folio_line(line) for line in group] for group in groups])
    date, warnings = dated(lines, printed)
    newspaper = newspaper_of(lines)
    # Title and serial or CN number without a page number: the front page.
    titled = any(newspaper in line.words for line in lines)
    label = _label(lines)
    masthead = titled and any(line.code or (line.serials and not label) for line in lines)
    label = label or ("1" if masthead else None)
    return PrintedFacts(
        newspaper=newspaper,
        date=date,
        label=label,
        page_name=page_name_of(lines, newspaper, masthead and label == "1"),
        edition=_edition(lines),
        serials=tuple(dict.fromkeys(serial for line in lines for serial in line.serials)),
        warnings=warnings,
        weekday=next((line.weekday_printed for line in lines if line.weekday_printed), None),
        lunar_date=max((said for line in lines for said in line.lunar_printed), key=len, default=None),
        page_count=next((line.page_count for line in lines if line.page_count), None),
        staff=tuple(dict.fromkeys(chain.from_iterable(map(staff_in, printed)))),
    )


def _groups(text: str, furniture: Sequence[Block]) -> Iterator[list[str]]:
    """The lines of furniture, those together between which nothing else stands."""
    group: list[str] = []
    end = 0
    for block in sorted(furniture, key=lambda block: block.start):
        if group and not BETWEEN.fullmatch(text, end, block.start):
            yield _upright(group)
            group = []
        group.append(text[block.start : block.end])
        end = block.end
    if group:
        yield _upright(group)


def _upright(printed: Sequence[str]) -> list[str]:
    """Lines; characters that stand one to a line, as in a masthead set upright, are one line."""
    lines: list[str] = []
    column = False
    for line in printed:
        single = len(line) == 1 and "㐀" <= line <= "鿿"
        if single and column:
            lines[-1] += line
        else:
            lines.append(line)
        column = single
    return lines


def _heard(groups: Sequence[Sequence[FolioLine]]) -> list[FolioLine]:
    """All lines; those of a group without a sign of a folio without their words, and without their dates if
    another group has one. A label far from title and date does not count beside a full masthead."""
    folios = [group for group in groups if any(map(_is_folio, group))]
    dated_folio = any(line.dates for group in folios for line in group)
    masthead = any(line.code for group in folios for line in group)
    heard: list[FolioLine] = []
    for group in groups:
        if not any(map(_is_folio, group)):
            group = [_silenced(line, dated_folio) for line in group]
        elif masthead and not any(line.dates or any(map(is_title, line.words)) for line in group):
            group = [replace(line, label=None) for line in group]
        heard += group
    return heard


def _is_folio(line: FolioLine) -> bool:
    shown = (line.label, line.serials, line.weekdays, line.lunar, line.page_count, line.code)
    said = any(shown) or any(date.weekday is not None for date in line.dates)
    return said or any(is_title(word) or is_section(word) for word in line.words)


def _silenced(line: FolioLine, wholly: bool) -> FolioLine:
    return replace(line, words=(), dates=() if wholly else line.dates, days=())


def _label(lines: Sequence[FolioLine]) -> str | None:
    """The label that the page prints; one with 版 or a letter before a bare number."""
    for sure in (True, False):
        labels = Counter(line.label for line in lines if line.label and line.sure == sure)
        if labels:
            return labels.most_common(1)[0][0]
    return None


def _edition(lines: Sequence[FolioLine]) -> str | None:
    words = (fold(word) for line in lines for word in line.words)
    return next((TABLE["editions"][word] for word in words if word in TABLE["editions"]), None)
