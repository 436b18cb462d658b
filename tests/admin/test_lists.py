"""Lists are searched and filtered, and the front page names every one of them."""

import pytest

from articles import corrections
from articles.models import Article, Correction, Person, ReviewItem
from articles.templatetags.newsroom_admin import GROUPS
from tests.admin.test_registry import MODELS


def shown(desk, model, **query):
    response = desk.client.get(desk.address(model), query)
    assert response.status_code == 200, response.headers
    return list(response.context["cl"].result_list)


def test_every_model_has_its_group_on_the_front_page():
    grouped = [name for _title, names in GROUPS for name in names]
    assert sorted(grouped) == sorted(model.__name__ for model in MODELS)


def test_the_front_page_leads_to_the_lists_and_back_to_the_site(desk):
    front = desk.client.get("/admin/").content.decode()
    assert "报纸编辑台" in front and 'href="/"' in front
    assert front.index("文章") < front.index("待审事项") < front.index("索引任务")


def test_the_ledger_is_filtered_by_editor_kind_field_and_time(article, desk, editor, django_user_model):
    other = django_user_model.objects.create_user("另一位")
    corrections.change(article, "column", "要闻", editor)
    corrections.change(Person.objects.get(name="魏大川"), "note", "所长", other)
    kind = Correction.objects.get(user=editor).content_type_id
    assert [row.user for row in shown(desk, Correction, user__id__exact=other.pk)] == [other]
    assert [row.field for row in shown(desk, Correction, object_kind=kind)] == ["column"]
    assert [row.field for row in shown(desk, Correction, field="note")] == ["note"]
    assert shown(desk, Correction, created__year=1999) == []


def test_the_ledger_says_in_words_what_its_numbers_stand_for(article, desk, editor):
    sidebar = article.page.articles.get(order=1)
    corrections.change(sidebar, "parent", article, editor)
    text = desk.client.get(desk.address(Correction)).content.decode()
    assert "所属主文" in text and f"河口水库蓄水两千万方（{article.pk}）" in text


def test_articles_that_editors_changed_are_found(article, desk, editor):
    corrections.change(article, "column", "要闻", editor)
    assert shown(desk, Article, corrected="1") == [article]
    assert article not in shown(desk, Article, corrected="0")


@pytest.mark.parametrize("words", ["魏大江", "老魏", "所长"])
def test_a_person_is_found_by_name_other_name_and_note(article, desk, editor, words):
    person = Person.objects.get(name="魏大川")
    corrections.change(person, "name", "魏大江", editor)
    corrections.change(person, "note", "水库所长", editor)
    corrections.add_form(person, "老魏", "short", editor)
    assert shown(desk, Person, q=words) == [person]


def test_a_merged_person_is_not_offered_for_a_mention(article, desk):
    heir = Person.objects.create(name="魏大江")
    Person.objects.create(name="魏大海", merged_into=heir)
    query = {"app_label": "articles", "model_name": "mention", "field_name": "person", "term": "魏大"}
    offered = desk.client.get("/admin/autocomplete/", query).json()["results"]
    assert sorted(one["text"] for one in offered) == ["魏大川", "魏大江"]


def test_the_queue_names_what_is_to_be_looked_at(archive, article, desk):
    text = desk.client.get(desk.address(ReviewItem)).content.decode()
    assert f"文章：{article.title}</a>" in text
    assert "1.00" in text


def test_an_article_is_sure_to_a_tenth_of_a_percent(article, desk):
    Article.objects.filter(pk=article.pk).update(confidence=0.9974496633494859)
    text = desk.client.get(desk.address(Article)).content.decode()
    assert "99.7%" in text and "0.99744" not in text
