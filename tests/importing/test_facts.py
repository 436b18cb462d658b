import datetime

import pytest

from articles.importing.facts import inferred_month, overlay, page_facts
from articles.reading import PageReading
from articles.segmentation import PageDraft, PrintedFacts
from articles.transcription import Given, PageText
from tests.hand import article_of, reading_of

DAY = datetime.date(2031, 4, 8)
MONTH = Given(date=datetime.date(2031, 4, 1), date_precision="month")


def facts(given=Given(), **printed):  # noqa: B008 (frozen)
    return page_facts(PageText("", given=given), PageReading(PageDraft(PrintedFacts(**printed), ()), ()))


def test_what_was_said_from_outside_is_believed_and_the_page_fills_the_gaps():
    found = facts(
        Given(label="3"), newspaper="云岭晨报", date=DAY, label="第5版", serials=("第7712期", "CN 00-0000")
    )
    assert (found.known.newspaper, found.known.date, found.known.label) == ("云岭晨报", DAY, "3")
    assert found.date_source == "masthead"
    assert found.serial == "第7712期；CN 00-0000"
    assert "5" in found.known.contradictions[0]


def test_the_source_of_a_date_is_who_stated_it_fully():
    assert facts(Given(date=DAY)).date_source == "given"
    assert facts(MONTH, date=DAY).date_source == "masthead"
    assert facts().date_source == ""


@pytest.mark.parametrize(
    "now, said, decided, expected",
    [
        (Given(label="1"), Given(date=DAY), (), Given(label="1", date=DAY)),
        (Given(label="1"), Given(label="2"), (), Given(label="2")),
        (Given(label="1"), Given(label="2"), {"label"}, Given(label="1")),
        (Given(label="A08"), Given(label="A8"), (), Given(label="A08")),
        (Given(date=DAY), MONTH, (), Given(date=DAY)),
        (MONTH, Given(date=DAY), (), Given(date=DAY)),
        (Given(newspaper="云岭晨报"), Given(newspaper="雲嶺晨報"), (), Given(newspaper="云岭晨报")),
    ],
)
def test_new_facts_are_laid_over_old_ones_where_they_differ(now, said, decided, expected):
    assert overlay(now, said, set(decided)) == expected


def inferred(*leads, body="渡口从2031年4月7日起加开夜航。"):
    text = "\n".join([*leads, body])
    articles = [article_of(text, f"lead:{lead}") for lead in leads]
    return inferred_month(PageText(text), reading_of(*articles))


def test_a_month_is_inferred_from_datelines_and_one_day_spelled_out():
    april = datetime.date(2031, 4, 1)
    assert inferred("新华社柳湾4月7日电", "新华社石桥4月6日电") == april
    assert inferred("新华社柳湾4月7日电", body="2031年4月7日起，比2030年5月6日早。") == april


def test_nothing_is_inferred_where_dates_disagree_or_no_year_is_spelled_out():
    assert inferred("新华社柳湾4月7日电", "新华社石桥3月31日电") is None
    assert inferred("新华社柳湾4月7日电", body="渡口加开夜航。") is None
    assert inferred("新华社柳湾4月7日电", body="渡口建于2021年4月7日，2031年4月7日重开。") is None
    assert inferred("本报讯") is None
