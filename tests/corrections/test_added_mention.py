"""A name that an editor adds, on a page that today's rooms read otherwise than when it came in."""

import pytest
from django.contrib.auth.models import User

from articles import corrections
from articles.corrections import structure
from articles.models import Person
from tests.hand import article_of, issue_of, mention_of, names_of, page_of, reading_of, write

pytestmark = pytest.mark.django_db

FIRST, SECOND = "水库蓄水\n河口水库今冬蓄水两千万方，比去年多一成。", "果园新路\n果农谷有田修通了山路。"
TEXT = f"{FIRST}\n{SECOND}"


def pieces(text):
    headline, body = text.split("\n")
    return f"headline:{headline}", f"paragraph:{body}"


def test_it_is_found_in_the_article_that_its_text_belongs_to_now(monkeypatch):
    page = page_of(issue_of())
    write(page, TEXT, article_of(TEXT, *pieces(FIRST)), article_of(TEXT, *pieces(SECOND)))
    first, second = page.articles.order_by("order")
    joined = article_of(TEXT, *pieces(FIRST), *pieces(SECOND))
    names = names_of([mention_of(TEXT, "谷有田")])
    monkeypatch.setattr(structure, "read", lambda *_args: reading_of(joined, names=[names]))
    start = TEXT.index("谷有田")
    person = Person.objects.create(name="谷有田")
    editor = User.objects.create_user("editor")
    mention = corrections.add_mention(second, start, start + 3, person, editor)
    assert (mention.article, mention.person) == (first, person)
