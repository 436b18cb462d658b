"""What a writer gathers before it writes: postings by term, not one by one as Whoosh's own pool has them."""

import heapq
import pickle
import struct
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

import numpy as np

from .postings import Postings

TERM_BYTES = 400  # what a term costs beside its postings
POOL_BYTES = 64 << 20  # what is gathered before it is put on the disk
PACK = struct.Struct("<I").pack

# Field, term, and of its postings the documents, the weights and the positions, each as 32-bit numbers.
Record = tuple[str, bytes, bytes, bytes, bytes]


class Pool:
    """Postings by term; on the disk, in sorted runs, where they would take too much memory.

    Documents come in order, so a term's postings are in order as they are added.
    """

    def __init__(self, storage, limit: int = POOL_BYTES):
        self._storage = storage
        self._limit = limit
        self._runs: list[str] = []
        self._empty()

    def _empty(self) -> None:
        self._fields: dict[str, dict] = defaultdict(dict)
        self._size = 0

    def _entry(self, field: str, term: bytes) -> tuple[bytearray, bytearray, bytearray]:
        terms = self._fields[field]
        entry = terms.get(term)
        if entry is None:
            entry = terms[term] = bytearray(), bytearray(), bytearray()
            self._size += TERM_BYTES
        return entry

    def add(self, posting: tuple) -> None:
        """Add one posting, in Whoosh's words: field, term, document, weight, value."""
        field, term, document, weight, value = posting
        documents, weights, values = self._entry(field, term)
        documents += PACK(document)
        weights += PACK(int(weight))
        values += value
        self._grow(8 + len(value))

    def add_term(self, field: str, term: bytes, documents: np.ndarray, postings: Postings) -> None:
        added = documents, postings.weights, postings.positions
        for numbers, new in zip(self._entry(field, term), added, strict=True):
            numbers.extend(new.astype("<u4").tobytes())
        self._grow(8 * len(documents) + 4 * len(postings.positions))

    def _grow(self, size: int) -> None:
        self._size += size
        if self._size > self._limit:
            self.save()

    def save(self) -> None:
        """Put what was gathered on the disk."""
        name = f"{len(self._runs)}.run"
        with self._storage.create_file(name) as file:
            for record in self._sorted():
                pickle.dump(record, file.raw_file(), pickle.HIGHEST_PROTOCOL)
        self._runs.append(name)
        self._empty()

    def _sorted(self) -> Iterator[Record]:
        for field in sorted(self._fields):
            for term, entry in sorted(self._fields[field].items()):
                yield (field, term, *map(bytes, entry))

    def iter_postings(self) -> Iterator[tuple[str, bytes, Postings]]:
        """All that was added: fields and terms in order, documents in order within them."""
        for field, term, *numbers in self._merged() if self._runs else self._sorted():
            yield field, term, Postings(*(np.frombuffer(part, "<u4") for part in numbers))

    def _merged(self) -> Iterator[Record]:
        self.save()
        place = itemgetter(0, 1)
        records = heapq.merge(*map(self._read, self._runs), key=place)
        for (field, term), of_term in groupby(records, key=place):
            yield (field, term, *map(b"".join, zip(*(record[2:] for record in of_term), strict=True)))

    def _read(self, name: str) -> Iterator[Record]:
        with self._storage.open_file(name) as file:
            while True:
                try:
                    yield pickle.load(file.raw_file())
                except EOFError:
                    return

    def cleanup(self) -> None:
        for name in self._runs:
            self._storage.delete_file(name)
        self._runs.clear()
