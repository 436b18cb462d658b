"""A list asks the database as often for fifty rows as for two."""

import datetime

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import (
    Article,
    Batch,
    Conflict,
    Contribution,
    Correction,
    FieldOverride,
    IndexTask,
    Issue,
    Newspaper,
    NewspaperName,
    OrganizationName,
    Page,
    PersonName,
    Reading,
    Redirect,
    ReviewItem,
)
from tests.make import make_article, make_mention, make_organization, make_person

MODELS = list(apps.get_app_config("articles").get_models())


def fill(numbers, editor):
    """A row of every model for each number, each with relations of its own."""
    kind = ContentType.objects.get_for_model(Article)
    for n in numbers:
        batch = Batch.objects.create(name=f"第{n}批", user=editor)
        paper = Newspaper.objects.create(name=f"第{n}报")
        day = datetime.date(2024, 1, 1) + datetime.timedelta(days=n)
        issue = Issue.objects.create(newspaper=paper, date=day, date_source="given")
        page = Page.objects.create(issue=issue, label="1", batch=batch)
        page.transcription = page.transcriptions.create(text="", source=f"{n}.txt", checksum=f"{n}")
        page.save()
        person, organization = make_person(f"魏大川{n}"), make_organization(f"第{n}合作社")
        text = f"第{n}合作社的魏大川{n}说。"
        article = make_article(page, ("headline", f"第{n}条"), ("paragraph", text), emended=[("说", "讲")])
        make_mention(article, person)
        make_mention(article, organization)
        Contribution.objects.create(article=article, person=person)
        PersonName.objects.create(person=person, form=f"老{n}", kind="short")
        OrganizationName.objects.create(organization=organization, form=f"社{n}", kind="short")
        NewspaperName.objects.create(newspaper=paper, form=f"报{n}", kind="short")
        pin = page.pins.create(
            transcription=page.transcription, kind="name", start=0, end=1, person=person, user=editor
        )
        Conflict.objects.create(kind="pin", page=page, batch=batch, pin=pin, reason="不见了")
        Reading.objects.create(transcription=page.transcription, version="1", data={})
        Redirect.objects.create(old_path=f"/{n}/", new_path="/x/")
        ReviewItem.objects.create(kind="date", object=article, message=f"第{n}")
        FieldOverride.objects.create(
            content_type=kind, object_id=article.pk, field="parent", value=article.pk, printed=None
        )
        Correction.objects.create(object=article, label="甲", field="parent", after=article.pk, user=editor)
        IndexTask.objects.mark([article.pk])


def measure(desk):
    return {model.__name__: queries(desk, model) for model in MODELS}


def queries(desk, model):
    with CaptureQueriesContext(connection) as captured:
        response = desk.client.get(desk.address(model))
    assert response.status_code == 200
    return len(captured)


def test_lists_need_as_many_queries_for_fifty_rows_as_for_two(desk, editor):
    fill(range(2), editor)
    measure(desk)  # what is cached for good is cached now
    few = measure(desk)
    fill(range(2, 50), editor)
    assert measure(desk) == few
    assert max(few.values()) < 25
