"""What masthead, date line and folio print: newspaper, date, label, page name, serial numbers."""

import datetime
from collections import Counter
from collections.abc import Sequence

from articles.folding import fold

from .drafts import Block, PrintedFacts
from .folio import TABLE, FolioLine, folio_line

LONGEST = 120  # characters of a line that may be furniture of this kind
WEEKDAY_NAMES = "一二三四五六日"


def facts_of(text: str, furniture: Sequence[Block]) -> PrintedFacts:
    """The facts that the page's furniture states; what it does not state is None."""
    printed = [text[block.start : block.end] for block in sorted(furniture, key=lambda block: block.start)]
    lines = [folio_line(line) for line in printed if len(line) <= LONGEST]
    date, warnings = _date(lines, printed)
    newspaper = _newspaper(lines)
    label = _label(lines)
    # Title and serial or CN number without a page number: the front page.
    masthead = bool(newspaper) and any(line.code or (line.serials and not label) for line in lines)
    label = label or ("1" if masthead else None)
    return PrintedFacts(
        newspaper=newspaper,
        date=date,
        label=label,
        page_name=_page_name(lines, newspaper, masthead and label == "1"),
        edition=_edition(lines),
        serials=tuple(dict.fromkeys(serial for line in lines for serial in line.serials)),
        warnings=warnings,
    )


def _date(lines: Sequence[FolioLine], printed: Sequence[str]) -> tuple[datetime.date | None, tuple[str, ...]]:
    """The date most often printed, the first of equals; a day that does not exist is only reported."""
    dates = [date for line in lines for date in line.dates]
    if not dates:
        # A date set over two lines: 2025年 / 8月17日.
        pairs = zip(printed, printed[1:], strict=False)
        dates = [date for pair in pairs for date in folio_line("".join(pair)).dates]
    warnings = []
    if any(date.date is None for date in dates):
        warnings.append("版面所印的日期不存在。")
    valid = [date for date in dates if date.date]
    if not valid:
        return None, tuple(warnings)
    counts = Counter(date.date for date in valid)
    if len(counts) > 1:
        warnings.append("版面印有不同的日期：" + "、".join(str(day) for day in counts))
    chosen = max(valid, key=lambda date: counts[date.date]).date
    weekdays = {date.weekday for date in valid if date.date == chosen and date.weekday is not None}
    if weekdays and chosen.weekday() not in weekdays:
        said = WEEKDAY_NAMES[min(weekdays)]
        warnings.append(f"所印星期{said}与日期不合：{chosen}是星期{WEEKDAY_NAMES[chosen.weekday()]}。")
    return chosen, tuple(warnings)


def _label(lines: Sequence[FolioLine]) -> str | None:
    """The label that the page prints; one with 版 or a letter before a bare number."""
    for sure in (True, False):
        labels = Counter(line.label for line in lines if line.label and line.sure == sure)
        if labels:
            return labels.most_common(1)[0][0]
    return None


def _is_newspaper(word: str) -> bool:
    return len(word) > 2 and fold(word).endswith(tuple(TABLE["newspaper_endings"]))


def _newspaper(lines: Sequence[FolioLine]) -> str | None:
    """A word that ends as newspapers' names do; else the word beside the date, where another line names
    the page; else the first of two words, where the other one stands beside the label."""
    names = Counter(word for line in lines for word in line.words if _is_newspaper(word))
    if names:
        return names.most_common(1)[0][0]
    worded = [line for line in lines if line.words]
    dated = [line for line in worded if line.dates]
    if dated and any(line is not dated[0] for line in worded):
        return dated[0].words[0]
    labelled = [line for line in worded if line.label]
    alone = [line for line in worded if not line.label and not line.dates]
    if labelled and alone and worded[0] is alone[0]:
        return alone[0].words[0]
    return None


def _page_name(lines: Sequence[FolioLine], newspaper: str | None, front: bool) -> str | None:
    """The word beside the label; else one that stands alone. A front page has none but beside its label."""
    labelled = [line for line in lines if line.label]
    others = [] if front else [line for line in lines if not line.label]
    for line in (*labelled, *others):
        for word in line.words:
            if word != newspaper and not _is_newspaper(word) and word not in TABLE["editions"]:
                return word
    return None


def _edition(lines: Sequence[FolioLine]) -> str | None:
    words = (fold(word) for line in lines for word in line.words)
    return next((TABLE["editions"][word] for word in words if word in TABLE["editions"]), None)
