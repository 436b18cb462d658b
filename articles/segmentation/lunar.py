"""Printed lunar dates, 农历乙巳年八月十三, and whether they are those of a day."""

import datetime
import re
from dataclasses import dataclass

from lunar_python import Solar

from .numerals import arabic

STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪"
MONTHS = {"正": 1, "冬": 11, "腊": 12}
CHECKED_YEARS = range(1815, 2100)  # in which the library was compared with another one, day by day

CALENDAR = r"(?:农|夏|阴|旧)\s*历\s*[:]?\s*"
SIGNS = rf"(?:岁次\s*)?(?P<signs>[{STEMS}][{BRANCHES}])\s*(?P<animal>[{ANIMALS}])?\s*"
NUMBERED = r"(?P<y>\d{4}|[〇零○o一二三四五六七八九]{4})\s*年\s*"
MONTH = r"(?P<leap>闰)?\s*(?P<m>正|冬|腊|十[一二]?|[一二三四五六七八九]|\d{1,2})\s*月\s*[大小]?"
LOW = r"初\s*[一二三四五六七八九十]|廿\s*[一二三四五六七八九]?"
HIGH = r"三十|卅|二?十[一二三四五六七八九]?|(?<=月)\d{1,2}"
NO_NUMBER_BEHIND = r"(?![一二三四五六七八九十\d]|\s*[版期号页])"
DAY = rf"\s*(?P<d>{LOW}|{HIGH}){NO_NUMBER_BEHIND}\s*日?"
OWN_DAY = rf"\s*(?P<d>{LOW}){NO_NUMBER_BEHIND}\s*日?"
# Without the word for it or the two signs of its year, a lunar date must be said as only lunar dates are.
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{CALENDAR})?{SIGNS}年(?:\s*{MONTH}(?:{DAY})?)?",
        rf"{CALENDAR}{SIGNS}(?:{MONTH}(?:{DAY})?)?",
        rf"{CALENDAR}(?:{NUMBERED})?{MONTH}(?:{DAY})?",
        rf"{CALENDAR}{OWN_DAY}",
        rf"(?<![年\d〇零○一二三四五六七八九十]){MONTH}{OWN_DAY}",
        r"(?P<leap>闰)(?P<m>[一二三四五六七八九十]{1,2})月",
        rf"(?<!\S)(?:(?P<m>正|腊)月|{OWN_DAY})(?!\S)",
    )
)


@dataclass(frozen=True)
class LunarDate:
    """A lunar date as far as it is printed, at [start, end) of a folded line. `signs`: 乙巳; `year`: the
    number that 农历2025年 gives."""

    start: int
    end: int
    signs: str | None = None
    animal: str | None = None
    year: int | None = None
    leap: bool | None = None  # None where no month is printed
    month: int | None = None
    day: int | None = None

    def is_of(self, date: datetime.date) -> bool:
        """Whether all that is printed of it is true of a day."""
        true = _lunar(date)
        return all(
            said is None or said == real
            for said, real in (
                (self.signs, true.signs),
                (self.animal, true.animal),
                (self.year, true.year),
                (self.month, true.month),
                (self.leap, true.leap),
                (self.day, true.day),
            )
        )


def lunar_dates_in(line: str) -> list[LunarDate]:
    """The lunar dates of a folded line from which dates of the common calendar were taken out.

    >>> [(one.signs, one.month, one.day) for one in lunar_dates_in("农历乙巳年七月廿一")]
    [('乙巳', 7, 21)]
    >>> [(one.leap, one.month, one.day) for one in lunar_dates_in("闰六月初一")]
    [(True, 6, 1)]
    """
    found: list[LunarDate] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(line):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(_read(match))
    return sorted(found, key=lambda one: one.start)


def spoken(date: datetime.date) -> str:
    """A day's lunar date as papers print it.

    >>> spoken(datetime.date(2024, 2, 10))
    '甲辰年正月初一'
    """
    lunar = Solar.fromYmd(date.year, date.month, date.day).getLunar()
    return f"{lunar.getYearInGanZhi()}年{lunar.getMonthInChinese()}月{lunar.getDayInChinese()}"


def _lunar(date: datetime.date) -> LunarDate:
    lunar = Solar.fromYmd(date.year, date.month, date.day).getLunar()
    month = lunar.getMonth()  # negative in a leap month
    signs = lunar.getYearInGanZhi()
    animal = ANIMALS[BRANCHES.index(signs[1])]
    return LunarDate(0, 0, signs, animal, lunar.getYear(), month < 0, abs(month), lunar.getDay())


def _read(match: re.Match[str]) -> LunarDate:
    parts = {key: re.sub(r"\s", "", value) for key, value in match.groupdict().items() if value}
    month = parts.get("m")
    end = match.start() + len(match.group().rstrip())
    return LunarDate(
        match.start(),
        end,
        signs=parts.get("signs"),
        animal=parts.get("animal"),
        year=arabic(parts["y"]) if "y" in parts else None,
        leap="leap" in parts if month else None,
        month=(MONTHS.get(month) or arabic(month)) if month else None,
        day=arabic(parts["d"].removeprefix("初")) if "d" in parts else None,
    )
