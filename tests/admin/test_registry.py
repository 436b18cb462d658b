"""Every model is in the admin, nothing is deleted, and every save is in the ledger."""

import pytest
from django.apps import apps
from django.contrib import admin

from articles import corrections
from articles.admin.base import CorrectingAdmin, ReadOnlyAdmin
from articles.models import (
    Article,
    Conflict,
    Contribution,
    Correction,
    Emendation,
    Issue,
    Mention,
    Newspaper,
    Organization,
    Page,
    Person,
    ReviewItem,
)

MODELS = list(apps.get_app_config("articles").get_models())
READ_ONLY = [model for model in MODELS if isinstance(admin.site._registry.get(model), ReadOnlyAdmin)]
EDITABLE = [model for model in MODELS if model not in READ_ONLY]

# A field of every model that an editor changes, and what is typed into it.
TYPED = {
    Article: ("headline", "水库又蓄水了"),
    Contribution: ("role", "本报通讯员"),
    Mention: ("title", "老所长"),
    Person: ("name", "魏大江"),
    Organization: ("note", "县里的那一家"),
    Newspaper: ("issn", "0000-0001"),
    Issue: ("serial", "第9号"),
    Page: ("label", "A02"),
    Conflict: ("state", "resolved"),
    ReviewItem: ("state", "done"),
}

each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
each_editable = pytest.mark.parametrize("model", EDITABLE, ids=lambda model: model.__name__)
each_read_only = pytest.mark.parametrize("model", READ_ONLY, ids=lambda model: model.__name__)


def some(model):
    return model._default_manager.order_by("pk").first()


@each_model
def test_every_model_inherits_the_base(model):
    assert isinstance(admin.site._registry.get(model), CorrectingAdmin)


@each_model
def test_every_model_is_searchable_and_filterable(model):
    shown = admin.site._registry[model]
    assert shown.search_fields and shown.list_filter and not shown.raw_id_fields


@each_model
def test_every_list_form_and_history_is_shown(model, archive, desk):
    row = some(model)
    assert desk.client.get(desk.address(model), {"q": "水"}).status_code == 200
    assert desk.open(model, row.pk).status_code == 200
    assert desk.client.get(desk.address(model, "history", row.pk)).status_code == 200


@pytest.mark.parametrize("model", [Mention, Emendation, Person, Issue], ids=lambda model: model.__name__)
def test_an_address_written_by_hand_breaks_no_form_of_adding(model, db, desk):
    names = ("article", "page", "person", "not_same", "newspaper", "name", "surface")
    for value in ("x", "9" * 40, "1,x", ""):
        query = "?" + "&".join(f"{name}={value}" for name in names)
        assert desk.open(model, query=query).status_code == 200


@each_model
def test_nothing_can_be_deleted(model, archive, desk):
    row = some(model)
    assert desk.client.post(desk.address(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    desk.act(model, "delete_selected", row.pk)
    assert model._default_manager.filter(pk=row.pk).exists()


@each_read_only
def test_what_is_only_read_refuses_to_be_saved(model, archive, desk):
    assert desk.client.post(desk.address(model, "change", some(model).pk), {}).status_code == 403
    if model is not Emendation:
        assert desk.client.post(desk.address(model, "add"), {}).status_code == 403


@each_editable
def test_a_change_in_the_form_is_in_the_ledger(model, archive, desk, editor):
    row, (field, typed) = some(model), TYPED[model]
    before = getattr(row, field)
    desk.save(model, row.pk, **{field: typed}, why="看过原报")
    assert getattr(model._default_manager.get(pk=row.pk), field) == typed
    last = Correction.objects.first()
    if model is Contribution:  # the article's list of authors, as a whole
        assert (last.object, last.field) == (row.article, "contributions")
        before, typed = before, last.after[0]["role"]
        assert last.before[0]["role"] == before
    else:
        assert (last.object, last.field, last.before) == (row, field, before)
        assert last.after == typed
    assert (last.user, last.why) == (editor, "看过原报")


@each_editable
def test_the_form_itself_saves_nothing(model, archive, desk, monkeypatch):
    row, (field, typed) = some(model), TYPED[model]
    before = model._default_manager.values().get(pk=row.pk)
    monkeypatch.setattr(corrections, "change", lambda *args: None)
    desk.save(model, row.pk, **{field: typed})
    assert model._default_manager.values().get(pk=row.pk) == before


@each_editable
def test_saving_without_a_change_writes_nothing(model, archive, desk):
    count = Correction.objects.count()
    desk.save(model, some(model).pk, why="没有改什么")
    assert Correction.objects.count() == count
