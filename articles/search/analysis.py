"""The one analyser: what indexes a text also reads a query.

A text is folded, character for one character; then it is taken apart in two ways. `characters`
serves exactness: everything but white space, in order. `words` serves ranking: jieba's words in
search mode (创新工作室 gives 创新, 工作, 工作室 …), without punctuation.
"""

import re
from collections.abc import Sequence
from functools import cache

from articles.folding import fold

# White space, control characters and characters that are never seen are not there for a search.
SKIPPED = re.compile(
    "[\\s\x00-\x1f\x7f-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+"
)
WORD = re.compile(r"\w")


def characters(text: str) -> str:
    """The folded characters of a text that a search sees.

    >>> characters("臺北 ＡＢ\\n鍾先生")
    '台北ab钟先生'
    """
    return SKIPPED.sub("", fold(text))


def located_characters(text: str) -> tuple[str, Sequence[int]]:
    """`characters(text)`, and where in `text` each of them stands.

    >>> located_characters("臺 北")
    ('台北', [0, 2])
    """
    folded = fold(text)
    if not SKIPPED.search(folded):
        return folded, range(len(folded))
    places = [place for place, char in enumerate(folded) if not SKIPPED.match(char)]
    return "".join(folded[place] for place in places), places


def words(text: str) -> list[str]:
    """The words of a text for ranking, overlapping ones too."""
    return [word for word in _cutter().cut_for_search(fold(text)) if WORD.search(word)]


def plain_words(text: str) -> list[str]:
    """The words of a text in order, none overlapping another."""
    return [word for word in _cutter().cut(fold(text)) if WORD.search(word)]


@cache
def _cutter():
    """rjieba cuts as jieba does; its dictionary takes a moment to load, so it waits for the first text."""
    import rjieba

    return rjieba
