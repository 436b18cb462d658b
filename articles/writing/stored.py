"""A stored transcription as the pure rooms take it."""

import datetime
from dataclasses import asdict

from articles.models import Transcription
from articles.transcription import Given, PageText


def given_json(given: Given) -> dict:
    """What is stored of the facts that came from outside; `stored_text` gives them back."""
    facts = asdict(given)
    facts["date"] = given.date.isoformat() if given.date else None
    return facts


def stored_text(transcription: Transcription) -> PageText:
    facts = dict(transcription.given)
    if facts.get("date"):
        facts["date"] = datetime.date.fromisoformat(facts["date"])
    facts["contradictions"] = tuple(facts.get("contradictions", ()))
    return PageText(
        text=transcription.text,
        encoding=transcription.encoding,
        byte_checksum=transcription.byte_checksum,
        checksum=transcription.checksum,
        given=Given(**facts),
        warnings=tuple(transcription.warnings),
    )
