"""The page's date among its witnesses: other dates, weekday, lunar date.

A contradiction is told and the date stays the printed one; a year that is not printed is proposed, never taken.
"""

import datetime
from collections import Counter
from collections.abc import Sequence

from .folio import FolioLine, folio_line
from .lunar import CHECKED_YEARS, LunarDate, spoken

PIECES = 4  # lines over which a date may be set: 2025年 / 9月 / 12日
WEEKDAY_NAMES = "一二三四五六日"
PROPOSED_YEARS = range(1900, 2050)  # in which a year that is not printed is looked for


def dated(lines: Sequence[FolioLine], printed: Sequence[str]) -> tuple[datetime.date | None, tuple[str, ...]]:
    """The date most often printed, the first of equals; a day that does not exist is only reported."""
    weekdays = {weekday for line in lines for weekday in line.weekdays}
    lunar = [one for line in lines for one in line.lunar]
    dates = [date for line in lines for date in line.dates]
    if not dates:
        pieced = _in_pieces(printed)
        dates = [date for line in pieced for date in line.dates]
        lunar += [one for line in pieced for one in line.lunar]
    warnings = []
    if any(date.date is None for date in dates):
        warnings.append("版面所印的日期不存在。")
    valid = [date for date in dates if date.date]
    if not valid:
        warnings += [] if dates else _proposed_year(lines, weekdays, lunar)
        return None, tuple(warnings)
    counts = Counter(date.date for date in valid)
    if len(counts) > 1:
        warnings.append("版面印有不同的日期：" + "、".join(str(day) for day in counts))
    chosen = max(valid, key=lambda date: counts[date.date]).date
    weekdays |= {date.weekday for date in valid if date.date == chosen and date.weekday is not None}
    said = [f"星期{WEEKDAY_NAMES[day]}" for day in sorted(weekdays) if day != chosen.weekday()]
    if said:
        is_day = WEEKDAY_NAMES[chosen.weekday()]
        warnings.append(f"所印{'、'.join(said)}与日期不合：{chosen}是星期{is_day}。")
    if not _agree(lunar, chosen):
        said = "、".join(dict.fromkeys(text for line in lines for text in line.lunar_printed))
        warnings.append(f"所印农历（{said}）与日期不合：{chosen}是农历{spoken(chosen)}。")
    return chosen, tuple(warnings)


def _agree(lunar: Sequence[LunarDate], date: datetime.date) -> bool:
    return date.year not in CHECKED_YEARS or all(one.is_of(date) for one in lunar)


def _in_pieces(printed: Sequence[str]) -> list[FolioLine]:
    """The lines, in twos or more, over which a date is set: 2025年 / 8月17日."""
    for size in range(2, PIECES + 1):
        joined = [folio_line("".join(printed[i : i + size])) for i in range(len(printed) - size + 1)]
        if found := [line for line in joined if line.dates]:
            return found
    return []


def _proposed_year(lines: Sequence[FolioLine], weekdays: set[int], lunar: Sequence[LunarDate]) -> list[str]:
    """A day without a year: the only year that its weekday and lunar date fit is told, never taken."""
    days = {day for line in lines for day in line.days}
    if len(days) != 1 or not lunar:
        return []
    month, day = days.pop()
    fits = []
    for year in PROPOSED_YEARS:
        try:
            date = datetime.date(year, month, day)
        except ValueError:
            continue
        if weekdays <= {date.weekday()} and _agree(lunar, date):
            fits.append(date)
    return [f"版面未印年份；按所印星期和农历，应是{fits[0]}，请核对。"] if len(fits) == 1 else []
