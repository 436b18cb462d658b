"""What masthead, date line and folio print."""

from collections.abc import Sequence

from .drafts import Block, PrintedFacts


def facts_of(text: str, furniture: Sequence[Block]) -> PrintedFacts:
    return PrintedFacts()
