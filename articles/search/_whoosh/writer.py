"""Changes to an index: gathered by term, written together, under a lock."""

from collections.abc import Iterable
from datetime import datetime, time

import numpy as np
from haystack.constants import ID
from whoosh.writing import CLEAR, SegmentWriter

from .codec import ArrayCodec, stored_postings
from .pool import Pool


class ArrayWriter(SegmentWriter):
    """A writer that gathers postings by term, also those of segments that it merges."""

    def __init__(self, index, **options):
        super().__init__(index, codec=ArrayCodec(), compound=False, **options)
        self.pool = Pool(self.temp_storage())

    def add_postings_to_pool(self, reader, startdoc, docmap):
        moved = np.zeros(reader.doc_count_all(), "u4")
        kept = np.ones(len(moved), bool)
        if docmap is None:
            moved[:] = np.arange(startdoc, startdoc + len(moved))
        else:
            kept[:] = False
            kept[list(docmap)] = True
            moved[list(docmap)] = list(docmap.values())
        for field, term in reader.all_terms():
            postings = stored_postings(reader, field, term).only(kept)
            if len(postings.documents):
                self.pool.add_term(field, term, moved[postings.documents], postings)


class Writing:
    """What is to change in an index, while no other process changes it."""

    def __init__(self, index, timeout: float) -> None:
        """Raises LockError when another writer is still at work after `timeout` seconds."""
        self._writer = index.writer(timeout=timeout)
        self._replaces = False

    def add(self, documents: Iterable[dict]) -> None:
        """Add documents; the caller removes former ones of the same articles first."""
        for document in documents:
            if document.get("date"):
                document = {**document, "date": datetime.combine(document["date"], time())}
            self._writer.add_document(**document)

    def remove(self, identifiers: Iterable[str]) -> None:
        self.remove_where(ID, identifiers)

    def remove_where(self, field: str, values: Iterable[str]) -> None:
        with self._writer.searcher() as searcher:
            for value in values:
                self._writer.delete_by_term(field, value, searcher=searcher)

    def remove_all(self) -> None:
        """Leave nothing that was there before; readers see it until the end."""
        self._replaces = True

    def finish(self) -> None:
        """Write it all."""
        if self._replaces:
            self._writer.commit(mergetype=CLEAR)
        else:
            self._writer.commit()

    def give_up(self) -> None:
        """Write nothing, if nothing was written yet."""
        if not self._writer.is_closed:
            self._writer.cancel()
