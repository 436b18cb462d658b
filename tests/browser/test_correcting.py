"""An editor in a real browser: find an article, correct it in the admin, see it on the site at once."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from articles.models import IndexTask
from articles.search import drain
from tests.make import make_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article():
    User.objects.create_superuser("editor", password="a long secret")
    article = make_article(None, ("headline", "河囗大桥通车"), ("paragraph", "罗大川坐上了头班车。"))
    IndexTask.objects.mark([article.pk])
    drain()
    return article


def search(page, words):
    page.goto("/")
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("searchbox").press("Enter")


def test_a_corrected_headline_is_read_and_found_at_once(article, desk):
    search(desk, "罗大川")
    expect(desk.locator("mark")).to_have_text("罗大川")
    desk.get_by_role("link", name="河囗大桥通车").click()
    address = desk.url
    assert not desk.get_by_role("link", name="更正这篇文章").is_visible()

    desk.goto("/admin/")
    desk.locator("#id_username").fill("editor")
    desk.locator("#id_password").fill("a long secret")
    desk.locator("[type=submit]").click()
    desk.goto(address)
    desk.get_by_role("link", name="更正这篇文章").click()
    desk.locator("#id_headline").fill("河口大桥通车")
    desk.locator("[name=_save]").click()
    expect(desk.locator(".success")).to_be_visible()

    desk.goto(address)
    expect(desk.get_by_role("heading", level=1)).to_have_text("河口大桥通车")
    search(desk, "“河口大桥通车”")
    expect(desk.get_by_role("link", name="河口大桥通车")).to_be_visible()
