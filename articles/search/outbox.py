"""The outbox: what was changed in the database is taken over into the index, in order and for certain.

Whoever changes rows marks articles in `IndexTask` in the same transaction. A drain takes the index's
lock first and reads tasks and rows after it, so what it writes is never older than what another drain
wrote; it deletes the tasks that it read once the index is written. If it dies in between, the tasks
are still there, and indexing an article twice does no harm.
"""

import logging
import threading

from django.db import connection
from django.db import connections as databases
from haystack import connections

from articles.models import Article, IndexTask

from .backend import IndexBusy

log = logging.getLogger(__name__)

BATCH = 500  # tasks that are read and written together
IN_A_REQUEST = 200  # tasks that a reader's or editor's request waits for
PATIENCE_IN_A_REQUEST = 2.0  # seconds to wait for another writer


def drain(limit: int | None = None, *, patience: float | None = None) -> int:
    """Bring the index up to date with the tasks that wait, at most `limit` of them; how many were done.

    If another writer is at work for longer than `patience` seconds, a minute as a rule, the rest waits
    for the next drain.
    """
    done = 0
    while limit is None or done < limit:
        size = BATCH if limit is None else min(BATCH, limit - done)
        try:
            count = _drain_some(size, patience)
        except IndexBusy:
            log.warning("The index is being written by another process; its tasks wait for the next drain.")
            break
        done += count
        if count < size:
            break
    return done


def _drain_some(size: int, patience: float | None) -> int:
    if not IndexTask.objects.exists():
        return 0
    backend = connections["default"].get_backend()
    index = connections["default"].get_unified_index().get_index(Article)
    with backend.writing(patience) as writing:
        tasks = dict(IndexTask.objects.order_by("pk").values_list("pk", "article_number")[:size])
        numbers = sorted(set(tasks.values()))
        shown = index.index_queryset().filter(pk__in=numbers).order_by("pk")
        writing.remove(index.identity(number)["id"] for number in numbers)
        writing.add(index.prepare_all(shown))
    IndexTask.objects.filter(pk__in=list(tasks)).delete()
    return len(tasks)


def wake() -> None:
    """Drain what a change has left: some of it now, the rest in a thread of this process. Never raises.

    Meant for `transaction.on_commit`.
    """
    try:
        done = drain(IN_A_REQUEST, patience=PATIENCE_IN_A_REQUEST)
        # A thread of its own sees nothing that this connection has not committed.
        if not connection.in_atomic_block and (done == IN_A_REQUEST or IndexTask.objects.exists()):
            _drain_in_background()
    except Exception:
        log.exception("The index could not be brought up to date; its tasks wait for the next drain.")


_working = threading.Lock()


def _drain_in_background() -> None:
    """One thread a process; another that is asked for meanwhile is not needed."""
    if _working.acquire(blocking=False):
        threading.Thread(target=_work, name="index-drain", daemon=True).start()


def _work() -> None:
    try:
        drain()
    except Exception:
        log.exception("The index could not be brought up to date; its tasks wait for the next drain.")
    finally:
        _working.release()
        databases.close_all()
