"""Lines that read as names of people."""

import pytest

from articles.segmentation.evidence.names import name_evidence
from articles.segmentation.lines import lines_of


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("本报记者 林 石", "names=posted"),
        ("■ 林 石", "names=one spaced"),
        ("林石", "names=one"),
        ("林石 白羽 宋词", "names=list"),
        ("林石 摄影报道", "names=posted_end"),
        ("云岭大学教授 林石", "names=titled"),
    ],
)
def test_names_are_seen(text: str, sort: str) -> None:
    assert sort in name_evidence(lines_of(text)[0])


@pytest.mark.parametrize("text", ["山花开了", "第一棒", "新桥今天合龙"])
def test_words_are_not_names(text: str) -> None:
    assert not name_evidence(lines_of(text)[0])
