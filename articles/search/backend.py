"""Haystack's Whoosh backend with Chinese fields, one searcher kept open, and writes that wait their turn."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.html import escape
from haystack import connections
from haystack.backends.whoosh_backend import WhooshEngine, WhooshSearchBackend
from haystack.constants import DJANGO_CT
from haystack.utils import get_identifier, get_model_ct

from . import _whoosh
from .documents import chains, passages
from .fragments import Finder, Fragment
from .matching import Arrays, Found, Narrowing, find
from .query import Query

LOCK_SECONDS = 60
EVERYTHING = "*:*"  # in Whoosh's words; its "*" goes through every term of a field


class IndexBusy(Exception):
    """Another process is writing to the index and did not finish in time."""


class ChineseWhooshBackend(WhooshSearchBackend):
    index: _whoosh.OpenIndex

    def setup(self):
        fields = connections[self.connection_alias].get_unified_index().all_searchfields()
        self.content_field_name, self.schema = self.build_schema(fields)
        self.parser = _whoosh.parser(self.content_field_name, self.schema)
        self.index = _whoosh.open_index(self.path, self.schema)
        self.storage = self.index.storage
        self.setup_complete = True

    def build_schema(self, fields):
        content = next(field.index_fieldname for field in fields.values() if field.document)
        return content, _whoosh.schema(fields.values())

    def open(self) -> _whoosh.OpenIndex:
        if not self.setup_complete:
            self.setup()
        return self.index

    def arrays(self) -> Arrays:
        """What the index holds now."""
        return self.open().arrays()

    def find(self, query: Query, narrowing: Narrowing, sort: str, start: int, stop: int) -> Found:
        """The façade's query."""
        return find(self.arrays(), query, narrowing, sort, start, stop)

    # Writing

    @contextmanager
    def writing(self, timeout: float | None = None) -> Iterator[_whoosh.Writing]:
        """All changes inside are written together or, on an error, not at all.

        Raises IndexBusy when another writer is still at work after `timeout` seconds, a minute as a rule.
        """
        try:
            writing = _whoosh.Writing(self.open(), LOCK_SECONDS if timeout is None else timeout)
        except _whoosh.LockError as error:
            raise IndexBusy from error
        try:
            yield writing
            writing.finish()
        except BaseException:
            writing.give_up()
            raise

    def update(self, index, iterable, commit=True):
        objects = list(iterable)
        with self.writing() as writing:
            writing.remove(map(get_identifier, objects))
            writing.add(index.prepare_all(objects))

    def remove(self, obj_or_string, commit=True):
        with self.writing() as writing:
            writing.remove([get_identifier(obj_or_string)])

    def clear(self, models=None, commit=True):
        with self.writing() as writing:
            if models is None:
                writing.remove_all()
            else:
                writing.remove_where(DJANGO_CT, map(get_model_ct, models))

    # Reading, as Haystack's own queries do it

    def search(self, query_string, **kwargs):
        if query_string == "*":
            query_string = EVERYTHING
        elif len(query_string) == 1:
            query_string = f"({query_string})"  # Haystack answers no query of one character
        with self.open().held():
            return super().search(query_string, **kwargs)

    def _process_results(self, raw_page, highlight=False, query_string="", **kwargs):
        processed = super()._process_results(raw_page, query_string=query_string, **kwargs)
        if highlight:
            query = self.parser.parse(query_string)
            needles = list(dict.fromkeys(_whoosh.needles(query, self.content_field_name)))
            articles = [result.object for result in processed["results"]]
            chain = chains(article for article in articles if article)
            for result, article in zip(processed["results"], articles, strict=True):
                finder = Finder(needles, passages(chain[article.pk]) if article else [])
                result.highlighted = {self.content_field_name: list(map(_emphasised, finder.fragments()))}
        return processed


def _emphasised(fragment: Fragment) -> str:
    """A fragment as Haystack hands out highlighted text: escaped, with its matches in <em>."""
    pieces, end = [], 0
    for start, stop in fragment.spans:
        pieces += [escape(fragment.text[end:start]), f"<em>{escape(fragment.text[start:stop])}</em>"]
        end = stop
    return "".join([*pieces, escape(fragment.text[end:])])


class ChineseWhooshEngine(WhooshEngine):
    backend = ChineseWhooshBackend
