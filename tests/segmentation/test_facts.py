"""What masthead, date line and folio print."""

import datetime

import pytest

from articles.segmentation import Block, Role
from articles.segmentation.facts import facts_of


def facts(*lines):
    text, blocks = "", []
    for line in lines:
        blocks.append(Block(len(text), len(text) + len(line), Role.FURNITURE))
        text += line + "\n"
    return facts_of(text, blocks)


def test_masthead_gives_newspaper_date_and_front_page():
    read = facts(
        "青禾日报", "QINGHE RIBAO", "2031年5月6日　星期二　农历辛亥年三月十五", "CN 00-0099　第812期　今日4版"
    )
    assert (read.newspaper, read.date, read.label) == ("青禾日报", datetime.date(2031, 5, 6), "1")
    assert read.page_name is None
    assert read.serials == ("CN 00-0099", "第812期")


@pytest.mark.parametrize(
    ("line", "label", "name"),
    [
        ("A08　街巷", "A08", "街巷"),
        ("第三版　副　刊", "3", "副刊"),
        ("06 理论·深度", "6", "理论·深度"),
        ("青禾日报 2031年5月6日/星期二/B2 竞技", "B2", "竞技"),
        ("田 园　— 12 —　青禾日报", "12", "田园"),
    ],
)
def test_folio_line_gives_label_and_page_name(line, label, name):
    read = facts(line)
    assert (read.label, read.page_name) == (label, name)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("一九五六年十月十二日　星期五", "1956-10-12"),
        ("二〇二五年三月廿一日", "2025-03-21"),
        ("中華民國三十六年五月六日", "1947-05-06"),
        ("2011.6.14 星期二", "2011-06-14"),
    ],
)
def test_dates_are_read_in_every_manner(line, day):
    read = facts(line)
    assert str(read.date) == day
    assert read.warnings == ()


def test_a_day_that_does_not_exist_is_reported_and_never_moved():
    read = facts("青禾日报", "2025年2月30日 星期日")
    assert read.date is None
    assert read.warnings == ("版面所印的日期不存在。",)


def test_a_weekday_that_contradicts_is_reported():
    assert "星期二" in facts("2031年5月6日 星期五").warnings[0]


def test_the_number_of_pages_today_is_no_label():
    assert facts("今日12版").label is None


def test_editors_and_telephones_name_no_page():
    read = facts("责任编辑 田 园　校对 柳 下", "群工部热线:0000-1234567")
    assert (read.page_name, read.label, read.newspaper) == (None, None, None)


def test_a_newspaper_that_is_not_called_so_is_found_beside_its_date():
    read = facts("矿山之声　2031年5月6日", "3　井下")
    assert (read.newspaper, read.label, read.page_name) == ("矿山之声", "3", "井下")
