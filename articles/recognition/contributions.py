"""Who wrote or photographed an article: from its byline, its dateline, its credits and its tail."""

import re
from collections.abc import Iterator

from articles.assembling import Part, assemble, printed_span
from articles.folding import fold
from articles.segmentation import ArticleDraft, Role

from .bylines import PHOTOGRAPHS, Author, authors_in, byline_words, normal_role
from .drafts import ContributionDraft

BRACKETS = re.compile(
    r"[（(【〔\[]((?:[^（）()【】〔〕\[\]]|[（(][0-9一二三四五六七八九十]+[)）](?=班))*)[）)】〕\]]"
)
PHOTO_MARK = re.compile("摄|图")
WROTE_TOO = re.compile("摄影报道|文/图|图/文|文图|图文|文并摄|摄并文|摄影并文|文/摄")
CLAUSES = re.compile("[，,。；;！!？?]")
CONTACT = ("先生", "女士", "小姐")  # a letter's or a hint's, no author
PROSE = 8  # characters without a blank in a clause that is no list of names


def contributions_of(text: str, article: ArticleDraft) -> tuple[ContributionDraft, ...]:
    """The authors of an article, each once; a writer's role wins over a photographer's."""
    found: dict[str, ContributionDraft] = {}
    parts = assemble(text, article.blocks).parts
    for role, read in _READERS.items():
        its = [part for part in parts if part.role == role]
        beside = "\n".join(part.text for part in its) if len(its) > 1 else ""
        for part in its:
            for author in read(part.text, beside):
                _put(found, part, author)
    return tuple(found.values())


def _put(found: dict[str, ContributionDraft], part: Part, author: Author) -> None:
    span = printed_span(part.runs, author.start, author.end)
    if span is None:
        return
    before = found.get(author.name)
    if before is None or (not before.role and author.role and fold(author.role) not in PHOTOGRAPHS):
        found[author.name] = ContributionDraft(author.name, author.role, normal_role(author.role), *span)


def _shifted(authors: list[Author], by: int) -> Iterator[Author]:
    for author in authors:
        yield Author(author.name, author.role, author.start + by, author.end + by)


def _of_byline(line: str, beside: str) -> Iterator[Author]:
    """本报记者 高 明."""
    yield from authors_in(line, beside=beside)


def _of_lead(line: str, beside: str) -> Iterator[Author]:
    """本报讯（记者高明 通讯员田野）, 本报讯（县供电局 高明）, 本报讯 记者高明报道."""
    inside = list(BRACKETS.finditer(line))
    labelled = any(authors_in(match[1], labelled_only=True) for match in inside)
    for match in inside:
        if not _names_no_author(match[1]):
            yield from _shifted(authors_in(match[1]), match.start(1))
    if not labelled:
        yield from authors_in(line, labelled_only=True)


def _of_credit(line: str, beside: str) -> Iterator[Author]:
    """本报记者 高 明 摄: the role is 摄; where one man also wrote (摄影报道), his label."""
    for at, piece in _pieces(line):
        plain = fold(piece)
        mark = PHOTO_MARK.search(plain) and not WROTE_TOO.search(plain)
        for author in _shifted(authors_in(piece, beside=beside), at):
            last = plain.rstrip()[-1:]
            if mark and last == "摄" and fold(author.role) not in PHOTOGRAPHS:
                shown = piece.rstrip()[-1:]
                yield Author(author.name, shown, author.start, author.end)
            else:
                yield author


def _of_tail(line: str, beside: str) -> Iterator[Author]:
    """(高明), （电厂职工 高 明）, a letter's signature; 作者系…, 下转…, dates and bodies name nobody."""
    for at, piece in _pieces(line):
        if re.search("审核|提供|供图", piece):
            continue
        named = authors_in(piece, labelled_only=_names_no_author(piece) or _prose(piece), beside=beside)
        if (lone := fold(piece.strip())) in byline_words().surnames and len(lone) == 1:
            named = [Author(piece.strip(), "", piece.index(piece.strip()), piece.index(piece.strip()) + 1)]
        yield from _shifted([author for author in named if not author.name.endswith(CONTACT)], at)


def _names_no_author(piece: str) -> bool:
    plain = fold(piece).strip()
    return any(plain.startswith(word) for word in byline_words().table["no_author"])


def _prose(piece: str) -> bool:
    """Whether a text has clauses that are no names: 写完此文，去翻书架."""
    clauses = CLAUSES.split(piece)
    return len(clauses) > 1 and any(len(run) > PROSE for clause in clauses for run in clause.split())


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    """A line that begins with a bracket: what stands in each, and what follows; another line whole."""
    inside = list(BRACKETS.finditer(line))
    if not inside or line[: inside[0].start()].strip():
        yield 0, line
        return
    for match in inside:
        yield match.start(1), match[1]
    yield inside[-1].end(), line[inside[-1].end() :]


_READERS = {
    Role.BYLINE: _of_byline,
    Role.LEAD: _of_lead,
    Role.TAIL: _of_tail,
    Role.CREDIT: _of_credit,
}
