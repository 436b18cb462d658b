"""Which page of the archive a file is a transcription of (DESIGN.md, "When a page comes in again")."""

from pathlib import Path
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet

from articles.models import FieldOverride, Issue, Page, Transcription
from articles.transcription import Given, PageText, likeness
from articles.transcription.labels import label_key
from articles.transcription.likeness import ALIKE

from .facts import contradict, current, machine_given
from .files import stored_path
from .issues import find_issue
from .newspapers import find_newspaper


class Match(NamedTuple):
    """A page that a file claims; `alike`: the file may be a better transcription of it."""

    page: Page
    alike: bool


def pages() -> QuerySet[Page]:
    return Page.objects.select_related("issue__newspaper", "transcription", "reading")


def has_text(checksum: str) -> bool:
    """Whether a page has or had this very text."""
    return Transcription.objects.filter(checksum=checksum).exists()


def page_with_text(checksum: str) -> Page | None:
    """The page that has or had this very text."""
    of_text = Transcription.objects.filter(checksum=checksum)
    return pages().filter(pk__in=of_text.values("page")).order_by("pk").first()


def page_at(known: Given, folder: Path, *, apart_from: Page | None = None) -> Page | None:
    """The page that has this place now: newspaper, date, edition and label, or folder and label."""
    issue = find_issue(known, folder) if known.label else None
    if issue is None:
        return None
    wanted = label_key(known.label)
    there = pages().filter(issue=issue).exclude(label="")
    return next((page for page in there if page != apart_from and label_key(page.label) == wanted), None)


def pages_moved_away(known: Given) -> list[Page]:
    """Pages that the machine read as these facts and an editor has put elsewhere since."""
    if not (known.newspaper and known.date and known.label):
        return []
    pages_set = _overridden(Page, "issue", "label")
    issues_set = _overridden(Issue, "newspaper", "date", "edition")
    if not (pages_set or issues_set):
        return []
    candidates = pages().filter(
        Q(pk__in=pages_set) | Q(issue__in=issues_set),
        machine_facts__date=known.date.isoformat(),
        machine_facts__edition=known.edition or "",
    )
    newspaper = find_newspaper(known.newspaper)
    return [
        page
        for page in candidates
        if find_newspaper(page.machine_facts["newspaper"]) == newspaper
        and label_key(page.machine_facts["label"] or "") == label_key(known.label)
    ]


def _overridden(model: type[Model], *fields: str) -> list[int]:
    """The rows of which an editor has set one of these fields."""
    overrides = FieldOverride.objects.filter(
        content_type=ContentType.objects.get_for_model(model), field__in=fields
    )
    return list(overrides.values_list("object_id", flat=True))


def match(text: PageText, known: Given, path: Path) -> Match | None:
    """The page that a text claims which the archive does not have yet.

    A page that an editor moved away from these facts, and one from the same file that now names another
    page, count only if the texts are alike.
    """
    for page in pages_moved_away(known):
        if _alike(text, page):
            return Match(page, True)
    if page := page_at(known, path.parent):
        return Match(page, _alike(text, page))
    if page := pages().filter(source=stored_path(path)).first():
        alike = _alike(text, page)
        if alike or not _names_another(known, page):
            return Match(page, alike)
    return None


def _alike(text: PageText, page: Page) -> bool:
    return likeness(text.text, page.transcription.text) >= ALIKE


def _names_another(known: Given, page: Page) -> bool:
    """Whether facts contradict those of a page, as they are now and as the machine read them."""
    return all(contradict(known, facts) for facts in (current(page), machine_given(page)))
