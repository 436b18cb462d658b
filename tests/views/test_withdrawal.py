"""What was withdrawn shows nowhere, and its address says so."""

import pytest
from django.urls import reverse

from tests.make import make_article, make_issue, make_mention, make_organization, make_page, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def secret(client):
    """An article with a person, beside another page that stays."""
    issue = make_issue()
    make_article(make_page(issue, "2"))
    page = make_page(issue, "1")
    article = make_article(page, ("headline", "旧闻撤稿"), ("paragraph", "罗大川在场。"))
    make_mention(article, make_person("罗大川"))
    return article


def places(article):
    page = article.page
    person = article.mentions.get().person
    return [
        reverse("home"),
        page.issue.newspaper.get_absolute_url(),
        page.issue.get_absolute_url(),
        page.get_absolute_url(),
        person.get_absolute_url(),
        reverse("person-list"),
    ]


def test_withdrawn_article_shows_nowhere_not_even_in_the_transcription(client, secret):
    assert sum("旧闻撤稿" in client.get(place).content.decode() for place in places(secret)) == 4
    secret.withdrawn = True
    secret.save()
    for place in places(secret):
        assert "旧闻撤稿" not in client.get(place).content.decode(), place
        assert "罗大川在场" not in client.get(place).content.decode(), place
    assert "罗大川" not in client.get(reverse("person-list")).content.decode()


def test_withdrawn_page_shows_nowhere_and_is_gone(client, secret):
    secret.page.withdrawn = True
    secret.page.save()
    for place in places(secret):
        assert "旧闻撤稿" not in client.get(place).content.decode(), place
    assert client.get(secret.page.get_absolute_url()).status_code == 410
    assert client.get(reverse("page-by-id", args=[secret.page.pk])).status_code == 410


def test_issue_without_a_page_to_show_is_gone(client, secret):
    secret.page.issue.pages.update(withdrawn=True)
    assert client.get(secret.page.issue.get_absolute_url()).status_code == 410
    assert client.get(reverse("home")).status_code == 200


def test_part_of_a_withdrawn_whole_shows_no_text(client, secret):
    other = make_page(secret.page.issue, "4")
    make_article(other, ("paragraph", "续文一段。"), continues=secret)
    secret.withdrawn = True
    secret.save()
    assert "续文一段" not in client.get(other.get_absolute_url()).content.decode()


@pytest.mark.parametrize("make", [make_person, make_organization])
def test_withdrawn_name_is_gone_and_merged_name_moves_to_its_heir(client, make):
    heir, merged, gone = make(name="甲方"), make(name="乙方"), make(name="丙方", withdrawn=True)
    merged.merged_into = heir
    merged.save()
    response = client.get(merged.get_absolute_url())
    assert (response.status_code, response["Location"]) == (301, heir.get_absolute_url())
    assert client.get(gone.get_absolute_url()).status_code == 410
