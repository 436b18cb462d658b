"""Field types whose texts the room's own analyser takes apart, never Whoosh's tokens."""

from collections import Counter, defaultdict

import numpy as np
from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, FieldType
from whoosh.formats import Existence
from whoosh.query import And, NullQuery, Phrase, Term

from articles.search import analysis

from .codec import Places


class OwnField(FieldType):
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


class Characters(OwnField):
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


class Words(OwnField):
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


class Terms(OwnField):
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


class Number(COLUMN):
    """A whole number that is not searched for, but sorted and compared by; 0 for none."""

    def __init__(self):
        super().__init__(NumericColumn("q", default=0))
