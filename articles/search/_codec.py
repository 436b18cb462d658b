"""Whoosh's codec and writer, with postings as plain arrays.

Whoosh's own codec pickles and compresses every 128 postings, and its writer sorts and pickles every
single one. Here postings are gathered by term, and a term's postings are one record of three arrays,
each of the narrowest whole numbers that hold it: documents, weights and, where the field keeps them,
positions. A record is written and read at once, without a loop in Python.
"""

import copy
import heapq
import pickle
import struct
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.formats import Format
from whoosh.matching import LeafMatcher
from whoosh.system import pack_ushort
from whoosh.writing import SegmentWriter

HEAD = struct.Struct("<BI")  # bytes of one number, how many numbers are stored
TERM_BYTES = 400  # what a term costs a pool beside its postings
POOL_BYTES = 64 << 20  # postings that a writer gathers before it puts them on the disk

# Field, term, and of its postings the documents, the weights and the positions, each as 32-bit numbers.
Record = tuple[str, bytes, bytes, bytes, bytes]


class Places(Format):
    """A posting's value is its positions, as 32-bit numbers."""

    def decode_positions(self, value: bytes) -> list[int]:
        return np.frombuffer(value, "<u4").tolist()

    def decode_frequency(self, value: bytes) -> int:
        return len(value) // 4

    decode_weight = decode_frequency


# Writing


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

    def _entry(self, field: str, term: bytes) -> tuple[array, array, bytearray]:
        terms = self._fields[field]
        entry = terms.get(term)
        if entry is None:
            entry = terms[term] = array("I"), array("I"), bytearray()
            self._size += TERM_BYTES
        return entry

    def add(self, posting: tuple) -> None:
        """Add one posting, in Whoosh's words: field, term, document, weight, value."""
        field, term, document, weight, value = posting
        documents, weights, values = self._entry(field, term)
        documents.append(document)
        weights.append(int(weight))
        values.extend(value)
        self._grow(8 + len(value))

    def add_term(self, field: str, term: bytes, documents: np.ndarray, postings: "Postings") -> None:
        entry = self._entry(field, term)
        added = documents, postings.weights, postings.positions
        entry[0].frombytes(added[0].astype("u4").tobytes())
        entry[1].frombytes(added[1].astype("u4").tobytes())
        entry[2].extend(added[2].astype("<u4").tobytes())
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

    def iter_postings(self) -> Iterator[Record]:
        """All that was added: fields and terms in order, documents in order within them."""
        if not self._runs:
            yield from self._sorted()
            return
        self.save()
        for (field, term), records in groupby(
            heapq.merge(*map(self._read, self._runs), key=itemgetter(0, 1)), key=itemgetter(0, 1)
        ):
            yield (field, term, *map(b"".join, zip(*(record[2:] for record in records), strict=True)))

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


class ArrayFieldWriter(W3FieldWriter):
    def add_postings(self, schema, lengths, records: Iterable[Record]):
        for field, of_field in groupby(records, key=itemgetter(0)):
            self.start_field(field, schema[field])
            for _, term, documents, weights, positions in of_field:
                info = self._write(documents, weights, positions)
                self._tindex.add(pack_ushort(self._fieldid) + term, info.to_bytes())
            self.finish_field()

    def _write(self, documents: bytes, weights: bytes, positions: bytes) -> W3TermInfo:
        info, start = W3TermInfo(), self._postfile.tell()
        numbers, counts = np.frombuffer(documents, "u4"), np.frombuffer(weights, "u4")
        self._postfile.write(
            _packed(numbers if len(numbers) == 1 else np.diff(numbers, prepend=np.uint32(0)))
        )
        self._postfile.write(_packed(counts))
        self._postfile.write(_packed(np.frombuffer(positions, "<u4")))
        info._weight, info._df = float(counts.sum()), len(numbers)
        info._minlength, info._maxlength, info._maxweight = 0, 0, float(counts.max())
        info._minid, info._maxid = int(numbers[0]), int(numbers[-1])
        info.set_extent(start, self._postfile.tell() - start)
        return info


# Reading


class ArrayCodec(W3Codec):
    length_stats = False

    def field_writer(self, storage, segment):
        return ArrayFieldWriter(self, storage, segment)

    def postings_reader(self, dbfile, terminfo, format_, term=None, scorer=None):
        return ArrayMatcher(_read_postings(dbfile, terminfo), format_, scorer, term)


@dataclass(frozen=True)
class Postings:
    """Where a term stands: documents in order, how often in each, and the positions, document by document."""

    documents: np.ndarray
    weights: np.ndarray
    positions: np.ndarray

    def only(self, kept: np.ndarray) -> "Postings":
        """The postings of those documents for which `kept` is true."""
        mask = kept[self.documents]
        if mask.all():
            return self
        positions = self.positions
        if len(positions):
            positions = positions[np.repeat(mask, self.weights)]
        return Postings(self.documents[mask], self.weights[mask], positions)


def stored_postings(reader, field: str, term: bytes) -> Postings | None:
    """A term's postings in one segment, deleted documents too; None if the term is not there."""
    terms = reader._terms
    if (field, term) not in terms:
        return None
    return _read_postings(terms._postfile, terms.term_info(field, term))


def _read_postings(dbfile, terminfo: W3TermInfo) -> Postings:
    offset, (length,) = terminfo.extent()  # Whoosh reads the length back as a tuple of one
    record = dbfile.get(offset, length)
    count = terminfo.doc_frequency()
    steps, at = _unpacked(record, 0, count)
    weights, at = _unpacked(record, at, count)
    positions, _ = _unpacked(record, at, int(weights.sum()))
    return Postings(np.cumsum(steps, dtype="u4"), weights, positions)


def _packed(numbers: np.ndarray) -> bytes:
    """The numbers as the narrowest of their kind; equal ones are stored once."""
    if len(numbers) == 0:
        return HEAD.pack(1, 0)
    if len(numbers) == 1:
        high = int(numbers[0])
    else:
        high = int(numbers.max())
        if high == numbers.min():
            numbers = numbers[:1]
    width = 1 if high < 1 << 8 else 2 if high < 1 << 16 else 4
    if len(numbers) == 1:
        return HEAD.pack(width, 1) + high.to_bytes(width, "little")
    return HEAD.pack(width, len(numbers)) + numbers.astype(f"<u{width}").tobytes()


def _unpacked(record: bytes, start: int, count: int) -> tuple[np.ndarray, int]:
    """The `count` numbers that are stored from `start` on, or none; and where they end."""
    width, stored = HEAD.unpack_from(record, start)
    start += HEAD.size
    numbers = np.frombuffer(record, f"<u{width}", stored, start)
    if stored not in (0, count):
        numbers = np.repeat(numbers, count)
    return numbers, start + width * stored


class ArrayMatcher(LeafMatcher):
    """What Whoosh's own queries read postings through."""

    def __init__(self, postings: Postings, format_, scorer=None, term=None):
        self.format = format_
        self.scorer = scorer
        self._term = term
        self._documents = postings.documents.tolist()
        self._weights = postings.weights.tolist()
        self._positions = postings.positions.astype("<u4")
        self._ends = np.cumsum(postings.weights, dtype="u4") if len(self._positions) else None
        self._at = 0

    def is_active(self):
        return self._at < len(self._documents)

    def reset(self):
        self._at = 0

    def copy(self):
        return copy.copy(self)

    def id(self):
        return self._documents[self._at]

    def all_ids(self):
        return iter(self._documents[self._at :])

    def next(self):
        self._at += 1

    def skip_to(self, document):
        self._at = bisect_left(self._documents, document, self._at)

    def weight(self):
        return float(self._weights[self._at])

    def value(self):
        if self._ends is None:
            return b""
        start = self._ends[self._at - 1] if self._at else 0
        return self._positions[start : self._ends[self._at]].tobytes()

    def supports_block_quality(self):
        return False
