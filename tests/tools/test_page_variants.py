import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tools.marked_pages import Shape, parse, render
from tools.page_variants import _headless, _label_run_in, _relabelled, _signed_at_end, mix, pieces_of

PAGE = parse("""@PAGE {"newspaper": "云渡晚报", "opts": {"sep": 1}}
F 云渡晚报
@A news
C 街头巷尾
H 石桥镇的堤又高一尺
B 记者 卓 尔
P ⟪l 本报讯⟫　昨天，堤又高了一尺，水退了三尺。
P 石料够用到汛期。
@A sidebar part_of=-1
C 链接
P 石桥镇有堤七里，修于清末，民国时加高过两次。
@A poem
H 堤上
P 水来了␤我们不走""")


def lines(elements):
    return [(element.tag, "".join(char for char, _ in element.chars), element.opens) for element in elements]


def story():
    return list(pieces_of(PAGE)[0][1])


def test_headless_report_begins_with_its_lead():
    found = lines(_headless(story()))
    assert found[0] == ("P", "本报讯　昨天，堤又高了一尺，水退了三尺。", True)
    assert [tag for tag, *_ in found] == ["P", "P", "C", "P"]


def test_label_runs_into_the_text_of_its_box():
    found = lines(_label_run_in(story(), random.Random(1)))
    label = next(text for tag, text, _ in found if "石桥镇有堤七里" in text)
    assert "链接" in label and found[-1][2]
    assert [tag for tag, *_ in found] == ["C", "H", "B", "P", "P", "P"]


def test_author_signs_under_the_text():
    for seed in range(8):
        found = lines(_signed_at_end(story(), random.Random(seed)))
        text = "".join(text for _, text, _ in found)
        assert text.index("记者 卓 尔") > text.index("石料够用到汛期。")
        assert text.index("记者 卓 尔") < text.index("链接")


def test_column_keeps_its_name_between_other_marks():
    column = story()[0]
    for seed in range(20):
        assert "街头巷尾" in "".join(char for char, _ in _relabelled(column, random.Random(seed)).chars)


@given(st.integers(0, 10_000))
def test_page_put_together_anew_has_a_label_for_every_character(seed):
    dice = random.Random(seed)
    printed = render(mix([PAGE], dice), Shape(sep=1, widths=(9, 14), indent="　　"))
    assert len(printed.text) == len(printed.roles) == len(printed.articles) == len(printed.elements)
    owners = Counter(
        owner for owner, char in zip(printed.articles, printed.text, strict=True) if not char.isspace()
    )
    assert set(owners) <= set(range(-1, len(printed.kinds)))
