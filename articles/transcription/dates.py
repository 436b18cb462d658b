"""Dates as file names, manifests and options state them. An impossible date is said to be so, never moved."""

import datetime
import re
from typing import NamedTuple

from articles.folding import fold

DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
EARLIEST, LATEST = 1600, 2199

# 2025-12-29, 2025年12月29日, 2025/12/29, 20251229; a month alone; a year alone
FULL = re.compile(
    r"(?<!\d)(\d{4})[-./_年\s]{1,3}(\d{1,2})[-./_月\s]{1,3}(\d{1,2})(?!\d)日?"
    r"|(?<!\d)((?:1[6-9]|2[01])\d\d)(\d\d)(\d\d)(?!\d(?!\d)|\d{3})"
)
MONTH = re.compile(
    r"(?<!\d)(\d{4})年[/\s]?(\d{1,2})(?!\d)(?:月份?)?|(?<!\d)((?:1[6-9]|2[01])\d\d)[-./_](0[1-9]|1[0-2])(?!\d)"
)
YEAR = re.compile(r"(?<!\d)(\d{4})年|(?:^|(?<=/))((?:1[6-9]|2[01])\d\d)(?=/|$)")
CHINESE_NUMERALS = re.compile(r"([一二三四五六七八九〇零十]+)(?=[年月日])")


class ImpossibleDate(ValueError):
    """A date that no calendar has; `printed` is how it is written."""

    def __init__(self, printed: str) -> None:
        super().__init__(printed)
        self.printed = printed


class StatedDate(NamedTuple):
    """A date as far as it is stated: of a month or a year the first day stands for all."""

    date: datetime.date
    precision: str  # "day", "month" or "year"


def parse_date(text: str) -> StatedDate:
    """The date that a whole text states; raises ImpossibleDate for anything else.

    >>> parse_date("1957年3月")
    StatedDate(date=datetime.date(1957, 3, 1), precision='month')
    """
    found = find_date(text)
    if found is None or found[1].strip():
        raise ImpossibleDate(text)
    return found[0]


def find_date(text: str) -> tuple[StatedDate, str] | None:
    """The first date in a text, fullest form first, and the text without it.

    >>> find_date("工人日报2025年12月29日")
    (StatedDate(date=datetime.date(2025, 12, 29), precision='day'), '工人日报 ')
    """
    text = _with_digits(text)
    for pattern, precision in ((FULL, "day"), (MONTH, "month"), (YEAR, "year")):
        if match := pattern.search(text):
            numbers = [int(group) for group in match.groups() if group]
            stated = StatedDate(_date(numbers, match.group()), precision)
            return stated, f"{text[: match.start()]} {text[match.end() :]}"
    return None


def _with_digits(text: str) -> str:
    """Full-width digits and Chinese numerals before 年, 月 and 日 as ASCII digits."""
    narrow = "".join(new if (new := fold(char)).isdigit() or new == "〇" else char for char in text)
    return CHINESE_NUMERALS.sub(lambda match: _number(match.group()), narrow)


def _number(numeral: str) -> str:
    """A Chinese numeral in digits: 二〇二五 is 2025, 二十九 is 29."""
    if "十" not in numeral:
        return numeral.translate(DIGITS)
    tens, _, ones = numeral.partition("十")
    return f"{tens.translate(DIGITS) or 1}{ones.translate(DIGITS) or 0}"


def _date(numbers: list[int], printed: str) -> datetime.date:
    year, month, day = (*numbers, 1, 1)[:3]
    if not EARLIEST <= year <= LATEST:
        raise ImpossibleDate(printed)
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise ImpossibleDate(printed) from None
