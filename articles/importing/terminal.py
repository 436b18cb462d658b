"""A run at the terminal: a bar while it goes on, lines when it is through."""

import sys
from collections.abc import Iterable

from tqdm import tqdm

from .report import Report
from .telling import summary, troubles


class BarOnTerminal:
    """Progress of a list: a bar if a person is looking, nothing otherwise."""

    def __init__(self, label: str) -> None:
        self.label = label

    def __call__(self, things: list) -> Iterable:
        return tqdm(things, desc=self.label, unit="版", disable=not sys.stderr.isatty(), file=sys.stderr)


def tell(report: Report, out, err) -> None:
    """Troubles go to stderr, the summary to stdout."""
    for line in troubles(report):
        err.write(line)
    out.write(summary(report))
