"""Pins on a page that somebody else changed meanwhile."""

import pytest
from django.core.exceptions import ValidationError

from articles import corrections
from articles.models import Correction, Page
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
