"""What runs in at a paragraph's start: subheads, set apart by brackets, bold type or parallel form, and the
standing label of a piece that has no heading (编者按:…, 【复信】…).
"""

import re
from collections.abc import Callable, Sequence

from .drafts import Role
from .evidence.cues import label_evidence

LOOK = 60  # characters at a paragraph's start
BRACKETED = re.compile(r"\s*\**【[^】]{1,24}】\**(?=\s*\S)")
# What is set in bold type has a word in it: no bullet, no hour.
BOLD = re.compile(
    r"\s*\*\*(?=[^*]{0,22}[^\W\d_])([^*“”\"]{1,2}|[^*“”\"][^*]{1,22}[^*:“”\"])\*\*(?=\s*[^\s:(*])"
)
SPOKEN = re.compile(r"(?:问|答|记者|主持人?|说|介绍)\Z")
SPACED = re.compile(
    r"\s*[●■▲◆◇○◎△]?((?=[^\s]{0,7}[^\W\d_])[^\s\d,。;:!?、|*][^\s,。;:!?、|*]{1,7})[ \t　]{1,2}(?=[^\s])"
)
NUMBERED = r"(?![(第\d]|[一二三四五六七八九十]+[是、,.])"
SENTENCE = re.compile(rf"\s*({NUMBERED}[^,。;:!?、]{{3,14}}。)(?=[^\s”’)])")
TURN = re.compile(
    r"\s*(?![(\d]|[一二三四五六七八九十]+[是、.])([^。;!?]{3,16}[。!?])(?=[^\s”’)])"
)  # with a comma
PART = re.compile(
    r"\s*\**(?:引子|楔子|题记|小引|引言|前言|序幕|尾声|结语|结束语|余音|后记)\**(?:[\s　]{1,4}|:\s?)(?=\S)"
)
LEAST_TEXT = 20  # characters that must follow
EVEN = 1  # two parallel heads may differ by as many characters
SHORT = 8
ROUND = " \t\u3000。!?"
# Words of one who tells, as hardly a heading has them: a short sentence with one of them is text.
TOLD = re.compile(r"[我你您他她它这那谁了着过吗呢吧啊也还都就才却是没]|起初|后来")
TELLS = re.compile(r"[说问笑哭想来去到在已正]|[早晚]上|清晨|一天|记者")  # less surely so

LABEL = re.compile(
    r"\s*\**[^\w\s【\[〖(<《“\"#*]{0,1}\s?(?:[【\[〖〔](?P<bracketed>[^】\]〗〕\s]{2,8})[】\]〗〕]\**:?"
    r"|(?P<bare>[\u4e00-\u9fff]{2,7})(?:\**:\**|\**[ 　\t\xa0]+|\*\*))\s*(?=\S)"
)
SPREAD = re.compile(
    r"(?P<bracketed>(?!))?\s*(?P<bare>[\u4e00-\u9fff](?:[ 　]{1,2}[\u4e00-\u9fff]){1,3})(?::|[ 　]{1,4})(?=\S)"
)
COLUMNS = (
    "label=column_note",
    "label=column_sidebar",
    "label=column_comment",
    "label=column_photo",
    "label=column_weather",
)
TITLES = ("label=notice_title", "label=correction_title", "label=advert_title")
PICTURES = ("照片", "图片")  # labels only in brackets
BESIDE = re.compile(
    r"\s*(?:[【\[〖〔][^】\]〗〕]{2,8}[】\]〗〕]\s*(?=\S{2})|[\u4e00-\u9fff]{2,8}(?=[ 　\t]{1,4}\S{2}))"
)
SPEAKS = ("interview", "poem")  # sorts in which a word with a colon is who speaks


def run_in_label(text: str, sort: str) -> tuple[int, Role] | None:
    """How many characters at the start of a piece without headings are its column or its headline.

    >>> run_in_label("编者按:这封信说得好。", "sidebar")
    (4, <Role.COLUMN: 'column'>)
    >>> run_in_label("编者按这封信的意思,删去两段。", "sidebar")
    """
    found = LABEL.match(text[:LOOK]) or SPREAD.match(text[:LOOK])
    if not found or (found["bare"] and sort in SPEAKS):
        return None
    cues = label_evidence(found["bracketed"] or found["bare"])
    if any(cue in TITLES for cue in cues):
        return found.end(), Role.HEADLINE
    is_column = found["bracketed"] in PICTURES or any(cue in COLUMNS for cue in cues)
    return (found.end(), Role.COLUMN) if is_column else None


def column_length(text: str) -> int:
    """How many characters of a column's line are the column, where the headline follows on the line.

    >>> column_length("【名词解释】浮标"), column_length("走基层·春耕")
    (6, 0)
    """
    found = BESIDE.match(text[:LOOK])
    if not found or not any(cue.startswith("label=") for cue in label_evidence(found.group())):
        return 0
    return found.end()


def run_in_heads(texts: Sequence[str], sort: str) -> list[int]:
    """How many characters at the start of each paragraph are a subhead, 0 for none.

    >>> run_in_heads(["【案情】某甲向某乙借款三万元,约定一年还清,到期没有还。", "以后再说。"], "story")
    [4, 0]
    """
    parts = [_length(PART, text) for text in texts]
    if sort == "interview" or any(parts):
        return parts
    found = [_marked(text) for text in texts]
    if any(found):
        return found
    if sort == "list":
        spaced = [_length(SPACED, text) for text in texts]
        return spaced if sum(map(bool, spaced)) >= max(2, 0.6 * len(texts)) else found
    found = _parallel(texts, [_length(SENTENCE, text) for text in texts], _of_one_form)
    return found if any(found) else _parallel(texts, [_length(TURN, text) for text in texts], _repeated)


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


def _parallel(
    texts: Sequence[str], lengths: Sequence[int], fit: Callable[[Sequence[str]], bool]
) -> list[int]:
    """Short opening sentences count where paragraphs in a row have them and they `fit` each other."""
    kept = [0] * len(lengths)
    start = 0
    while start < len(lengths):
        end = start
        while end < len(lengths) and lengths[end]:
            end += 1
        if end > start and fit([texts[i][: lengths[i]].strip(ROUND) for i in range(start, end)]):
            kept[start:end] = lengths[start:end]
        start = end + 1
    return kept


def _of_one_form(heads: Sequence[str]) -> bool:
    """Three or more that do not tell, or two of one length with a character in common."""
    sizes = [len(head) for head in heads]
    if len(heads) >= 3 and len(set(sizes)) == 1 and _repeated(heads):
        return True
    if any(TOLD.search(head) for head in heads):
        return False
    if len(heads) >= 3:
        return _repeated(heads) or not any(TELLS.search(head) for head in heads)
    shared = set.intersection(*map(set, heads))
    return len(heads) == 2 and bool(shared) and max(sizes) - min(sizes) <= EVEN and max(sizes) < SHORT


def _repeated(heads: Sequence[str]) -> bool:
    """Three or more that all begin with one character: 借脑袋, 借牌子, 借市场."""
    return len(heads) >= 3 and len({head[:1] for head in heads}) == 1
