"""Editors' pins and emendations: as the pure rooms take them, and carried over to a new transcription."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles import segmentation
from articles.alignment import Alignment
from articles.models import Conflict, Emendation, Page, Pin

CONTEXT = 20  # characters around a lost pin that its conflict quotes


def pure_pin(pin: Pin, span: tuple[int, int], other: tuple[int, int] | None) -> segmentation.Pin:
    named = pin.person or pin.organization
    return segmentation.Pin(
        kind=segmentation.PinKind(pin.kind),
        start=span[0],
        end=span[1],
        value=pin.value,
        other=other,
        name=named.heir.name if named else "",
        key=pin.pk,
        everywhere=pin.everywhere,
    )


def _other(pin: Pin) -> tuple[int, int] | None:
    return None if pin.other_start is None else (pin.other_start, pin.other_end)


def _rows(page: Page):
    """In the order in which they were made: of two that contradict each other the later holds."""
    rows = page.pins.active().select_related("person__merged_into", "organization__merged_into")
    return rows.order_by("pk")


def active_pins(page: Page) -> tuple[segmentation.Pin, ...]:
    """The pins under which the page's current transcription is read."""
    return tuple(pure_pin(pin, (pin.start, pin.end), _other(pin)) for pin in _rows(page))


@dataclass
class Carried:
    """A page's decisions laid on a new text: `pins` to read under, and what became of every row."""

    alignment: Alignment
    pins: tuple[segmentation.Pin, ...] = ()
    moved: list[tuple[Pin, tuple[int, int], tuple[int, int] | None]] = field(default_factory=list)
    lost: list[Pin] = field(default_factory=list)
    emendations: list[tuple[Emendation, tuple[int, int]]] = field(default_factory=list)
    lost_emendations: list[Emendation] = field(default_factory=list)


def carry_pins(page: Page, new_text: str) -> Carried:
    """Lay the page's pins and emendations on `new_text`. Changes nothing yet: `write_reading` does."""
    carried = Carried(Alignment(page.transcription.text, new_text))
    for pin in _rows(page):
        span = carried.alignment.span(pin.start, pin.end)
        other = _other(pin)
        other_span = carried.alignment.span(*other) if other else None
        if span is None or (other and other_span is None):
            carried.lost.append(pin)
        else:
            carried.moved.append((pin, span, other_span))
    carried.pins = tuple(pure_pin(*row) for row in carried.moved)
    _carry_emendations(carried, page)
    return carried


def _carry_emendations(carried: Carried, page: Page) -> None:
    """A misreading stands again: it is mended again. Read rightly now: nothing to do. Else an editor looks."""
    carried.emendations, carried.lost_emendations = [], []
    for emendation in page.transcription.emendations.filter(active=True):
        span = carried.alignment.span(emendation.start, emendation.end)
        reads = carried.alignment.new[slice(*span)] if span else None
        if reads == emendation.printed:
            carried.emendations.append((emendation, span))
        elif reads != emendation.replacement:
            carried.lost_emendations.append(emendation)


def store_carried(page: Page, transcription, carried: Carried) -> None:
    """Write what `carry_pins` found; whatever was lost waits for an editor as a conflict."""
    old = page.transcription
    _carry_emendations(carried, page)  # one may have been made since the new text was read
    for pin, span, other in carried.moved:
        pin.transcription = transcription
        pin.start, pin.end = span
        pin.other_start, pin.other_end = other or (None, None)
        pin.save(update_fields=["transcription", "start", "end", "other_start", "other_end"])
    for pin in carried.lost:
        pin.state = Pin.State.CONFLICT
        pin.save(update_fields=["state"])
        pin_conflict(page, old, pin.start, pin.end, _lost(pin), pin)
    for emendation, span in carried.emendations:
        Emendation.objects.create(
            transcription=transcription,
            start=span[0],
            end=span[1],
            printed=emendation.printed,
            replacement=emendation.replacement,
        )
    for emendation in carried.lost_emendations:
        pin_conflict(page, old, emendation.start, emendation.end, _lost(emendation), None)


def _lost(decision: Pin | Emendation) -> str:
    return _("新的录文中找不到这一处：%(what)s") % {"what": decision}


def pin_conflict(page, old, start: int, end: int, reason: str, pin: Pin | None) -> None:
    """Let a decision on [start, end) of the transcription `old` wait for an editor."""
    Conflict.objects.create(
        kind=Conflict.Kind.PIN,
        page=page,
        pin=pin,
        batch=page.batch,
        source=old.source,
        ours=old.text[max(start - CONTEXT, 0) : end + CONTEXT],
        reason=reason,
    )
