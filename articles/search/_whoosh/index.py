"""An index that stays open: one searcher a thread, another one only when the index has changed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from whoosh.filedb.filestore import FileStorage
from whoosh.index import EmptyIndexError, FileIndex, LockError
from whoosh.searching import Searcher
from whoosh.util.filelock import try_for

from .arrays import Arrays
from .writer import ArrayWriter

__all__ = ["LockError", "OpenIndex", "open_index"]

# Count up when fields, codec or analyser change: an index of another name is not read.
NAME = "newsroom1"
CREATION_SECONDS = 20


class _KeptSearcher(Searcher):
    """A searcher that Haystack closes after every query, and that stays open all the same."""

    def close(self):
        pass

    def discard(self):
        super().close()


class OpenIndex(FileIndex):
    """An index with a searcher and its arrays kept. Haystack makes one of these a thread."""

    _kept: _KeptSearcher | None = None
    _arrays: Arrays
    _state: tuple[int, int] = (0, -1)  # process and generation that the searcher belongs to
    _held = False

    def searcher(self, **kwargs):
        if not self._held:
            while self._state != (state := self._latest()):
                try:
                    self._open(state)
                except FileNotFoundError:
                    if state == self._latest():
                        raise
        return self._kept

    def _latest(self) -> tuple[int, int]:
        return os.getpid(), self.latest_generation()

    def _open(self, state: tuple[int, int]) -> None:
        """Open what the index holds now.

        Files of a state may go as soon as the next one is written: the arrays are read at once, and
        the caller looks whether the state is still the same.
        """
        searcher = _KeptSearcher(self.reader(), fromindex=self)
        former, self._kept = self._kept, searcher
        self._arrays, self._state = Arrays(searcher.reader()), state
        if former is not None:
            former.discard()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Inside, the index stays in the state in which it is now."""
        self.searcher()
        self._held = True
        try:
            yield
        finally:
            self._held = False

    def arrays(self) -> Arrays:
        """What the index holds now, as arrays."""
        self.searcher()
        return self._arrays

    def writer(self, timeout: float = 0.0, **options) -> ArrayWriter:
        """A writer. Raises LockError when another one is still at work after `timeout` seconds."""
        return ArrayWriter(self, timeout=timeout, **options)

    def doc_count(self):
        return self.searcher().doc_count()

    def doc_count_all(self):
        return self.searcher().doc_count_all()


def open_index(path: str, schema) -> OpenIndex:
    """The index in this folder; an empty one is made where there is none."""
    storage = FileStorage(path).create()
    try:
        return OpenIndex(storage, schema, NAME)
    except EmptyIndexError:
        _create(storage, schema)
        return OpenIndex(storage, schema, NAME)


def _create(storage: FileStorage, schema) -> None:
    """Make an empty index, unless another process has just done so."""
    lock = storage.lock("CREATING")
    if not try_for(lock.acquire, timeout=CREATION_SECONDS):
        raise LockError
    try:
        OpenIndex(storage, schema, NAME)
    except EmptyIndexError:
        OpenIndex.create(storage, schema, NAME)
    finally:
        lock.release()
