import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.segmentation.evidence.byline_forms import byline_shape, parse


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("邓 怀 山", "name"),
        ("□ 苗 兰", "name"),
        ("邓 山 苗 兰", "name"),
        ("本报记者 邓 山 通讯员 苗玉兰", "label name label name"),
        ("文/邓 山 图/苗 兰", "opening name opening name"),
        ("邓 山摄", "name suffix"),
        ("青石县柳树村 邓有田", "unit name"),
        ("青石县粮食局局长 邓有田", "post name"),
        ("新华社记者 邓怀山 摄", "label name suffix"),
    ],
)
def test_shape_of_a_byline(line, shape):
    assert byline_shape(line) == shape


@pytest.mark.parametrize(
    "line",
    [
        "",
        "今年的雨水很好。",
        "全县春耕生产进度加快",
        "编者按",
        "图片新闻",
        "一位女司机",
        "下转第3版",
        "2009年5月6日",
        "青石县广播站",
    ],
)
def test_line_without_a_name_has_no_shape(line):
    assert byline_shape(line) is None


@given(
    st.text(
        st.sampled_from("王李青石 \u3000本报记者通讯员摄文图/／：（）·等12岁某局长村Annİ𠮷\ud7ff\n"),
        max_size=60,
    )
)
def test_pieces_are_in_order_and_inside_the_line(text):
    pieces = parse(text)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in pieces)
    assert all(left.end <= right.start for left, right in zip(pieces, pieces[1:], strict=False))


def test_a_long_line_is_no_byline():
    assert byline_shape("邓怀山 " * 500) is None
