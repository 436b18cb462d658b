"""What masthead, date line and folio print."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.segmentation import Block, Role
from articles.segmentation.facts import facts_of
from articles.segmentation.lunar import spoken
from articles.segmentation.witnesses import WEEKDAY_NAMES

DAYS = st.dates(datetime.date(1900, 2, 1), datetime.date(2099, 12, 31))


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
        ("·4·　街巷", "4", "街巷"),
        ("③ 经济·农村", "3", "经济·农村"),
        ("第三张　第十版　本埠新闻", "10", "本埠新闻"),
        ("Ａ０６　国际　体育", "A06", "国际　体育"),
        ("四版 田园", "4", "田园"),
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
        ("中华民国卅六年十月二日", "1947-10-02"),
        ("民國102年5月9日　星期四", "2013-05-09"),
        ("民国元年一月一日", "1912-01-01"),
        ("一九五七年十月八日（星期二）", "1957-10-08"),
        ("1957年十月八日 星期二", "1957-10-08"),
        ("主曆二○○四年十一月廿一日　主日", "2004-11-21"),
        ("２０２５年９月１２日　星期五", "2025-09-12"),
        ("2025·9·12 周五", "2025-09-12"),
        ("2025年9月 12 星期五", "2025-09-12"),
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


def test_newspaper_without_the_usual_ending_is_told_from_the_page_name():
    for lines in (
        ("岚渡周末·长读", "2031.5.6 岚渡周末 5"),
        ("街巷", "A3", "2031年5月6日 渡口青年"),
        ("渡口青年 · 经济", "2031年5月6日 第七版"),
        ("渡口青年", "2031年5月6日", "第2版"),
        ("2031年5月6日", "7", "理论·实践", "渡口青年"),
    ):
        read = facts(*lines)
        assert read.newspaper in ("岚渡周末", "渡口青年")
        assert read.page_name in ("长读", "街巷", "经济", "理论·实践", None)


def test_a_masthead_set_upright_is_read():
    assert facts("青", "禾", "日", "报", "2031年5月6日").newspaper == "青禾日报"


def test_supplement_with_a_number_of_its_own_is_no_front_page():
    read = facts("青禾晚報副刊", "榕 影", "第四百一十二期", "一九五四年十月十七日 星期日")
    assert (read.newspaper, read.label, read.page_name) == ("青禾晚報", None, "榕影")


def test_a_word_without_folio_around_it_names_no_page():
    assert facts("扫一扫", "看新鲜事").page_name is None


def test_all_that_the_furniture_says_is_read_into_fields():
    read = facts(
        "青禾日报",
        "2025年9月12日 星期五 农历乙巳年七月廿一",
        "统一刊号 00-0099 邮发代号 00-9 第二百一十七期（总第5217期） 本期共四版",
        "责编 柳 渡 校对：高明",
    )
    assert (read.weekday, read.lunar_date, read.page_count) == ("星期五", "农历乙巳年七月廿一", 4)
    assert read.serials == ("统一刊号 00-0099", "邮发代号 00-9", "第二百一十七期", "总第5217期")
    assert read.staff == (("责编", ("柳渡",)), ("校对", ("高明",)))
    assert read.label == "1"
    assert read.warnings == ()


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("今日8版", 8),
        ("本期共四版", 4),
        ("今日四版", 4),
        ("今日出版三十二版", 32),
        ("共12版", 12),
        ("今日出紙五大張", None),
    ],
)
def test_number_of_pages(line, count):
    read = facts(line)
    assert (read.page_count, read.label, read.page_name) == (count, None, None)


def test_a_licence_number_is_no_issue_number():
    assert facts("县内报刊登记证第〇三号", "中华邮政新字第43号").serials == ()


def test_a_date_in_pieces_over_lines_is_one_date():
    read = facts("青禾日报", "2025年", "9月", "12日", "星期五", "廿一")
    assert read.date == datetime.date(2025, 9, 12)
    assert read.warnings == ()


def test_a_weekday_on_a_line_of_its_own_is_checked():
    assert facts("2025年9月12日", "星期六").warnings == ("所印星期六与日期不合：2025-09-12是星期五。",)
    assert facts("2025年9月12日", "每星期三、六出版", "体育·周一").warnings == ()


def test_a_lunar_date_that_contradicts_is_reported_and_the_date_stays():
    read = facts("2025年9月12日 农历乙巳年八月十三")
    assert read.date == datetime.date(2025, 9, 12)
    assert read.warnings == ("所印农历（农历乙巳年八月十三）与日期不合：2025-09-12是农历乙巳年七月廿一。",)


def test_a_sentence_about_a_lunar_day_is_no_date_of_the_page():
    assert facts("2025年9月12日", "本报正月初一至初七休刊,敬请读者留意").warnings == ()


def test_a_year_that_weekday_and_lunar_date_decide_is_proposed_and_not_taken():
    read = facts("青禾日报", "9月12日 星期五 农历乙巳年七月廿一")
    assert read.date is None
    assert read.warnings == ("版面未印年份；按所印星期和农历，应是2025-09-12，请核对。",)


def test_a_year_that_they_do_not_decide_is_not_proposed():
    assert facts("9月12日 星期五").warnings == ()
    assert facts("9月12日 星期五 农历乙巳年正月初一").warnings == ()


@settings(deadline=None)
@given(
    DAYS,
    st.sampled_from(
        ["{y}年{m}月{d}日 星期{w} 农历{l}", "{y}.{m}.{d}/周{w}\n{l}", "{y}年\n{m}月{d}日\n星期{w}\n{l}日"]
    ),
)
def test_a_true_weekday_and_lunar_date_never_warn(date, form):
    assert facts(*_printed(form, date, date, date)).warnings == ()


@settings(deadline=None)
@given(DAYS, st.integers(1, 6))
def test_a_false_weekday_always_warns(date, ahead):
    false = datetime.date.fromordinal(date.toordinal() - ahead)
    read = facts(*_printed("{y}年{m}月{d}日 星期{w}\n农历{l}", date, false, date))
    assert (read.date, len(read.warnings)) == (date, 1)


@settings(deadline=None)
@given(DAYS, st.integers(1, 400))
def test_a_false_lunar_date_always_warns(date, ahead):
    false = datetime.date.fromordinal(date.toordinal() - ahead)
    read = facts(*_printed("{y}年{m}月{d}日 星期{w} 农历{l}", date, date, false))
    assert (read.date, len(read.warnings)) == (date, 1)


def _printed(form, date, of_weekday, of_lunar):
    weekday = WEEKDAY_NAMES[of_weekday.weekday()]
    return form.format(y=date.year, m=date.month, d=date.day, w=weekday, l=spoken(of_lunar)).split("\n")


@settings(deadline=None)
@given(
    st.lists(
        st.text(
            st.sampled_from("农历乙巳年闰八月十三初廿2025日星期五第版总号CN-·。民国今共责编 青禾报"),
            max_size=30,
        )
    )
)
def test_no_line_breaks_the_reading_of_facts(lines):
    facts(*lines)
