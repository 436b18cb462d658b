"""What a reader types becomes a query: words, "phrases", -not, OR. Nothing typed is an error.

Quotation marks of all kinds hold a phrase together. `OR` stands between alternatives and binds
tighter than the white space between words. What can't be read so is searched as plain text, and a
hint says so. Wildcards have no meaning.
"""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .analysis import characters

LIMIT = 200  # characters

QUOTES = {'"': '"', "“": "”", "”": "”", "＂": "＂", "「": "」", "『": "』"}
QUOTE_MARKS = re.compile('["“”＂「」『』]+')
MINUS = ("-", "－", "−")
OR = "OR"

HINT_LONG = _("检索词太长，只检索了前 200 个字。")
HINT_QUOTE = _("引号没有成对，已按普通文字检索。")
HINT_OR = _("OR 的前后都要有检索词，已按普通文字检索。")
HINT_MINUS = _("减号后面要紧接检索词，已按普通文字检索。")


@dataclass(frozen=True)
class Term:
    """One thing to find. `text`: as the analyser sees it; `typed`: as the reader typed it.

    A phrase must stand as it is; a word may also be found by the words in it.
    """

    text: str
    typed: str
    phrase: bool = False


@dataclass(frozen=True)
class Query:
    """`clauses` must all hold, each by one of its terms; no `excluded` term may hold."""

    clauses: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[Term, ...] = ()
    hint: str | Promise = ""

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple(term for clause in self.clauses for term in clause)


class Malformed(Exception):
    """The text can't be read as a query; the hint is for the reader."""

    def __init__(self, hint: str | Promise) -> None:
        super().__init__(hint)
        self.hint = hint


def parse(text: str) -> Query:
    """The query that a reader typed; never raises."""
    hint: str | Promise = ""
    text = text.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is no character
    if len(text) > LIMIT:
        text, hint = text[:LIMIT], HINT_LONG
    try:
        clauses, excluded = _read(_tokens(text))
    except Malformed as malformed:
        clauses, excluded, hint = _plain(text), [], hint or malformed.hint
    return Query(tuple(tuple(clause) for clause in clauses), tuple(excluded), hint)


@dataclass(frozen=True)
class _Token:
    term: Term
    excluded: bool = False
    is_or: bool = False


def _tokens(text: str) -> list[_Token]:
    tokens, place = [], 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        excluded = text[place] in MINUS
        if excluded:
            place += 1
            if place == len(text) or text[place].isspace() or text[place] in MINUS:
                raise Malformed(HINT_MINUS)
        typed, phrase, place = _phrase(text, place) if text[place] in QUOTES else _word(text, place)
        term = Term(characters(typed), typed, phrase)
        if term.text:
            tokens.append(_Token(term, excluded, is_or=typed == OR and not (phrase or excluded)))
    return tokens


def _phrase(text: str, place: int) -> tuple[str, bool, int]:
    end = text.find(QUOTES[text[place]], place + 1)
    if end < 0:
        raise Malformed(HINT_QUOTE)
    return text[place + 1 : end], True, end + 1


def _word(text: str, place: int) -> tuple[str, bool, int]:
    end = place
    while end < len(text) and not text[end].isspace() and text[end] not in QUOTES:
        if QUOTE_MARKS.match(text[end]):
            raise Malformed(HINT_QUOTE)
        end += 1
    return text[place:end], False, end


def _read(tokens: list[_Token]) -> tuple[list[list[Term]], list[Term]]:
    clauses: list[list[Term]] = []
    excluded: list[Term] = []
    joining = False
    for index, token in enumerate(tokens):
        if token.is_or:
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if index == 0 or joining or tokens[index - 1].excluded or not following or following.excluded:
                raise Malformed(HINT_OR)
            joining = True
        elif token.excluded:
            excluded.append(token.term)
        elif joining:
            clauses[-1].append(token.term)
            joining = False
        else:
            clauses.append([token.term])
    return clauses, excluded


def _plain(text: str) -> list[list[Term]]:
    """Every word must be there, with nothing read into quotation marks, minus signs and OR."""
    pieces = [piece.lstrip("".join(MINUS)) for piece in QUOTE_MARKS.sub(" ", text).split()]
    kept = [piece for piece in pieces if characters(piece) and piece != OR] or [text]
    return [[Term(characters(piece), piece)] for piece in kept if characters(piece)]
