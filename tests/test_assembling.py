"""What of a printed line is set-up and what is text."""

import pytest

from articles.assembling import hidden


def shown(text):
    skipped = hidden(text, 0, len(text))
    return "".join(char for offset, char in enumerate(text) if offset not in skipped)


@pytest.mark.parametrize(
    "printed",
    [
        "中奖号码138****5678",
        "3*4=12",
        "获奖者王*明、李*红",
        "编号A**7",
        "#1机组并网",
        "a>b",
        "—— 完 ——",
        "a--b",
    ],
)
def test_marks_that_are_printed_are_shown(printed):
    assert shown(printed) == printed


@pytest.mark.parametrize(
    "written, printed",
    [
        ("**水库蓄水**", "水库蓄水"),
        ("共有**5**人", "共有5人"),
        ("今年**2031**年", "今年2031年"),
        ("*本报记者*", "本报记者"),
        ("## 水库蓄水", "水库蓄水"),
        ("##水库蓄水", "水库蓄水"),
        ("#水库蓄水", "水库蓄水"),
        ("> 水库蓄水<br>", "水库蓄水"),
        ("* 水库蓄水", "水库蓄水"),
        ("|---|:--|", ""),
        ("|:-:|:-:|", ""),
    ],
)
def test_set_up_is_not_shown(written, printed):
    assert shown(written).strip() == printed
