"""manifest.csv: a table beside the files that says what each page is."""

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from .dates import ImpossibleDate, parse_date
from .decoding import decode
from .labels import UnknownEdition, normal_edition, normal_label
from .page_text import Given
from .paths import impossible
from .unreadable import UnreadablePage, gettext_noop

MANIFEST = "manifest.csv"
COLUMNS = {
    "file": ("file", "filename", "文件", "文件名"),
    "newspaper": ("newspaper", "报纸", "报名", "报纸名称"),
    "date": ("date", "日期", "出版日期"),
    "edition": ("edition", "版别"),
    "page": ("page", "label", "版次", "版号", "版面"),
    "page_name": ("page_name", "版名"),
}
COLUMN_OF = {name: column for column, names in COLUMNS.items() for name in names}


class UnusableManifest(UnreadablePage):
    reason = gettext_noop("%(file)s 无法使用：%(why)s。")
    remedy = gettext_noop(
        "首行应为列名：file,newspaper,date,edition,page,page_name（或 文件,报纸,日期,版别,版次,版名）。"
    )


@dataclass(frozen=True)
class Manifest:
    """What the table says of each file, by its path under the table's folder."""

    folder: Path
    given: dict[str, Given] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def of(self, file: Path) -> Given | None:
        """What is said of a file, with or without its ending in the table."""
        name = file.relative_to(self.folder).as_posix()
        return self.given.get(name) or self.given.get(str(PurePosixPath(name).with_suffix("")))


def read_manifest(path: Path) -> Manifest:
    """The table in a file; raises UnusableManifest when it has no usable head."""
    try:
        text = decode(path.read_bytes()).text.removeprefix("\ufeff")
    except OSError as error:
        raise UnusableManifest(file=path, why=error.strerror or error) from error
    except UnreadablePage as error:
        raise UnusableManifest(file=path, why=error.reason % error.values) from error
    head = text.split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if "\t" in head else ",")
    columns = [COLUMN_OF.get(name.strip().lower()) for name in next(rows, [])]
    if "file" not in columns:
        raise UnusableManifest(file=path, why="没有 file（文件）一列")
    return _read_rows(path, columns, rows)


def _read_rows(path: Path, columns: list[str | None], rows: "csv.Reader") -> Manifest:
    given: dict[str, Given] = {}
    warnings: list[str] = []
    for row in rows:
        cells = {
            column: cell.strip()
            for column, cell in zip(columns, row, strict=False)
            if column and cell.strip()
        }
        file = str(PurePosixPath(cells.pop("file", "").replace("\\", "/").removeprefix("./")))
        if file in ("", ".") or not cells:
            continue
        if file in given:
            warnings.append(f"{path.name} 第 {rows.line_num} 行重复列出 {file}，未采用。")
        else:
            given[file] = _given(cells)
    return Manifest(path.parent, given, tuple(warnings))


def _given(cells: dict[str, str]) -> Given:
    """One row's facts; what makes no sense is said and left out."""
    sentences = []
    stated = edition = None
    if text := cells.get("date"):
        try:
            stated = parse_date(text)
        except ImpossibleDate as error:
            sentences.append(impossible(error, "清单"))
    if text := cells.get("edition"):
        try:
            edition = normal_edition(text)
        except UnknownEdition:
            sentences.append(f"清单中的版别“{text}”不明，未采用。")
    return Given(
        newspaper=cells.get("newspaper"),
        date=stated.date if stated else None,
        date_precision=stated.precision if stated else "day",
        edition=edition,
        label=normal_label(cells.get("page", "")) or None,
        page_name=cells.get("page_name"),
        contradictions=tuple(sentences),
    )
