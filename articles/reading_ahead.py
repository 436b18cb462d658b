"""Pages are read by processes of their own, ahead of the one that is being written.

A worker is a fresh interpreter that knows the pure rooms and opens no database. Over its standard input
it gets the register once and then page after page; over its standard output it gives a reading for each.
It is in a session of its own, so that Ctrl-C at a terminal stops the run and not the workers first, and
ends when its input does.
"""

import os
import pickle
import subprocess
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from .reading import PageReading, Register, read
from .segmentation import Pin
from .transcription import PageText

Thing = TypeVar("Thing")
Begun = TypeVar("Begun")
Promise = Callable[[], PageReading]  # waits for a page's reading; raises what reading it raised
Answer = tuple[PageReading | None, tuple[str, str] | None]  # a reading, or an error and its traceback

ROOT = Path(__file__).resolve().parent.parent
# `newsroom` keeps linear algebra to one thread, and must be first.
PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
import newsroom
from articles.reading_ahead import serve
serve()
"""
MOST = 8  # processes, unless more are asked for: one writer does not keep up with more
PAGES_EACH = 4  # a process takes about as long to start as four pages to read
AHEAD = 3  # pages for each process that are begun before their turn


class ReadingFailed(Exception):
    """Reading a page raised an error in a worker; the message names it."""


class ReaderDied(Exception):
    """The worker ended in the middle of a page; the message is its exit status, -9 if it was killed."""


def usual_processes() -> int:
    """As many as there are processors for this process, at most `MOST`."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), MOST)
    return min(os.cpu_count() or 1, MOST)


class Readers:
    """Reads pages under one register: in up to `processes` workers, or in this process if it is one or
    there are too few `pages` for more. Workers start with the first pages that need them."""

    def __init__(self, register: Register, processes: int, pages: int) -> None:
        self._register = register
        processes = min(processes, pages // PAGES_EACH)
        self._crew = _Crew(register, processes) if processes > 1 else None
        self._ahead = AHEAD * processes if self._crew else 0

    def begin(self, page: PageText, pins: Sequence[Pin] = ()) -> Promise:
        """Let a page be read; what is given back waits for it. In this process it is read only then."""
        if self._crew:
            return self._crew.begin(page, tuple(pins)).result
        return partial(read, page, tuple(pins), self._register)

    def ahead(
        self, begin: Callable[[Thing], Begun], things: Iterable[Thing]
    ) -> Iterator[Callable[[], Begun]]:
        """For every thing, in order, what gives back that which `begin` made of it some things before its
        turn, or raises what `begin` raised."""
        waiting: deque[Future] = deque()
        for thing in things:
            waiting.append(begun := Future())
            try:
                begun.set_result(begin(thing))
            except Exception as error:
                begun.set_exception(error)
            if len(waiting) > self._ahead:
                yield waiting.popleft().result
        while waiting:
            yield waiting.popleft().result

    def __enter__(self) -> "Readers":
        return self

    def __exit__(self, *error: object) -> None:
        if self._crew:
            self._crew.dismiss()


class _Crew:
    """The workers of a run, and a thread for each that waits for its answers."""

    def __init__(self, register: Register, size: int) -> None:
        self._register = pickle.dumps(register)
        self._threads = ThreadPoolExecutor(size)
        self._workers: list[_Worker] = []
        self._idle: list[_Worker] = []
        self._lock = threading.Lock()
        self._dismissed = False

    def begin(self, page: PageText, pins: tuple[Pin, ...]) -> "Future[PageReading]":
        return self._threads.submit(self._read, page, pins)

    def dismiss(self) -> None:
        """End all workers, whatever they are at."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            self._dismissed = True
            for worker in self._workers:
                worker.process.kill()
        self._threads.shutdown()
        for worker in self._workers:
            worker.end()

    def _read(self, page: PageText, pins: tuple[Pin, ...]) -> PageReading:
        with self._lock:
            self._idle = [worker for worker in self._idle if worker.process.poll() is None]
            worker = self._idle.pop() if self._idle else self._hire()
        reading, failure = worker.ask(page, pins)
        with self._lock:
            self._idle.append(worker)
        if failure:
            error = ReadingFailed(failure[0])
            error.add_note(failure[1])
            raise error
        return reading

    def _hire(self) -> "_Worker":
        if self._dismissed:
            raise ReaderDied
        self._workers.append(worker := _Worker(self._register))
        return worker


class _Worker:
    """A process that reads pages; this side of its pipes."""

    def __init__(self, register: bytes) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, ROOT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self._before = register  # goes out with the first page

    def ask(self, page: PageText, pins: tuple[Pin, ...]) -> Answer:
        """Raises ReaderDied."""
        try:
            self.process.stdin.write(self._before + pickle.dumps((page, pins)))
            self.process.stdin.flush()
            self._before = b""
            return pickle.load(self.process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError):
            raise ReaderDied(self.end()) from None

    def end(self) -> int:
        """Wait for the process, which gets no more pages: its exit status."""
        self.process.communicate()
        return self.process.returncode


def serve() -> None:
    """Be a worker."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints something does not print it among the answers
    register = pickle.load(requests)
    while True:
        try:
            page, pins = pickle.load(requests)
        except EOFError:
            return
        try:
            answers.write(_answer(page, pins, register))
            answers.flush()
        except BrokenPipeError:  # the run is over, nobody waits for it
            os._exit(1)


def _answer(page: PageText, pins: tuple[Pin, ...], register: Register) -> bytes:
    """An `Answer`, pickled."""
    try:
        return pickle.dumps((read(page, pins, register), None))
    except Exception as error:
        return pickle.dumps((None, (f"{type(error).__name__}: {error}", traceback.format_exc())))
