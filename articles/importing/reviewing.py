"""Questions to editors, each asked once."""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType

from articles.models import ReviewItem


def ask(thing, kind: str, message: str) -> None:
    ReviewItem.objects.get_or_create(
        kind=kind,
        content_type=ContentType.objects.get_for_model(thing),
        object_id=thing.pk,
        message=message,
    )


def ask_now(thing, kind: str, messages: Sequence[str]) -> None:
    """These are the questions of a kind about a thing: an open one that no longer arises is taken back."""
    ReviewItem.objects.filter(
        kind=kind,
        content_type=ContentType.objects.get_for_model(thing),
        object_id=thing.pk,
        state=ReviewItem.State.OPEN,
    ).exclude(message__in=messages).delete()
    for message in messages:
        ask(thing, kind, message)
