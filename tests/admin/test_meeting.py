"""Two editors have the same form open."""

import pytest
from django.contrib.messages import get_messages

from articles import corrections
from articles.models import Article, Correction
from tests.admin.posting import errors_of


@pytest.fixture
def other(django_user_model):
    return django_user_model.objects.create_user("另一位")


def test_the_same_field_is_not_overwritten_unawares(article, desk, other):
    opened = desk.fields(Article, article.pk)
    corrections.change(article, "headline", "甲的标题", other)
    response = desk.post(Article, article.pk, opened, headline="乙的标题", column="乙的栏目")
    assert "另一位" in errors_of(response) and "甲的标题" in errors_of(response)
    assert "乙的标题" in response.content.decode() and "乙的栏目" in response.content.decode()
    article.refresh_from_db()
    assert article.headline == "甲的标题"


def test_saving_again_is_deliberate_and_wins(article, desk, other):
    from tests.admin.posting import fields_of

    opened = desk.fields(Article, article.pk)
    corrections.change(article, "headline", "甲的标题", other)
    response = desk.post(Article, article.pk, opened, headline="乙的标题")
    assert desk.post(Article, article.pk, fields_of(response, Article)).status_code == 302
    article.refresh_from_db()
    assert article.headline == "乙的标题"
    assert Correction.objects.first().before == "甲的标题"


def test_different_fields_are_both_kept_and_the_second_editor_is_told(article, desk, other):
    opened = desk.fields(Article, article.pk)
    corrections.change(article, "headline", "甲的标题", other)
    response = desk.post(Article, article.pk, opened, column="乙的栏目")
    article.refresh_from_db()
    assert (article.headline, article.column) == ("甲的标题", "乙的栏目")
    assert any("甲的标题" in str(message) for message in get_messages(response.wsgi_request))


def test_lines_of_a_deck_do_not_count_as_changed_because_a_browser_sent_them(article, desk):
    Article.objects.filter(pk=article.pk).update(deck="第一行\n第二行")
    desk.save(Article, article.pk, column="要闻")
    assert [row.field for row in Correction.objects.all()] == ["column"]
