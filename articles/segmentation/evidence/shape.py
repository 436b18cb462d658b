"""The shape of a line: its length, how it starts and ends, its punctuation."""

import re

from articles.segmentation.lines import Line

LENGTHS = (0, 1, 2, 3, 4, 6, 8, 11, 14, 18, 23, 30, 45, 80)
ENDS = {
    "。": "stop",
    "!": "shout",
    "?": "ask",
    "…": "stop",
    ",": "comma",
    "、": "comma",
    ";": "semicolon",
    ":": "colon",
    "”": "quote",
    "’": "quote",
    '"': "quote",
    "》": "title",
    ")": "bracket",
    "】": "square",
    "]": "square",
    "—": "dash",
    "-": "dash",
    "|": "bar",
    "%": "figure",
    "℃": "figure",
}
STARTS = {
    "“": "quote",
    "‘": "quote",
    '"': "quote",
    "(": "bracket",
    "【": "square",
    "[": "square",
    "〖": "square",
    "《": "title",
    "—": "dash",
    "-": "dash",
    "|": "bar",
    "<": "tag",
    "□": "box",
    "■": "box",
}
BULLETS = "●▲◆◎○△★☆◇▶►·•※◈▪⊙▍"
CLOSED = re.compile(r"[。!?…][”’)]*(?:完|\(完\)|[■□◆●▲#])?\Z")  # an end mark may follow
CLAUSES = re.compile(r"[,;。!?]")
PAIRS = ("“”", "《》", "()", "【】")
ENCLOSED = {
    "round": re.compile(r"\([^()]*\)\Z"),
    "square": re.compile(r"[【\[〖〔「『][^】\]〗〕」』]*[】\]〗〕」』]\Z"),
    "dots": re.compile(r"([·•—\-|*~=]).+\1\Z"),
    "quotes": re.compile(r"“[^“”]*”\Z"),
}
SPACES = re.compile(r"\s+")
FIGURES = re.compile(r"\d")
LATIN = re.compile(r"[a-z]")


def shape_evidence(line: Line, wrapped: bool) -> list[str]:
    """A length says one thing of a printed line on a hard-wrapped page, another of a paragraph."""
    text = line.text
    if not text:
        return ["empty"]
    size = len(text)
    length = next((n for n in reversed(LENGTHS) if size >= n), 0)
    end = _end(text)
    start = _start(text[0])
    of = "line" if wrapped else "length"
    found = [f"{of}={length}", f"end={end}", f"start={start}", f"{of}={_coarse(size)} end={end}"]
    closed = bool(CLOSED.search(text, max(0, size - 6)))
    found.append("closed" if closed else "open")
    part = text[:160]
    clauses = len(CLAUSES.findall(part))
    if size <= 45:
        found.append(f"clauses={min(clauses, 3)} {'closed' if closed else 'open'}")
        found += _short(text)
    elif "。" in part[:-1]:
        found.append(f"{of} of sentences")
    return found


def is_unclosed(text: str) -> bool:
    """Whether a quotation, title or bracket is open at the end of a line."""
    return any(text.count(a) > text.count(b) for a, b in PAIRS)


def _coarse(size: int) -> str:
    return "tiny" if size <= 6 else "short" if size <= 14 else "line" if size <= 26 else "long"


def _end(text: str) -> str:
    last = text[-1]
    return ENDS.get(last) or _letter(last)


def _start(first: str) -> str:
    return STARTS.get(first) or ("bullet" if first in BULLETS else _letter(first))


def _letter(char: str) -> str:
    if char.isdigit():
        return "figure"
    if "\u4e00" <= char <= "\u9fff":
        return "han"
    return "latin" if char.isalpha() else "other"


def _short(text: str) -> list[str]:
    """What counts in a line short enough to be a heading."""
    found = []
    spaces = len(SPACES.findall(text))
    if spaces:
        found.append(f"spaces={min(spaces, 3)}")
        if all(len(piece) == 1 for piece in text.split()):
            found.append("spread")
    figures = len(FIGURES.findall(text))
    if figures:
        found.append("many_figures" if figures * 3 >= len(text) else "some_figures")
    if len(LATIN.findall(text)) * 2 >= len(text):
        found.append("mostly_latin")
    for mark, name in (("“", "has_quote"), (":", "has_colon"), ("《", "has_title"), ("、", "has_comma")):
        if mark in text[1:-1] or (mark == "“" and mark in text):
            found.append(name)
    if "。" in text[:-1]:
        found.append("inner_stop")
    found += [f"enclosed={name}" for name, pattern in ENCLOSED.items() if pattern.match(text)]
    if is_unclosed(text):
        found.append("unclosed")
    elif any(text.count(a) < text.count(b) for a, b in PAIRS):
        found.append("closes")
    return found
