"""What a page prints amiss is asked of the editors, and taken back when it is no longer printed."""

import pytest

from articles.models import Page, ReviewItem

from .conftest import page_text

pytestmark = pytest.mark.django_db

HEAD = "云岭晨报\n\n2031年4月8日 {weekday} {lunar}\n第2版 综合"


def head(weekday="星期二", lunar="农历辛亥年三月十七"):
    return HEAD.format(weekday=weekday, lunar=lunar)


def questions():
    items = ReviewItem.objects.filter(kind=ReviewItem.Kind.DATE, state=ReviewItem.State.OPEN)
    return [item.message for item in items]


def test_a_true_weekday_and_lunar_date_ask_nothing(put, imported):
    put("a.txt", page_text(1, head()))
    imported()
    assert questions() == []


@pytest.mark.parametrize(
    ("printed", "asked"),
    [
        ({"weekday": "星期三"}, "星期三与日期不合"),
        ({"lunar": "农历辛亥年三月十八"}, "三月十八）与日期不合"),
        ({"lunar": "农历壬子年三月十七"}, "壬子年三月十七）与日期不合"),
    ],
)
def test_a_contradiction_is_asked_of_editors_and_the_printed_date_stays(put, imported, printed, asked):
    put("a.txt", page_text(1, head(**printed)))
    imported()
    page = Page.objects.get()
    assert str(page.issue.date) == "2031-04-08"
    assert page.transcription.text.startswith(head(**printed))
    assert [asked in question for question in questions()] == [True]


def test_a_better_transcription_takes_the_question_back(put, imported):
    put("a.txt", page_text(1, head("星期三")))
    imported()
    assert len(questions()) == 1
    put("a.txt", page_text(1, head("星期二")))
    imported()
    assert Page.objects.count() == 1
    assert questions() == []


def test_a_question_that_an_editor_has_settled_stays_settled(put, imported):
    put("a.txt", page_text(1, head("星期三")))
    imported()
    ReviewItem.objects.filter(kind=ReviewItem.Kind.DATE).update(state=ReviewItem.State.DONE)
    put("a.txt", page_text(1, head("星期三")) + "\n责编 柳渡\n")
    imported()
    assert questions() == []
    assert ReviewItem.objects.filter(kind=ReviewItem.Kind.DATE).count() == 1
