"""A view asks the database the same number of questions, however much the archive holds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Organization, Person
from tests.make import make_archive, make_archived, make_issue, make_page

pytestmark = pytest.mark.django_db


def addresses():
    article = Article.objects.visible_to().earliest("pk")
    things = [article, article.page, article.page.issue, article.page.issue.newspaper]
    things += [Person.objects.first(), Organization.objects.first()]
    return ["/", "/issues/", "/people/", "/organizations/", *(thing.get_absolute_url() for thing in things)]


def counts(client, addresses):
    found = {}
    for address in addresses:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address).status_code == 200
        found[address] = len(queries)
    return found


def test_number_of_queries_is_constant(client):
    made = make_archive(21)
    client.get("/")
    seen = addresses()
    few = counts(client, seen)
    person, organization = Person.objects.get(), Organization.objects.get()
    front = made[0].page
    for number in range(30, 60):
        made.append(make_archived(front, number, person, organization, made))
    for day in range(10, 16):
        page = make_page(make_issue(f"2025-03-{day}"), "A01")
        made.append(make_archived(page, 0, person, organization, made))
    assert counts(client, seen) == few
    assert max(few.values()) <= 14
