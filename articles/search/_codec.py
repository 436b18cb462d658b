"""Whoosh's codec, with postings as plain arrays.

Whoosh's own codec pickles and compresses every 128 postings. Here a term's postings are one record of
three arrays, each of the narrowest whole numbers that hold it: documents, weights, and, where the
field keeps them, positions. A record is read at once, without a loop in Python.
"""

import copy
import struct
from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3TermInfo
from whoosh.formats import Format
from whoosh.matching import LeafMatcher

HEAD = struct.Struct("<BI")  # bytes of one number, how many numbers are stored


@dataclass(frozen=True)
class Postings:
    """Where a term stands: documents in order, how often in each, and the positions, document by document."""

    documents: np.ndarray
    weights: np.ndarray
    positions: np.ndarray


class Places(Format):
    """A posting's value is its positions, as 32-bit numbers."""

    def decode_positions(self, value: bytes) -> list[int]:
        return np.frombuffer(value, "<u4").tolist()

    def decode_frequency(self, value: bytes) -> int:
        return len(value) // 4

    decode_weight = decode_frequency


class ArrayCodec(W3Codec):
    length_stats = False

    def postings_writer(self, dbfile, byteids=False):
        return ArrayPostingsWriter(dbfile)

    def postings_reader(self, dbfile, terminfo, format_, term=None, scorer=None):
        return ArrayMatcher(read_postings(dbfile, terminfo), format_, scorer, term)


class ArrayPostingsWriter:
    """Collects the postings of one term after the other and writes each as one record."""

    def __init__(self, dbfile):
        self._file = dbfile

    def start_postings(self, format_, terminfo):
        self._terminfo = terminfo
        self._documents, self._weights, self._values = [], [], []

    def add_posting(self, document, weight, value, length=None):
        self._documents.append(document)
        self._weights.append(weight)
        self._values.append(value)

    def finish_postings(self):
        info, start = self._terminfo, self._file.tell()
        documents = np.array(self._documents, "u4")
        self._file.write(_packed(np.diff(documents, prepend=np.uint32(0))))
        self._file.write(_packed(np.array(self._weights).astype("u4")))
        self._file.write(_packed(np.frombuffer(b"".join(self._values), "<u4")))
        info._weight, info._df = float(sum(self._weights)), len(self._documents)
        info._minlength, info._maxlength, info._maxweight = 0, 0, float(max(self._weights))
        info._minid, info._maxid = self._documents[0], self._documents[-1]
        info.set_extent(start, self._file.tell() - start)
        return info


def read_postings(dbfile, terminfo: W3TermInfo) -> Postings:
    offset, (length,) = terminfo.extent()  # Whoosh reads the length back as a tuple of one
    record = dbfile.get(offset, length)
    count = terminfo.doc_frequency()
    steps, at = _unpacked(record, 0, count)
    weights, at = _unpacked(record, at, count)
    positions, _ = _unpacked(record, at, None)
    return Postings(np.cumsum(steps, dtype="u4"), weights, positions)


def _packed(numbers: np.ndarray) -> bytes:
    """The numbers as the narrowest of their kind; equal ones are stored once."""
    if len(numbers) == 0:
        return HEAD.pack(1, 0)
    high = int(numbers.max())
    if len(numbers) > 1 and high == numbers.min():
        numbers = numbers[:1]
    width = 1 if high < 1 << 8 else 2 if high < 1 << 16 else 4
    return HEAD.pack(width, len(numbers)) + numbers.astype(f"<u{width}").tobytes()


def _unpacked(record: bytes, start: int, count: int | None) -> tuple[np.ndarray, int]:
    """The numbers that are stored from `start` on, repeated to `count` if they are equal; where they end."""
    width, stored = HEAD.unpack_from(record, start)
    start += HEAD.size
    numbers = np.frombuffer(record, f"<u{width}", stored, start)
    if count is not None and stored != count:
        numbers = np.repeat(numbers, count)
    return numbers, start + width * stored


class ArrayMatcher(LeafMatcher):
    """What Whoosh's own queries and its merging of segments read postings through."""

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
