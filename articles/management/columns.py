"""Text in a terminal's columns: a Chinese character takes two, a combining mark none."""

import unicodedata
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

WIDE = ("W", "F")
UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")  # would move the cursor, turn the line or show nothing
STAND_IN = "·"


def visible(text: str) -> str:
    """The text on one line, with a stand-in for every character that a terminal would act upon.

    >>> visible("山\\u200b花\\t开")
    '山·花 开'
    """
    return "".join(
        " " if char in "\t\n" else STAND_IN if unicodedata.category(char) in UNSEEN else char for char in text
    )


def width(text: str) -> int:
    """Columns that the text takes.

    >>> width("第3版 ａ")
    8
    """
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in WIDE else 1


def pad(text: str, columns: int) -> str:
    """The text and as many blanks as fill the columns."""
    return text + " " * (columns - width(text))


def beginning(text: str, columns: int) -> str:
    """As much of the text's beginning as the columns hold."""
    taken = 0
    for index, char in enumerate(text):
        taken += _columns(char)
        if taken > columns:
            return text[:index]
    return text


def shorten(text: str, columns: int) -> str:
    """The text; if the columns do not hold it, its beginning and its end, and how much stands between.

    >>> shorten("山花开" * 20, 30)
    '山花开山花开…（略 52 字）…花开'
    """
    if width(text) <= columns:
        return text
    room = columns - width(_left_out(len(text)))
    end = beginning(text[::-1], room // 3)[::-1]
    start = beginning(text, room - width(end))
    return f"{start}{_left_out(len(text) - len(start) - len(end))}{end}"


def _left_out(count: int) -> str:
    return _("…（略 %(count)s 字）…") % {"count": count}


def wrap(items: Iterable[str], columns: int, between: str = "") -> Iterator[str]:
    """The items in lines; one is broken only where it is wider than a line.

    >>> list(wrap(["沈青禾", "罗大川", "江河"], 14, "、"))
    ['沈青禾、罗大川', '江河']
    """
    line = ""
    for item in items:
        if line and width(line + between + item) > columns:
            yield line
            line = ""
        line = f"{line}{between}{item}" if line else item
        while width(line) > columns:
            start = beginning(line, columns)
            yield start
            line = line[len(start) :]
    if line:
        yield line
