"""All that is Whoosh's own (with `_codec`): field types, an index kept open, and the arrays read from it."""

from collections import Counter, defaultdict
from functools import cached_property

import numpy as np
from whoosh.codec.whoosh3 import W3Codec
from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, FieldType
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Existence
from whoosh.index import EmptyIndexError, FileIndex, LockError
from whoosh.query import And, NullQuery, Phrase, Term
from whoosh.searching import Searcher
from whoosh.util.filelock import try_for
from whoosh.util.numeric import byte_to_length
from whoosh.writing import CLEAR

from . import analysis
from ._codec import ArrayWriter, Places, Postings, stored_postings

__all__ = ["CLEAR", "Characters", "LockError", "OpenIndex", "Terms", "Words", "number_column", "open_index"]

NAME = "archive1"  # count up when fields, codec or analyser change: an index of another name is not read
CREATION_SECONDS = 20
LENGTHS = np.array([byte_to_length(code) for code in range(256)], "f8")
NONE = np.array([], "i8")


class _OwnField(FieldType):
    """A field whose text is analysed here and never by Whoosh's tokens."""

    analyzer = None
    stored = unique = False
    vector = None

    def __init__(self):
        pass

    def to_bytes(self, value):
        return value if isinstance(value, bytes) else value.encode("utf-8")

    def from_bytes(self, value):
        return value.decode("utf-8")

    def self_parsing(self):
        return True


class Characters(_OwnField):
    """Single characters with their positions; a value is a list of paragraphs, with a gap between them."""

    format = Places()
    scorable = False

    def index(self, value, **kwargs):
        places, place = defaultdict(list), 0
        for paragraph in value:
            for char in analysis.characters(paragraph):
                places[char].append(place)
                place += 1
            place += 1
        for char, found in places.items():
            yield self.to_bytes(char), len(found), float(len(found)), np.array(found, "<u4").tobytes()

    def process_text(self, text, mode="", tokenize=True, **kwargs):
        return list(analysis.characters(text)) if tokenize else [analysis.characters(text)]

    def parse_query(self, fieldname, qstring, boost=1.0):
        return Phrase(fieldname, self.process_text(qstring), boost=boost).normalize()


class Words(_OwnField):
    """Words with how often they stand there; a value is a list of texts."""

    format = Existence()
    scorable = True

    def index(self, value, **kwargs):
        counts = Counter(word for text in value for word in analysis.words(text))
        for word, count in counts.items():
            yield self.to_bytes(word), count, float(count), b""

    def process_text(self, text, mode="", tokenize=True, **kwargs):
        return analysis.plain_words(text) if tokenize else [analysis.characters(text)]

    def parse_query(self, fieldname, qstring, boost=1.0):
        terms = [Term(fieldname, word, boost=boost) for word in self.process_text(qstring)]
        return And(terms).normalize() if terms else NullQuery


class Terms(_OwnField):
    """Whole values, each as it is; a value is a list of them."""

    format = Existence()
    scorable = False

    def index(self, value, **kwargs):
        for term in dict.fromkeys(value):
            yield self.to_bytes(term), 1, 1.0, b""

    def process_text(self, text, mode="", tokenize=True, **kwargs):
        return [text]

    def parse_query(self, fieldname, qstring, boost=1.0):
        return Term(fieldname, qstring, boost=boost)


def number_column():
    """Whole numbers that are not searched for, but sorted and compared by; 0 for none."""
    return COLUMN(NumericColumn("q", default=0))


class _KeptSearcher(Searcher):
    """A searcher that Haystack closes after every query, and that stays open all the same."""

    def close(self):
        pass

    def discard(self):
        super().close()


class OpenIndex(FileIndex):
    """An index that keeps one searcher open, and opens another only when the index has changed.

    Haystack makes one of these a thread.
    """

    _kept: _KeptSearcher | None = None
    _generation = -1

    def searcher(self, **kwargs):
        generation = self.latest_generation()
        if self._kept is None or generation != self._generation:
            former, self._kept = self._kept, _KeptSearcher(self.reader(), fromindex=self)
            self._generation = generation
            self.__dict__.pop("_arrays", None)
            if former is not None:
                former.discard()
        return self._kept

    def arrays(self) -> "Arrays":
        """What the index holds now, as arrays."""
        self.searcher()
        return self._arrays

    @cached_property
    def _arrays(self) -> "Arrays":
        return Arrays(self._kept.reader())

    def doc_count(self):
        return self.searcher().doc_count()

    def doc_count_all(self):
        return self.searcher().doc_count_all()

    def writer(self, timeout: float = 0.0, **kwargs) -> ArrayWriter:
        """A writer. Raises LockError when another one is still at work after `timeout` seconds."""
        return ArrayWriter(self, timeout=timeout, **kwargs)


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


class Arrays:
    """One state of the index, read as arrays over all its segments; documents are counted through."""

    def __init__(self, reader):
        self._leaves = [(leaf, base) for leaf, base in reader.leaf_readers() if leaf.doc_count_all()]
        self.size = reader.doc_count_all()
        self._columns: dict[str, np.ndarray] = {}
        self._values: dict[str, dict[str, np.ndarray]] = {}

    @cached_property
    def alive(self) -> np.ndarray:
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
        if field not in self._columns:
            self._columns[field] = self._column(field, ">i8").astype("i8")
        return self._columns[field]

    def lengths(self, field: str) -> np.ndarray:
        """How many words the documents have in a field, nearly."""
        name = f"_{field}_len"
        if name not in self._columns:
            self._columns[name] = LENGTHS[self._column(name, "u1")]
        return self._columns[name]

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
