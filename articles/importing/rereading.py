"""Stored transcriptions are read again with today's rooms."""

import json
import logging
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.models import Batch, Page
from articles.reading import READER_VERSION, PageReading, as_json
from articles.reading_ahead import Promise, Readers
from articles.transcription import PageText
from articles.writing import active_pins, register_snapshot, stored_text, write_reading

from .facts import facts_json, machine_given, page_facts
from .files import Source
from .identity import pages
from .newspapers import find_newspaper
from .report import FileReport, Outcome, Report
from .run import DRAIN_EVERY, CannotImport, Progress, drain
from .storing import ChangedMeanwhile, ask_about, locked, place_by

logger = logging.getLogger(__name__)


def reread(
    *,
    newspaper: str = "",
    batch: str = "",
    everything: bool = False,
    dry_run: bool = False,
    progress: Progress = iter,
    processes: int = 1,
) -> Report:
    """Read pages again under their pins: those that an older reader read, or `everything`; of one
    newspaper or batch, if named; in up to so many processes. Raises CannotImport for an unknown one."""
    keys = list(_chosen(newspaper, batch, everything).values_list("pk", flat=True))
    report = Report(dry_run=dry_run)
    with Readers(register_snapshot(), processes, len(keys)) as readers:
        coming = readers.ahead(partial(_begin, readers), keys)
        for number, (key, begun) in enumerate(zip(progress(keys), coming, strict=True), 1):
            try:
                report.add(_write(readers, begun(), dry_run))
            except Exception as error:  # one bad page must not stop the others
                logger.debug("page %s", key, exc_info=True)
                report.add(FileReport.broken(str(Page.objects.filter(pk=key).first() or key), error))
            if not dry_run and number % DRAIN_EVERY == 0:
                drain()
    if not dry_run:
        drain()
    report.finish()
    return report


def _chosen(newspaper: str, batch: str, everything: bool) -> QuerySet[Page]:
    chosen = Page.objects.exclude(transcription=None).order_by("issue__date", "issue", "sort_key", "pk")
    if newspaper:
        if not (found := find_newspaper(newspaper)):
            raise CannotImport(_("库中没有名为“%(name)s”的报纸。") % {"name": newspaper})
        chosen = chosen.filter(issue__newspaper=found)
    if batch:
        if not (named := Batch.objects.filter(name=batch).first()):
            raise CannotImport(_("库中没有名为“%(name)s”的批次。") % {"name": batch})
        chosen = chosen.filter(batch=named)
    return chosen if everything else chosen.exclude(reading__version=READER_VERSION)


@dataclass(frozen=True)
class Begun:
    """A page as it was when its reading was begun."""

    page: Page
    text: PageText
    reading: Promise


def _begin(readers: Readers, key: int) -> Begun:
    page = pages().get(pk=key)
    text = stored_text(page.transcription)
    return Begun(page, text, readers.begin(text, active_pins(page)))


def _write(readers: Readers, begun: Begun, dry_run: bool) -> FileReport:
    """Keep the reading if it is another. Of a page that was changed since it was begun a new one is made."""
    page, text, reading = begun.page, begun.text, begun.reading()
    same = _same(page, text, reading)
    report = FileReport(str(page), Outcome.UNCHANGED if same else Outcome.CHANGED, page=page.pk)
    report.articles = len(reading.draft.articles)
    if dry_run or (same and page.reading.version == READER_VERSION):
        return report
    try:
        moved, notes = _store(page, text, reading)
    except ChangedMeanwhile:
        return _write(readers, _begin(readers, page.pk), dry_run)
    if moved:
        report.outcome = Outcome.MOVED
    report.notes += notes
    return report


def _same(page: Page, text: PageText, reading: PageReading) -> bool:
    """Whether a reading says what the page's current one says."""
    return json.loads(json.dumps(as_json(text, reading))) == page.reading.data


@transaction.atomic
def _store(page: Page, text: PageText, reading: PageReading) -> tuple[bool, tuple[str, ...]]:
    page = locked(page)
    write_reading(page, page.transcription, reading)
    facts = page_facts(replace(text, given=machine_given(page, outside=True)), reading)
    page.machine_facts = facts_json(facts)
    page.save(update_fields=["machine_facts"])
    path = Path(page.source)
    placed = place_by(page, facts, Source(page.source, path, path.parent))
    ask_about(page, facts)
    return placed
