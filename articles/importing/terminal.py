"""A run at the terminal: a bar while it goes on, lines when it is through."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.core.management import CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from articles.reading_ahead import usual_processes

from .report import Report
from .telling import summary, troubles


class BarOnTerminal:
    """Progress of a list: a bar if a person is looking, nothing otherwise."""

    def __init__(self, label: str) -> None:
        self.label = label

    def __call__(self, things: list) -> Iterable:
        return tqdm(things, desc=self.label, unit="版", disable=not sys.stderr.isatty(), file=sys.stderr)


def add_processes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--processes",
        type=_count,
        default=usual_processes(),
        metavar="N",
        help="read in up to N processes (default: one a processor, at most 8; 1: in this one alone)",
    )


def _count(said: str) -> int:
    if not said.isdecimal() or int(said) < 1:
        raise argparse.ArgumentTypeError(f"{said!r} is not a number of processes")
    return int(said)


@contextmanager
def can_be_broken_off() -> Iterator[None]:
    """Ctrl-C ends a command with a word on what that means."""
    try:
        yield
    except KeyboardInterrupt:
        said = _("已中断。写好的版面都保留着，再运行一次即可接着做。")
        raise CommandError(said, returncode=130) from None


def tell(report: Report, out, err) -> None:
    """Troubles go to stderr, the summary to stdout."""
    for line in troubles(report):
        err.write(line)
    out.write(summary(report))
