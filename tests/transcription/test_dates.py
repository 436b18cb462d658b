import datetime

import pytest

from articles.transcription.dates import ImpossibleDate, find_date, parse_date


@pytest.mark.parametrize(
    "text, date, precision",
    [
        ("2025-12-29", (2025, 12, 29), "day"),
        ("2025/1/9", (2025, 1, 9), "day"),
        ("2025.12.29", (2025, 12, 29), "day"),
        ("20251229", (2025, 12, 29), "day"),
        ("2025年12月29日", (2025, 12, 29), "day"),
        ("２０２５年１２月２９日", (2025, 12, 29), "day"),
        ("二〇二五年十二月二十九日", (2025, 12, 29), "day"),
        ("二○二五年十月一日", (2025, 10, 1), "day"),
        ("1957年3月", (1957, 3, 1), "month"),
        ("1957-03", (1957, 3, 1), "month"),
        ("1957年", (1957, 1, 1), "year"),
        ("1957", (1957, 1, 1), "year"),
    ],
)
def test_dates_are_read_as_far_as_they_are_stated(text, date, precision):
    assert parse_date(text) == (datetime.date(*date), precision)


@pytest.mark.parametrize(
    "text", ["2025-02-30", "2025-13-01", "2025年2月30日", "20250230", "0025-01-01", "昨天", "", "第3版"]
)
def test_an_impossible_date_is_refused_and_never_moved(text):
    with pytest.raises(ImpossibleDate) as refused:
        parse_date(text)
    assert refused.value.printed == text


@pytest.mark.parametrize("text", ["第3版", "A08", "01", "123456789", "scan_1920", "热线96199", "12-29"])
def test_what_states_no_date_gives_none(text):
    assert find_date(text) is None


def test_the_rest_of_the_text_is_handed_back():
    assert find_date("工人报_20251229_A08")[1] == "工人报_ _A08"
    assert find_date("2025122901")[1].strip() == "01"
