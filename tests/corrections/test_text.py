"""Emendations: shown once, wherever they lie; undone once; refused on a page that was replaced."""

import pytest
from django.core.exceptions import ValidationError

from articles import corrections
from articles.models import Correction, Page
from articles.writing import carry_pins, write_reading
from tests.hand import article_of, issue_of, page_of, reading_of, transcription_of, write

pytestmark = pytest.mark.django_db

TEXT = "水库蓄水\n　　河口水库今冬蓄水两千万方。"


def replaced():
    """Another process brings a better transcription of the page."""
    page = Page.objects.get()
    text = f"{TEXT}比去年多。"
    article = article_of(text, "headline:水库蓄水", "paragraph:河口水库今冬蓄水两千万方。比去年多。")
    carried = carry_pins(page, text)
    write_reading(page, transcription_of(page, text), reading_of(article), carried=carried)


def test_an_emendation_that_takes_in_white_space_is_shown(written, editor):
    start = TEXT.index("　　河口")
    corrections.emend(written, start, start + 4, "江口", editor)
    assert written.articles.get().body.startswith("江口水库")


def test_an_emendation_over_two_blocks_is_shown_once(editor):
    text = "本报讯河口水库今冬蓄水两千万方。"
    write(page_of(issue_of()), text, article_of(text, "lead:本报讯", "paragraph:河口水库今冬蓄水两千万方。"))
    page = Page.objects.get()
    corrections.emend(page, 2, 4, "讯江", editor)
    article = page.articles.get()
    assert (article.lead, article.body) == ("本报讯江", "口水库今冬蓄水两千万方。")


def test_an_emendation_is_undone_once(written, editor):
    row = corrections.emend(written, 0, 1, "冰", editor)
    corrections.undo_emendation(row, editor)
    corrections.undo_emendation(row, editor)
    assert Correction.objects.count() == 2


def test_an_emendation_of_a_former_transcription_is_not_undone(written, editor):
    row = corrections.emend(written, 0, 1, "冰", editor)
    replaced()
    with pytest.raises(ValidationError):
        corrections.undo_emendation(row, editor)
    assert written.articles.get().headline == "冰库蓄水"


def test_a_page_that_was_replaced_meanwhile_is_not_emended(written, editor):
    replaced()
    with pytest.raises(ValidationError):
        corrections.emend(written, 0, 1, "冰", editor)
