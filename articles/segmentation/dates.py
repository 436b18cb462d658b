"""Printed dates: 2025年12月29日, 2025.12.29, 二〇二五年十二月廿九日, 民国三十六年五月六日."""

import datetime
import re
from dataclasses import dataclass

from .numerals import arabic

FIRST_YEAR = 1815  # of the oldest Chinese periodical
REPUBLIC = 1911  # 民国元年 is 1912

NUMERAL = "[〇零○一二三四五六七八九十廿卅]"
PATTERNS = (
    re.compile(r"(?<!\d)(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日"),
    re.compile(r"(?<![\d.])(?P<y>\d{4})(?P<s>[./-])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\d.])"),
    re.compile(rf"(?P<y>[〇零○一二三四五六七八九]{{4}})年(?P<m>{NUMERAL}{{1,3}})月(?P<d>{NUMERAL}{{1,3}})日"),
    re.compile(rf"民国(?P<r>\d{{1,3}}|{NUMERAL}{{1,3}}|元)年(?P<m>\d{{1,2}}|{NUMERAL}{{1,3}})月(?P<d>\d{{1,2}}|{NUMERAL}{{1,3}})日"),
)  # fmt: skip
WEEKDAY = re.compile(r"(?:星期|礼拜|周)([一二三四五六日天])")
WEEKDAYS = {
    char: number
    for number, chars in enumerate(("一", "二", "三", "四", "五", "六", "日天"))
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
    found = []
    for pattern in PATTERNS:
        for match in pattern.finditer(line):
            weekday = WEEKDAY.match(line, _past_blanks(line, match.end()))
            number = WEEKDAYS[weekday.group(1)] if weekday else None
            found.append(PrintedDate(match.start(), match.end(), _date(match), number))
    return sorted(found, key=lambda date: date.start)


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
        return (
            datetime.date(year, arabic(parts["m"]) or 0, arabic(parts["d"]) or 0)
            if year >= FIRST_YEAR
            else None
        )
    except ValueError:
        return None
