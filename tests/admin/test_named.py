"""People and organisations are renamed, merged, told apart and added."""

import pytest

from articles.models import Correction, IndexTask, Newspaper, Organization, Person, Redirect
from tests.admin.posting import errors_of


@pytest.fixture
def person(article):
    return Person.objects.get(name="魏大川")


def test_a_renamed_person_keeps_the_former_name_and_marks_what_mentions_it(
    person, article, desk, monkeypatch
):
    monkeypatch.setattr("articles.search.wake", lambda: None)
    IndexTask.objects.all().delete()
    desk.save(Person, person.pk, name="魏大江")
    person.refresh_from_db()
    assert (person.name, person.names.get().form, person.decided) == ("魏大江", "魏大川", True)
    assert IndexTask.objects.filter(article_number=article.pk).exists()


def add_name(desk, person, form, kind="pen"):
    fields = desk.fields(Person, person.pk)
    row = {"names-0-form": [form], "names-0-kind": [kind], "names-TOTAL_FORMS": ["1"]}
    return desk.post(Person, person.pk, {**fields, **row, "names-0-person": [str(person.pk)]})


def test_another_name_is_added_changed_and_removed(person, desk):
    assert add_name(desk, person, "大川").status_code == 302
    desk.save(Person, person.pk, **{"names-0-form": "老魏"})
    assert [name.form for name in person.names.all()] == ["老魏"]
    desk.save(Person, person.pk, **{"names-0-DELETE": "on"})
    assert not person.names.exists()
    said = [(row.before, row.after) for row in Correction.objects.filter(field="names").order_by("pk")]
    assert said == [(None, "大川"), ("大川", None), (None, "老魏"), ("老魏", None)]


def test_a_name_that_it_has_already_is_refused_and_stays_typed(person, desk):
    response = add_name(desk, person, "魏大川")
    assert "已经是它的名称" in errors_of(response) + response.content.decode()
    assert 'name="names-0-form" value="魏大川"' in response.content.decode()


def test_two_people_are_told_apart(person, desk):
    other = Person.objects.create(name="魏大川")
    desk.save(Person, person.pk, not_same=[other])
    assert list(other.not_same.all()) == [person]
    correction = Correction.objects.get()
    assert (correction.field, correction.before, correction.after) == ("not_same", [], [other.pk])
    assert "魏大川（" in desk.client.get(desk.address(Person, "history", person.pk)).content.decode()


def test_a_merged_person_s_mentions_are_its_heir_s(person, article, desk):
    heir = Person.objects.create(name="魏大江")
    desk.save(Person, person.pk, merged_into=heir)
    assert article.mentions.filter(person=heir).count() == 2


def test_nobody_is_merged_into_itself(person, desk):
    heir = Person.objects.create(name="魏大江", merged_into=person)
    response = desk.post(Person, person.pk, desk.fields(Person, person.pk), merged_into=heir)
    assert "不能归到它自己" in errors_of(response)
    person.refresh_from_db()
    assert person.merged_into is None


@pytest.mark.parametrize("model", [Person, Organization, Newspaper])
def test_what_is_added_is_in_the_ledger(model, desk, editor):
    fields = desk.fields(model) | {
        "names-TOTAL_FORMS": ["1"],
        "names-0-form": ["小名"],
        "names-0-kind": ["short"],
    }
    response = desk.post(model, None, fields, name="路之遥", why="名单上有")
    assert response.status_code == 302, errors_of(response)
    added = model.objects.get(name="路之遥")
    assert [name.form for name in added.names.all()] == ["小名"]
    first = Correction.objects.of(added).get(field="*")
    assert (first.user, first.why) == (editor, "名单上有")


def test_a_merged_newspaper_gives_its_issues_and_addresses_to_its_heir(front, desk):
    paper, heir = front.issue.newspaper, Newspaper.objects.create(name="青禾新报")
    old = paper.get_absolute_url()
    desk.save(Newspaper, paper.pk, merged_into=heir)
    front.issue.refresh_from_db()
    assert front.issue.newspaper == heir
    assert Redirect.objects.get(old_path=old).new_path == heir.get_absolute_url()
