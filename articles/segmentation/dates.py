"""Printed dates: 2025年12月29日, 2025.12.29, 二〇二五年十二月廿九日, 民国三十六年五月六日; and weekdays."""

import datetime
import re
from dataclasses import dataclass

from .numerals import arabic

FIRST_YEAR = 1815  # of the oldest Chinese periodical
REPUBLIC = 1911  # 民国元年 is 1912

YEAR = r"(?<!\d)(?P<y>\d{4}|[〇零○o一二三四五六七八九]{4})\s*年"
REPUBLICAN = r"(?:中华)?民\s*国\s*(?P<r>\d{1,3}|[〇零○一二三四五六七八九十百廿卅]{1,5}|元)\s*年"
MONTH = r"\s*(?P<m>\d{1,2}|[〇零○一二三四五六七八九十]{1,2})\s*月"
DAY = r"\s*(?P<d>\d{1,2}|[〇零○一二三四五六七八九十廿卅]{1,3})\s*日"
# A large day number that stands apart, its weekday behind it: 2025年9月 12 星期五.
BARE_DAY = r"\s*(?P<d>\d{1,2})(?=\s+(?:星期|礼拜))"
# 农历2025年… counts lunar months.
SOLAR = r"(?<!农历)(?<!夏历)(?<!阴历)(?<!旧历)"
PATTERNS = (
    re.compile(SOLAR + YEAR + MONTH + DAY),
    re.compile(SOLAR + REPUBLICAN + MONTH + DAY),
    re.compile(SOLAR + YEAR + MONTH + BARE_DAY),
    re.compile(r"(?<![\d.])(?P<y>\d{4})\s?(?P<s>[./·-])\s?(?P<m>\d{1,2})\s?(?P=s)\s?(?P<d>\d{1,2})(?![\d.])"),
)
WITHOUT_YEAR = re.compile(rf"(?<![\d年〇零○一二三四五六七八九十]){MONTH}{DAY}")

WEEKDAY = re.compile(r"(?:星\s*期|礼\s*拜|周)\s*([一二三四五六日天])")
# 每星期三、六出版 and 体育·周一 name no day of this issue.
ALONE = re.compile(
    r"(?<![^\s日号/|,，.(年—-])(?:(?:星\s*期|礼\s*拜|周)\s*([一二三四五六日天])|(主)日)(?![^\s/|,，.)农夏阴旧—-])"
)
WEEKDAYS = {
    char: number
    for number, chars in enumerate(("一", "二", "三", "四", "五", "六", "日天主"))
    for char in chars
}


@dataclass(frozen=True)
class PrintedDate:
    """A date at [start, end) of a folded line; `date` is None where there is no such day."""

    start: int
    end: int
    date: datetime.date | None
    weekday: int | None = None  # as printed behind it, Monday is 0


def dates_in(line: str) -> list[PrintedDate]:
    """The full dates of a folded line, each with the weekday that stands behind it.

    >>> [str(found.date) for found in dates_in("二〇一一年四月二日 星期六 农历辛卯年二月廿九")]
    ['2011-04-02']
    >>> dates_in("2025年2月30日 星期日")[0].date is None
    True
    """
    found: list[PrintedDate] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(line):
            if any(date.start < match.end() and match.start() < date.end for date in found):
                continue
            weekday = WEEKDAY.match(line, _past_blanks(line, match.end()))
            number = WEEKDAYS[weekday.group(1)] if weekday else None
            found.append(PrintedDate(match.start(), match.end(), _date(match), number))
    return sorted(found, key=lambda date: date.start)


def days_in(line: str) -> list[re.Match[str]]:
    """The dates of a folded line that are printed without a year; `day_of` gives month and day.

    >>> [day_of(found) for found in days_in("9月12日 星期五")]
    [(9, 12)]
    """
    return list(WITHOUT_YEAR.finditer(line))


def day_of(match: re.Match[str]) -> tuple[int, int]:
    return arabic(match["m"]) or 0, arabic(match["d"]) or 0


def weekdays_in(line: str) -> list[re.Match[str]]:
    """The weekdays of a folded line that stand as words of their own; `weekday_of` numbers one.

    >>> [weekday_of(found) for found in weekdays_in("星期二 每周三出版")]
    [1]
    """
    return list(ALONE.finditer(line))


def weekday_of(match: re.Match[str]) -> int:
    return WEEKDAYS[match.group(1) or match.group(2)]


def _past_blanks(line: str, place: int) -> int:
    while place < len(line) and (line[place].isspace() or line[place] in "/,，·|("):
        place += 1
    return place


def _date(match: re.Match[str]) -> datetime.date | None:
    parts = match.groupdict()
    if "r" in parts:
        year = REPUBLIC + (1 if parts["r"] == "元" else arabic(parts["r"]) or 0)
    else:
        year = arabic(parts["y"]) or 0
    try:
        day = datetime.date(year, arabic(parts["m"]) or 0, arabic(parts["d"]) or 0)
    except ValueError:
        return None
    return day if year >= FIRST_YEAR else None
