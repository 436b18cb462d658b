"""What is known of a page: what was said of it, and what it prints."""

import datetime
import re
from dataclasses import dataclass, replace

from articles.models import FieldOverride, Issue, Page
from articles.reading import PageReading, as_json
from articles.transcription import Given, PageText, Statement, agree, combine
from articles.transcription.labels import UnknownEdition, normal_edition, normal_label
from articles.writing import given_json

PLACE = ("newspaper", "date", "edition", "label")  # what tells a page from all others
STATED = (*PLACE, "page_name")

DATELINE_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")
FULL_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


@dataclass(frozen=True)
class Facts:
    """`known`: all sources in one; `date_source` as in Issue; `inferred`: the month that datelines and a
    full date in the text agree on, where nothing states a date. `warnings`: what the page prints amiss."""

    known: Given
    given: Given
    date_source: str = ""
    serial: str = ""
    inferred: datetime.date | None = None
    warnings: tuple[str, ...] = ()


def page_facts(page: PageText, reading: PageReading) -> Facts:
    """What options, manifest and path say, and where they are silent masthead and folio."""
    printed = _printed(reading)
    known = combine([Statement("文件名、清单或选项", page.given), Statement("报头", printed)])
    source = ""
    if known.date:
        from_outside = page.given.date == known.date and page.given.date_precision == known.date_precision
        source = Issue.DateSource.GIVEN if from_outside else Issue.DateSource.MASTHEAD
    return Facts(
        known=known,
        given=page.given,
        date_source=source,
        serial="；".join(reading.draft.facts.serials)[:200],
        inferred=None if known.date else inferred_month(page, reading),
        warnings=tuple(reading.draft.facts.warnings),
    )


def _printed(reading: PageReading) -> Given:
    facts = reading.draft.facts
    try:
        edition = normal_edition(facts.edition) if facts.edition else None
    except UnknownEdition:
        edition = None
    return Given(
        newspaper=facts.newspaper,
        date=facts.date,
        edition=edition,
        label=normal_label(facts.label or "") or None,
        page_name=facts.page_name,
    )


def inferred_month(page: PageText, reading: PageReading) -> datetime.date | None:
    """The month in which the page was printed, if all its datelines are of one month and the text spells
    one of their days out with its year. Only the month: a paper reports what happened the day before."""
    datelines = (article["dateline"] or "" for article in as_json(page, reading)["articles"])
    days = {match.groups() for line in datelines if (match := DATELINE_DAY.search(line))}
    years = {year for year, *day in FULL_DATE.findall(page.text) if tuple(day) in days}
    if len({month for month, _day in days}) != 1 or len(years) != 1:
        return None
    try:
        return datetime.date(int(years.pop()), int(days.pop()[0]), 1)
    except ValueError:
        return None


def facts_json(facts: Facts) -> dict:
    """What a page keeps of the facts as the machine read them."""
    inferred = facts.inferred.isoformat() if facts.inferred else None
    return {
        **given_json(facts.known),
        "edition": facts.known.edition or "",
        "date_source": facts.date_source,
        "inferred": inferred,
        "given": given_json(facts.given),
    }


def machine_given(page: Page, *, outside: bool = False) -> Given:
    """A page's facts as the machine read them last; `outside`: only what was said from outside."""
    facts = page.machine_facts.get("given", {}) if outside else page.machine_facts
    date = facts.get("date")
    return Given(
        **{field: facts.get(field) for field in STATED if field != "date"},
        date=datetime.date.fromisoformat(date) if date else None,
        date_precision=facts.get("date_precision", "day"),
    )


def current(page: Page) -> Given:
    """What the archive holds a page to be now; an inferred date is not known."""
    issue = page.issue
    inferred = issue.date_source == Issue.DateSource.INFERRED
    return Given(
        newspaper=issue.newspaper.name if issue.newspaper else None,
        date=None if inferred else issue.date,
        date_precision="day" if inferred else issue.date_precision,
        edition=issue.edition,
        label=page.label or None,
        page_name=page.name or None,
    )


def contradict(one: Given, other: Given) -> bool:
    """Whether two statements name different pages."""
    both = (field for field in PLACE if getattr(one, field) and getattr(other, field))
    return any(not agree(one, other, field) for field in both)


def decided_fields(page: Page) -> set[str]:
    """The facts that an editor has set, on the page or on its issue."""
    overrides = {*FieldOverride.objects.of(page).values_list("field", flat=True)}
    decided = {*FieldOverride.objects.of(page.issue).values_list("field", flat=True)}
    decided |= {"newspaper", "date", "edition"} if "issue" in overrides else set()
    decided |= {"label"} & overrides
    decided |= {"page_name"} if "name" in overrides else set()
    return decided & set(STATED)


def overlay(now: Given, said: Given, decided: set[str] = frozenset()) -> Given:
    """`now` with what is newly said, where that differs and no editor has decided. A day that the page
    is known to be of is not given up for its month."""
    changes: dict[str, object] = {}
    for field in STATED:
        value = getattr(said, field)
        if value is None or field in decided:
            continue
        if getattr(now, field) is not None and agree(now, said, field) and not _sharper(now, said, field):
            continue
        changes[field] = value
        if field == "date":
            changes["date_precision"] = said.date_precision
    return replace(now, **changes, contradictions=())


def _sharper(now: Given, said: Given, field: str) -> bool:
    order = ("day", "month", "year")
    return field == "date" and order.index(said.date_precision) < order.index(now.date_precision)
