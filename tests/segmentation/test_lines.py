"""A page as lines, and what is usual on it."""

from articles.segmentation.lines import layout_of, lines_of


def test_markup_at_the_edges_is_left_out_of_the_text() -> None:
    assert [line.text for line in lines_of("## **山花开**\n> 来信\n- 一条\n**粗**<br>")] == [
        "山花开",
        "来信",
        "一条",
        "粗",
    ]


def test_lines_of_rules_have_no_text_and_keep_their_place() -> None:
    (rule,) = lines_of("|---|:-:|")
    assert (rule.text, rule.start, rule.end) == ("", 0, 9)


def test_cuts_part_a_line() -> None:
    first, second = lines_of("山花开了", [2])
    assert (first.text, second.text, second.gap) == ("山花", "开了", -1)


def test_hard_wrapped_page_is_known_by_its_even_lines() -> None:
    wrapped = "\n".join(["一二三四五六七八九十一二三四五六"] * 9 + ["短"])
    assert layout_of(lines_of(wrapped)).wrapped
    assert not layout_of(lines_of("\n\n".join("长" * n for n in range(20, 90, 6)))).wrapped


def test_blank_lines_are_counted() -> None:
    assert [line.gap for line in lines_of("甲\n\n\n乙\n丙")] == [0, 2, 0]
