"""The pages that a jump names: 下转第3版, 上接A01版《…》."""

import re
from collections.abc import Sequence

from articles.folding import fold

from .drafts import Block, Role
from .numerals import NUMERAL, arabic

# 版 may be left out after a section's letter: 文转A6.
PAGE = rf"(?:第?\s*([a-z]{{0,2}}\d{{1,3}}|{NUMERAL}{{1,3}})\s*[版页]|第?\s*([a-z]\d{{1,3}})(?!\d))"
# `(接3月15日4版)` goes on from another day's paper: no jump within this issue.
TO = re.compile(rf"(?:[下文]\s*[转接]|紧接|[转续])\s*[至到入见]?\s*{PAGE}")
FROM = re.compile(rf"(?:[上文]\s*接|紧接|承接|[接续])\s*自?\s*{PAGE}")
# A jump in a block of another role stands at the article's very end, or at its very start.
LAST = re.compile(rf"(?:下\s*[转接]|紧接|文转)\s*{PAGE}\W*$")
FIRST = re.compile(rf"^\W*(?:上\s*接|紧接)\s*{PAGE}|(?:上\s*接|紧接)\s*{PAGE}\W*$")  # 渡口的灯　上接1版
NAMED = re.compile(r"[《〈“「『](.{2,40}?)[》〉”」』]")

OPENING = {Role.LEAD, Role.COLUMN, Role.KICKER, Role.HEADLINE, Role.DECK, Role.PARAGRAPH}


def jump_labels(text: str, blocks: Sequence[Block]) -> tuple[str | None, str | None]:
    """The labels of the page that an article goes on on, and of the one that it comes from."""
    lead, tail = (
        "".join(text[block.start : block.end] for block in blocks if block.role == role)
        for role in (Role.LEAD, Role.TAIL)
    )
    to = TO.search(fold(tail))
    came = FROM.search(fold(lead))
    if not to and (last := [block for block in blocks if block.role != Role.END_MARK]):
        to = LAST.search(fold(text[last[-1].start : last[-1].end]))
    if not came:
        first = next((block for block in blocks if block.role in OPENING), None)
        came = first and FIRST.search(fold(text[first.start : first.end]))
    return _label(to), _label(came)


def named_headline(lead: str) -> str | None:
    """The headline that a jump names: 上接第一版《…》.

    >>> named_headline("（上接第一版《渡口的灯》）")
    '渡口的灯'
    """
    found = FROM.search(fold(lead))
    named = NAMED.match(lead, found.end()) if found else None
    return named.group(1) if named else None


def _label(found: re.Match[str] | None) -> str | None:
    if not found:
        return None
    label = next(filter(None, found.groups()))
    return label.upper() if label[-1].isdigit() else str(arabic(label))
