"""Whether a page is read as its pins say; an editor is told of those that it is not."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from articles.models import Block, Conflict, Mention, Page, Pin

from .carrying import pin_conflict


def holds(pin: Pin) -> bool:
    """Whether the current reading of the page keeps this pin."""
    blocks = list(pin.transcription.blocks.order_by("start"))
    here = _over(blocks, pin.start, pin.end)
    if pin.kind == Pin.Kind.ROLE:
        return all(block.role == pin.value for block in here)
    if pin.kind == Pin.Kind.TOGETHER:
        there = _over(blocks, pin.other_start, pin.other_end)
        return len({block.article_id for block in (*here, *there)}) == 1
    if pin.kind in (Pin.Kind.START, Pin.Kind.NO_START):
        return _starts(pin, blocks, here) == (pin.kind == Pin.Kind.START)
    return _is_named(pin) == (pin.kind == Pin.Kind.NAME)


def _over(blocks: Sequence[Block], start: int, end: int) -> list[Block]:
    return [block for block in blocks if block.start < end and block.end > start]


def _starts(pin: Pin, blocks: Sequence[Block], here: Sequence[Block]) -> bool:
    """Whether an article starts with the first printed character of the pin."""
    article = here[0].article_id if here else None
    if article is None:
        return False
    first = min(block.start for block in blocks if block.article_id == article)
    return not pin.transcription.text[pin.start : first].strip() and pin.start <= first < pin.end


def _is_named(pin: Pin) -> bool:
    """Whether the pin's span is a mention of whom the pin names."""
    thing = pin.person or pin.organization
    mentions = Mention.objects.filter(article__page=pin.page, start=pin.start, end=pin.end)
    shown = mentions.exclude(state=Mention.State.REJECTED).select_related("person", "organization")
    return any(thing is None or mention.named == thing.heir for mention in shown)


def tell_of_unheld(page: Page) -> None:
    """Every active pin that the current reading does not keep waits for an editor, as long as that is so.

    It stays active: the next reading may keep it again. Of one that was taken back nothing is asked any more.
    """
    asked = page.conflicts.filter(state=Conflict.State.OPEN)
    asked.filter(pin__state=Pin.State.UNDONE).update(state=Conflict.State.RESOLVED)
    for pin in page.pins.active().select_related("transcription", "person", "organization"):
        waiting = asked.filter(pin=pin)
        if holds(pin):
            waiting.update(state=Conflict.State.RESOLVED)
        elif not waiting.exists():
            reason = _("新的解读没有做到这一固定：%(what)s") % {"what": pin}
            pin_conflict(page, page.transcription, pin.start, pin.end, reason, pin)
