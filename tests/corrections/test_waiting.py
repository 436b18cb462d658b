"""A file that waits is taken over when an editor says so."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles import corrections
from articles.importing import import_pages
from articles.models import Conflict, Correction, Person
from articles.search import search

pytestmark = pytest.mark.django_db(transaction=True)

OTHER = (
    "2031年5月6日　星期二　综合　青禾日报　2\n\n果园新路通车\n\n　　本报讯（记者穆晓云）河口镇果农盼了三年的上山路昨日通车，"
    "全长八里，路面宽四米。镇农技站站长顾念山说，今年的杏子不用再靠人背下山。\n\n"
    + "　　修路的钱一半是镇里出的，一半是果农按亩凑的。每户出工三十个，没有一户少出。"
    * 6
)


@pytest.fixture
def waiting(imported, file):
    """A text unlike the page's that claims its place."""
    file.write_text(OTHER, encoding="utf-8")
    assert import_pages([file.parent.parent]).exit_code == 1
    return Conflict.objects.get()


def test_waiting_text_becomes_the_page_and_is_found(waiting, imported, editor):
    corrections.take_waiting_text(waiting, editor)
    imported.refresh_from_db()
    assert imported.transcription.text.startswith("2031年5月6日")
    assert imported.transcriptions.count() == 2
    assert search("“上山路昨日通车”").total == 1
    assert search("“抡了三十年大锤，前年跟着徒弟”").total == 0
    assert Correction.objects.get(field="transcription").user == editor


def test_an_editors_word_that_has_no_place_in_it_waits_as_a_conflict(waiting, imported, editor):
    article = imported.articles.current().first()
    start, end = corrections.printed_surfaces(article)[0]
    corrections.pin(imported, "role", start, end, editor, value="headline")
    corrections.take_waiting_text(waiting, editor)
    assert Conflict.objects.filter(kind=Conflict.Kind.PIN, state=Conflict.State.OPEN).exists()
    assert Person.objects.filter(name="魏大川").exists()


def test_it_is_taken_once(waiting, editor):
    corrections.take_waiting_text(waiting, editor)
    with pytest.raises(ValidationError):
        corrections.take_waiting_text(waiting, editor)


def test_importing_the_file_again_changes_nothing_then(waiting, file, editor):
    corrections.take_waiting_text(waiting, editor)
    report = import_pages([file.parent.parent])
    assert report.exit_code == 0
    assert Conflict.objects.filter(kind=Conflict.Kind.FILE, state=Conflict.State.OPEN).count() == 0


def test_an_editor_takes_it_in_the_admin(waiting, imported, admin_client):
    data = {"action": "take", "_selected_action": [waiting.pk]}
    answer = admin_client.post(reverse("admin:articles_conflict_changelist"), data, follow=True)
    assert "已换用等待的文字" in answer.content.decode()
    imported.refresh_from_db()
    assert imported.articles.current().filter(headline__contains="果园新路").exists()
    assert "夜校" not in imported.transcription.text
