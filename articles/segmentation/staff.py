"""The editors' line: 责编 柳 下　美编 石小渡　校对：高 明. Its people belong to the page, to no article."""

import re
from itertools import zip_longest

from articles.folding import fold

from .folio import SERVICE, TABLE

TASK = re.compile(
    rf"(?<![㐀-鿿])(?:本版|本期|今日|实习|电脑|图片)?(?:{'|'.join(TABLE['staff'])})(?!部|室|组|出版|委员会)"
)
BETWEEN = re.compile(r"[\s:、,;/|·&和]+")
NAME = re.compile(r"[㐀-鿿]{1,4}")
LATIN_NAME = re.compile(r"[A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*)*")


def staff_in(printed: str) -> list[tuple[str, tuple[str, ...]]]:
    """Tasks and names of a line, as printed, names without inner blanks.

    >>> staff_in("责编 柳 下　美编 石小渡 校对：高明")
    [('责编', ('柳下',)), ('美编', ('石小渡',)), ('校对', ('高明',))]
    """
    folded = fold(printed)
    tasks = list(TASK.finditer(folded))
    found = []
    for task, after in zip_longest(tasks, tasks[1:]):
        end = after.start() if after else len(printed)
        if names := _names(printed[task.end() : end]):
            found.append((printed[task.start() : task.end()], names))
    return found


def _names(said: str) -> tuple[str, ...]:
    """The names up to the first word that is none (a telephone, an address)."""
    if latin := LATIN_NAME.fullmatch(said.strip(" :：　")):
        return (latin.group(),)
    names: list[str] = []
    singles: list[str] = []
    for token in filter(None, BETWEEN.split(fold_marks(said))):
        if not NAME.fullmatch(token) or SERVICE.search(fold(token)):
            break
        if len(token) == 1:
            singles.append(token)
        elif len(singles) == 1 and len(token) == 2:
            names.append(singles.pop() + token)  # 尹 晓芸
        else:
            names += [*_spread(singles), token]
            singles = []
    return (*names, *_spread(singles))


def fold_marks(said: str) -> str:
    """Full-width colons and commas as half-width ones; names keep their script."""
    return said.translate({ord("："): ":", ord("，"): ",", ord("；"): ";", ord("　"): " "})


def _spread(singles: list[str]) -> list[str]:
    """Names whose characters are set apart: two or three are one name, four are two."""
    size = 2 if len(singles) > 3 and len(singles) % 2 == 0 else 3
    return ["".join(singles[i : i + size]) for i in range(0, len(singles), size)]
