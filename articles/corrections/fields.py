"""A change of one field of one object."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from articles.models import (
    Article,
    Conflict,
    Contribution,
    Correction,
    FieldOverride,
    Issue,
    Mention,
    Newspaper,
    Organization,
    OrganizationName,
    Page,
    Person,
    PersonName,
    Redirect,
    ReviewItem,
)
from articles.models.redirect import address
from articles.writing.fields import MACHINE_FIELDS
from articles.writing.jumps import join_jumps

from . import names
from .checking import check
from .forms import keep_former_name
from .ledger import mark, plain, record, touched_by

# Nothing is read anew into these: an editor's word on them stands over no other.
UNREAD = (Conflict, ReviewItem)


@transaction.atomic
def change(obj, field: str, value, user, why: str = "") -> Correction | None:
    """Set `obj.field` to `value` as this editor's word. None if it has that value already."""
    obj.refresh_from_db()
    if isinstance(obj, Mention):
        return names.change_mention(obj, field, value, user, why)
    if isinstance(obj, Contribution):
        return names.change_contribution(obj, field, value, user, why)
    if obj._meta.get_field(field).many_to_many:
        return _change_many(obj, field, value, user, why)
    before = getattr(obj, field)
    value = obj._meta.get_field(field).to_python(value) if not isinstance(value, models.Model) else value
    if plain(before) == plain(value):
        return None
    if isinstance(obj, Article) and field in ("body", "layout"):
        raise ValidationError(_("正文只能用勘误来改。"))
    moved = _addresses(obj)
    setattr(obj, field, value)
    _settle(obj, field)
    check(obj, field)
    machine = None if isinstance(obj, UNREAD) else _override(obj, field, before, value)
    obj.save()
    correction = record(obj, field, before=before, after=value, machine=machine, user=user, why=why)
    _follow(obj, field, before, user, why, moved)
    mark(touched_by(obj))
    return correction


@transaction.atomic
def add(obj, user, why: str = "") -> Correction:
    """Save a new object that an editor made: a person, an organisation, a newspaper, an issue."""
    _settle(obj, "date")
    if isinstance(obj, Newspaper):
        obj.slug = obj.slug or obj.free_slug()
    check(obj)
    obj.save()
    return record(obj, "*", before=None, after=str(obj), user=user, why=why)


def _change_many(obj, field: str, value, user, why: str) -> Correction | None:
    """The same for a field that points at many rows."""
    rows = getattr(obj, field)
    before, after = sorted(rows.values_list("pk", flat=True)), sorted(row.pk for row in value)
    if before == after:
        return None
    rows.set(after)
    _settle(obj, field)
    obj.save()
    return record(obj, field, before=before, after=after, user=user, why=why)


def _override(obj, field: str, before, value):
    """Keep the editor's value over every new reading, and the machine's beside it; returns the machine's."""
    override, created = FieldOverride.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(obj),
        object_id=obj.pk,
        field=field,
        defaults={"value": plain(value), "printed": plain(before)},
    )
    if not created:
        override.value = plain(value)
        override.save(update_fields=["value"])
    return override.printed


def _settle(obj, field: str) -> None:
    """What a change brings with it on the same row."""
    if isinstance(obj, Issue) and field == "date":
        obj.date_source = Issue.DateSource.EDITOR if obj.date else ""
        obj.folder = "" if obj.date and obj.newspaper_id else obj.folder
    if isinstance(obj, Person | Organization):
        obj.decided = True


def _addresses(obj) -> dict:
    """The addresses that depend on this object, as they are before the change."""
    if isinstance(obj, Newspaper):
        return {("newspaper", obj.pk): address(obj)}
    if isinstance(obj, Page):
        return {("page", obj.pk): address(obj)}
    if isinstance(obj, Issue):
        pages = obj.pages.select_related("issue__newspaper")
        return {("issue", obj.pk): address(obj), **{("page", p.pk): address(p) for p in pages}}
    return {}


def _follow(obj, field: str, before, user, why: str, moved: dict) -> None:
    """What a change brings with it elsewhere."""
    after = _addresses(obj)
    if isinstance(obj, Newspaper) and field == "merged_into" and obj.merged_into:
        after = {("newspaper", obj.pk): address(obj.merged_into)}
        for issue in obj.issues.all():
            change(issue, "newspaper", obj.merged_into, user, why)
    for key, old_path in moved.items():
        Redirect.objects.lead(old_path, after[key])
    if isinstance(obj, Person | Organization | Newspaper) and field == "name":
        keep_former_name(obj, before)
    if isinstance(obj, Person | Organization) and field == "merged_into" and obj.merged_into:
        _give_to_heir(obj)
    if isinstance(obj, Article) and field in ("withdrawn", *MACHINE_FIELDS):
        join_jumps(obj.page.issue)
    if isinstance(obj, Page):
        join_jumps(obj.issue)
        if field == "issue":
            join_jumps(before)


def _give_to_heir(thing) -> None:
    """A merged person's or organisation's mentions, bylines, pins and forms become its heir's."""
    heir, kind = thing.heir, thing._meta.model_name
    mark(touched_by(thing))
    thing.mentions.update(**{kind: heir})
    thing.pins.update(**{kind: heir})
    if kind == "person":
        thing.contributions.update(person=heir)
    rows = PersonName if kind == "person" else OrganizationName
    for form in {thing.name, *thing.names.values_list("form", flat=True)} - {heir.name}:
        rows.objects.get_or_create(**{kind: heir, "form": form}, defaults={"kind": "former"})
    mark(touched_by(heir))
