"""Whoosh's codec with postings as arrays. A segment remembers its codec by this module's name."""

import copy
from bisect import bisect_left
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.formats import Format
from whoosh.matching import LeafMatcher
from whoosh.system import pack_ushort

from .postings import Postings, packed, unpacked


class ArrayCodec(W3Codec):
    length_stats = False

    def field_writer(self, storage, segment):
        return ArrayFieldWriter(self, storage, segment)

    def postings_reader(self, dbfile, terminfo, format_, term=None, scorer=None):
        return ArrayMatcher(_read(dbfile, terminfo), format_, scorer, term)


class ArrayFieldWriter(W3FieldWriter):
    def add_postings(self, schema, lengths, records: Iterable[tuple[str, bytes, Postings]]):
        """Write the postings of terms; `records`: field, term and postings, fields and terms in order."""
        for field, of_field in groupby(records, key=itemgetter(0)):
            self.start_field(field, schema[field])
            for _, term, postings in of_field:
                info = self._write(postings)
                self._tindex.add(pack_ushort(self._fieldid) + term, info.to_bytes())
            self.finish_field()

    def _write(self, postings: Postings) -> W3TermInfo:
        info, start = W3TermInfo(), self._postfile.tell()
        self._postfile.write(packed(postings))
        info.set_extent(start, self._postfile.tell() - start)
        info._weight, info._maxweight = float(postings.weights.sum()), float(postings.weights.max())
        info._df, info._minlength, info._maxlength = len(postings.documents), 0, 0
        info._minid, info._maxid = int(postings.documents[0]), int(postings.documents[-1])
        return info


def stored_postings(reader, field: str, term: bytes) -> Postings | None:
    """A term's postings in one segment, deleted documents too; None if the term is not there."""
    terms = reader._terms
    if (field, term) not in terms:
        return None
    return _read(terms._postfile, terms.term_info(field, term))


def _read(dbfile, terminfo: W3TermInfo) -> Postings:
    offset, (length,) = terminfo.extent()  # Whoosh reads the length back as a tuple of one
    return unpacked(dbfile.get(offset, length), terminfo.doc_frequency())


class Places(Format):
    """A posting's value is its positions, as 32-bit numbers."""

    def decode_positions(self, value: bytes) -> list[int]:
        return np.frombuffer(value, "<u4").tolist()

    def decode_frequency(self, value: bytes) -> int:
        return len(value) // 4

    decode_weight = decode_frequency


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
