"""Names and roles in a printed line of authors.

本报记者 高 明 欧阳雪 通讯员 田野   (退休教师 方 圆)   文/宋 词 图/江 渚   □柳三变
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from articles.folding import fold

from .passages import HAN
from .tables import sections, tables

ORNAMENT = " \t\u3000\xa0\n□■●◆◎◇○▲△▼★☆*·•|/—-－:：,，;；。.、"
TOKEN = re.compile(r"[^\s\u3000、，,;；：:|（）()【】\[\]]+")
DATE = re.compile(r"\d+年|\d+月\d+日|[〇零一二三四五六七八九十]+月[一二三四五六七八九十]+日")
PERSON_WORD = re.compile(r"[者员师生长民迷家授农匠工人友客士警医]$")
UNIT = re.compile(r"..[处科室系院部组班校厂队站所局社]$")
STICKING = ("摄影报道", "文/图", "图/文", "文并摄", "摄影", "整理", "报道", "图文", "供图", "摄")
PHOTOGRAPHS = ("摄", "摄影", "图", "图片", "供图")


@dataclass(frozen=True)
class Author:
    """A name without inner spaces, its role as printed ("" for none), and its place in the line."""

    name: str
    role: str
    start: int
    end: int


@lru_cache(maxsize=1)
def role_words() -> dict[str, list[str]]:
    """The words of `words/roles.txt` by section, longest first."""
    return {section: sorted(words, key=len, reverse=True) for section, words in sections("roles.txt").items()}


@lru_cache(maxsize=1)
def labels() -> dict[str, str]:
    """Every label that stands before a name, and its normal role; longest first."""
    found = {
        word: section
        for section in ("reporter", "correspondent", "other", "photographer", "translator")
        for word in role_words()[section]
    }
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def normal_role(role: str) -> str:
    """The normal role of a role as printed.

    >>> normal_role("本报见习记者"), normal_role("摄"), normal_role("读者"), normal_role("")
    ('reporter', 'photographer', 'author', 'author')
    """
    plain = fold(role)
    if plain.endswith("记者"):
        return "reporter"
    if plain.endswith(("通讯员", "撰稿", "撰稿人")):
        return "correspondent"
    if plain in ("摄", "摄影", "图", "图片", "供图", "摄影师"):
        return "photographer"
    if plain in ("译", "编译", "翻译", "译者"):
        return "translator"
    return "other" if plain in labels() or plain in ("整理", "主持") else "author"


def authors_in(line: str, labelled_only: bool = False) -> list[Author]:
    """The authors that a line names, in order; with `labelled_only` those behind a label alone.

    >>> [(a.name, a.role) for a in authors_in("■本报记者 高 明 欧阳 雪 通讯员 田野 文/图")]
    [('高明', '本报记者'), ('欧阳雪', '本报记者'), ('田野', '通讯员')]
    """
    return list(_authors(_tokens(line), labelled_only))


@dataclass(frozen=True)
class _Token:
    text: str
    start: int
    end: int
    kind: str  # "label", "suffix", "opening", "role", "unit", "name"

    @property
    def plain(self) -> str:
        return fold(self.text)


def _tokens(line: str) -> list[_Token]:
    cut = re.search("发自", line)
    line = line[: cut.start()] if cut else line
    found: list[_Token] = []
    for match in TOKEN.finditer(line):
        found += _cut(
            match.group(),
            match.start(),
            line[match.end() : match.end() + 1] in ("：", ":") and match.end() < len(line),
        )
    return _merged([token for token in found if token.text])


def _cut(text: str, at: int, opens: bool) -> Iterator[_Token]:
    """One run without blanks: a label and a name may stand in it without a blank (记者高明)."""
    left = len(text) - len(text.lstrip(ORNAMENT))
    text, at = text.strip(ORNAMENT), at + left
    plain, words = fold(text), role_words()
    slashed = next((w for w in words["opening"] if plain.startswith(w + "/")), "")
    label = _label_pattern().search(plain)
    if not text:
        return
    if slashed and plain not in words["suffix"]:
        yield _Token(text[: len(slashed)], at, at + len(slashed), "opening")
        yield from _cut(text[len(slashed) + 1 :], at + len(slashed) + 1, False)
    elif opens and plain in words["opening"]:
        yield _Token(text, at, at + len(text), "opening")
    elif plain in words["suffix"] or plain.endswith("报道"):
        yield _Token(text, at, at + len(text), "suffix")
    elif label:
        first = _label_start(plain, label)
        yield from _cut(text[:first], at, False)
        yield _Token(text[first : label.end()], at + first, at + label.end(), "label")
        yield from _cut(text[label.end() :], at + label.end(), False)
    else:
        yield from _cut_suffix(text, at)


def _cut_suffix(text: str, at: int) -> Iterator[_Token]:
    """A name, a role or a unit, and a mark that may stick to it (高明摄)."""
    plain = fold(text)
    tail = next((w for w in STICKING if plain.endswith(w) and len(plain) > len(w) + 1), "")
    body = text[: len(text) - len(tail)]
    yield _Token(body, at, at + len(body), _kind(fold(body)))
    if tail:
        yield _Token(tail, at + len(body), at + len(text), "suffix")


def _label_start(plain: str, label: re.Match[str]) -> int:
    """Where a label begins: with the paper or the place before it (青石日报记者), not with a name (高明记者)."""
    before = plain[: label.start()]
    return 0 if before.endswith(("报", "社", "台", "网", "刊", "校", "驻", "站", "版")) else label.start()


@lru_cache(maxsize=1)
def _label_pattern() -> re.Pattern[str]:
    return re.compile("|".join(labels()))


def _kind(plain: str) -> str:
    known = tables()
    plain = re.sub(r"等(?:\d+|[一二三四五六七八九十]+)[人户名位家]$", "", plain)
    if plain[:1] in known.surnames and plain[1:] in ("先生", "女士", "小姐"):
        return "name"
    if plain in known.titles or any(plain[-n:] in known.titles for n in range(2, 7) if n < len(plain)):
        return "role"
    if plain in known.regions or DATE.search(plain) or re.search(r"\d", plain):
        return "unit"
    ending = known.ending_at(plain, len(plain))
    if len(ending) > 1 or (ending and plain[0] not in known.surnames) or UNIT.search(plain):
        return "unit"
    if len(plain) > 4 and HAN.match(plain[0]) and "·" not in plain:
        return "role" if PERSON_WORD.search(plain) else "unit"
    return "name"


def _merged(tokens: list[_Token]) -> list[_Token]:
    """Put together what a blank parts: 高 明, 欧阳 雪, David Miller."""
    merged: list[_Token] = []
    for token in tokens:
        last = merged[-1] if merged else None
        if last and _belong(last, token):
            text = f"{last.text} {token.text}" if token.text.isascii() else last.text + token.text
            merged[-1] = _Token(text, last.start, token.end, "name")
        else:
            merged.append(token)
    return merged


def _belong(left: _Token, right: _Token) -> bool:
    if left.kind == "label" or left.kind == "opening" or right.kind in ("label", "opening"):
        return False
    if left.text[0].isalpha() and not HAN.match(left.text[0]) and not HAN.match(right.text[0]):
        return True
    if not (HAN.match(left.text[0]) and HAN.match(right.text[0])) or len(right.text) > 2:
        return False
    if len(left.text) == 1:
        return right.kind != "suffix" or len(right.text) == 1
    return tables().surnames.get(left.plain) == "compound" and right.kind != "suffix"


def _authors(tokens: list[_Token], labelled_only: bool) -> Iterator[Author]:
    role, opening, labelled = "", "", False
    named: list[Author] = []
    for token in tokens:
        if token.kind == "opening":
            yield from named
            named, role, opening, labelled = [], "", token.text, False
        elif token.kind in ("label", "role"):
            if token.kind == "role" and named and not named[-1].role:
                named.pop()  # what stood before a plain role was a place
            yield from named
            named, role, labelled = [], token.text, token.kind == "label"
        elif token.kind == "suffix":
            named = [a if a.role else Author(a.name, token.text, a.start, a.end) for a in named]
        elif token.kind == "unit":
            role = "" if not labelled else role
        elif labelled or not labelled_only:
            name = re.sub(r"等(?:\d+|[一二三四五六七八九十]+)[人户名位家]$", "", token.text)
            if _is_name(name):
                named.append(
                    Author(name, _role(role, opening), token.start, token.start + _length(token, name))
                )
    yield from named


def _role(role: str, opening: str) -> str:
    if fold(opening) in PHOTOGRAPHS:
        return opening
    return role or (opening if fold(opening) in ("文", "图文", "译", "编译", "摄影") else "")


def _length(token: _Token, name: str) -> int:
    return token.end - token.start - (len(token.text) - len(name))


def _is_name(name: str) -> bool:
    if HAN.match(name):
        return 2 <= len(name) <= (14 if "·" in name else 4) and all(HAN.match(c) or c in "·•" for c in name)
    return len(name) > 2 and all(c.isalpha() or c in " .'’-" for c in name)
