"""What becomes of one file: read outside transactions, decided, then written in one."""

import os
from dataclasses import dataclass, field, replace

from django.db import IntegrityError
from django.utils.translation import gettext as _

from articles.models import Batch, Page
from articles.reading import READER_VERSION, PageReading
from articles.reading_ahead import Promise, Readers
from articles.transcription import Given, PageText, agree, from_path
from articles.writing import carry_pins

from .claims import Claims
from .facts import STATED, Facts, contradict, current, decided_fields, machine_given, overlay, page_facts
from .files import Source, stored_path
from .identity import has_text, match, page_with_text
from .placing import PlaceTaken
from .report import FileReport, Outcome, Report
from .stating import Stating
from .storing import (
    ChangedMeanwhile,
    Stored,
    place_taken,
    store_better,
    store_conflict,
    store_move,
    store_new,
)

ATTEMPTS = 3


@dataclass
class Run:
    """What one import works with; `batch` is None in a dry run, which writes nothing."""

    readers: Readers
    stating: Stating
    report: Report
    batch: Batch | None = None
    claims: Claims = field(default_factory=Claims)


@dataclass(frozen=True)
class Opened:
    """A file before its turn: its text, and the reading that was begun if the text seems to be new."""

    text: PageText
    reading: Promise | None


def open_file(run: Run, source: Source) -> Opened:
    """Raises UnreadablePage."""
    text = from_path(source.path, run.stating.given(source))
    known = text.checksum in run.claims.texts or has_text(text.checksum)
    return Opened(text, None if known else run.readers.begin(text))


def import_file(run: Run, source: Source, opened: Opened) -> FileReport:
    """Write a file's page, or say why not. Somebody who wrote in between is no failure."""
    for _attempt in range(ATTEMPTS - 1):
        try:
            return _import_text(run, source, opened)
        except (ChangedMeanwhile, IntegrityError):
            continue
    return _import_text(run, source, opened)


def _import_text(run: Run, source: Source, opened: Opened) -> FileReport:
    text = opened.text
    if first := run.claims.texts.get(text.checksum):
        return _duplicate(run, source, text, first)
    if page := page_with_text(text.checksum):
        run.claims.claim(source, text.checksum, page)
        return _same_text(run, source, text, page)
    reading = (opened.reading or run.readers.begin(text))()
    facts = page_facts(text, reading)
    if first := run.claims.of_place(facts.known, source.path.parent):
        return _wait(run, source, text, first.page, _claimed(first.source))
    found = match(text, facts.known, source.path)
    if found is None:
        return _new(run, source, text, reading, facts)
    if first := run.claims.of_page(found.page):
        return _wait(run, source, text, found.page, _claimed(first.source))
    if not found.alike:
        return _wait(run, source, text, found.page, _unlike(found.page))
    return _better(run, source, text, reading, found.page)


def _duplicate(run: Run, source: Source, text: PageText, first: Source) -> FileReport:
    notes = [_("与“%(file)s”内容相同，未重复导入。") % {"file": first.shown}]
    if contradict(text.given, run.stating.given(first)):
        notes.append(_("但两者所述的日期或版次不同，请核对。"))
    return FileReport(source.shown, Outcome.UNCHANGED, notes=notes)


def _new(run: Run, source: Source, text: PageText, reading: PageReading, facts: Facts) -> FileReport:
    stored = store_new(source, text, reading, facts, run.batch) if run.batch else None
    page = stored.page if stored else None
    run.claims.claim(source, text.checksum, page, facts.known)
    return _written(source, Outcome.NEW, text, reading, facts, stored)


def _better(run: Run, source: Source, text: PageText, reading: PageReading, page: Page) -> FileReport:
    # What was said of the page before still holds where nothing is said now.
    said = overlay(machine_given(page, outside=True), text.given)
    facts = page_facts(replace(text, given=said), reading)
    carried = carry_pins(page, text.text)
    if carried.pins:
        reading = run.readers.begin(text, carried.pins)()
    stored = store_better(page, source, text, reading, facts, carried) if run.batch else None
    run.claims.claim(source, text.checksum, page, facts.known)
    report = _written(source, Outcome.CHANGED, text, reading, facts, stored)
    report.page = page.pk
    report.notes.insert(0, _("“%(page)s”的新录文，已重新解读；旧录文和编辑的更正都保留。") % {"page": page})
    if carried.lost or carried.lost_emendations:
        lost = len(carried.lost) + len(carried.lost_emendations)
        report.notes.append(_("有 %(count)s 处编辑的决定在新录文中找不到，待编辑处理。") % {"count": lost})
    return report


def _written(
    source: Source,
    outcome: Outcome,
    text: PageText,
    reading: PageReading,
    facts: Facts,
    stored: Stored | None,
) -> FileReport:
    notes = [*text.warnings, *facts.known.contradictions, *facts.warnings, *reading.draft.warnings]
    if not reading.draft.articles:
        notes.append(_("这一版没有读出文章。"))
    report = FileReport(source.shown, outcome, articles=len(reading.draft.articles), notes=notes)
    if stored:
        report.page = stored.page.pk
        report.notes += stored.notes
    return report


def _same_text(run: Run, source: Source, text: PageText, page: Page) -> FileReport:
    """Nothing happens, unless something else is said of the page than last time: then it moves."""
    run.report.older += page.reading.version != READER_VERSION
    report = FileReport(source.shown, Outcome.UNCHANGED, page=page.pk)
    if page.withdrawn:
        report.notes.append(_("这一版已撤下，不在网站上显示。"))
    said = _newly_said(text.given, machine_given(page, outside=True))
    if said == Given():
        _remember_place(run, source, page)
        return report
    target = overlay(current(page), said, decided_fields(page))
    if not run.batch:
        report.outcome = Outcome.MOVED if target != current(page) else Outcome.UNCHANGED
        return report
    try:
        moved = store_move(page, source, target, _facts_after(page, said))
    except PlaceTaken as taken:
        return _wait(run, source, text, taken.page, place_taken(taken.page))
    if moved:
        report.outcome, report.reason = Outcome.MOVED, _moved(page, target)
    return report


def _newly_said(given: Given, before: Given) -> Given:
    """What is said from outside now and was not, or otherwise, when the page came in."""
    new = {
        name: getattr(given, name)
        for name in STATED
        if getattr(given, name) is not None
        and (getattr(before, name) is None or not agree(before, given, name))
    }
    return Given(**new, date_precision=given.date_precision if "date" in new else "day")


def _facts_after(page: Page, said: Given) -> Facts:
    """A page's facts as the machine read them, with what is newly said."""
    source = "given" if said.date else page.machine_facts.get("date_source", "")
    return Facts(
        known=overlay(machine_given(page), said),
        given=overlay(machine_given(page, outside=True), said),
        date_source=source,
        serial=page.issue.serial,
    )


def _moved(page: Page, target: Given) -> str:
    page.refresh_from_db()
    return _("所述的报纸、日期或版次与上次不同，已移到“%(page)s”。") % {"page": page}


def _remember_place(run: Run, source: Source, page: Page) -> None:
    """The file lies elsewhere now: the page follows it, if it is gone from where it was."""
    path = stored_path(source.path)
    if run.batch and page.source != path and not os.path.lexists(page.source):
        Page.objects.filter(pk=page.pk).update(source=path)


def _wait(run: Run, source: Source, text: PageText, page: Page | None, reason: str) -> FileReport:
    """Nothing of the archive changes; the file waits with both texts."""
    run.claims.texts.setdefault(text.checksum, source)
    if run.batch and page and not store_conflict(page, source, text, reason, run.batch):
        note = _("这个文件与“%(page)s”的冲突已由编辑处理，未再导入。") % {"page": page}
        return FileReport(source.shown, Outcome.UNCHANGED, page=page.pk, notes=[note])
    remedy = _(
        "如果是另一版，请改正文件名、清单或用 --date、--page 指明后再导入；"
        "如果是同一版，请在管理后台的“冲突”中选它，采用等待的文字。"
    )
    return FileReport(
        source.shown, Outcome.WAITING, reason, remedy, page=page and page.pk, notes=list(text.warnings)
    )


def _claimed(first: Source) -> str:
    return _("与“%(file)s”同属一版而文字不同；先到的为准。") % {"file": first.shown}


def _unlike(page: Page) -> str:
    return _("“%(page)s”已有录文，文字与此大不相同，日期或版次可能有误。") % {"page": page}
