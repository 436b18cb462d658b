"""Files become pages of the archive; pages are read again or taken out."""

from .removing import Removed, remove_batch
from .report import FileReport, Outcome, Report
from .rereading import reread
from .run import CannotImport, import_pages

__all__ = [
    "CannotImport",
    "FileReport",
    "Outcome",
    "Removed",
    "Report",
    "import_pages",
    "remove_batch",
    "reread",
]
