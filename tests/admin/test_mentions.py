"""Mentions are confirmed, rejected, given to others and added."""

import pytest

from articles.models import Article, Correction, Mention, Organization, Person, Pin
from tests.admin.posting import errors_of


@pytest.fixture
def mention(article):
    return article.mentions.filter(surface="魏大川").order_by("start").first()


def states(article):
    return sorted(article.mentions.filter(surface="魏大川").values_list("state", flat=True))


def test_mentions_are_confirmed_and_rejected_from_the_list(article, mention, desk):
    numbers = [m.pk for m in article.mentions.filter(surface="魏大川").order_by("start")]
    desk.act(Mention, "confirm", numbers[0])
    desk.act(Mention, "reject", numbers[1])
    assert states(article) == ["confirmed", "rejected"]
    assert Correction.objects.filter(field="state").count() == 2


def test_a_mention_is_given_to_another_person(mention, desk):
    person = Person.objects.create(name="魏大川", note="河口镇木匠")
    desk.save(Mention, mention.pk, person=person)
    assert Mention.objects.get(article=mention.article, start=mention.start).person == person


def test_a_mention_is_given_to_an_organisation_and_back(article, mention, desk):
    organization = Organization.objects.create(name="魏大川工作室")
    desk.save(Mention, mention.pk, organization=organization, title="")
    given = article.mentions.get(start=mention.start)
    assert (given.person, given.organization) == (None, organization)
    desk.save(Mention, given.pk, person=mention.person)
    assert article.mentions.get(start=mention.start).person == mention.person


def test_a_mention_is_of_somebody(mention, desk):
    response = desk.post(Mention, mention.pk, desk.fields(Mention, mention.pk), person="")
    assert "请选定人物或机构" in errors_of(response)


def add(desk, article, surface, thing, **typed):
    fields = desk.fields(Mention, query=f"?article={article.pk}")
    assert fields["article"] == [str(article.pk)]
    return desk.post(Mention, None, fields, surface=surface, organization=thing, **typed)


@pytest.fixture
def office(article):
    return Organization.objects.create(name="蓄水办")


def test_a_mention_is_added_where_the_name_stands_first(article, office, desk):
    response = add(desk, article, "蓄水", office, place="here", why="读者告诉的")
    assert response.status_code == 302, errors_of(response)
    added = article.mentions.get(organization=office)
    assert (added.surface, added.state) == ("蓄水", "added")
    assert added.start == article.page.transcription.text.index("蓄水")
    correction = Correction.objects.get()
    assert (correction.object, correction.why) == (article, "读者告诉的")


def test_a_mention_is_added_for_the_whole_article(article, office, desk):
    add(desk, article, "蓄水", office, place="everywhere")
    assert article.mentions.filter(organization=office).count() == 2


def test_a_surface_that_the_article_does_not_show_stays_typed(article, desk):
    fields = desk.fields(Mention, query=f"?article={article.pk}")
    response = desk.post(Mention, None, fields, surface="查无此人", person=Person.objects.first())
    assert "查无此人" in errors_of(response)
    assert 'value="查无此人"' in response.content.decode()
    assert not Pin.objects.exists()


def test_a_name_that_an_editor_added_is_given_back_to_the_machine(article, office, desk):
    add(desk, article, "蓄水", office, place="here")
    desk.save(Mention, article.mentions.get(organization=office).pk, state="found", _continue="1")
    assert not Pin.objects.active().exists()
    assert not article.mentions.filter(organization=office).exists()


def test_the_article_is_read_beside_the_form_of_a_new_mention(article, desk):
    shown = desk.open(Mention, query=f"?article={article.pk}").content.decode()
    assert "今冬蓄水两千万方" in shown.split('<aside class="printed"')[1]


def test_the_grounds_of_a_mention_are_said_in_words(mention, desk):
    Mention.objects.filter(pk=mention.pk).update(evidence=["form:title", "network", "form:new"])
    assert "头衔、前后文字、form:new" in desk.open(Mention, mention.pk).content.decode()


def test_the_history_of_an_article_says_which_mention_was_changed(article, mention, editor, desk):
    Correction.objects.create(
        object=mention, label=mention.surface, field="state", before="found", after="rejected", user=editor
    )
    shown = desk.client.get(desk.address(Article, "history", article.pk)).content.decode()
    assert f"提及“{mention.surface}”" in shown
