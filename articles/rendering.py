"""The one renderer: a text and its spans become HTML, escaped once. `mark_safe` stands nowhere else.

Spans are offsets into the shown text. They may lie in any order, nest and cross: the text is cut at
every edge and each piece is wrapped in a fixed order (link, emendation, hit, lost character), so that
the result is always balanced and its text content is the text itself.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from .assembling import Run, shown_span

LOST = re.compile("[□\ufffd]+")


class Mark(StrEnum):
    """What a span is; in the order in which one lies around another."""

    PERSON = "person"
    ORGANIZATION = "organization"
    EMENDATION = "emendation"
    HIT = "hit"
    LOST = "lost"


LINKS = (Mark.PERSON, Mark.ORGANIZATION)
NESTING = (LINKS, (Mark.EMENDATION,), (Mark.HIT,), (Mark.LOST,))


@dataclass(frozen=True)
class Span:
    """Characters [start, end) of a text. `value`: a link's address, an emendation's printed form."""

    start: int
    end: int
    mark: Mark
    value: str = ""


def render(text: str, spans: Iterable[Span] = (), start: int = 0, end: int | None = None) -> SafeString:
    """The characters [start, end) of `text` as HTML; `spans` are offsets into the whole text.

    >>> render("山<b>花", [Span(0, 1, Mark.HIT)])
    '<mark>山</mark>&lt;b&gt;花'
    """
    end = len(text) if end is None else min(end, len(text))
    spans = [*spans, *(Span(*match.span(), Mark.LOST) for match in LOST.finditer(text, start, end))]
    spans = [span for span in spans if max(span.start, start) < min(span.end, end)]
    edges = {start, end, *(edge for span in spans for edge in (span.start, span.end) if start < edge < end)}
    cuts = sorted(edges)
    out: list[str] = []
    opened: tuple[Span, ...] = ()
    for here, there in zip(cuts, cuts[1:], strict=False):
        layers = _layers([span for span in spans if span.start <= here and span.end >= there])
        opened = _turn(out, opened, layers)
        out.append(escape(text[here:there]))
    _turn(out, opened, ())
    return mark_safe("".join(out))


def located(runs: Sequence[Run], printed: Iterable[Span]) -> list[Span]:
    """Spans over the transcription as spans over a part's shown text; those that lie elsewhere fall out."""
    found = []
    for span in printed:
        shown = shown_span(runs, span.start, span.end)
        if shown:
            found.append(Span(*shown, span.mark, span.value))
    return found


def _layers(active: Sequence[Span]) -> tuple[Span, ...]:
    """One span for every level. A link never lies in a link: the shorter one has the characters."""
    layers = []
    for marks in NESTING:
        level = [span for span in active if span.mark in marks]
        if level:
            layers.append(min(level, key=lambda span: (span.end - span.start, span.start)))
    return tuple(layers)


def _turn(out: list[str], opened: tuple[Span, ...], wanted: tuple[Span, ...]) -> tuple[Span, ...]:
    """Close and open elements until exactly the wanted ones are open."""
    same = 0
    while same < min(len(opened), len(wanted)) and opened[same] == wanted[same]:
        same += 1
    out.extend(f"</{_element(span)}>" for span in reversed(opened[same:]))
    out.extend(_opening(span) for span in wanted[same:])
    return wanted


def _element(span: Span) -> str:
    return {Mark.EMENDATION: "ins", Mark.HIT: "mark", Mark.LOST: "span"}.get(span.mark, "a")


def _opening(span: Span) -> str:
    if span.mark in LINKS:
        return format_html('<a class="{}" href="{}">', str(span.mark), span.value)
    if span.mark == Mark.EMENDATION:
        return format_html('<ins class="emended" title="{}">', _("原印：%s") % span.value)
    if span.mark == Mark.LOST:
        return format_html('<span class="lost" title="{}">', _("原版缺字或无法辨认"))
    return "<mark>"
