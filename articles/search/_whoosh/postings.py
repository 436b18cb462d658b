"""A term's postings as plain arrays, and how they lie on the disk.

Whoosh's own codec pickles and compresses every 128 postings. Here a term's postings are one record of
three arrays, each of the narrowest whole numbers that hold it: documents, weights and, where the field
keeps them, positions. A record is written and read at once, without a loop in Python.
"""

import struct
from dataclasses import dataclass

import numpy as np

HEAD = struct.Struct("<BI")  # bytes of one number, how many numbers are stored


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


def packed(postings: Postings) -> bytes:
    """The record of a term's postings."""
    documents = postings.documents
    steps = documents if len(documents) == 1 else np.diff(documents, prepend=np.uint32(0))
    return b"".join(map(pack, (steps, postings.weights, postings.positions)))


def unpacked(record: bytes, count: int) -> Postings:
    """The postings, in `count` documents, of a record."""
    steps, at = unpack(record, 0, count)
    weights, at = unpack(record, at, count)
    positions, _ = unpack(record, at, int(weights.sum()))
    return Postings(np.cumsum(steps, dtype="u4"), weights, positions)


def pack(numbers: np.ndarray) -> bytes:
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


def unpack(record: bytes, start: int, count: int) -> tuple[np.ndarray, int]:
    """The `count` numbers that are stored from `start` on, or none; and where they end."""
    width, stored = HEAD.unpack_from(record, start)
    start += HEAD.size
    numbers = np.frombuffer(record, f"<u{width}", stored, start)
    if stored not in (0, count):
        numbers = np.repeat(numbers, count)
    return numbers, start + width * stored
