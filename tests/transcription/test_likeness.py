import random

from hypothesis import given
from hypothesis import strategies as st

from articles.transcription import fingerprint, likeness
from articles.transcription.likeness import ALIKE, SKETCH

WORDS = "清溪桥头建起了司机小站过路的货车司机可以在这里歇脚喝水充电还有药箱和报纸工会的人说今年要再建十个"


def text(seed, length=1500):
    chooser = random.Random(seed)
    return "".join(chooser.choice(WORDS) for _ in range(length))


def with_changes(page, share, seed=1):
    chooser = random.Random(seed)
    return "".join("误" if chooser.random() < share else char for char in page)


def test_a_page_is_like_itself_in_other_lines_width_and_script():
    page = text(1) + "臺灣ABC,"
    again = "\n".join(page[start : start + 17] for start in range(0, len(page), 17))
    assert likeness(page, again.replace("臺灣ABC,", "台湾ＡＢＣ，")) == 1


def test_a_better_transcription_is_alike_and_another_page_is_not():
    page = text(1)
    assert likeness(page, with_changes(page, 0.03)) >= ALIKE
    assert likeness(page, text(2)) < 0.1


def test_a_page_that_was_cut_is_alike():
    page = text(1)
    assert likeness(page, page[:400]) == 1


def test_a_short_text_is_not_alike_because_a_page_contains_it():
    page = text(1)
    assert likeness(page, page[:60]) < ALIKE
    assert likeness(page[:60], page[:60]) == 1


def test_fingerprints_share_about_as_much_as_the_texts():
    page = text(1)
    mine, better, other = (set(fingerprint(t)) for t in (page, with_changes(page, 0.01), text(2)))
    assert len(mine) == SKETCH
    assert len(mine & better) > SKETCH / 2
    assert not mine & other


def test_a_fingerprint_is_the_same_in_every_process():
    assert fingerprint("清溪桥头建起了司机小站")[0] == 4706445279747775546


@given(st.text(max_size=300), st.text(max_size=300))
def test_likeness_is_symmetric_and_between_0_and_1(one, other):
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == 1
