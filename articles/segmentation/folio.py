"""A line of furniture in its pieces: dates, serial numbers, the page's label, and the words that are left.

青禾晨报 2031年5月6日/星期二/B3 球场
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from articles.folding import fold

from .dates import WEEKDAY, PrintedDate, dates_in
from .numerals import arabic

TABLE = json.loads(Path(__file__).with_name("folio.json").read_text(encoding="utf-8"))
SERVICE = re.compile("|".join(map(re.escape, TABLE["service"])))

SERIAL = re.compile(r"(?:总|副刊)?第\s*\d+\s*[期号]|总第?\s*\d+\s*[期号]|issn\s*[\dx-]+")
CODE = re.compile(
    r"(?:国内统一)?(?:连续出版物号|刊号|代号)?[:\s]*cn\s*\d[\dx]*\s*[-—–]+\s*\d[\dx]*(?:/\s*\(?\w+\)?)?"
    r"|邮发代号[:\s]*[\dx]+\s*[-—–]+\s*[\dx]+"
)
PAGE_COUNT = re.compile(r"(?:今日|今天|本期|本报今日|共)\s*(?:\d+|[一二三四五六七八九十]+)\s*版")
LUNAR = re.compile(r"(?:农历|夏历|阴历)\S*|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\S*")
LABEL = re.compile(r"第\s*([a-z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版|([a-z]?\d{1,3})\s*版")
BARE_LABEL = re.compile(r"[a-z]\d{1,3}|\d{1,3}|增\d{1,2}|\d{1,2}-\d{1,2}")
SEPARATORS = re.compile(r"[\s|/／●■◆—–~]+|(?<!\d)-|-(?!\d)")
WORD = re.compile(r"[㐀-鿿·•]{2,12}")
MARKUP = re.compile(r"[#*`>]+|!\[[^\]]*\]\([^)]*\)|</?\w+>")


@dataclass(frozen=True)
class FolioLine:
    """`words` as printed; `label` as printed, without 第 and 版; `sure` if it was marked as a page's number
    by letter or 版; `serials` as printed; `code`: the line gives the paper's CN number."""

    dates: tuple[PrintedDate, ...] = ()
    label: str | None = None
    sure: bool = False
    words: tuple[str, ...] = ()
    serials: tuple[str, ...] = ()
    code: bool = False


def folio_line(printed: str) -> FolioLine:
    """Take a line of furniture apart.

    >>> line = folio_line("14　街巷")
    >>> line.label, line.words
    ('14', ('街巷',))
    """
    folded = fold(printed)
    dates = dates_in(folded)
    left, serials = list(printed), []
    for date in dates:
        _blank(left, date.start, date.end)
    code = CODE.search(folded)
    for pattern in (CODE, SERIAL):
        for match in pattern.finditer(fold("".join(left))):
            serials.append(printed[match.start() : match.end()].strip())
            _blank(left, *match.span())
    for pattern in (MARKUP, PAGE_COUNT, LUNAR, WEEKDAY):
        for match in pattern.finditer(fold("".join(left))):
            _blank(left, *match.span())
    service = SERVICE.search(fold("".join(left)))
    if service:
        # 群工部热线: what the service word hangs on belongs to it.
        place = service.start()
        while place and not SEPARATORS.fullmatch(left[place - 1]):
            place -= 1
        del left[place:]
    label, sure, words = _label_and_words("".join(left))
    return FolioLine(tuple(dates), label, sure, words, tuple(serials), bool(code and "cn" in code.group()))


def _blank(left: list[str], start: int, end: int) -> None:
    left[start:end] = " " * (end - start)


def _label_and_words(left: str) -> tuple[str | None, bool, tuple[str, ...]]:
    label, sure = None, False
    if match := LABEL.search(fold(left)):
        label, sure = _normal(match.group(1) or match.group(2)), True
        left = left[: match.start()] + " " + left[match.end() :]
    words: list[str] = []
    for token in _tokens(left):
        if label is None and BARE_LABEL.fullmatch(fold(token)):
            label, sure = _normal(fold(token)), not token[0].isdigit()
        elif WORD.fullmatch(token.strip("·•")):
            words.append(token.strip("·•"))
        elif any("㐀" <= char <= "鿿" for char in token):
            return label, sure, ()  # a sentence, not a folio line
    return label, sure, tuple(words)


def _tokens(left: str) -> list[str]:
    """The line's words; single characters set apart (权 益) are one word."""
    tokens: list[str] = []
    single = False
    for token in filter(None, SEPARATORS.split(left)):
        alone = len(token) == 1 and "㐀" <= token <= "鿿"
        if alone and single:
            tokens[-1] += token
        else:
            tokens.append(token)
        single = alone
    return tokens


def _normal(label: str) -> str:
    """`06` is 6, `三` is 3, `a08` is A08."""
    if number := arabic(label):
        return str(number)
    return label.upper()
