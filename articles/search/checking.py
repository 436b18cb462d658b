"""Whether index and database agree, and what to do where they don't."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from haystack import connections

from articles.models import Article, IndexTask

from .outbox import drain

BATCH = 500  # articles that are read from the database together


@dataclass(frozen=True)
class Differences:
    """Numbers of articles: shown and not found, found and not shown, found more than once."""

    missing: list[int] = field(default_factory=list)
    surplus: list[int] = field(default_factory=list)
    doubled: list[int] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.missing or self.surplus or self.doubled)


def differences() -> Differences:
    arrays = connections["default"].get_backend().arrays()
    indexed = Counter(arrays.numbers("number")[arrays.alive].tolist())
    shown = set(Article.objects.visible_to(None).values_list("number", flat=True))
    return Differences(
        sorted(shown - set(indexed)),
        sorted(set(indexed) - shown),
        sorted(number for number, times in indexed.items() if times > 1),
    )


def repair(found: Differences) -> None:
    """Index the articles anew in which index and database differ."""
    IndexTask.objects.mark({*found.missing, *found.surplus, *found.doubled})
    drain()


def rebuild(tell: Callable[[int], None] = lambda count: None) -> int:
    """Write the whole index anew; how many articles it holds. Readers use the former one until the end.

    `tell` is called with the number of articles that were just added.
    """
    backend = connections["default"].get_backend()
    index = connections["default"].get_unified_index().get_index(Article)
    total, last = 0, 0
    with backend.writing() as writing:
        writing.remove_all()
        while batch := list(index.index_queryset().filter(pk__gt=last).order_by("pk")[:BATCH]):
            writing.add(index.prepare_all(batch))
            last, total = batch[-1].pk, total + len(batch)
            tell(len(batch))
    drain()
    return total
