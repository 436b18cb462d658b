"""Subheads that run in at the start of a paragraph."""

from articles.folding import fold
from articles.segmentation import Role
from articles.segmentation.run_in import column_length, run_in_heads, run_in_label

REST = "村里人说起这件事来，三天三夜也说不完，可是谁也没有忘记。"


def heads(*texts: str, sort: str = "story") -> list[str]:
    return [
        text[:size]
        for text, size in zip(texts, run_in_heads([fold(text) for text in texts], sort), strict=True)
    ]


def test_brackets_and_bold_type_make_a_subhead() -> None:
    assert heads("【起因】" + REST, "**第二年：修渠**" + REST) == ["【起因】", "**第二年：修渠**"]


def test_bold_speakers_and_bold_quotations_are_text() -> None:
    assert heads("**记者：**" + REST, "**“三天就够了。”**" + REST) == ["", ""]


def test_parallel_sentences_make_subheads_and_one_does_not() -> None:
    assert heads("先修路。" + REST, "再找水。" + REST, "后种茶。" + REST) == [
        "先修路。",
        "再找水。",
        "后种茶。",
    ]
    assert heads("路修好了。" + REST, REST) == ["", ""]


def test_numbered_heads_stay_in_the_text() -> None:
    assert heads("(一)修路。" + REST, "(二)找水。" + REST, "(三)种茶。" + REST) == ["", "", ""]


def test_first_words_of_list_items_are_subheads_where_items_share_the_form() -> None:
    assert heads("女排　" + REST, "围棋　" + REST, sort="list") == ["女排　", "围棋　"]
    assert heads("女排　" + REST, "围棋　" + REST) == ["", ""]


def test_sentences_that_tell_are_text_even_in_a_row() -> None:
    for first, second, third in (
        ("这是第三个月。", "起初是一个人。", "后来多了两人。"),
        ("天还没有亮透。", "船已经开走了。", "雨还在下个不停。"),
    ):
        assert heads(first + REST, second + REST, third + REST) == ["", "", ""]
    assert heads("路也要修。" + REST, "最难的是人。" + REST) == ["", ""]


def test_two_heads_of_one_form_share_a_character() -> None:
    assert heads("修路不修墙。" + REST, "记账不记仇。" + REST) == ["修路不修墙。", "记账不记仇。"]
    assert heads("翻过云岭。" + REST, "清早看船。" + REST) == ["", ""]


def test_heads_with_a_comma_count_where_all_begin_alike() -> None:
    assert heads("第一招，先修路。" + REST, "第二招，再找水。" + REST, "第三招，后种茶。" + REST) == [
        "第一招，先修路。",
        "第二招，再找水。",
        "第三招，后种茶。",
    ]


def test_bullets_and_hours_are_no_subheads() -> None:
    assert heads("**△** " + REST, "**△** " + REST, sort="list") == ["", ""]
    assert heads("19∶04　" + REST, "20∶10　" + REST, sort="list") == ["", ""]


def test_parts_of_a_story_are_named_in_an_interview_too() -> None:
    assert heads("引子　" + REST, "问：" + REST, sort="interview") == ["引子　", ""]
    assert heads("【问】" + REST, "【答】" + REST, sort="interview") == ["", ""]


def labelled(text: str, sort: str = "sidebar") -> tuple[str, Role] | None:
    found = run_in_label(fold(text), sort)
    return (text[: found[0]], found[1]) if found else None


def test_standing_label_before_the_text_is_a_column() -> None:
    for label in ("编者按：", "【编后】", "▲背景　", "編後　", "社論：", "编 后　", "［照片］", "**点评：**"):
        assert labelled(label + REST) == (label, Role.COLUMN)


def test_label_that_names_the_piece_is_a_headline() -> None:
    for label in ("更正：", "【遺失】"):
        assert labelled(label + REST, "notice") == (label, Role.HEADLINE)


def test_words_of_a_sentence_and_speakers_are_no_labels() -> None:
    assert labelled("编者按这封信的意思，删去两段。") is None
    assert labelled("背景音乐　响了起来。") is None
    assert labelled("嘉宾：" + REST, "interview") is None


def test_headline_beside_its_column_is_told_from_it() -> None:
    assert column_length("名词解释　浮标灯") == 4
    assert column_length("走基层·春耕一线") == column_length("长篇连载(37)") == 0
