"""The editors' line gives names by task."""

import pytest

from articles.segmentation.staff import staff_in


@pytest.mark.parametrize(
    ("line", "staff"),
    [
        (
            "责编：柳渡 美编：石小满 校对：高明",
            [("责编", ("柳渡",)), ("美编", ("石小满",)), ("校对", ("高明",))],
        ),
        ("责任编辑　柳 渡　　版式　石 满", [("责任编辑", ("柳渡",)), ("版式", ("石满",))]),
        ("本版编辑 柳渡、石小满", [("本版编辑", ("柳渡", "石小满"))]),
        ("校对 柳 渡 高 明", [("校对", ("柳渡", "高明"))]),
        ("实习编辑：柳 小渡　热线 000-1234", [("实习编辑", ("柳小渡",))]),
        ("編輯：盧青禾　版面：Mary Lau", [("編輯", ("盧青禾",)), ("版面", ("Mary Lau",))]),
        ("责编/于渡 美编/阿满", [("责编", ("于渡",)), ("美编", ("阿满",))]),
        ("来稿寄本报编辑部", []),
        ("总编辑室电话：二一四三", []),
    ],
)
def test_names_are_read_by_task(line, staff):
    assert staff_in(line) == staff
