"""Lunar dates: read in every manner of print, and held against the calendar."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.folding import fold
from articles.segmentation.lunar import CHECKED_YEARS, lunar_dates_in, spoken

DAYS = st.dates(datetime.date(1900, 2, 1), datetime.date(CHECKED_YEARS.stop - 1, 12, 31))

# From history and from printed calendars, not from the library.
KNOWN = {
    "1893-12-26": "癸巳年十一月十九",
    "1911-10-10": "辛亥年八月十九",
    "1912-02-18": "壬子年正月初一",
    "1919-05-04": "己未年四月初五",
    "1949-10-01": "己丑年八月初十",
    "1957-10-08": "丁酉年闰八月十五",
    "1978-09-17": "戊午年八月十五",
    "1985-02-20": "乙丑年正月初一",
    "2000-02-05": "庚辰年正月初一",
    "2012-05-21": "壬辰年闰四月初一",
    "2014-10-24": "甲午年闰九月初一",
    "2017-07-23": "丁酉年闰六月初一",
    "2020-05-23": "庚子年闰四月初一",
    "2023-03-22": "癸卯年闰二月初一",
    "2024-02-09": "癸卯年腊月三十",
    "2024-02-10": "甲辰年正月初一",
    "2025-01-29": "乙巳年正月初一",
    "2025-07-25": "乙巳年闰六月初一",
    "2025-10-06": "乙巳年八月十五",
    "2033-12-22": "癸丑年闰十一月初一",
}


def read(printed):
    found = lunar_dates_in(fold(printed))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(("day", "printed"), KNOWN.items())
def test_known_days_agree_with_their_lunar_dates(day, printed):
    date = datetime.date.fromisoformat(day)
    assert read(printed).is_of(date)
    for other in (-1, 1, 29, 30, 354, 384):
        assert not read(printed).is_of(date + datetime.timedelta(other))


@pytest.mark.parametrize(
    "printed",
    [
        "农历乙巳年七月廿一",
        "農曆乙巳年七月廿一日",
        "夏历：乙巳年七月二十一",
        "阴历七月廿一",
        "乙巳蛇年七月大廿一",
        "七月廿一",
        "农历２０２５年７月２１",
        "旧历 廿一",
        "廿 一",
        "乙巳年",
        "岁次乙巳年",
    ],
)
def test_a_lunar_date_is_read_in_every_manner(printed):
    one = read(printed)
    assert one.is_of(datetime.date(2025, 9, 12))
    assert not one.is_of(datetime.date(2026, 10, 5))


@pytest.mark.parametrize(
    "printed", ["九月十二日", "二〇二五年", "农历八月 今日十二版", "2025年9月", "初版", "三十"]
)
def test_what_only_looks_like_a_lunar_day_is_none(printed):
    assert all(one.day is None for one in lunar_dates_in(fold(printed)))


def test_a_leap_month_is_not_the_month_before_it():
    assert not read("六月初一").is_of(datetime.date(2025, 7, 25))
    assert not read("闰六月初一").is_of(datetime.date(2025, 6, 25))
    assert read("闰六月").is_of(datetime.date(2025, 7, 31))


@settings(deadline=None)
@given(DAYS)
def test_what_is_spoken_of_a_day_is_of_it(date):
    assert read(spoken(date)).is_of(date)
    assert read(f"农历{spoken(date)}日").is_of(date)


@settings(deadline=None)
@given(DAYS, st.integers(1, 20_000))
def test_another_day_is_not(date, ahead):
    if date + datetime.timedelta(ahead) <= datetime.date(2099, 12, 31):
        assert not read(spoken(date)).is_of(date + datetime.timedelta(ahead))
