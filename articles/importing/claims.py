"""What the files of one run have claimed so far: the first by path stands."""

from pathlib import Path
from typing import NamedTuple

from articles.models import Page
from articles.transcription import Given, plain
from articles.transcription.labels import label_key

from .files import Source, stored_path


class Claim(NamedTuple):
    """A file, and the page that it became; None in a dry run."""

    source: Source
    page: Page | None


class Claims:
    """Texts by checksum, and pages by number and by the place that was said of them."""

    def __init__(self) -> None:
        self.texts: dict[str, Source] = {}
        self._pages: dict[int, Claim] = {}
        self._places: dict[tuple, Claim] = {}

    def of_page(self, page: Page) -> Claim | None:
        return self._pages.get(page.pk)

    def of_place(self, known: Given, folder: Path) -> Claim | None:
        return self._places.get(_place(known, folder)) if known.label else None

    def claim(self, source: Source, checksum: str, page: Page | None, known: Given | None = None) -> None:
        self.texts.setdefault(checksum, source)
        if page:
            self._pages.setdefault(page.pk, Claim(source, page))
        if known and known.label:
            self._places.setdefault(_place(known, source.path.parent), Claim(source, page))


def _place(known: Given, folder: Path) -> tuple:
    whole = known.newspaper and known.date
    return (
        plain(known.newspaper or ""),
        known.date,
        known.date_precision,
        known.edition or "",
        label_key(known.label),
        None if whole else stored_path(folder),
    )
