"""What holds for every page, however odd."""

import string
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.recognition import recognise
from articles.recognition.contributions import contributions_of
from articles.segmentation import ArticleDraft, Block, Kind, PageDraft, Pin, PinKind, PrintedFacts, Role
from articles.transcription import PageText

WORDS = (
    "王 李 欧阳 明 师傅 主席 记者 通讯员 （ ） 《 》 “ ” 、 ， 。 · 摄 文/图 省总工会 市总 公司 有限公司 青石市 大学 "
    "Anna Lee 老 小 说 在 和 | ** # <br> \u3000 \u200b 2025年 𠮷 ﬁ İ ( ) : ： 等 12户 局 厂 局长 马丁·克 （集团）"
)
PIECES = st.sampled_from(WORDS.split(" "))
ODD = st.text(st.sampled_from(string.printable + "王李张明·（）\u3000\ud7ff\u200b\U0001f600"), max_size=30)
TEXTS = st.lists(PIECES | ODD | st.just("\n") | st.just(" "), max_size=40).map("".join)


@st.composite
def pages(draw):
    text = draw(TEXTS)
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    blocks = [
        Block(start, end, draw(st.sampled_from(Role)), draw(st.booleans()))
        for start, end in zip(edges, edges[1:], strict=False)
    ]
    half = draw(st.integers(0, len(blocks)))
    articles = tuple(
        ArticleDraft(draw(st.sampled_from(Kind)), tuple(group), draw(st.sampled_from([None, 0, 1])))
        for group in (blocks[:half], blocks[half:])
        if group
    )
    pins = [
        Pin(
            draw(st.sampled_from(PinKind)),
            start,
            start + size,
            value=draw(st.sampled_from(["person", "organization", ""])),
            name="某人",
            everywhere=draw(st.booleans()),
        )
        for start, size in draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 5)), max_size=3))
    ]
    return PageText(text), PageDraft(PrintedFacts(), articles), pins


@settings(max_examples=150, deadline=None)
@given(pages())
def test_mentions_are_clean_and_apart(drawn):
    page, draft, pins = drawn
    names = recognise(page, draft, pins)
    assert len(names) == len(draft.articles)
    for its in names:
        for mention in its.mentions:
            assert mention.surface == mention.surface.strip() != ""
            assert mention.name == mention.name.strip() != ""
            assert not page.text[mention.start].isspace() and not page.text[mention.end - 1].isspace()
        for left, right in zip(its.mentions, its.mentions[1:], strict=False):
            assert left.end <= right.start
        for contribution in its.contributions:
            assert contribution.name == contribution.name.strip() != ""
            assert 0 <= contribution.start < contribution.end <= len(page.text)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from([Role.BYLINE, Role.LEAD, Role.CREDIT, Role.TAIL]))
def test_no_line_of_authors_raises(text, role):
    for contribution in contributions_of(text, ArticleDraft(Kind.NEWS, (Block(0, len(text), role),))):
        assert contribution.name.strip() == contribution.name != ""


def test_recognition_loads_no_django():
    code = (
        "import articles.recognition, sys; assert not any(m.split('.')[0] == 'django' for m in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
