"""Pins: an editor's structural decisions. The page is read again under them; nothing else builds structure."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Page, Pin
from articles.reading import read
from articles.writing import active_pins, holds, register_snapshot, stored_text, write_reading

from .checking import refresh
from .ledger import mark, record


def reread_page(page: Page) -> None:
    """Read a page's stored transcription again under its pins."""
    reading = read(stored_text(page.transcription), active_pins(page), register_snapshot())
    write_reading(page, page.transcription, reading)
    mark(Article.objects.filter(page=page))


@transaction.atomic
def pin(
    page: Page,
    kind: str,
    start: int,
    end: int,
    user,
    *,
    value: str = "",
    other: tuple[int, int] | None = None,
    why: str = "",
) -> Pin:
    """Pin a span of the page's current transcription: its role, an article's start, or two spans together."""
    refresh(page)
    text = page.transcription.text
    for first, last in ((start, end), other or (start, end)):
        if not (0 <= first < last <= len(text)) or not text[first:last].strip():
            raise ValidationError(_("这一段不在版面的文字之内。"))
    row = Pin(
        page=page,
        transcription=page.transcription,
        kind=kind,
        start=start,
        end=end,
        other_start=other[0] if other else None,
        other_end=other[1] if other else None,
        value=value,
        surface=text[start:end][:200],
        user=user,
    )
    row.full_clean()
    replaced = _contradicted(row)
    row.save()
    for old in replaced:
        old.state = Pin.State.UNDONE
        old.save(update_fields=["state"])
    before = [describe(old) for old in replaced] or None
    record(page, f"pin:{kind}", before=before, after=describe(row), user=user, why=why)
    reread_page(page)
    if not holds(row):
        raise ValidationError(_("这一决定与这一版上别的固定相抵触，请先撤销那些固定。"))
    return row


def _contradicted(row: Pin) -> list[Pin]:
    """The active pins whose place a new one takes: another role of the span, the opposite of a start."""
    active = row.page.pins.active()
    if row.kind == Pin.Kind.ROLE:
        return list(active.filter(kind=row.kind, start__gte=row.start, end__lte=row.end))
    if row.kind in (Pin.Kind.START, Pin.Kind.NO_START):
        return list(active.filter(kind__in=(Pin.Kind.START, Pin.Kind.NO_START), start=row.start))
    return []


@transaction.atomic
def unpin(row: Pin, user, why: str = "") -> None:
    """Take a pin back; the page is read as if it had never been."""
    row.refresh_from_db()
    if row.state == Pin.State.UNDONE:
        return
    row.state = Pin.State.UNDONE
    row.save(update_fields=["state"])
    record(row.page, f"pin:{row.kind}", before=describe(row), after=None, user=user, why=why)
    reread_page(row.page)


def describe(row: Pin) -> dict:
    """A pin as the ledger keeps it."""
    named = row.person or row.organization
    return {
        "pin": row.pk,
        "start": row.start,
        "end": row.end,
        "value": row.value,
        "surface": row.surface,
        "name": named.name if named else "",
    }
