"""An article is changed in its form: on the site at once, marked for the index, and nothing typed is lost."""

import re

import pytest
from django.contrib.auth.models import Permission, User

from articles import corrections
from articles.models import Article, Correction, FieldOverride, IndexTask, Person
from tests.admin.posting import Desk, errors_of


def authors(article):
    return [(c.role, c.person.name) for c in article.contributions.order_by("order")]


def test_a_new_headline_is_shown_and_marked_for_the_index(article, desk, monkeypatch):
    monkeypatch.setattr("articles.search.wake", lambda: None)
    IndexTask.objects.all().delete()
    desk.save(Article, article.pk, headline="河口水库蓄水三千万方")
    assert "河口水库蓄水三千万方" in desk.client.get(article.get_absolute_url()).content.decode()
    assert IndexTask.objects.filter(article_number=article.pk).exists()
    article.refresh_from_db()
    assert "河口水库蓄水两千万方" in article.layout[0]["text"]  # what is printed stays as it is


def test_the_message_says_what_changed(article, desk):
    fields = desk.fields(Article, article.pk)
    data = dict(fields) | {"column": ["要闻"]}
    shown = desk.client.post(desk.address(Article, "change", article.pk), data, follow=True)
    assert "栏目：“（空）” → “要闻”" in shown.content.decode()


def test_the_machine_s_value_stands_beside_the_editor_s(article, desk, editor):
    corrections.change(article, "column", "要闻", editor)
    corrections.change(article, "column", "<时事>", editor)
    shown = desk.open(Article, article.pk).content.decode()
    assert "机器所读：“（空）”" in shown
    assert "改前：“要闻”（穆编辑）" in shown
    assert "<时事>" not in shown


def test_the_printed_text_is_beside_the_form_and_escaped(article, desk):
    article.layout = [{"role": "paragraph", "text": "水<b>库", "runs": []}]
    article.save()
    assert "水&lt;b&gt;库" in desk.open(Article, article.pk).content.decode()


def test_a_refused_value_is_said_on_the_form_and_stays_typed(article, desk):
    response = desk.post(
        Article, article.pk, desk.fields(Article, article.pk), agency="社" * 51, headline="写了一半的标题"
    )
    assert response.status_code == 200
    assert "社" * 51 in response.content.decode() and "写了一半的标题" in response.content.decode()
    assert not Correction.objects.exists()


def test_a_refusal_of_corrections_is_said_on_the_form_and_undoes_all(article, desk, monkeypatch):
    from django.core.exceptions import ValidationError

    def refuse(*args, **kwargs):
        raise ValidationError("今天不改作者。")

    monkeypatch.setattr(corrections, "add_contribution", refuse)
    response = desk.post(Article, article.pk, with_author(desk, article), headline="新的标题", why="试一试")
    text = response.content.decode()
    assert "今天不改作者。" in errors_of(response) + text
    assert "新的标题" in text and "试一试" in text and 'value="特约记者"' in text
    assert not Correction.objects.exists()


def with_author(desk, article):
    """The article's form with one more author typed into it."""
    fields = desk.fields(Article, article.pk)
    person = Person.objects.create(name="路之遥")
    row = {"contributions-1-id": [""], "contributions-1-article": [str(article.pk)]}
    typed = {"person": [str(person.pk)], "role": ["特约记者"], "normal_role": ["reporter"]}
    row |= {f"contributions-1-{name}": value for name, value in typed.items()}
    return {**fields, **row, "contributions-TOTAL_FORMS": ["2"]}


def test_an_author_is_added(article, desk):
    desk.post(Article, article.pk, with_author(desk, article))
    assert authors(article) == [("本报记者", "柳闻笛"), ("特约记者", "路之遥")]
    assert Correction.objects.get().field == "contributions"


def test_an_author_is_another_person_and_has_another_role(article, desk):
    person = Person.objects.create(name="路之遥")
    desk.save(Article, article.pk, **{"contributions-0-role": "通讯员", "contributions-0-person": person})
    assert authors(article) == [("通讯员", "路之遥")]


def test_an_author_is_removed(article, desk):
    desk.save(Article, article.pk, **{"contributions-0-DELETE": "on"})
    assert authors(article) == []
    assert FieldOverride.objects.of(article).get(field="contributions").value == []


def test_an_article_is_not_its_own_main_story(article, desk):
    response = desk.post(Article, article.pk, desk.fields(Article, article.pk), parent=article)
    assert "不能属于它自己" in errors_of(response)


def test_a_superseded_article_is_only_read(article, desk):
    article.superseded = True
    article.save()
    assert desk.client.post(desk.address(Article, "change", article.pk), {}).status_code == 403


def test_history_is_the_ledger(article, desk, editor):
    corrections.change(article, "column", "要闻", editor, "版面上印着")
    shown = desk.client.get(desk.address(Article, "history", article.pk)).content.decode()
    assert all(word in shown for word in ("穆编辑", "栏目", "要闻", "版面上印着"))


@pytest.fixture
def junior(client):
    user = User.objects.create_user("小柏", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="change_article"))
    client.force_login(user)
    return Desk(client)


def test_whoever_may_change_articles_changes_articles_and_their_authors(article, junior):
    junior.save(Article, article.pk, headline="新的标题", **{"contributions-0-role": "通讯员"})
    assert authors(article) == [("通讯员", "柳闻笛")]
    assert junior.open(Person, Person.objects.first().pk).status_code == 403


def test_whoever_may_only_look_saves_nothing(article, client):
    user = User.objects.create_user("读者", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(user)
    desk = Desk(client)
    assert desk.open(Article, article.pk).status_code == 200
    assert client.post(desk.address(Article, "change", article.pk), {"headline": "甲"}).status_code == 403


def test_every_box_of_a_table_has_a_name_that_is_heard(article, desk):
    shown = desk.open(Article, article.pk).content.decode()
    boxes = re.findall(
        r'<(?:input|select)[^>]* name="contributions-0-(?:role|normal_role|DELETE)"[^>]*>', shown
    )
    assert len(boxes) == 3
    assert all("aria-label=" in box for box in boxes)
