"""Haystack's query strings: how they are parsed, and what they look for."""

from collections.abc import Iterator

from whoosh.fields import Schema
from whoosh.qparser import QueryParser
from whoosh.query import Phrase, Query


def parser(content: str, schema: Schema) -> QueryParser:
    return QueryParser(content, schema=schema)


def needles(query: Query, content: str) -> Iterator[str]:
    """The strings of characters that a query looks for in the field of contents."""
    if isinstance(query, Phrase):
        yield "".join(query.words)
    elif query.is_leaf():
        yield from (text for field, text in query.terms() if field == content)
    else:
        for child in query.children():
            yield from needles(child, content)
