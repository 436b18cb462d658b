"""Emendations: a misread character is corrected; the printed form stays visible and is found too."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Emendation, Page
from articles.writing import refresh_fields

from .checking import refresh
from .ledger import mark, record


@transaction.atomic
def emend(page: Page, start: int, end: int, replacement: str, user, why: str = "") -> Emendation:
    """Show `replacement` for the printed characters [start, end) of the page's current transcription."""
    refresh(page)
    transcription = page.transcription
    printed = transcription.text[start:end]
    start, end = start + len(printed) - len(printed.lstrip()), end - len(printed) + len(printed.rstrip())
    printed, replacement = printed.strip(), replacement.strip()
    if not printed or "\n" in printed or "\n" in replacement:
        raise ValidationError(_("请在一行之内选定要改的字。"))
    if not replacement or replacement == printed:
        raise ValidationError(_("请填写与所印不同的字。"))
    if transcription.emendations.filter(active=True, start__lt=end, end__gt=start).exists():
        raise ValidationError(_("这一处已有勘误，请先撤销原来的勘误。"))
    row = Emendation(
        transcription=transcription, start=start, end=end, printed=printed, replacement=replacement
    )
    row.full_clean()
    row.save()
    record(page, "text", before=printed, after=replacement, machine=printed, user=user, why=why)
    _refresh(page, start, end)
    return row


@transaction.atomic
def undo_emendation(row: Emendation, user, why: str = "") -> None:
    """Show the printed characters again."""
    row.refresh_from_db()
    page = row.transcription.page
    if row.transcription_id != page.transcription_id:
        raise ValidationError(_("这一版已换了新的录文，请在新的录文上撤销。"))
    if not row.active:
        return
    row.active = False
    row.save(update_fields=["active"])
    record(page, "text", before=row.replacement, after=row.printed, machine=row.printed, user=user, why=why)
    _refresh(page, row.start, row.end)


def _refresh(page: Page, start: int, end: int) -> None:
    blocks = page.transcription.blocks.filter(start__lt=end, end__gt=start).exclude(article=None)
    articles = Article.objects.filter(pk__in=blocks.values("article"))
    for article in articles.select_related("page__transcription"):
        refresh_fields(article)
    mark(articles)
