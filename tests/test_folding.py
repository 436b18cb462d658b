import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.folding import fold

EVERY_CHARACTER = "".join(map(chr, range(sys.maxunicode + 1)))


@pytest.mark.parametrize(
    "printed, folded",
    [
        ("ＡＢＣ１２３，", "abc123,"),
        ("Workers' Daily", "workers' daily"),
        ("中華全國總工會", "中华全国总工会"),
        ("鍾、锺、钟、鐘", "钟、钟、钟、钟"),
        ("裏裡里", "里里里"),
        ("甚麼", "什么"),
        ("ｶﾅ", "カナ"),
        ("「團結」", "“团结”"),
        ("大卫•米勒・史密斯", "大卫·米勒·史密斯"),
        ("\uf9d1", "六"),  # a compatibility ideograph
        ("　", " "),
    ],
)
def test_forms_of_one_word_meet(printed, folded):
    assert fold(printed) == folded


@pytest.mark.parametrize("kept", ["㎡℃①", "İ", "ß", "ﬁ", "𠮷野", "喆堃", "。、《》", "\r\n\t", "e\u0301"])
def test_what_would_change_the_length_or_the_name_stays(kept):
    assert fold(kept) == kept


def test_phrases_fold_as_their_characters_do():
    text = "頭髮與發展，皇后與後來"
    assert fold(text) == "".join(map(fold, text))


def test_every_character_folds_to_one_character_that_stays():
    folded = fold(EVERY_CHARACTER)
    assert len(folded) == len(EVERY_CHARACTER)
    assert fold(folded) == folded


@given(st.text())
def test_length_is_kept_and_folding_twice_changes_nothing(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
