"""Answers that are not a page keep the site's own design."""

import pytest
from django.test import Client, RequestFactory

from articles.views import errors


@pytest.mark.django_db
def test_not_found_keeps_design_and_language(client):
    response = client.get("/no/such/page/")
    html = response.content.decode()
    assert response.status_code == 404
    assert "没有这一页" in html
    assert "site.css" in html
    assert "noindex" in html
    assert '<html lang="en">' in client.get("/en/no/such/page/").content.decode()


@pytest.mark.parametrize(
    ("view", "status"),
    [("bad_request", 400), ("permission_denied", 403), ("gone", 410), ("server_error", 500)],
)
def test_errors_need_no_database(view, status):
    response = getattr(errors, view)(RequestFactory().get("/"))
    assert response.status_code == status
    assert "site.css" in response.content.decode()


def test_broken_view_answers_in_the_sites_design(monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("broken")

    monkeypatch.setattr("articles.views.home.Home.get_context_data", broken)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert "网站出了故障" in response.content.decode()


def test_broken_error_page_still_answers(monkeypatch):
    def broken(*args, **kwargs):
        raise ValueError("no manifest")

    monkeypatch.setattr("articles.views.errors.loader.render_to_string", broken)
    assert errors.server_error(RequestFactory().get("/")).content.decode() == "网站出了故障，请稍后再来。"


def test_unknown_host_is_a_bad_request_in_the_sites_design(settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    response = Client().get("/", headers={"host": "evil.invalid"})
    assert response.status_code == 400
    assert "请求有误" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/articles/99999999999999999999/",
        "/people/99999999999999999999/",
        "/pages/0/",
        "/issues/99999999999999999999/",
        "/newspapers/%E4%B8%8D/2025-12-29/1/",
        "/people/?page=99999999999999999999",
        "/newspapers/..%2f..%2f/",
    ],
)
def test_odd_addresses_are_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["q=%00", "q=%ff%fe", "q=%27%22%3E%3Cscript%3E", "q=" + "长" * 3000])
def test_odd_queries_get_a_page(client, query):
    for address in ("/people/", "/issues/", "/search/"):
        response = client.get(f"{address}?{query}")
        assert response.status_code == 200
        assert "<script" not in response.content.decode()
