"""Which words of the folio lines are the newspaper's name, and which the page's.

岚渡周末　长读 beside 5: the newspaper is the word that ends as newspapers' names do, that opens the page or
stands beside the date; the page's name is what stands beside the label.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from articles.folding import fold

from .folio import TABLE, FolioLine, is_title

SECTIONS = tuple(TABLE["section_endings"])
WEEKLIES = tuple(TABLE["weekly_endings"])
SUPPLEMENT = re.compile(rf"(.{{2,}}报)(?:{'|'.join(TABLE['supplement_endings'])})")
SECTION_NAME = re.compile(rf"(?:{'|'.join(SECTIONS)})+|.*(?:{'|'.join(TABLE['special_endings'])})")
DOT = re.compile("[·•‧・]")

# What speaks for a word as the newspaper's name; between equals the first on the page has it.
TITLE, WEEKLY, SECTION = 8, 3, -2  # by its ending: 日报; 周末; 新闻
OPENS, ALONE, BESIDE_DATE, REPEATED, ABOVE_LATIN, BEFORE_DOT = 2, 1, 2, 1, 2, 2
ENOUGH, ENOUGH_BESIDE = 2, -1  # the second where another word is known to be the page's name
SHORTEST = 3  # characters of a newspaper's name


def newspaper_of(lines: Sequence[FolioLine]) -> str | None:
    """The newspaper's name, as printed; None where no word can be told from a page's name."""
    worded = [line for line in lines if line.words]
    words = {word for line in worded for word in line.words}
    of_page = _words_of_page(lines, words)
    scores: dict[str, int] = {}
    seen: Counter[str] = Counter()
    for line, below in pairwise([*lines, FolioLine()]):
        for place, word in enumerate(line.words):
            opens = line is worded[0] and place == 0
            for name in _names_in(word):
                if name in of_page or is_section(name) or len(name) < SHORTEST:
                    continue
                score = _by_ending(name) + _by_place(line, below) + opens * _by_opening(line, bool(of_page))
                scores[name] = max(scores.get(name, score), score)
                seen[name] += 1
    for name in scores:
        scores[name] += REPEATED * min(seen[name] - 1, 2)
    best = max(scores, key=scores.__getitem__, default=None)
    if best is None or _by_ending(best) > 0:
        return best
    if words == {best}:
        # A page with one word: papers leave out the page's name sooner than their own.
        return best if any(line.dates or line.label for line in lines) else None
    return best if scores[best] >= (ENOUGH_BESIDE if of_page else ENOUGH) else None


def page_name_of(lines: Sequence[FolioLine], newspaper: str | None, front: bool) -> str | None:
    """The words beside the label; else words that stand alone. A front page has none but beside its label,
    or a section's name on the line after it."""
    labelled = [line for line in lines if line.label]
    if not labelled and not newspaper and not any(line.dates for line in lines):
        return None
    after = [line for before, line in pairwise(lines) if before.is_bare_label and not line.label]
    if front:
        others = [line for line in after if any(map(is_section, line.words))]
    else:
        others = [line for line in lines if not line.label]
        others.sort(key=lambda line: bool(line.dates))
    for line in (*labelled, *others):
        if name := _page_words(line, newspaper):
            return name
    return None


def _names_in(word: str) -> list[str]:
    """A word, and the newspaper's name that may stand at its head: 岚渡周末·长读, 东渡报副刊."""
    if match := SUPPLEMENT.fullmatch(fold(word)):
        return [word[: match.end(1)]]
    head = DOT.split(word)[0]
    if head != word:
        return [head]
    return [word]


def _words_of_page(lines: Sequence[FolioLine], words: set[str]) -> set[str]:
    """The words that are the page's name: sections; where there are none, what stands beside the label
    (06 芦笛), or on the next line."""
    sections = {word for word in words if is_section(word)}
    if sections:
        return sections
    beside = set()
    for before, line in pairwise([FolioLine(), *lines]):
        after_it = before.is_bare_label and len(words) > 1
        with_it = line.label and not (line.sure and line.left.lstrip().startswith(line.words))
        if not line.dates and len(line.words) == 1 and (with_it or after_it):
            beside |= {word for word in line.words if not is_title(word)}
    return beside


def is_section(word: str) -> bool:
    """综合新闻, 理论·深度, 五一特刊: what no newspaper is called."""
    return bool(DOT.search(word) or SECTION_NAME.fullmatch(fold(word)))


def _by_ending(name: str) -> int:
    if is_title(name):
        return TITLE
    if len(name) > 2 and fold(name).endswith(WEEKLIES):
        return WEEKLY
    return SECTION if fold(name).endswith(SECTIONS) else 0


def _by_place(line: FolioLine, below: FolioLine) -> int:
    alone = len(line.words) == 1 and not line.label
    score = ALONE * (alone and not line.dates) + BESIDE_DATE * bool(line.dates)
    return score + ABOVE_LATIN * (alone and below.latin)


def _by_opening(line: FolioLine, named: bool) -> int:
    """The page's first word: all the more the newspaper's where another is the page's name."""
    return OPENS + OPENS * named + BEFORE_DOT * bool(DOT.search(line.left))


def _page_words(line: FolioLine, newspaper: str | None) -> str | None:
    """The line's words that are not the newspaper's, with the blanks between them as printed."""
    words = [name for word in line.words if (name := _without(word, newspaper))]
    if not words:
        return None
    whole = re.search(r"\s+".join(map(re.escape, words)), line.left)
    return whole.group() if whole else words[0]


def _without(word: str, newspaper: str | None) -> str | None:
    """What a word leaves for the page's name; None if nothing."""
    if word == newspaper or word in TABLE["editions"]:
        return None
    if newspaper and word.startswith(newspaper):
        rest = word[len(newspaper) :]
        return DOT.sub("", rest[0]) + rest[1:] if DOT.match(rest) else None
    return None if is_title(word) else word
