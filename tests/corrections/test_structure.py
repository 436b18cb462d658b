"""Pins on a page that somebody else changed meanwhile."""

import pytest
from django.core.exceptions import ValidationError

from articles import corrections
from articles.models import Article, Conflict, Correction, Organization, Page
from tests.corrections.test_text import replaced

pytestmark = pytest.mark.django_db


def test_a_page_that_was_replaced_meanwhile_is_not_pinned(written, editor):
    replaced()
    new = Page.objects.get()
    with pytest.raises(ValidationError):
        corrections.pin(written, "role", 0, 4, editor, value="kicker")
    assert Page.objects.get().transcription == new.transcription


def test_a_pin_keeps_what_was_changed_of_the_page_meanwhile(written, editor):
    corrections.change(Page.objects.get(), "name", "要闻", editor)
    corrections.pin(written, "role", 0, 4, editor, value="headline")
    assert Page.objects.get().name == "要闻"


def test_a_pin_is_taken_back_once(written, editor):
    row = corrections.pin(written, "role", 0, 4, editor, value="headline")
    corrections.unpin(row, editor)
    corrections.unpin(row, editor)
    assert Correction.objects.count() == 2


def test_of_two_roles_for_one_span_the_later_holds(imported, editor):
    text = imported.transcription.text
    start = text.index("三百年石拱重新走人")
    corrections.pin(imported, "role", start, start + 9, editor, value="kicker")
    second = corrections.pin(imported, "role", start, start + 9, editor, value="deck")
    assert imported.transcription.blocks.get(start=start).role == "deck"
    assert [pin.pk for pin in imported.pins.active()] == [second.pk]
    entry = Correction.objects.order_by("pk").last()
    assert (entry.before[0]["value"], entry.after["value"]) == ("kicker", "deck")


def test_a_role_within_a_span_that_has_another_holds_there(imported, editor):
    text = imported.transcription.text
    start = text.index("电话：0000-1234567")
    whole = imported.transcription.blocks.get(start__lte=start, end__gt=start)
    corrections.pin(imported, "role", whole.start, whole.end, editor, value="caption")
    corrections.pin(imported, "role", start, whole.end, editor, value="tail")
    roles = imported.transcription.blocks.filter(start__gte=whole.start, end__lte=whole.end)
    assert [block.role for block in roles.order_by("start")] == ["caption", "tail"]


def test_a_start_that_is_denied_is_none(imported, editor):
    start = imported.transcription.text.index("青禾古桥修缮完工")
    corrections.pin(imported, "start", start, start + 1, editor)
    corrections.pin(imported, "no_start", start, start + 1, editor)
    firsts = {article.blocks.order_by("start").first().start for article in imported.articles.current()}
    assert start not in firsts
    assert imported.pins.active().count() == 1


def test_one_place_of_a_name_that_holds_everywhere_can_be_rejected(imported, editor):
    article = Article.objects.current().get(body__contains="夜校是青禾县总工会")
    body = Organization.objects.create(name="青禾机械厂职工夜校")
    places = corrections.printed_surfaces(article, "夜校")
    corrections.add_mention(article, *places[1], body, editor, everywhere=True)
    mention = body.mentions.get(start=places[2][0])
    corrections.change(mention, "state", "rejected", editor)
    states = dict(body.mentions.values_list("start", "state"))
    assert states[places[2][0]] == "rejected"
    assert states[places[1][0]] == "added"


def test_a_start_that_another_pin_rules_out_is_refused_and_not_forgotten(imported, editor):
    text = imported.transcription.text
    start = text.index("三百年石拱重新走人")
    corrections.pin(imported, "role", start, start + 9, editor, value="furniture")
    with pytest.raises(ValidationError):
        corrections.pin(imported, "start", start, start + 1, editor)
    assert (imported.pins.count(), Correction.objects.count()) == (1, 1)


def test_an_editor_is_told_of_a_pin_that_a_reading_does_not_keep_for_as_long_as_it_does_not(imported, editor):
    text = imported.transcription.text
    start, deck = text.index("青禾古桥修缮完工"), text.index("三百年石拱重新走人")
    pinned = corrections.pin(imported, "start", deck, deck + 1, editor)
    together = corrections.pin(imported, "together", deck, deck + 9, editor, other=(start, start + 8))
    conflict = Conflict.objects.get()
    assert (conflict.pin, conflict.state) == (pinned, "open")
    corrections.unpin(together, editor)
    assert Conflict.objects.get().state == "resolved"
    assert imported.pins.active().get() == pinned


def test_nothing_is_asked_of_a_lost_pin_that_was_taken_back(written, editor):
    row = corrections.pin(written, "role", 0, 4, editor, value="kicker")
    Conflict.objects.create(kind="pin", page=written, pin=row, reason="")
    corrections.unpin(row, editor)
    assert Conflict.objects.get().state == "resolved"
