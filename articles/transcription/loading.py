"""The door of the room: a page's text from bytes or from a file."""

import hashlib
import os
import re
import stat
from pathlib import Path

from .cleaning import clean
from .decoding import decode
from .page_text import Given, PageText
from .paths import given_from_path
from .unreadable import CannotOpen, EmptyFile, MissingFile, NoPermission, NotAFile, NoText, TooLarge

LARGEST_FILE = 2_000_000  # bytes; a full broadsheet page has about 30,000
MOST_LINES = 20_000
IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")


def from_bytes(data: bytes, given: Given = Given()) -> PageText:  # noqa: B008 (frozen)
    """The transcription that a file's bytes hold; raises UnreadablePage."""
    if not data:
        raise EmptyFile
    if len(data) > LARGEST_FILE:
        raise _too_large(len(data))
    decoded = decode(data)
    text, warnings = clean(decoded.text)
    if (lines := text.count("\n")) >= MOST_LINES:
        raise TooLarge(size=f"{lines} 行", limit=f"{MOST_LINES} 行")
    if not any(char.isalnum() for char in IMAGE.sub("", text)):
        raise NoText
    return PageText(
        text=text,
        encoding=decoded.encoding,
        byte_checksum=hashlib.sha256(data).hexdigest(),
        checksum=hashlib.sha256(text.encode()).hexdigest(),
        given=given,
        warnings=(*decoded.warnings, *warnings),
    )


def from_path(path: Path | str, given: Given | None = None) -> PageText:
    """The transcription in a file; without `given` its path says what it can. Raises UnreadablePage."""
    path = Path(path)
    data = read_bytes(path)
    return from_bytes(data, given_from_path(path) if given is None else given)


def read_bytes(path: Path) -> bytes:
    """A regular file's bytes; never waits at a pipe, never takes in more than the limit."""
    try:
        with open(path, "rb", opener=_open) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise NotAFile
            if status.st_size > LARGEST_FILE:
                raise _too_large(status.st_size)
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise MissingFile from None
    except PermissionError:
        raise NoPermission from None
    except IsADirectoryError:
        raise NotAFile from None
    except OSError as error:
        raise CannotOpen(error=error.strerror or error) from error


def _open(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large(size: int) -> TooLarge:
    return TooLarge(size=f"{size / 1e6:.1f} MB", limit=f"{LARGEST_FILE / 1e6:.0f} MB")
