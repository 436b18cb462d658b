import pytest

from articles.recognition.passages import passages_of
from articles.segmentation import ArticleDraft, Block, Kind, Role


def _passage(text):
    return passages_of(text, [ArticleDraft(Kind.NEWS, (Block(0, len(text), Role.PARAGRAPH),))], None)[0]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("局长邓　山说", "局长邓山说"),
        ("邓　山　苗　兰　魏长河　欧阳　雪", "邓山　苗兰　魏长河　欧阳雪"),
        ("主任 苗玉兰", "主任 苗玉兰"),
        ("魏长河　邓怀山", "魏长河　邓怀山"),
        ("Anna Lindqvist 说", "Anna Lindqvist 说"),
    ],
)
def test_blank_inside_a_name_is_left_out_and_no_other(printed, read):
    assert _passage(printed).text == read


def test_surface_of_a_name_is_as_printed():
    passage = _passage("局长邓　山说")
    assert (passage.surface(2, 4), passage.printed(2, 4)) == ("邓　山", (2, 5))


def test_quoted_words_are_marked_and_speech_is_not():
    passage = _passage("“爱心驿站”里，他说：“我在这里干了十二年，从没有迟到过。”")
    assert passage.quoted[2] == "“" and passage.quoted[-4] == ""


def test_bullet_like_zero_at_the_start_is_no_letter():
    assert _passage("〇县总工会开会").plain == "○县总工会开会"
