"""A line of furniture in its pieces: dates, serial numbers, the page's label, and the words that are left.

青禾晨报 2031年5月6日/星期二/B3 球场
"""

import json
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from articles.folding import fold

from .dates import PrintedDate, dates_in, day_of, days_in, weekday_of, weekdays_in
from .lunar import LunarDate, lunar_dates_in
from .numerals import NUMERAL, arabic

TABLE = json.loads(Path(__file__).with_name("folio.json").read_text(encoding="utf-8"))

NUMBER = rf"(?:\d[\d,]*|{NUMERAL}{{1,9}})"
# 登记证第〇三号, 新字第43号 number a licence, not an issue.
SERIAL = re.compile(
    rf"(?:总|副刊|复刊|新)?(?<![字证照])第\s*{NUMBER}\s*[期号]|总第?\s*{NUMBER}\s*[期号]?|issn\s*[\dx-]+"
)
CODE = re.compile(
    r"(?:国内统一)?(?:连续出版物号|刊号|代号)?[:\s]*cn\s*\d[\dx]*\s*[-—–]+\s*\d[\dx]*(?:/\s*\(?\w+\)?)?"
    r"|(?:国内)?统一刊号[:\s]*\d\d\s*[-—–]+\s*\d{4}"
    r"|邮发代号[:\s]*[\dx]+\s*[-—–]+\s*[\dx]+"
)
PAGE_COUNT = re.compile(
    r"(?:本[报刊])?\s*(?:今日|今天|今|本期|每期|共|全)\s*(?:出版|出纸|出|印|共|计)*\s*(?:对开|四开|八开|彩色)?\s*"
    rf"(\d+|{NUMERAL}{{1,3}})\s*大?(版|张|页)"
)
SHEET = re.compile(rf"第\s*(?:\d{{1,2}}|{NUMERAL}{{1,3}})\s*张")
ERA = re.compile(r"(?:公元|公历|西元|西历|新历|主历)\s*$")
SEASON = re.compile(
    rf"(?<![㐀-鿿])[今明昨]?[日天]?(?:{'|'.join(TABLE['solar_terms'])})(?:节气)?"
    rf"(?:[前后](?:\d+|{NUMERAL}+)[天日])?(?![㐀-鿿])"
)
MARKUP = re.compile(r"[#*`>]+|!\[[^\]]*\]\([^)]*\)|</?\w+>")
SERVICE = re.compile("|".join(map(re.escape, TABLE["service"])))

LABEL = re.compile(
    rf"第\s*([a-z]?\d{{1,3}}|{NUMERAL}{{1,3}})\s*版|([a-z]?\d{{1,3}})\s*版|(?<![㐀-鿿])({NUMERAL}{{1,3}})版(?![㐀-鿿])"
)
LEADING_LABEL = re.compile(rf"(?:第\s*{NUMBER}\s*版|[a-z]?\d{{1,3}}\s*版?)\s")
BARE_LABEL = re.compile(r"[a-z]\d{1,3}|\d{1,3}|增\d{1,2}|\d{1,2}-\d{1,2}")
SEPARATORS = re.compile(r"[\s|/／●■◆—–~]+|(?<!\d)-|-(?!\d)")
EDGES = "·•‧・()（）[]［］【】〔〕〈〉《》"
WORD = re.compile(r"[㐀-鿿·•‧・]{2,12}")
LATIN = re.compile(r"[a-z][a-z .,'&-]{3,}")


@dataclass(frozen=True)
class FolioLine:
    """`words` and `left` (the line without what was recognised) as printed; `label` without 第 and 版;
    `sure` if it was marked as a page's number by letter or 版; `serials` as printed; `code`: the line gives
    the paper's CN number; `latin`: it is the paper's name in Latin letters, or the like."""

    dates: tuple[PrintedDate, ...] = ()
    days: tuple[tuple[int, int], ...] = ()  # month and day, printed without a year
    weekdays: tuple[int, ...] = ()  # that stand behind no date; Monday is 0
    lunar: tuple[LunarDate, ...] = ()
    lunar_printed: tuple[str, ...] = ()
    weekday_printed: str | None = None
    page_count: int | None = None
    label: str | None = None
    sure: bool = False
    words: tuple[str, ...] = ()
    left: str = field(default="", compare=False)
    serials: tuple[str, ...] = ()
    code: bool = False
    latin: bool = False

    @property
    def is_bare_label(self) -> bool:
        return bool(self.label) and not self.words and not self.dates


@dataclass
class _Line:
    """A line while it is taken apart: what is taken becomes blanks, so that offsets stay."""

    printed: str
    left: list[str]

    @property
    def folded(self) -> str:
        return fold("".join(self.left))

    def take(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        found = list(pattern.finditer(self.folded))
        for match in found:
            self.blank(*match.span())
        return found

    def blank(self, start: int, end: int) -> None:
        self.left[start:end] = " " * (end - start)

    def said(self, start: int, end: int) -> str:
        return self.printed[start:end].strip()


def folio_line(printed: str) -> FolioLine:
    """Take a line of furniture apart.

    >>> line = folio_line("14　街巷")
    >>> line.label, line.words
    ('14', ('街巷',))
    """
    line = _Line(printed, list(printed))
    line.take(MARKUP)
    dates = dates_in(line.folded)
    weekdays = weekdays_in(line.folded)
    for date in dates:
        if era := ERA.search(line.folded, 0, date.start):
            line.blank(*era.span())
        line.blank(date.start, date.end)
    codes = line.take(CODE)
    serials = [line.said(*match.span()) for match in (*codes, *line.take(SERIAL))]
    counts = [arabic(count[1]) for count in line.take(PAGE_COUNT) if count[2] != "张"]
    lunar = lunar_dates_in(line.folded)
    for one in lunar:
        line.blank(one.start, one.end)
    days = [] if dates else days_in(line.folded)
    for match in (*days, *weekdays):
        line.blank(*match.span())
    if dates or lunar:
        line.take(SEASON)
    line.take(SHEET)
    latin = bool(LATIN.fullmatch(line.folded.strip()))
    _drop_service(line)
    label, sure, words, sentence = _label_and_words("".join(line.left))
    if sentence and not dates:
        # 每逢正月初一休刊一天 tells nothing of this day.
        lunar, weekdays, days = [], [], []
    return FolioLine(
        dates=tuple(dates),
        days=tuple(map(day_of, days)),
        weekdays=tuple(map(weekday_of, weekdays)) if all(date.weekday is None for date in dates) else (),
        lunar=tuple(lunar),
        lunar_printed=tuple(line.said(one.start, one.end) for one in lunar),
        weekday_printed=line.said(*weekdays[0].span()) if weekdays else None,
        page_count=next(iter(counts), None),
        label=label,
        sure=sure,
        words=words,
        left="".join(line.left),
        serials=tuple(serials),
        code=any("cn" in code.group() or "刊号" in code.group() for code in codes),
        latin=latin,
    )


def is_title(word: str) -> bool:
    """Whether a word ends as newspapers' names do."""
    return len(word) > 2 and fold(word).endswith(tuple(TABLE["newspaper_endings"]))


def _drop_service(line: _Line) -> None:
    """Take out editors, addresses and the like: what a service word hangs on (群工部热线) and all behind it,
    but for a newspaper's name at the end of the line."""
    service = SERVICE.search(line.folded)
    if not service:
        return
    place = service.start()
    while place and not SEPARATORS.fullmatch(line.left[place - 1]):
        place -= 1
    end = len(line.left)
    last = "".join(line.left[place:]).split()[-1]
    if is_title(last) and WORD.fullmatch(last) and not SERVICE.search(fold(last)):
        end -= len("".join(line.left)) - "".join(line.left).rindex(last)
    line.blank(place, end)


def _label_and_words(left: str) -> tuple[str | None, bool, tuple[str, ...], bool]:
    """Label, whether it is sure, words; and whether the line is a sentence, of which no word counts, and no
    label but one that leads it."""
    label, sure = None, False
    leads = bool(LEADING_LABEL.match(fold(left.strip())))
    if match := LABEL.search(fold(left)):
        label, sure = _normal(next(filter(None, match.groups()))), True
        left = left[: match.start()] + " " + left[match.end() :]
    words: list[str] = []
    for token in _tokens(left):
        if label is None and BARE_LABEL.fullmatch(number := _number(token)):
            label, sure = _normal(number), not number[0].isdigit()
        elif WORD.fullmatch(token.strip(EDGES)):
            words.append(token.strip(EDGES))
        elif any("㐀" <= char <= "鿿" for char in token):
            return (label if leads else None), sure, (), True
    return label, sure, tuple(words), False


def _number(token: str) -> str:
    """A token that may be a label: ·4· is 4, ③ is 3."""
    bare = fold(token.strip(EDGES))
    if len(bare) == 1 and unicodedata.category(bare) == "No":
        return f"{unicodedata.numeric(bare):g}"
    return bare


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
