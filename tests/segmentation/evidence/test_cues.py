"""Cues are phrases of the trade."""

import time

import pytest

from articles.segmentation.evidence.cues import cue_evidence, label_evidence
from articles.segmentation.lines import layout_of, lines_of


def cues(text: str) -> list[str]:
    lines = lines_of(text)
    return cue_evidence(lines[0], layout_of(lines))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("责编：何苗 美编：阿布", "any=editor"),
        ("（下转第3版）", "tail=jump"),
        ("图①：渡口的清晨", "head=caption"),
        ("本報訊（記者 林石）", "head=lead_desk"),
        ("编辑同志：", "head=salutation"),
        ("问：能退吗？", "head=question"),
        ("新桥合龙　2版", "tail=page_ref"),
        ("二〇二二年九月三日", "any=date"),
    ],
)
def test_cue_is_seen(text: str, cue: str) -> None:
    assert cue in cues(text)


def test_standing_columns_are_known_spread_bracketed_and_numbered() -> None:
    for text in ("今 日 谈", "【今日谈】", "今日谈③"):
        assert "label=column_comment" in label_evidence(text)
    assert "ends_in=column_letter" in label_evidence("云岭心声")


@pytest.mark.parametrize("text", ["本报" * 40, "晚报日报" * 20, "记者王小明 " * 12, "（" * 60, "新华社" * 25])
def test_no_pattern_takes_long_over_repetition(text: str) -> None:
    began = time.perf_counter()
    cues(text)
    assert time.perf_counter() - began < 0.1
