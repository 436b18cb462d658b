"""Subheads that run in at the start of a paragraph."""

from articles.folding import fold
from articles.segmentation.run_in import run_in_heads

REST = "村里人说起这件事来，三天三夜也说不完，可是谁也没有忘记。"


def heads(*texts: str, is_list: bool = False) -> list[str]:
    return [
        text[:size]
        for text, size in zip(texts, run_in_heads([fold(text) for text in texts], is_list), strict=True)
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
    assert heads("女排　" + REST, "围棋　" + REST, is_list=True) == ["女排　", "围棋　"]
    assert heads("女排　" + REST, "围棋　" + REST) == ["", ""]
