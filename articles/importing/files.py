"""Which files of the named paths are pages. Nothing is opened here."""

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext_noop

from articles.transcription import UnreadablePage
from articles.transcription.manifest import MANIFEST
from articles.transcription.unreadable import CannotOpen, MissingFile, NoPermission

PAGE_SUFFIXES = {".txt", ".md"}
PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
# README.md, README.zh-CN.md, LICENSE.txt: about the folder, not pages of it
NO_PAGES = re.compile(
    r"(?:readme|licen[cs]e|changelog|changes|copying|contributing|authors|requirements|说明|读我|自述)(?:[._ -]|$)",
    re.IGNORECASE,
)


class LinkOutside(UnreadablePage):
    reason = gettext_noop("这是链接，指向导入的文件夹之外。")
    remedy = gettext_noop("请把文件本身复制进来，或直接导入它所在的文件夹。")


@dataclass(frozen=True)
class Source:
    """A file to read. `shown`: as the operator named it; `path`: where it really lies; `root`: the
    imported folder that it was found under."""

    shown: str
    path: Path
    root: Path


@dataclass
class Found:
    """What lies under the named paths: `refused` with the reason, `odd` entries that were passed over
    (links to folders, pipes), and how many files are no pages by their name."""

    sources: list[Source] = field(default_factory=list)
    refused: list[tuple[str, UnreadablePage]] = field(default_factory=list)
    odd: list[tuple[str, str]] = field(default_factory=list)
    skipped: int = 0


def find_files(paths: Iterable[str | Path]) -> Found:
    """Every page under the paths once, in the order of where it really lies."""
    found, links = Found(), []
    for named in paths:
        for shown, path, root in _entries(str(named), found):
            _sort_in(found, links, shown, path, root)
    real = {source.path for source in found.sources}
    found.sources += [link for link in links if link.path not in real]
    found.sources = sorted(
        {source.path: source for source in reversed(found.sources)}.values(), key=lambda source: source.path
    )
    return found


def _entries(named: str, found: Found) -> Iterator[tuple[str, Path, Path]]:
    """Every entry that is no folder under a named path, itself if it is a file."""
    if not os.path.isdir(named):
        parent = Path(os.path.realpath(os.path.dirname(named) or "."))
        yield named, parent / os.path.basename(named), parent
        return
    root = Path(os.path.realpath(named))
    for folder, folders, files in os.walk(root, onerror=lambda error: _refuse_folder(found, error)):
        shown = os.path.normpath(os.path.join(named, os.path.relpath(folder, root)))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if os.path.islink(os.path.join(folder, name)):
                found.odd.append((os.path.join(shown, name), gettext_noop("链接到文件夹，没有跟随。")))
        for name in sorted(files):
            yield os.path.join(shown, name), Path(folder, name), root


def _refuse_folder(found: Found, error: OSError) -> None:
    cause = NoPermission() if isinstance(error, PermissionError) else CannotOpen(error=error.strerror)
    found.refused.append((str(error.filename), cause))


def _sort_in(found: Found, links: list[Source], shown: str, path: Path, root: Path) -> None:
    """Put one entry where it belongs, by its name and by what it is."""
    suffix = path.suffix.lower()
    if path.name.startswith(".") or NO_PAGES.match(path.name) or suffix not in PAGE_SUFFIXES:
        found.skipped += suffix not in PICTURE_SUFFIXES and path.name.lower() != MANIFEST
        return
    try:
        status = path.stat()
    except OSError as error:
        _refuse_or_pass(found, shown, error)
        return
    if not stat.S_ISREG(status.st_mode):
        found.odd.append((shown, gettext_noop("不是普通文件，已略过。")))
    elif not path.is_symlink():
        found.sources.append(Source(shown, path, root))
    elif (target := path.resolve()).is_relative_to(root):
        links.append(Source(shown, target, root))
    else:
        found.refused.append((shown, LinkOutside()))


def _refuse_or_pass(found: Found, shown: str, error: OSError) -> None:
    if error.errno == errno.ELOOP:
        found.odd.append((shown, gettext_noop("链接绕成一圈，已略过。")))
    elif isinstance(error, FileNotFoundError):
        found.refused.append((shown, MissingFile()))
    elif isinstance(error, PermissionError):
        found.refused.append((shown, NoPermission()))
    else:
        found.refused.append((shown, CannotOpen(error=error.strerror or error)))


def picture_beside(path: Path) -> str:
    """The path of a picture of the same name beside a file, "" if there is none."""
    pictures = (path.with_suffix(suffix) for suffix in PICTURE_SUFFIXES)
    return next((stored_path(picture) for picture in pictures if picture.is_file()), "")


def stored_path(path: Path) -> str:
    """A path as the database keeps it: what is no Unicode in it is escaped, an overlong one keeps its end."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")[-1000:]
