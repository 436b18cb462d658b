"""Addresses: readable, permanent, in two languages."""

import pytest
from django.urls import reverse

from articles.models import Redirect
from tests.make import make_article, make_issue, make_newspaper, make_page

pytestmark = pytest.mark.django_db


def status_and_place(response):
    return response.status_code, response.get("Location")


def test_second_edition_and_lettered_label_have_readable_addresses(client):
    page = make_page(make_issue(edition="extra"), "A08")
    address = page.get_absolute_url()
    assert address.endswith("/2025-12-29-extra/A08/")
    assert client.get(address).status_code == 200
    assert client.get(page.issue.get_absolute_url()).status_code == 200
    assert client.get(address.replace("-extra", "")).status_code == 404


def test_numbers_lead_to_the_readable_address(client):
    page = make_page()
    by_id = client.get(reverse("page-by-id", args=[page.pk]))
    assert status_and_place(by_id) == (302, page.get_absolute_url())
    by_id = client.get(reverse("issue-by-id", args=[page.issue.pk]))
    assert status_and_place(by_id) == (302, page.issue.get_absolute_url())


def test_inferred_date_makes_no_address_and_is_marked(client):
    page = make_page(make_issue(date_source="inferred"))
    response = client.get(page.get_absolute_url())
    assert page.get_absolute_url() == f"/pages/{page.pk}/"
    assert "（推断）" in response.content.decode()
    newspaper = page.issue.newspaper
    assert client.get(f"/newspapers/{newspaper.slug}/2025-12-29/").status_code == 404


def test_undated_issue_of_an_unnamed_newspaper_is_legal(client):
    issue = make_issue(None, date_source="")
    issue.newspaper = None
    issue.save()
    page = make_page(issue, "")
    make_article(page)
    for address in (issue.get_absolute_url(), page.get_absolute_url(), "/", "/issues/"):
        html = client.get(address).content.decode()
        assert "报纸不详" in html
        assert "日期不详" in html
    assert f"编号 {issue.pk}" in client.get("/issues/").content.decode()


@pytest.mark.parametrize("date", ["2025-13-40", "2025-02-30", "0000-00-00"])
def test_impossible_date_is_not_found(client, date):
    assert client.get(f"/newspapers/{make_newspaper().slug}/{date}/").status_code == 404


def test_every_page_names_its_canonical_address_and_its_other_language(client):
    article = make_article()
    html = client.get(article.get_absolute_url(), {"utm_source": "x"}).content.decode()
    assert f'<link rel="canonical" href="http://testserver/articles/{article.pk}/">' in html
    assert f'hreflang="en" href="http://testserver/en/articles/{article.pk}/"' in html
    assert '<html lang="zh-Hans">' in html


def test_english_pages_say_so_and_lead_back(client):
    issue = make_page().issue
    address = issue.get_absolute_url()
    html = client.get(f"/en{address}").content.decode()
    assert '<html lang="en">' in html
    assert f'href="{address}" hreflang="zh-Hans"' in html
    assert 'href="/en/people/"' in html


def test_filters_belong_to_the_canonical_address(client):
    html = client.get("/people/", {"q": "罗", "x": "1"}).content.decode()
    assert '<link rel="canonical" href="http://testserver/people/?q=%E7%BD%97">' in html


def test_superseded_article_leads_to_its_heir(client):
    heir = make_article()
    old = make_article(heir.page, superseded=True)
    assert client.get(old.get_absolute_url()).status_code == 404
    Redirect.objects.create(old_path=old.get_absolute_url(), new_path=heir.get_absolute_url())
    response = client.get(f"/articles/{old.pk}/")
    assert status_and_place(response) == (301, f"/articles/{heir.pk}/")
    response = client.get(f"/en/articles/{old.pk}/")
    assert status_and_place(response) == (301, f"/en/articles/{heir.pk}/")


def test_redirect_to_nowhere_says_gone(client):
    old = make_article(superseded=True)
    Redirect.objects.create(old_path=old.get_absolute_url())
    assert client.get(old.get_absolute_url()).status_code == 410


def test_former_slug_leads_to_the_new_one_with_all_that_lies_below(client):
    page = make_page()
    newspaper = page.issue.newspaper
    old = newspaper.get_absolute_url()
    newspaper.slug = "qinghe"
    newspaper.save()
    Redirect.objects.create(old_path=old, new_path=newspaper.get_absolute_url())
    assert status_and_place(client.get(old)) == (301, "/newspapers/qinghe/")
    response = client.get(f"{old}2025-12-29/1/", {"page": "2"})
    assert status_and_place(response) == (301, "/newspapers/qinghe/2025-12-29/1/?page=2")


def test_merged_newspaper_leads_to_its_heir(client):
    heir = make_newspaper("河口晚报")
    merged = make_newspaper("河口夜报", merged_into=heir)
    response = client.get(f"{merged.get_absolute_url()}2025-12-29/")
    assert status_and_place(response) == (301, f"{heir.get_absolute_url()}2025-12-29/")
