"""One file's page becomes rows: new, better transcribed, moved, or waiting for an editor."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Batch, Conflict, Page, ReviewItem, Transcription
from articles.reading import PageReading
from articles.transcription import Given, PageText, fingerprint
from articles.writing import Carried, Written, given_json, write_reading

from .facts import Facts, current, decided_fields, facts_json, overlay
from .files import Source, picture_beside, stored_path
from .identity import page_with_text, pages
from .issues import infer_date, issue_for
from .placing import PlaceTaken, move
from .reviewing import ask, ask_now


class ChangedMeanwhile(Exception):
    """Somebody else read the page anew, or brought the same text, since it was looked at."""


@dataclass
class Stored:
    page: Page
    written: Written
    moved: bool = False
    notes: tuple[str, ...] = ()


def locked(page: Page) -> Page:
    """The page as it is now, inside a transaction; raises ChangedMeanwhile."""
    now = pages().select_for_update(of=("self",)).get(pk=page.pk)
    if (now.transcription_id, now.reading_id) != (page.transcription_id, page.reading_id):
        raise ChangedMeanwhile
    return now


def _still_new(text: PageText) -> None:
    if page_with_text(text.checksum):
        raise ChangedMeanwhile


@transaction.atomic
def store_new(source: Source, text: PageText, reading: PageReading, facts: Facts, batch: Batch) -> Stored:
    """A page that the archive does not have. Raises ChangedMeanwhile if it has by now."""
    _still_new(text)
    page = Page.objects.create(
        issue=issue_for(facts.known, source.path.parent, facts),
        label=facts.known.label or "",
        name=(facts.known.page_name or "")[:50],
        machine_facts=facts_json(facts),
        batch=batch,
        source=stored_path(source.path),
        picture=picture_beside(source.path),
    )
    written = write_reading(page, _transcription(page, source, text), reading)
    infer_date(page.issue)
    ask_about(page, facts)
    return Stored(page, written)


@transaction.atomic
def store_better(
    page: Page, source: Source, text: PageText, reading: PageReading, facts: Facts, carried: Carried
) -> Stored:
    """A better transcription of a page, read under the decisions that were carried over to it."""
    _still_new(text)
    page = locked(page)
    written = write_reading(page, _transcription(page, source, text), reading, carried=carried)
    page.source = stored_path(source.path)
    page.picture = picture_beside(source.path) or page.picture
    page.machine_facts = facts_json(facts)
    page.save()
    moved, notes = place_by(page, facts, source)
    Conflict.objects.filter(kind=Conflict.Kind.FILE, page=page, checksum=text.checksum).update(
        state=Conflict.State.RESOLVED
    )
    ask_about(page, facts)
    return Stored(page, written, moved, notes)


def place_by(page: Page, facts: Facts, source: Source) -> tuple[bool, tuple[str, ...]]:
    """Move a page to where its facts say, where no editor has decided; if the place is taken it stays,
    and an editor is asked."""
    target = overlay(current(page), facts.known, decided_fields(page))
    try:
        moved = move(page, target, source.path.parent, facts)
    except PlaceTaken as taken:
        note = place_taken(taken.page)
        ask(page, ReviewItem.Kind.FACTS, note)
        return False, (note,)
    infer_date(page.issue)
    return moved, ()


def place_taken(page: Page) -> str:
    return _("按所述应移到“%(page)s”，那里已有别的版面。") % {"page": page}


@transaction.atomic
def store_move(page: Page, source: Source, target: Given, facts: Facts) -> bool:
    """The same text with other facts; raises PlaceTaken. Returns whether the page's place is another now."""
    page = locked(page)
    moved = move(page, target, source.path.parent, facts)
    page.source = stored_path(source.path)
    page.machine_facts = facts_json(facts)
    page.save()
    infer_date(page.issue)
    return moved


def store_conflict(page: Page, source: Source, text: PageText, reason: str, batch: Batch) -> bool:
    """Let a file wait for an editor, once. False if an editor has settled this very file before."""
    waiting = Conflict.objects.filter(kind=Conflict.Kind.FILE, page=page, checksum=text.checksum)
    if waiting.exists():
        return waiting.filter(state=Conflict.State.OPEN).exists()
    Conflict.objects.create(
        kind=Conflict.Kind.FILE,
        page=page,
        batch=batch,
        source=stored_path(source.path),
        checksum=text.checksum,
        theirs=text.text,
        ours=page.transcription.text,
        given=given_json(text.given),
        reason=reason,
    )
    return True


def ask_about(page: Page, facts: Facts) -> None:
    """Contradictions and odd dates go to review."""
    for sentence in facts.known.contradictions:
        ask(page, ReviewItem.Kind.FACTS, sentence)
    ask_now(page, ReviewItem.Kind.DATE, facts.warnings)


def _transcription(page: Page, source: Source, text: PageText) -> Transcription:
    return Transcription.objects.create(
        page=page,
        text=text.text,
        checksum=text.checksum,
        byte_checksum=text.byte_checksum,
        fingerprint=fingerprint(text.text),
        given=given_json(text.given),
        source=stored_path(source.path),
        encoding=text.encoding,
        warnings=list(text.warnings),
    )
