"""What transcription gives: a page's text and what is said about it from outside."""

import datetime
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Given:
    """What options, manifest and path say of a page, strongest first; None where they say nothing.

    `contradictions`: one sentence each where two of them differ.
    """

    newspaper: str | None = None
    date: datetime.date | None = None
    date_precision: str = "day"  # "day", "month" or "year"
    edition: str | None = None
    label: str | None = None
    page_name: str | None = None
    contradictions: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageText:
    """A transcription: Unicode, line ends as \\n, without byte-order mark, NUL and control characters.

    `byte_checksum` and `checksum` are SHA-256 in hex, of the file's bytes and of `text` in UTF-8.
    """

    text: str
    encoding: str = "utf-8"
    byte_checksum: str = ""
    checksum: str = ""
    given: Given = field(default_factory=Given)
    warnings: tuple[str, ...] = ()
