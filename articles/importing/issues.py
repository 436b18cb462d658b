"""The issue that a page belongs to. Without newspaper or date the pages of one folder form one issue."""

import datetime
import hashlib
from pathlib import Path

from articles.models import FieldOverride, Issue
from articles.transcription import Given
from articles.transcription.combining import shown

from .facts import Facts
from .files import stored_path
from .newspapers import find_newspaper, newspaper_called

LONGEST_FOLDER = 500  # characters, as the column


def folder_key(folder: Path, known: Given) -> str:
    """What tells the unnamed or undated issue of a folder from others: the folder, and what is known."""
    parts = [known.newspaper, shown(known, "date") if known.date else None, known.edition]
    key = " · ".join([stored_path(folder), *(part for part in parts if part)])
    if len(key) > LONGEST_FOLDER:
        digest = hashlib.sha256(key.encode()).hexdigest()
        key = f"{digest} …{key[-LONGEST_FOLDER + len(digest) + 2 :]}"
    return key


def find_issue(known: Given, folder: Path) -> Issue | None:
    """The issue that is there already."""
    newspaper = find_newspaper(known.newspaper)
    if known.newspaper and known.date:
        return (
            Issue.objects.filter(
                newspaper=newspaper,
                date=known.date,
                date_precision=known.date_precision,
                edition=known.edition or "",
            )
            .exclude(date_source=Issue.DateSource.INFERRED)
            .first()
            if newspaper
            else None
        )
    return Issue.objects.filter(folder=folder_key(folder, known)).first()


def issue_for(known: Given, folder: Path, facts: Facts) -> Issue:
    """The issue for these facts, new if need be, with what its page prints of it."""
    issue = find_issue(known, folder)
    if issue is None:
        issue = Issue.objects.create(
            newspaper=newspaper_called(known.newspaper),
            date=known.date,
            date_precision=known.date_precision if known.date else Issue.Precision.DAY,
            date_source=(facts.date_source or Issue.DateSource.GIVEN) if known.date else "",
            edition=known.edition or "",
            serial=facts.serial,
            folder="" if known.newspaper and known.date else folder_key(folder, known),
        )
    elif facts.serial and not issue.serial:
        issue.serial = facts.serial
        issue.save(update_fields=["serial"])
    return issue


def infer_date(issue: Issue) -> None:
    """Give an undated issue the month that all its pages lead to, marked as inferred; or none. An editor
    who set the date, or took it away, is not overruled."""
    decided = FieldOverride.objects.of(issue).filter(field="date").exists()
    if decided or issue.date_source not in ("", Issue.DateSource.INFERRED):
        return
    months = {facts.get("inferred") for facts in issue.pages.values_list("machine_facts", flat=True)} - {None}
    month = datetime.date.fromisoformat(months.pop()) if len(months) == 1 else None
    if issue.date != month:
        issue.date = month
        issue.date_source = Issue.DateSource.INFERRED if month else ""
        issue.date_precision = Issue.Precision.MONTH if month else Issue.Precision.DAY
        issue.save(update_fields=["date", "date_source", "date_precision"])
