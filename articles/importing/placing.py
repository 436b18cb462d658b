"""A page is put where its facts say; its former address leads to the new one."""

from pathlib import Path

from articles.models import Article, IndexTask, Issue, Page, Redirect
from articles.models.redirect import address
from articles.transcription import Given
from articles.writing.jumps import join_jumps

from .facts import Facts, current
from .identity import page_at
from .issues import infer_date, issue_for


class PlaceTaken(Exception):
    """Another page has the place that a page should move to."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.page = page


def move(page: Page, target: Given, folder: Path, facts: Facts) -> bool:
    """Give a page the issue, label and name that `target` says; whether its place is another now.

    Raises PlaceTaken before anything is changed. In the caller's transaction.
    """
    if other := page_at(target, folder, apart_from=page):
        raise PlaceTaken(other)
    before, old_address = page.issue, address(page)
    old_issue_address, old_place = address(before), (before.pk, page.label)
    page.issue = issue_for(target, folder, facts) if _another_issue(page, target) else before
    page.label = target.label or ""
    page.name = (target.page_name or "")[:50]
    page.save()
    if (page.issue_id, page.label) == old_place:
        return False
    Redirect.objects.lead(old_address, address(page))
    if page.issue != before:
        _leave(before, page.issue, old_issue_address)
    join_jumps(page.issue)
    IndexTask.objects.mark(Article.objects.filter(page=page).values_list("number", flat=True))
    return True


def _another_issue(page: Page, target: Given) -> bool:
    now = current(page)
    return any(
        getattr(now, field) != getattr(target, field) for field in ("newspaper", "date", "edition")
    ) or (target.date is not None and now.date_precision != target.date_precision)


def _leave(before: Issue, after: Issue, old_address: str) -> None:
    """What a page leaves behind in its former issue."""
    infer_date(before)
    join_jumps(before)
    if not before.pages.exists():
        Redirect.objects.lead(old_address, address(after))
