"""The transcription beside the reading in a real browser: pointing, focusing, links without a script."""

import pytest
from playwright.sync_api import expect

from articles.writing import refresh_fields
from tests.make import make_article, make_block, make_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PARTNER, HERE = "is-partner", "is-here"


@pytest.fixture
def page():
    """Twelve articles, the first of them broken over two lines and resumed at the foot."""
    page = make_page()
    make_block(page, "furniture", "第1版 要闻")
    first = make_article(page, ("headline", "石桥合龙"), ("paragraph", "桥上的灯"))
    make_block(page, "paragraph", "亮了一夜。", first, joins=True)
    for number in range(2, 13):
        parts = [("paragraph", f"第{number}座桥的第{line}段。" + "桥长八百米。" * 12) for line in range(1, 5)]
        make_article(page, ("headline", f"第{number}座桥通车"), *parts)
    make_block(page, "paragraph", "天亮才熄。", first)
    refresh_fields(first)
    return page


@pytest.fixture
def compared(desk, page):
    desk.emulate_media(reduced_motion="reduce")
    desk.goto(page.get_absolute_url())
    desk.locator(".compare").evaluate("element => element.scrollIntoView()")
    return desk


def classes(page, selector):
    return page.locator(selector).get_attribute("class").split()


def block_of(page, text):
    return "#" + page.locator(".block", has_text=text).get_attribute("id")


def in_sight(page, selector):
    return page.locator(selector).evaluate(
        """element => {
            const place = element.getBoundingClientRect();
            const column = element.closest(".transcription, .readings").getBoundingClientRect();
            return place.top >= Math.max(0, column.top) && place.top < Math.min(innerHeight, column.bottom);
        }"""
    )


def test_pointing_at_a_block_lights_its_words_and_faintly_its_article(compared):
    compared.locator("#b4 dd").hover()
    assert HERE in classes(compared, "#b4")
    assert PARTNER in classes(compared, "#r4")
    assert PARTNER not in classes(compared, "#r3")
    assert compared.locator(".is-partner").count() == 1
    # The article's passages, at the head and at the foot, and its reading.
    assert compared.locator(".passage.is-article").count() == 2
    assert compared.locator(".read.is-article").count() == 1


def test_pointing_at_words_of_the_reading_lights_their_block(compared):
    compared.locator("#r4").hover()
    assert PARTNER in classes(compared, "#b4")
    compared.locator("#r3").hover()
    assert PARTNER in classes(compared, "#b3")
    assert PARTNER not in classes(compared, "#b4")


def test_partner_out_of_sight_is_brought_beside_the_pointer_and_the_page_stays(compared):
    block = block_of(compared, "第9座桥的第2段")
    words = block.replace("b", "r")
    compared.locator(block).evaluate("element => element.scrollIntoView({block: 'center'})")
    compared.locator(".readings").evaluate("element => element.scrollTo(0, 0)")
    assert not in_sight(compared, words)
    before = compared.evaluate("scrollY")
    compared.locator(f"{block} dd").hover()
    compared.wait_for_function(
        "words => document.querySelector(words).closest('.readings').scrollTop > 0", arg=words
    )
    assert in_sight(compared, words)
    assert compared.evaluate("scrollY") == before


def test_nothing_is_lit_when_the_pointer_has_left(compared):
    compared.locator("#b4 dd").hover()
    compared.mouse.move(2, 2)
    expect(compared.locator(".is-partner, .is-here, .is-article")).to_have_count(0)


def test_tab_stops_once_an_article_and_arrows_walk_block_by_block(compared):
    stops = compared.locator(".compare a[tabindex='0']").count()
    sections = compared.locator(".passage:has(a), .read").count()
    assert stops == sections == 13 + 12
    compared.locator(".passage[data-article] h3 a").first.focus()
    for _ in range(3):
        compared.keyboard.press("ArrowDown")
    expect(compared.locator("#b4 dt a")).to_be_focused()
    assert PARTNER in classes(compared, "#r4")
    compared.keyboard.press("ArrowRight")
    expect(compared.locator("a.seam-link[href='#b4']")).to_be_focused()
    assert PARTNER in classes(compared, "#b4")
    compared.keyboard.press("ArrowLeft")
    compared.keyboard.press("ArrowUp")
    expect(compared.locator("#b3 dt a")).to_be_focused()
    compared.keyboard.press("Tab")
    expect(compared.locator(".passage[data-article] h3 a").nth(1)).to_be_focused()


def test_focus_is_to_be_seen(compared):
    compared.locator(".passage[data-article] h3 a").first.focus()
    compared.keyboard.press("ArrowDown")
    outline = compared.locator("#b2 dt a").evaluate("link => getComputedStyle(link).outlineStyle")
    assert outline == "solid"


def test_followed_link_leaves_the_focus_at_its_goal(compared):
    compared.locator("#b4 dt a").click()
    expect(compared.locator("a.seam-link[href='#b4']")).to_be_focused()
    assert compared.url.endswith("#r4")


def test_all_can_be_passed_over_with_one_key(compared):
    link = compared.get_by_role("link", name="跳过录文与解读")
    link.focus()
    assert link.bounding_box()["x"] >= 0
    compared.keyboard.press("Enter")
    expect(compared.locator("#after-transcription")).to_be_focused()


def test_without_a_script_links_lead_across_and_the_goal_is_marked(page, reader):
    reader.goto(page.get_absolute_url())
    expect(reader.locator(".hint-keys")).to_be_hidden()
    block = block_of(reader, "第9座桥的第2段")
    reader.locator(f"{block} dt a").click()
    words = block.replace("b", "r")
    expect(reader.locator(f"{words}:target")).to_be_in_viewport()
    plain = reader.locator("#r4").evaluate("words => getComputedStyle(words).backgroundColor")
    marked = reader.locator(words).evaluate("words => getComputedStyle(words).backgroundColor")
    assert plain != marked
    reader.locator(".piece", has=reader.locator(words)).locator("dt a").click()
    expect(reader.locator(f"{block}:target")).to_be_in_viewport()


def test_columns_stand_side_by_side_on_a_desk_and_one_under_the_other_on_a_phone(page, desk, reader):
    for tab, beside in ((desk, True), (reader, False)):
        tab.goto(page.get_absolute_url())
        left, right = (tab.locator(name).bounding_box() for name in (".transcription", ".readings"))
        assert (right["x"] >= left["x"] + left["width"]) is beside
        assert (right["y"] >= left["y"] + left["height"]) is not beside


def test_print_hides_nothing_of_either_column(compared):
    compared.emulate_media(media="print")
    for name in (".transcription", ".readings"):
        hidden = compared.locator(name).evaluate("column => column.scrollHeight - column.clientHeight")
        assert hidden <= 1, name


def test_page_with_its_script_says_nothing_on_the_console(page, desk):
    messages = []
    desk.on("console", lambda message: messages.append(message.text))
    desk.on("pageerror", lambda error: messages.append(str(error)))
    desk.goto(page.get_absolute_url() + "#b4")
    desk.locator("#b3 dd").hover()
    desk.locator(".transcription h2").hover()
    desk.locator(".read .note").first.hover()
    assert messages == []
