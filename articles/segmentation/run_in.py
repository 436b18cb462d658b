"""Subheads that run in: the first words of a paragraph, set apart by brackets, bold type or parallel form."""

import re
from collections.abc import Sequence

LOOK = 60  # characters at a paragraph's start
BRACKETED = re.compile(r"\s*\**【[^】]{1,24}】\**(?=\s*\S)")
BOLD = re.compile(r"\s*\*\*([^*“”\"]{1,2}|[^*“”\"][^*]{1,22}[^*:“”\"])\*\*(?=\s*[^\s:(*])")
SPOKEN = re.compile(r"(?:问|答|记者|主持人?|说|介绍)\Z")
SPACED = re.compile(r"\s*[●■▲◆◇○◎△]?([^\s,。;:!?、|]{2,8})[ \t　]{1,2}(?=[^\s])")
SENTENCE = re.compile(r"\s*((?![(第\d]|[一二三四五六七八九十]+[是、,.])[^,。;:!?、]{3,14}。)(?=[^\s”’)])")
LEAST_TEXT = 20  # characters that must follow
EVEN = 1  # two parallel heads may differ by as many characters
SHORT = 8


def run_in_heads(texts: Sequence[str], is_list: bool) -> list[int]:
    """How many characters at the start of each paragraph are a subhead, 0 for none.

    >>> run_in_heads(["【案情】某甲向某乙借款三万元,约定一年还清,到期没有还。", "以后再说。"], False)
    [4, 0]
    """
    found = [_marked(text) for text in texts]
    if any(found):
        return found
    if is_list:
        spaced = [_length(SPACED, text) for text in texts]
        return spaced if sum(map(bool, spaced)) >= max(2, 0.6 * len(texts)) else found
    return _parallel([_length(SENTENCE, text) for text in texts])


def _marked(text: str) -> int:
    bracketed = _length(BRACKETED, text, 4)
    if bracketed:
        return bracketed
    bold = BOLD.match(text[:LOOK])
    if bold and len(text) - bold.end() >= 4 and not SPOKEN.search(bold.group(1)):
        return bold.end()
    return 0


def _length(pattern: re.Pattern[str], text: str, least: int = LEAST_TEXT) -> int:
    match = pattern.match(text[:LOOK])
    return match.end() if match and len(text) - match.end() >= least else 0


def _parallel(lengths: Sequence[int]) -> list[int]:
    """Short opening sentences count where paragraphs in a row have them: three, or two of one length."""
    kept = [0] * len(lengths)
    start = 0
    while start < len(lengths):
        end = start
        while end < len(lengths) and lengths[end]:
            end += 1
        run = lengths[start:end]
        if len(run) >= 3 or (len(run) == 2 and abs(run[0] - run[1]) <= EVEN and max(run) <= SHORT):
            kept[start:end] = run
        start = end + 1
    return kept
