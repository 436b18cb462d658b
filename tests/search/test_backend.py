"""Haystack's own queries on this backend: the traps of the usual recipe."""

import datetime
import threading

import pytest
from django.core.management import call_command
from haystack import connections
from haystack.query import SearchQuerySet

from articles import search
from articles.models import Article
from articles.search.backend import IndexBusy

from .conftest import found, make_article, make_page

pytestmark = pytest.mark.django_db


def backend():
    return connections["default"].get_backend()


def numbers(queryset):
    return [int(result.pk) for result in queryset]


@pytest.fixture
def articles():
    made = [
        make_article("雄安新区的高技能人才试制贵金属探头。", page=make_page(date="2024-05-01")),
        make_article("金属很贵，<b>工人</b>。", page=make_page(date="2025-06-01"), kind="poem"),
    ]
    search.drain()
    return made


def test_all_are_counted(articles):
    assert SearchQuerySet().all().count() == 2
    assert len(SearchQuerySet().all()) == 2


def test_content_is_found_by_its_characters(articles):
    first, second = articles
    assert numbers(SearchQuerySet().filter(content="贵金属")) == [first.pk]
    assert numbers(SearchQuerySet().filter(content__exact="新区的高")) == [first.pk]
    assert numbers(SearchQuerySet().auto_query('"贵金属"')) == [first.pk]
    assert numbers(SearchQuerySet().filter(content="贵")) == [first.pk, second.pk]
    assert numbers(SearchQuerySet().raw_search("贵")) == [first.pk, second.pk]
    assert numbers(SearchQuerySet().exclude(content="贵金属")) == [second.pk]
    assert numbers(SearchQuerySet().filter(body_words="工人")) == [second.pk]


def test_fields_narrow_sort_and_count(articles):
    first, second = articles
    assert numbers(SearchQuerySet().filter(kind="poem")) == [second.pk]
    assert numbers(SearchQuerySet().filter(date__gte=datetime.date(2025, 1, 1))) == [second.pk]
    assert numbers(SearchQuerySet().order_by("-date")) == [second.pk, first.pk]
    counts = SearchQuerySet().facet("kind").facet("year").facet_counts()["fields"]
    assert dict(counts["kind"]) == {"news": 1, "poem": 1}
    assert dict(counts["year"]) == {"2024": 1, "2025": 1}


def test_highlights_mark_the_characters_and_are_escaped(articles):
    (result,) = SearchQuerySet().filter(content="工人").highlight()
    assert result.highlighted["text"] == ["金属很贵，&lt;b&gt;<em>工人</em>&lt;/b&gt;。"]
    (result,) = SearchQuerySet().filter(content="贵金属").highlight()
    assert "<em>贵金属</em>" in result.highlighted["text"][0]


def test_searcher_stays_open_until_the_index_changes(articles):
    found("工人")
    searcher = backend().index.searcher()
    SearchQuerySet().all().count()
    found("金属")
    assert backend().index.searcher() is searcher
    make_article("山花")
    assert len(found("山花")) == 1
    assert backend().index.searcher() is not searcher


def test_segments_are_not_compound_and_no_text_is_stored(articles, index):
    assert not list(index.glob("*.seg"))
    stored = backend().index.searcher().stored_fields(0)
    assert set(stored) == {"id", "django_ct", "django_id"}


def test_writer_waits_its_turn_and_gives_up_in_time(articles):
    with backend().writing():
        failed = []
        thread = threading.Thread(target=lambda: failed.append(_tries_to_write()))
        thread.start()
        thread.join()
    assert failed == [True]


def _tries_to_write():
    try:
        with backend().writing(timeout=0.2):
            return False
    except IndexBusy:
        return True


def test_changes_are_all_written_or_none(articles):
    with pytest.raises(RuntimeError), backend().writing() as writing:
        writing.remove([f"articles.article.{articles[0].pk}"])
        raise RuntimeError
    assert len(found("金属")) == 2
    make_article("金属")
    assert len(found("金属")) == 3


def test_haystack_s_commands_keep_the_index(articles):
    call_command("rebuild_index", interactive=False, verbosity=0)
    assert len(found("金属")) == 2
    call_command("update_index", verbosity=0)
    assert len(found("金属")) == 2
    call_command("clear_index", interactive=False, verbosity=0)
    assert found("金属") == []


def test_one_article_is_updated_and_removed(articles):
    index = connections["default"].get_unified_index().get_index(Article)
    article = articles[0]
    article.layout[0]["text"] = "山花"
    article.save()
    index.update_object(article)
    assert found('"山花"') == [article.pk]
    index.remove_object(article)
    assert found('"山花"') == []
    index.clear()
    assert found("") == []
