"""Questions to editors, each asked once."""

from django.contrib.contenttypes.models import ContentType

from articles.models import ReviewItem


def ask(thing, kind: str, message: str) -> None:
    ReviewItem.objects.get_or_create(
        kind=kind,
        content_type=ContentType.objects.get_for_model(thing),
        object_id=thing.pk,
        message=message,
    )
