"""Several statements about one page, strongest first, become one; where they differ, it is said."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from articles.folding import fold

from .labels import label_key
from .page_text import Given

PRECISIONS = ("day", "month", "year")
FIELD_NAMES = {
    "newspaper": "报纸",
    "date": "日期",
    "edition": "版别",
    "label": "版次",
    "page_name": "版名",
}


class Statement(NamedTuple):
    """What one source says; `source` names it in a sentence: 选项, 清单, 路径, 报头."""

    source: str
    given: Given


def combine(statements: Iterable[Statement]) -> Given:
    """One Given, each field from the first that states it; a date also from a later, more precise one
    that agrees with it."""
    statements = list(statements)
    values: dict[str, object] = {}
    sentences = [sentence for statement in statements for sentence in statement.given.contradictions]
    for field in FIELD_NAMES:
        stated = [statement for statement in statements if getattr(statement.given, field) is not None]
        if not stated:
            continue
        best = stated[0]
        for other in stated[1:]:
            if not agree(best.given, other.given, field):
                sentences.append(_contradiction(field, best, other))
            elif field == "date" and _more_precise(other.given, best.given):
                best = other
        values[field] = getattr(best.given, field)
        if field == "date":
            values["date_precision"] = best.given.date_precision
    return Given(**values, contradictions=tuple(dict.fromkeys(sentences)))


def agree(one: Given, other: Given, field: str) -> bool:
    """Whether two statements of a field can both be true."""
    mine, theirs = getattr(one, field), getattr(other, field)
    if field == "date":
        precision = max(one.date_precision, other.date_precision, key=PRECISIONS.index)
        return _parts(mine, precision) == _parts(theirs, precision)
    if field == "label":
        return label_key(mine) == label_key(theirs)
    return plain(mine) == plain(theirs)


def plain(name: str) -> str:
    """A name for comparing: folded, without white space and book-title marks.

    >>> plain("《僑聲 日報》") == plain("侨声日报")
    True
    """
    return "".join(char for char in fold(name) if not char.isspace() and char not in "《》")


def _more_precise(one: Given, other: Given) -> bool:
    return PRECISIONS.index(one.date_precision) < PRECISIONS.index(other.date_precision)


def _parts(date: datetime.date, precision: str) -> tuple[int, ...]:
    return (date.year, date.month, date.day)[: {"day": 3, "month": 2, "year": 1}[precision]]


def shown(given: Given, field: str) -> str:
    """A stated value as a reader writes it."""
    value = getattr(given, field)
    if field == "date":
        return "-".join(f"{part:02}" for part in _parts(value, given.date_precision))
    return str(value)


def _contradiction(field: str, believed: Statement, other: Statement) -> str:
    return (
        f"{FIELD_NAMES[field]}说法不一：{believed.source}为“{shown(believed.given, field)}”，"
        f"{other.source}为“{shown(other.given, field)}”；取前者。"
    )
