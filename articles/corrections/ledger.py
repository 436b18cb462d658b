"""The ledger of corrections, and the marks that a change leaves for the index."""

import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from articles import search
from articles.models import Article, Correction, IndexTask


def plain(value):
    """A field's value as the ledger keeps it: JSON, with the number of a related row."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def record(obj, field: str, *, before, after, user, why: str = "", machine=None) -> Correction:
    return Correction.objects.create(
        content_type=ContentType.objects.get_for_model(obj),
        object_id=obj.pk,
        label=str(obj)[:300],
        field=field,
        machine=plain(machine),
        before=plain(before),
        after=plain(after),
        user=user,
        why=why[:300],
    )


def mark(articles) -> None:
    """Mark these articles (a queryset) for the index, and wake the drain when the change is through."""
    IndexTask.objects.mark(articles.values_list("number", flat=True))
    transaction.on_commit(search.wake)


def touched_by(obj):
    """The articles whose index documents show something of this object."""
    lookups = {
        "article": {"pk": obj.pk},
        "page": {"page": obj},
        "issue": {"page__issue": obj},
        "newspaper": {"page__issue__newspaper": obj},
        "mention": {"mentions": obj},
        "contribution": {"contributions": obj},
    }
    name = obj._meta.model_name
    if name in ("person", "organization"):
        mentioned = Article.objects.filter(**{f"mentions__{name}": obj})
        wrote = (
            Article.objects.filter(contributions__person=obj) if name == "person" else Article.objects.none()
        )
        return Article.objects.filter(
            pk__in=[*mentioned.values_list("pk", flat=True), *wrote.values_list("pk", flat=True)]
        )
    return Article.objects.filter(**lookups[name]) if name in lookups else Article.objects.none()
