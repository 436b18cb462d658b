"""What the pieces of a byline may be: every candidate that a table or a name's shape allows, with its cost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from articles.folding import fold

from .byline_names import names_at
from .byline_words import Words

CLAUSE_END = re.compile(r"[,，。;；]|\Z")
MARKS = "/／-—－:：,，;；。.、()（）【】[]〔〕<>《》“”\"'‘’|｜·•・‧*!！?？~～_…"
CHUNK = re.compile(
    rf"(?:[(（][0-9一二三四五六七八九十]+[)）](?=[\u4e00-\u9fff])|·(?<=[\u4e00-\u9fff]·)(?=[\u4e00-\u9fff]{{2}})"
    rf"|[^\s{re.escape(MARKS)}])+"
)
DATE = re.compile(
    r"(?:\d{2,4}年(?!级)(?:\d{1,2}月)?(?:\d{1,2}[日号])?|\d{1,2}月\d{1,2}[日号]"
    r"|(?:[〇零一二三四五六七八九]{4}年(?!级)|[一二三四五六七八九十]{1,3}年(?=[元一二三四五六七八九十]+月))"
    r"(?:[元一二三四五六七八九十]+月)?(?:[一二三四五六七八九十]+[日号])?"
    r"|[元一二三四五六七八九十]+月[一二三四五六七八九十]+[日号])[^\s,，。;；()（）]*"
)
AGE = re.compile(r"(?:\d{1,3}|[一二三四五六七八九十]{1,4})岁")
FROM_PLACE = re.compile(r"[^\W\d_者员]{2,4}(?:综合)?报[道导]")  # 高雄报导
MORE = re.compile(r"等(?:(?:\d+|[一二三四五六七八九十百]+)[人户名位家]?.{0,2})?(?=[\s\W]|\Z)")
ORNAMENTS = re.compile("[□■●○◎◆◇▲△▼★☆▇◤◥]")
COLON = re.compile(r"\s*[:：]")
AFTER_NAME = re.compile(r"[^\W\d_]\s*[(（\[/／]\s*\Z")
OPENED, CLOSED = ("(", "[", "〔", "【"), (")", "]", "〕", "】")
OPENS = re.compile(r"\s*[:：/／]")


class Form(StrEnum):
    """What a piece of a byline is."""

    LABEL = "label"  # 本报记者
    OPENING = "opening"  # 文/, 整理：
    HEADING = "heading"  # 本期解答：, gives no role
    EDITOR = "editor"  # 责编, whose name is no author's
    SUFFIX = "suffix"  # 摄, 文/图
    POST = "post"  # 退休教师
    TITLE = "title"  # behind a name: 高明医师, 高明（青石小学教师）
    UNIT = "unit"  # a body, a place, a class of a school
    NAME = "name"
    MORE = "more"  # 等12户
    REST = "rest"  # a remark to the end of the line
    WORD = "word"  # what is none of these


@dataclass(frozen=True)
class Piece:
    """A span of the line and what it is."""

    form: Form
    start: int
    end: int


class Line:
    """A line and the candidates for its pieces. `plain` is as long as the text; dates and ornaments are blank in it."""

    def __init__(self, text: str, words: Words, beside: str) -> None:
        self.words = words
        plain = DATE.sub(_blank, fold(ORNAMENTS.sub(" ", text)))
        plain = words.aside.sub(_blank, plain)
        self.plain = plain
        self.beside = fold(beside)
        self.chunks = {m.start(): m.end() for m in CHUNK.finditer(plain)}
        self.chunk_end = {i: end for start, end in self.chunks.items() for i in range(start, end)}
        start, end = next(iter(self.chunks.items()), (0, 0))
        alone = end - start == 1 and plain[end : end + 1].isspace()
        self.opens_plainly = alone and plain[start] in words.sets["openings"]

    def forms_at(self, at: int) -> Iterator[tuple[Form, int, float]]:
        """The pieces that may begin at `at`: form, end and cost."""
        plain, words, end = self.plain, self.words, self.chunk_end[at]
        yield from self._labels(at, end)
        yield from self._suffixes(at, end)
        for stop, cost in names_at(plain, at, self.chunks, self.chunk_end, words):
            yield Form.NAME, stop, cost
        if more := MORE.match(plain, at):
            yield Form.MORE, more.end(), 0.0
        if plain[at:end] in words.sets["closings"]:
            yield Form.MORE, end, 0.1
        if plain.startswith(words.table["from"], at):
            yield Form.REST, CLAUSE_END.search(plain, at).start(), 0.05
        if at in self.chunks:
            yield from self._wholes(at, end)
        elif plain[at:end] in words.sets["titles_behind"]:
            yield Form.TITLE, end, 0.1

    def _labels(self, at: int, end: int) -> Iterator[tuple[Form, int, float]]:
        plain, words = self.plain, self.words
        for word in words.labels_at.get(plain[at], ()):
            stop = at + len(word)
            if plain.startswith(word, at) and stop <= end and (len(word) > 1 or OPENS.match(plain, stop)):
                yield Form.LABEL, stop, 0.1
        if at not in self.chunks:
            return
        if prefixed := words.prefixed_label.match(plain, at, end):
            yield Form.LABEL, prefixed.end(), 0.3
        slashed = any(
            "/" in word and plain.startswith(word, at) for word in words.suffixes_at.get(plain[at], ())
        )
        for word in () if slashed else words.openings_at.get(plain[at], ()):
            stop = at + len(word)
            if not plain.startswith(word, at) or stop > end:
                continue
            form = self._opening_form(word)
            if OPENS.match(plain, stop):
                yield form, stop, 0.05
            elif stop == end and plain[stop : stop + 1].isspace():
                if len(word) > 1:
                    yield form, stop, 0.3
                elif self.opens_plainly:
                    yield form, stop, 0.05

    def _opening_form(self, word: str) -> Form:
        sets = self.words.sets
        if word in sets["editors"]:
            return Form.EDITOR
        return Form.HEADING if word in sets["headings"] else Form.OPENING

    def _suffixes(self, at: int, end: int) -> Iterator[tuple[Form, int, float]]:
        plain, words = self.plain, self.words
        for word in words.suffixes_at.get(plain[at], ()):
            stop = at + len(word)
            if not plain.startswith(word, at):
                continue
            if self.chunk_end.get(stop - 1) == stop:
                yield Form.SUFFIX, stop, self._suffix_cost(word)
            elif at in self.chunks and len(word) > 2:
                yield Form.OPENING, stop, 0.4  # 文并摄高明
        if FROM_PLACE.fullmatch(plain, at, end) and plain[at:end] not in words.sets["suffixes"]:
            yield Form.SUFFIX, end, 0.2 + 0.03 * (end - at)

    def swallowed(self, start: int, end: int) -> float:
        """What a name costs more that has a likely mark in it: 卢 桥 摄, 桑 柔 图/, 文 李青."""
        first, last = self.plain[start], self.plain[end - 1]
        if end - 1 in self.chunks and OPENS.match(self.plain, end) and last in self.words.sets["openings"]:
            return 1.5
        parted = self.chunks.get(start) == start + 1 and start != next(iter(self.chunks))
        if parted and first in self.words.sets["weak"] and self._suffix_cost(first) <= 0.1:
            return 0.5
        if last not in self.words.marks or self._suffix_cost(last) > 0.1:
            return 0.0
        return 1.0 if last in self.words.sets["sure"] else 0.5

    def _suffix_cost(self, word: str) -> float:
        """文 and 词 end names as well; they are marks where their partner or a neighbour shows it."""
        if word not in self.words.sets["weak"]:
            return 0.1
        partners = {c for pair in self.words.table["pairs"] if word in pair for c in pair} - {word}
        ends = {self.plain[end - 1] for end in self.chunks.values()}
        around = f"{self.plain}\n{self.beside}"
        if partners & ends or re.search(rf"[^\W\d_]{{3}}\s+{word}(?:\s|\Z)", around):
            return 0.1
        if self.words.ends_marked.search(self.beside):
            return 0.1
        return 0.6

    def _wholes(self, at: int, end: int) -> Iterator[tuple[Form, int, float]]:
        """What takes a whole run without blanks."""
        plain, words = self.plain, self.words
        chunk = plain[at:end]
        if words.rest.match(plain, at):
            yield Form.REST, CLAUSE_END.search(plain, at).start(), 0.05
        if AGE.fullmatch(chunk):
            yield Form.MORE, end, 0.0
        yield from self._posts(at, end)
        yield from self._units(at, end)
        spaced = re.match(r"(\w) +(\w)(?!\w)", plain[at:])
        if spaced and spaced[1] + spaced[2] in words.sets["nobody"]:
            yield Form.WORD, at + spaced.end(), 0.05
        if COLON.match(plain, end) and len(chunk) <= 8:
            who = words.person_ending.search(chunk) or words.ends_as_opening.search(chunk)
            yield (Form.OPENING, end, 0.3) if who else (Form.HEADING, end, 1.0)
        if re.search("|".join((*words.table["supplying"], "供稿")), chunk[-2:]):
            yield Form.WORD, end, 0.6
        yield Form.WORD, end, self._word_cost(at, end)

    def _posts(self, at: int, end: int) -> Iterator[tuple[Form, int, float]]:
        plain, words = self.plain, self.words
        chunk, joint = plain[at:end], self._joined(at)
        if words.post_before(plain, at, joint):
            end, cost = joint, 0.3 if joint - at > 3 or plain[at:joint] in words.posts else 0.9
        elif words.person_ending.search(chunk):
            named = chunk[0] in words.surnames and chunk[-1] not in words.sets["sure_persons"]
            cost = 0.5 if len(chunk) > 4 else 1.2 if named else 0.6
        else:
            return
        yield Form.POST, end, cost
        if AFTER_NAME.search(plain[:at]):
            yield Form.TITLE, end, cost

    def _word_cost(self, at: int, end: int) -> float:
        chunk = self.plain[at:end]
        if chunk in self.words.sets["nobody"] or "某" in chunk:
            return 0.05
        if len(chunk) == 1 and self.plain[at - 1 : at] in OPENED and self.plain[end : end + 1] in CLOSED:
            return 0.1  # （美）
        if len(chunk) > 1 and chunk in self.words.sets["openings"]:
            return 0.5  # （剪纸）
        return 1.6 if len(chunk) > 4 else 2.6

    def _joined(self, at: int) -> int:
        """The end of a run that 、 may join: 副院长、教授."""
        end = self.chunk_end[at]
        while self.plain[end : end + 1] == "、" and end + 1 in self.chunks:
            if not self.words.post_before(self.plain, at, end):
                break
            if not self.words.post_before(self.plain, end + 1, self.chunks[end + 1]):
                break
            end = self.chunks[end + 1]
        return end

    def _units(self, at: int, end: int) -> Iterator[tuple[Form, int, float]]:
        plain, words = self.plain, self.words
        chunk = plain[at:end]
        ending = words.unit_before(plain, at, end)
        if chunk in words.regions or re.search(r"\d", chunk) or (ending and len(chunk) > 3):
            yield Form.UNIT, end, 0.4
        elif ending:
            yield Form.UNIT, end, 0.3 if AFTER_NAME.search(plain[:at]) else 0.6
        elif len(chunk) > 4:
            yield Form.UNIT, end, 0.9
        elif len(chunk) > 1:
            yield Form.UNIT, end, 1.4
        for stop in range(at + 3, end):
            if end - stop <= 4:
                if words.post_before(plain, at, stop):
                    yield Form.POST, stop, 0.7
                elif not ending and words.unit_before(plain, at, stop):
                    yield Form.UNIT, stop, 0.8


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
