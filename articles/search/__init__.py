"""The search room. Everything else of the site asks here and nowhere deeper."""

from .fragments import Fragment
from .outbox import drain, wake
from .searching import FILTERS, SORTS, Hit, Results, search

__all__ = ["FILTERS", "SORTS", "Fragment", "Hit", "Results", "drain", "search", "wake"]
