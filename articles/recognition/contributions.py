"""Who wrote or photographed an article: from its byline, its dateline, its credits and its tail."""

import re
from collections.abc import Iterator

from articles.assembling import Part, assemble, printed_span
from articles.folding import fold
from articles.segmentation import ArticleDraft, Role

from .bylines import DATE, PHOTOGRAPHS, Author, authors_in, normal_role, role_words
from .drafts import ContributionDraft
from .tables import tables

BRACKETS = re.compile(r"[（(【\[]([^（）()【】\[\]]*)[）)】\]]")
NAME_AND_POST = re.compile(r"^\W*(\w{2,4})[（(]([^（）()]{2,20})[）)]\s*$")


def contributions_of(text: str, article: ArticleDraft) -> tuple[ContributionDraft, ...]:
    """The authors of an article, each once; a writer's role wins over a photographer's."""
    found: dict[str, ContributionDraft] = {}
    parts = assemble(text, article.blocks).parts
    for role in (Role.BYLINE, Role.LEAD, Role.TAIL, Role.CREDIT):
        for part in parts:
            if part.role == role:
                for author in _READERS[role](part.text):
                    _put(found, part, author)
    return tuple(found.values())


def _put(found: dict[str, ContributionDraft], part: Part, author: Author) -> None:
    span = printed_span(part.runs, author.start, author.end)
    if span is None:
        return
    before = found.get(author.name)
    if before is None or (not before.role and author.role and author.role not in PHOTOGRAPHS):
        found[author.name] = ContributionDraft(author.name, author.role, normal_role(author.role), *span)


def _shifted(authors: list[Author], by: int) -> Iterator[Author]:
    for author in authors:
        yield Author(author.name, author.role, author.start + by, author.end + by)


def _of_byline(line: str) -> Iterator[Author]:
    """本报记者 高 明; 韩某某(某校班主任): the bracket behind a name holds its role."""
    post = NAME_AND_POST.match(line)
    if post:
        yield Author(post[1], post[2], post.start(1), post.end(1))
    else:
        yield from authors_in(line)


def _of_lead(line: str) -> Iterator[Author]:
    """本报讯（记者高明 通讯员田野）: only what stands behind a label."""
    inside = list(BRACKETS.finditer(line))
    if any(authors_in(match[1], labelled_only=True) for match in inside):
        for match in inside:
            yield from _shifted(authors_in(match[1], labelled_only=True), match.start(1))
    else:
        yield from authors_in(line, labelled_only=True)


def _of_credit(line: str) -> Iterator[Author]:
    """本报记者 高 明 摄: the role is 摄; where one man also wrote (摄影报道), his label."""
    for at, piece in _pieces(line):
        if re.search("提供|供图|受访者|资料", piece) or not re.search("摄|攝|图|圖", piece):
            continue
        for author in _shifted(authors_in(piece), at):
            wrote = re.search("摄影报道|文/图|图/文|图文|文并摄|文/摄", fold(piece))
            label = author.role if wrote or author.role in PHOTOGRAPHS else "摄"
            yield Author(author.name, label, author.start, author.end)


def _of_tail(line: str) -> Iterator[Author]:
    """(高明), （电厂职工 高 明）, a letter's signature; 作者系…, 下转…, dates and bodies name nobody."""
    for at, piece in _pieces(line):
        plain = fold(piece.strip())
        if not plain or any(plain.startswith(word) for word in role_words()["no-author"]):
            continue
        if re.search("审核|提供|供图|转自|摘自", plain):
            continue
        date = DATE.search(piece)
        kept = piece[: date.start()] if date else piece
        ending = tables().ending_at(fold(kept.strip()), len(kept.strip()))
        if kept.strip() and not (len(ending) > 1 and " " not in kept.strip()):
            yield from _shifted(authors_in(kept), at)


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    """What stands in brackets, each alone; a line without brackets whole."""
    inside = list(BRACKETS.finditer(line))
    if not inside:
        yield 0, line
    for match in inside:
        yield match.start(1), match[1]
    if inside and inside[0].start() > 0 and "摄" in line[: inside[0].start()]:
        yield 0, line[: inside[0].start()]


_READERS = {
    Role.BYLINE: _of_byline,
    Role.LEAD: _of_lead,
    Role.TAIL: _of_tail,
    Role.CREDIT: _of_credit,
}
