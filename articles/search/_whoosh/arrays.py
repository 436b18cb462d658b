"""What an index holds, as arrays: what `matching` works on."""

import numpy as np
from whoosh.codec.whoosh3 import W3Codec
from whoosh.util.numeric import byte_to_length

from .codec import stored_postings
from .fields import Number, Words
from .postings import Postings

LENGTHS = np.array([byte_to_length(code) for code in range(256)], "f8")
NONE = np.array([], "i8")


class Arrays:
    """One state of the index, read as arrays over all its segments; documents are counted through."""

    def __init__(self, reader):
        self._leaves = [(leaf, base) for leaf, base in reader.leaf_readers() if leaf.doc_count_all()]
        self.size = reader.doc_count_all()
        self.alive = self._alive()
        fields = reader.schema.items()
        self._numbers = {
            name: self._column(name, ">i8").astype("i8")
            for name, field in fields
            if isinstance(field, Number)
        }
        self._lengths = {
            name: LENGTHS[self._column(f"_{name}_len", "u1")]
            for name, field in fields
            if isinstance(field, Words)
        }
        self._values: dict[str, dict[str, np.ndarray]] = {}

    def _alive(self) -> np.ndarray:
        """For every document whether it counts; the others were deleted or replaced."""
        alive = np.ones(self.size, bool)
        for leaf, base in self._leaves:
            alive[[base + document for document in leaf.segment().deleted_docs()]] = False
        return alive

    def documents(self, field: str, term: str) -> np.ndarray:
        """The documents that hold a term, in order."""
        return self.counts(field, term)[0]

    def counts(self, field: str, term: str) -> tuple[np.ndarray, np.ndarray]:
        """The documents that hold a term, in order, and how often each does."""
        found = self._postings(field, term)
        if not found:
            return NONE, NONE
        return (
            np.concatenate([postings.documents.astype("i8") + base for postings, base in found]),
            np.concatenate([postings.weights for postings, _ in found]),
        )

    def places(self, field: str, term: str) -> np.ndarray:
        """Where a term stands: document times 2**32 plus position, in order."""
        found = self._postings(field, term)
        if not found:
            return NONE
        return np.concatenate(
            [
                (np.repeat(postings.documents, postings.weights).astype("i8") + base << 32)
                + postings.positions
                for postings, base in found
            ]
        )

    def values(self, field: str) -> dict[str, np.ndarray]:
        """All terms of a field of few, each with the documents that hold it."""
        if field not in self._values:
            terms = {
                leaf.schema[field].from_bytes(term)
                for leaf, _ in self._leaves
                if field in leaf.indexed_field_names()
                for term in leaf.lexicon(field)
            }
            self._values[field] = {term: self.documents(field, term) for term in terms}
        return self._values[field]

    def numbers(self, field: str) -> np.ndarray:
        """A number column, document by document."""
        return self._numbers[field]

    def lengths(self, field: str) -> np.ndarray:
        """How many words the documents have in a field, nearly."""
        return self._lengths[field]

    def _postings(self, field: str, term: str) -> list[tuple[Postings, int]]:
        found = []
        for leaf, base in self._leaves:
            if postings := stored_postings(leaf, field, leaf.schema[field].to_bytes(term)):
                found.append((postings, base))
        return found

    def _column(self, name: str, dtype: str) -> np.ndarray:
        values = np.zeros(self.size, dtype)
        for leaf, base in self._leaves:
            file = W3Codec.column_filename(leaf.segment(), name)
            if leaf.storage().file_exists(file):
                with leaf.storage().open_file(file) as opened:
                    stored = np.frombuffer(opened.read(), dtype)
                values[base : base + len(stored)] = stored
        return values
