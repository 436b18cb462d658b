"""From the fields that Haystack knows to Whoosh's."""

from collections.abc import Iterable

from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from whoosh.fields import DATETIME, Schema
from whoosh.fields import ID as WHOOSH_ID

from .fields import Characters, Number, Terms, Words

TYPES = {
    "characters": Characters,
    "words": Words,
    "terms": Terms,
    "number": Number,
    "date": lambda: DATETIME(sortable=True),
}


def schema(fields: Iterable) -> Schema:
    """The schema for these fields of a Haystack index; only what Haystack asks back is stored."""
    own = {
        ID: WHOOSH_ID(stored=True, unique=True),
        DJANGO_CT: WHOOSH_ID(stored=True),
        DJANGO_ID: WHOOSH_ID(stored=True),
    }
    return Schema(**own, **{field.index_fieldname: TYPES[field.field_type]() for field in fields})
