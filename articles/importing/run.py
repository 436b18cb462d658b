"""The import of a set of files: one batch, files in sorted order, a report."""

import logging
import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Batch
from articles.reading_ahead import Readers
from articles.transcription import Given, UnreadablePage, UnusableManifest
from articles.writing import given_json, register_snapshot

from .files import Found, Source, find_files, stored_path
from .one_file import Run, import_file, open_file
from .report import FileReport, Report
from .stating import Stating

logger = logging.getLogger(__name__)

DRAIN_EVERY = 200  # pages
SAMPLE = "sample"  # the batch of the sample newspaper

Progress = Callable[[list], Iterable]


class CannotImport(Exception):
    """The whole run is refused, before anything is read; the message is for the operator."""


def import_pages(
    paths: Iterable[str | Path],
    *,
    options: Given = Given(),  # noqa: B008 (frozen)
    dry_run: bool = False,
    user=None,
    progress: Progress = iter,
    batch_name: str = "",
    processes: int = 1,
) -> Report:
    """Import every page under `paths`, read in up to so many processes and written by this one. Raises
    CannotImport; a bad page is in the report instead."""
    paths = [os.fspath(path) for path in paths]
    found = _look(paths, options)
    try:
        stating = Stating(found.sources, options)
    except UnusableManifest as error:
        raise CannotImport(_(error.reason) % error.values + _(error.remedy)) from error
    report, register = Report(dry_run=dry_run, skipped=found.skipped), register_snapshot()
    batch = None if dry_run else _open_batch(batch_name, paths, options, user)
    if batch:
        report.batch = batch.name
    _note_surroundings(report, found, stating)
    run = Run(Readers(register, processes, len(found.sources)), stating, report, batch)
    try:
        with run.readers:
            _import_all(run, found.sources, progress)
    finally:
        _close(run)
    return report


def _look(paths: list[str], options: Given) -> Found:
    for path in paths:
        if not os.path.lexists(path):
            raise CannotImport(_("没有这个文件或文件夹：%(path)s") % {"path": path})
    found = find_files(paths)
    if options.label and len(found.sources) > 1:
        raise CannotImport(
            _("--page 只能与一个文件同用，这里有 %(count)s 个。") % {"count": len(found.sources)}
        )
    return found


def _open_batch(name: str, paths: list[str], options: Given, user) -> Batch:
    if name and Batch.objects.filter(name=name).exists():
        raise CannotImport(_("已有名为“%(name)s”的批次，请换一个名称。") % {"name": name})
    return Batch.objects.create(
        name=name or _free_name(),
        source="\n".join(stored_path(Path(path).absolute()) for path in paths),
        options=given_json(options),
        user=user,
    )


def _free_name() -> str:
    """A name by the clock: import-20251229-140305."""
    base = f"import-{timezone.localtime():%Y%m%d-%H%M%S}"
    name, number = base, 1
    while Batch.objects.filter(name=name).exists():
        number += 1
        name = f"{base}-{number}"
    return name


def _note_surroundings(report: Report, found: Found, stating: Stating) -> None:
    for shown, error in found.refused:
        report.add(FileReport.unreadable(shown, error))
    report.notes += [f"“{shown}”：{_(why)}" for shown, why in found.odd]
    report.notes += stating.warnings
    for manifest, name in stating.unlisted(found.sources):
        report.notes.append(
            _("%(manifest)s 列出的“%(file)s”不在其中。") % {"manifest": manifest, "file": name}
        )
    if not found.sources and not found.refused:
        report.notes.append(_("没有找到版面文件（.txt 或 .md）。"))


def _import_all(run: Run, sources: list[Source], progress: Progress) -> None:
    coming = run.readers.ahead(partial(open_file, run), sources)
    for number, (source, opened) in enumerate(zip(progress(sources), coming, strict=True), 1):
        try:
            run.report.add(import_file(run, source, opened()))
        except UnreadablePage as error:
            run.report.add(FileReport.unreadable(source.shown, error))
        except Exception as error:  # one bad page must not stop the others
            logger.debug("%s", source.path, exc_info=True)
            run.report.add(FileReport.broken(source.shown, error))
        if run.batch and number % DRAIN_EVERY == 0:
            drain()


def _close(run: Run) -> None:
    """The report is kept also when the run was broken off."""
    if not run.batch:
        run.report.finish()
        return
    drain()
    run.report.finish()
    if hint := _sample_hint(run.batch):
        run.report.notes.append(hint)
    run.batch.report = run.report.as_json()
    run.batch.finished = timezone.now()
    run.batch.save(update_fields=["report", "finished"])


def drain() -> None:
    from articles import search

    search.drain()


def _sample_hint(batch: Batch) -> str:
    """How to take the sample out, said at the first import of one's own pages."""
    others = Batch.objects.exclude(pk=batch.pk)
    if batch.name == SAMPLE or others.exclude(name=SAMPLE).exists() or not others.exists():
        return ""
    return _("样报还在库中；不再需要时用 python manage.py remove_batch sample --purge 去掉。")
