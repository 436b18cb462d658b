"""The cells of a table's printed row."""

import re

PIPE = re.compile(r"\|")
WIDE = re.compile(r"\t|[ 　]{2,}|　")


def cells(row: str) -> list[tuple[int, int]]:
    """Start and end of every cell: between pipes, else between tabs or wide gaps.

    >>> row = "| 县区 | 户数 |"
    >>> [row[start:end] for start, end in cells(row)]
    ['县区', '户数']
    >>> row = "县区  户数"
    >>> [row[start:end] for start, end in cells(row)]
    ['县区', '户数']
    """
    gaps = [match.span() for match in (PIPE if "|" in row else WIDE).finditer(row)]
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(row)]
    spans = [_trimmed(row, start, end) for start, end in zip(starts, ends, strict=True)]
    # The row's own edges are no cells.
    if len(spans) > 1 and spans[0][0] == spans[0][1]:
        spans = spans[1:]
    if len(spans) > 1 and spans[-1][0] == spans[-1][1]:
        spans = spans[:-1]
    return spans


def _trimmed(row: str, start: int, end: int) -> tuple[int, int]:
    cell = row[start:end]
    start += len(cell) - len(cell.lstrip())
    return start, max(start, start + len(cell.strip()))
