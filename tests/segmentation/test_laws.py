"""The laws of the room, on any text: no character lost, no exception, no state, pins obeyed."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.segmentation import Pin, PinKind, Role
from tests.segmentation.reading import PAGES, check_laws, read
from tools.marked_pages import Shape, load, render

SOURCES = sorted(PAGES.glob("*.src"))
FEW = settings(max_examples=60, deadline=None)
ANY_CHARACTER = st.characters(exclude_categories=("Cs",))
MEANT = st.sampled_from(
    list("本报讯（记者）。，“”：第版完■●#*|->—　 \n\n\n【】图为摄下转上接问答0123456789年月日")
)


@st.composite
def mutilated_pages(draw: st.DrawFn) -> str:
    """A page of our own, with lines dropped, doubled, swapped, joined and cut."""
    page = render(load(draw(st.sampled_from(SOURCES))), Shape(sep=draw(st.integers(1, 2))))
    lines = page.text.split("\n")
    dice = random.Random(draw(st.integers(0, 10**6)))
    for _ in range(draw(st.integers(0, 12))):
        at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
        deed = dice.randrange(5)
        if deed == 0 and len(lines) > 1:
            del lines[at]
        elif deed == 1:
            lines.insert(other, lines[at])
        elif deed == 2:
            lines[at], lines[other] = lines[other], lines[at]
        elif deed == 3 and at + 1 < len(lines):
            lines[at : at + 2] = [lines[at] + lines[at + 1]]
        else:
            cut = dice.randint(0, len(lines[at]))
            lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
    return "\n".join(lines)


@FEW
@given(st.text(st.one_of(ANY_CHARACTER, MEANT), max_size=400))
def test_any_text_is_tiled(text: str) -> None:
    check_laws(text, read(text))


@FEW
@given(mutilated_pages())
def test_mutilated_pages_are_tiled(text: str) -> None:
    check_laws(text, read(text))


@FEW
@given(mutilated_pages())
def test_same_text_gives_the_same_draft(text: str) -> None:
    assert read(text) == read(text)


@st.composite
def pages_with_a_pin(draw: st.DrawFn, kinds: tuple[PinKind, ...]) -> tuple[str, Pin]:
    text = draw(mutilated_pages())
    printed = [offset for offset, char in enumerate(text) if not char.isspace()]
    if not printed:
        text, printed = "山花开", [0, 1, 2]
    places = sorted(draw(st.lists(st.sampled_from(printed), min_size=4, max_size=4)))
    role = draw(st.sampled_from(list(Role)))
    other = (places[2], places[3] + 1)
    return text, Pin(draw(st.sampled_from(kinds)), places[0], places[1] + 1, role, other=other)


@FEW
@given(pages_with_a_pin((PinKind.ROLE,)))
def test_a_pinned_span_has_its_role(case: tuple[str, Pin]) -> None:
    text, pin = case
    draft = read(text, pin)
    check_laws(text, draft)
    blocks = [*draft.furniture, *(block for article in draft.articles for block in article.blocks)]
    inside = [block for block in blocks if block.start < pin.end and block.end > pin.start]
    assert inside and all(block.role == pin.value for block in inside)
    assert all(pin.start <= block.start and block.end <= pin.end for block in inside)


@FEW
@given(pages_with_a_pin((PinKind.START,)))
def test_an_article_starts_where_a_pin_says(case: tuple[str, Pin]) -> None:
    text, pin = case
    draft = read(text, pin)
    check_laws(text, draft)
    assert pin.start in {article.start for article in draft.articles}


@FEW
@given(pages_with_a_pin((PinKind.NO_START,)))
def test_no_article_starts_where_a_pin_forbids(case: tuple[str, Pin]) -> None:
    text, pin = case
    draft = read(text, pin)
    check_laws(text, draft)
    assert pin.start not in {article.start for article in draft.articles}


@FEW
@given(pages_with_a_pin((PinKind.TOGETHER,)))
def test_spans_pinned_together_are_in_one_article(case: tuple[str, Pin]) -> None:
    text, pin = case
    draft = read(text, pin)
    check_laws(text, draft)
    homes = {
        number
        for number, article in enumerate(draft.articles)
        for block in article.blocks
        for start, end in ((pin.start, pin.end), pin.other)
        if block.start < end and block.end > start
    }
    assert len(homes) == 1
    assert not [b for b in draft.furniture if b.start < pin.end and b.end > pin.start]


@FEW
@given(st.lists(pages_with_a_pin(tuple(PinKind)), min_size=1, max_size=1), st.data())
def test_many_pins_break_no_law(cases: list[tuple[str, Pin]], data: st.DataObject) -> None:
    text, first = cases[0]
    more = data.draw(
        st.lists(
            st.builds(
                Pin,
                st.sampled_from(list(PinKind)),
                st.integers(0, len(text)),
                st.integers(0, len(text)),
                st.sampled_from([*Role, "", "person"]),
                st.one_of(st.none(), st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))),
            ),
            max_size=6,
        )
    )
    check_laws(text, read(text, first, *more))
