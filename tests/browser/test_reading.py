"""A reader in a real browser: from the front page to an article, a person and back."""

import pytest
from playwright.sync_api import expect

from articles.models import Article, Person
from tests.make import make_archive, make_article, make_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def archive():
    return make_archive(21)


def test_links_lead_from_the_front_page_to_a_person_and_back(archive, reader):
    reader.goto("/")
    reader.get_by_role("link", name="河口第3座桥通车").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("河口第3座桥通车")
    person = Person.objects.get()
    link = reader.locator(".text a.person").first
    assert link.text_content() == person.name
    link.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(person.name)
    reader.get_by_role("link", name="河口第3座桥通车").first.click()
    reader.get_by_role("navigation", name="所在位置").get_by_role("link", name="第A01版").click()
    expect(reader.get_by_role("heading", name="录文")).to_be_visible()


def test_no_page_is_wider_than_a_phone(archive, browser, live_server):
    wide = make_article(
        make_page(label="9"),
        ("headline", "长" * 60),
        ("paragraph", "https://example.invalid/" + "a" * 200),
        ("table_row", "|" + "|".join(f"很宽的列{n}" for n in range(20)) + "|"),
    )
    article = Article.objects.earliest("pk")
    person = Person.objects.get()
    things = [wide, wide.page, article, article.page.issue, article.page.issue.newspaper, person]
    with browser.new_context(viewport={"width": 360, "height": 700}) as context:
        page = context.new_page()
        for address in [
            "/",
            "/issues/",
            "/people/",
            "/search/",
            *(thing.get_absolute_url() for thing in things),
        ]:
            page.goto(live_server.url + address)
            spare = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert spare == 0, address


def test_first_key_reaches_a_visible_way_past_the_head(archive, desk):
    desk.goto("/")
    desk.keyboard.press("Tab")
    skip = desk.get_by_role("link", name="跳到正文")
    expect(skip).to_be_focused()
    assert skip.bounding_box()["x"] >= 0
    desk.keyboard.press("Enter")
    expect(desk.locator("main")).to_be_focused()


def test_paragraphs_are_indented_by_two_characters_and_keep_a_readable_measure(archive, desk):
    desk.goto(Article.objects.earliest("pk").get_absolute_url())
    indent, size, width = desk.locator(".text p").first.evaluate(
        "p => [parseFloat(getComputedStyle(p).textIndent), parseFloat(getComputedStyle(p).fontSize), p.offsetWidth]"
    )
    assert indent == pytest.approx(2 * size)
    assert 28 <= width / size <= 42


def test_nothing_comes_from_another_host_and_nothing_runs(archive, desk):
    asked, errors = [], []
    desk.on("request", lambda request: asked.append(request))
    desk.on("console", lambda message: errors.append(message.text))
    desk.goto("/")
    hosts = {request.url.split("/")[2] for request in asked}
    assert len(hosts) == 1
    assert not [request for request in asked if request.resource_type == "script"]
    assert errors == []
