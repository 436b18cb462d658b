"""What came of a run: kept with the batch, printed as a summary, or given out as JSON."""

import time
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext as _

from articles.models import Organization, Person
from articles.reading_ahead import ReaderDied, ReadingFailed
from articles.transcription import UnreadablePage


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"  # a better transcription, or read differently
    UNCHANGED = "unchanged"
    MOVED = "moved"
    FAILED = "failed"
    WAITING = "waiting"  # as a Conflict, for an editor


@dataclass
class FileReport:
    """What became of one file; `notes` are remarks on what was done all the same."""

    file: str
    outcome: Outcome
    reason: str = ""
    remedy: str = ""
    page: int | None = None
    articles: int = 0
    notes: list[str] = field(default_factory=list)

    @classmethod
    def unreadable(cls, file: str, error: UnreadablePage) -> "FileReport":
        """A file that failed, in the reader's language."""
        reason, remedy = (_(text) % error.values for text in (error.reason, error.remedy))
        return cls(file, Outcome.FAILED, reason=reason, remedy=remedy)

    @classmethod
    def broken(cls, file: str, error: Exception) -> "FileReport":
        """A page on which the program went wrong."""
        if isinstance(error, ReaderDied):
            reason = _("解读这一版的进程中断了（退出状态 %(error)s），可能是内存不足。")
            remedy = _("其余版面不受影响；请用 --processes 1 再运行一次。")
        else:
            reason = _("程序在这一版上出错（%(error)s）。")
            remedy = _("其余版面不受影响；请把文件和这条信息报告给开发者。")
        named = isinstance(error, ReaderDied | ReadingFailed)  # their messages say it all
        said = error if named else f"{type(error).__name__}: {error}"
        return cls(file, Outcome.FAILED, reason=reason % {"error": said}, remedy=remedy)

    def as_json(self) -> dict:
        return {key: str(value) if key == "outcome" else value for key, value in vars(self).items() if value}


@dataclass
class Report:
    """A run in figures, and every file that there is something to say of."""

    batch: str = ""
    dry_run: bool = False
    pages: Counter[Outcome] = field(default_factory=Counter)
    files: list[FileReport] = field(default_factory=list)
    articles: int = 0
    people: int = 0
    organizations: int = 0
    seconds: float = 0.0
    skipped: int = 0
    older: int = 0
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._started = time.monotonic()
        self._names = (Person.objects.count(), Organization.objects.count())

    def add(self, file: FileReport) -> None:
        self.pages[file.outcome] += 1
        self.articles += file.articles
        if file.reason or file.notes or file.outcome not in (Outcome.NEW, Outcome.UNCHANGED):
            self.files.append(file)

    def finish(self) -> None:
        people, organizations = self._names
        self.people = Person.objects.count() - people
        self.organizations = Organization.objects.count() - organizations
        self.seconds = round(time.monotonic() - self._started, 2)

    @property
    def exit_code(self) -> int:
        return 1 if self.pages[Outcome.FAILED] or self.pages[Outcome.WAITING] else 0

    def as_json(self) -> dict:
        return {
            "batch": self.batch,
            "dry_run": self.dry_run,
            "pages": {outcome.value: self.pages[outcome] for outcome in Outcome},
            "skipped": self.skipped,
            "older_reader": self.older,
            "articles": self.articles,
            "people": self.people,
            "organizations": self.organizations,
            "seconds": self.seconds,
            "files": [file.as_json() for file in self.files],
            "notes": self.notes,
        }
