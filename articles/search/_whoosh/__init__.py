"""All that is Whoosh's own: field types, postings as arrays, an index kept open, changes under its lock."""

from .index import LockError, OpenIndex, open_index
from .reading import needles, parser
from .schema import schema
from .writer import Writing

__all__ = ["LockError", "OpenIndex", "Writing", "needles", "open_index", "parser", "schema"]
