"""No correction is lost: over the same page again, a better transcription, other weights, an article above."""

import datetime
import random
import re
from dataclasses import replace

import numpy as np
import pytest

from articles import corrections
from articles.importing import import_pages, reread
from articles.models import Article, Conflict, Issue, Mention, Organization, Page, Person, Pin
from articles.segmentation import segmenting
from tests.corrections.conftest import DAY
from tests.corrections.full_page import FULL_PAGE

pytestmark = pytest.mark.django_db(transaction=True)

OPENINGS = ("白天拧螺丝", "青禾古桥修缮完工", "图片新闻", "茶馆闲话", "招领启事")


def about(words):
    return Article.objects.current().get(body__contains=words)


def misread_and_wrapped(text):
    """Another transcription of the same print: 3 % of its characters differ, its lines break elsewhere."""
    rng = random.Random(11)
    noisy = "".join(
        rng.choice("日目曰田口") if not char.isspace() and rng.random() < 0.03 else char for char in text
    )
    lines = []
    for line in noisy.split("\n"):
        lines += [line[i : i + 31] for i in range(0, len(line), 31)] or [""]
    return "\n".join(lines)


def same_bytes(file, monkeypatch):
    import_pages([file.parent.parent])


def another_transcription(file, monkeypatch):
    file.write_text(misread_and_wrapped(FULL_PAGE), encoding="utf-8")
    import_pages([file.parent.parent])


def article_above(file, monkeypatch):
    masthead, rest = FULL_PAGE.split("\n\n", 1)
    above = (
        "城北菜场下月迁新址\n\n　　本报讯（记者穆晓云）城北菜场下月迁到柳树街，摊位从八十个增加到一百二十个，"
        "新设了净菜区和老人休息处。菜场管理处说，原来的摊主优先选摊，头三个月免租金。"
    )
    file.write_text("\n\n".join([masthead, above, rest]), encoding="utf-8")
    import_pages([file.parent.parent])


def articles_reordered(file, monkeypatch):
    """A transcription that takes the page's columns in another order."""
    parts = re.split(rf"\n\n(?={'|'.join(OPENINGS)})", FULL_PAGE)
    assert len(parts) == len(OPENINGS) + 1
    file.write_text("\n\n".join(parts[n] for n in (0, 4, 2, 5, 1, 3)), encoding="utf-8")
    import_pages([file.parent.parent])


def altered_weights(file, monkeypatch):
    shaken(monkeypatch)
    reread(everything=True)


def shaken(monkeypatch):
    """Weights that a segmenter fitted on other pages might have: a tenth off, each in its own way."""
    model = segmenting.shipped_model()
    noise = np.random.default_rng(3).normal(1, 0.1, model.weights.shape).astype(np.float32)
    monkeypatch.setattr(segmenting, "shipped_model", lambda: replace(model, weights=model.weights * noise))


EVERY_WAY = [same_bytes, another_transcription]
WAYS = [*EVERY_WAY, altered_weights, article_above, articles_reordered]


@pytest.mark.parametrize("again", WAYS)
def test_headline_survives(imported, file, editor, monkeypatch, again):
    article = about("夜校是青禾县总工会")
    corrections.change(article, "headline", "夜校开到了车间门口", editor)
    again(file, monkeypatch)
    article.refresh_from_db()
    assert (article.headline, article.superseded) == ("夜校开到了车间门口", False)


@pytest.mark.parametrize("again", WAYS)
def test_added_mention_survives(imported, file, editor, monkeypatch, again):
    article = about("夜校是青禾县总工会")
    body = Organization.objects.create(name="青禾机械厂职工夜校")
    start, end = corrections.printed_surfaces(article, "夜校")[1]
    corrections.add_mention(article, start, end, body, editor)
    again(file, monkeypatch)
    assert body.mentions.get().state == Mention.State.ADDED


@pytest.mark.parametrize("again", WAYS)
def test_rejected_mention_survives(imported, file, editor, monkeypatch, again):
    mention = Mention.objects.filter(person__name="魏大川").first()
    surface, number = mention.surface, mention.article_id
    rejected = mention.start
    corrections.change(mention, "state", Mention.State.REJECTED, editor)
    again(file, monkeypatch)
    pin = Pin.objects.get(kind="not_name")
    assert pin.state == Pin.State.ACTIVE
    rows = Mention.objects.filter(article=number, start=pin.start, end=pin.end)
    assert [row.state for row in rows] == [Mention.State.REJECTED], (surface, rejected)


@pytest.mark.parametrize("again", WAYS)
def test_block_moved_by_a_pin_survives(imported, file, editor, monkeypatch, again):
    article, other = about("夜校是青禾县总工会"), about("青禾古桥修缮工程")
    moved = article.blocks.filter(role="paragraph").last()
    target = other.blocks.filter(role="paragraph").first()
    words = imported.transcription.text[moved.start : moved.end][-12:]
    corrections.pin(imported, "together", moved.start, moved.end, editor, other=(target.start, target.end))
    other.refresh_from_db()
    assert words in other.body
    again(file, monkeypatch)
    other.refresh_from_db()
    pin = Pin.objects.get()
    assert pin.state == Pin.State.ACTIVE
    owner = other.blocks.filter(start__lt=pin.end, end__gt=pin.start)
    assert owner.exists()


@pytest.mark.parametrize("again", EVERY_WAY)
def test_authors_survive(imported, file, editor, monkeypatch, again):
    article = about("夜校是青禾县总工会")
    person = Person.objects.create(name="穆晓云")
    corrections.add_contribution(article, person, editor, role="实习记者", normal_role="reporter")
    authors = list(article.contributions.values_list("person__name", "role"))
    again(file, monkeypatch)
    assert list(article.contributions.values_list("person__name", "role")) == authors
    assert authors[-1] == ("穆晓云", "实习记者")


@pytest.mark.parametrize("again", EVERY_WAY)
def test_renamed_person_survives_and_is_not_created_again(imported, file, editor, monkeypatch, again):
    person = Person.objects.get(name="魏大川")
    corrections.change(person, "name", "魏大江", editor)
    again(file, monkeypatch)
    assert not Person.objects.filter(name="魏大川").exists()
    assert Person.objects.get(name="魏大江").mentions.exists()


@pytest.mark.parametrize("again", EVERY_WAY)
def test_changed_date_survives(imported, file, editor, monkeypatch, again):
    issue = imported.issue
    corrections.change(issue, "date", DAY + datetime.timedelta(days=1), editor)
    again(file, monkeypatch)
    imported.refresh_from_db()
    assert imported.issue.date == DAY + datetime.timedelta(days=1)
    assert (Issue.objects.count(), Page.objects.count()) == (1, 1)


def test_another_transcription_of_one_page_loses_no_pin(imported, file, editor, monkeypatch):
    another_transcription(file, monkeypatch)
    imported.refresh_from_db()
    assert imported.transcriptions.count() == 2
    assert not Conflict.objects.exists()
