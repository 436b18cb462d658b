"""The pages that a jump names: 下转第3版, 上接A01版."""

import re
from collections.abc import Sequence

from articles.folding import fold

from .drafts import Block, Role
from .numerals import arabic

PAGE = r"第?\s*([a-z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版"
TO = re.compile(rf"(?:下转|转)\s*{PAGE}")
# `(接3月15日4版)` goes on from another day's paper: no jump within this issue.
FROM = re.compile(rf"(?:紧接|上接)\s*{PAGE}")


def jump_labels(text: str, blocks: Sequence[Block]) -> tuple[str | None, str | None]:
    """The labels of the page that an article goes on on, and of the one that it comes from."""
    return _label(TO, text, blocks, Role.TAIL), _label(FROM, text, blocks, Role.LEAD)


def _label(pattern: re.Pattern[str], text: str, blocks: Sequence[Block], role: Role) -> str | None:
    printed = "".join(text[block.start : block.end] for block in blocks if block.role == role)
    found = pattern.search(fold(printed))
    if not found:
        return None
    label = found.group(1)
    return label.upper() if label[-1].isdigit() else str(arabic(label))
