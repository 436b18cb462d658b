"""A page's reading, drawn for a person who checks it at a terminal: the page's own lines in their order,
beside each what it was read as and to which article it belongs."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from articles.models import Article
from articles.models.block import ROLES
from articles.reading import PageReading
from articles.recognition import ORGANIZATION, PERSON, ArticleNames
from articles.segmentation import ArticleDraft, Block, Role
from articles.transcription import PageText
from articles.writing.page import UNCERTAIN

from .columns import pad, shorten, visible, width, wrap

NARROWEST = 40  # columns; a terminal narrower than that breaks the lines itself
JOINS = "↳"
DOUBTFUL = "▲"
NO_ARTICLE = "·"

# How a role looks: parameters of the terminal's "select graphic rendition".
HEAD, HEADLINE, SOURCE, PICTURE, SUBHEAD, DIM = "36", "1;36", "33", "32", "1;35", "2"
LOOKS = {
    Role.COLUMN: HEAD,
    Role.KICKER: HEAD,
    Role.HEADLINE: HEADLINE,
    Role.DECK: HEAD,
    Role.BYLINE: SOURCE,
    Role.LEAD: SOURCE,
    Role.CREDIT: PICTURE,
    Role.CAPTION: PICTURE,
    Role.SUBHEAD: SUBHEAD,
    Role.TAIL: DIM,
    Role.END_MARK: DIM,
    Role.FURNITURE: DIM,
}
STRONG, WARNING = "1", "1;33"


@dataclass(frozen=True)
class Row:
    """A line of the page, or what of it lies in one block. `number`: of its article, from 1."""

    line: int
    number: int | None
    role: Role
    joins: bool
    text: str


def outline(title: str, page: PageText, reading: PageReading, columns: int, colour: bool) -> str:
    """The whole drawing. No line is wider than `columns`; without `colour` there is no escape code."""
    return "\n".join(_Drawing(page, reading, max(columns, NARROWEST), colour).lines(title))


def rows(text: str, articles: Sequence[ArticleDraft], furniture: Sequence[Block]) -> list[Row]:
    """The page's lines in their order, cut where blocks meet."""
    blocks = [(block, number) for number, article in enumerate(articles, 1) for block in article.blocks]
    blocks += [(block, None) for block in furniture]
    line_starts = [0, *(index + 1 for index, char in enumerate(text) if char == "\n")]
    found = []
    for block, number in sorted(blocks, key=lambda pair: pair[0].start):
        first = bisect_right(line_starts, block.start)
        for index, line in enumerate(text[block.start : block.end].split("\n")):
            if line.strip():
                found.append(Row(first + index, number, block.role, block.joins or index > 0, line.strip()))
    return found


class _Drawing:
    def __init__(self, page: PageText, reading: PageReading, columns: int, colour: bool) -> None:
        self.reading = reading
        self.columns = columns
        self.colour = colour
        self.rows = rows(page.text, reading.draft.articles, reading.draft.furniture)
        self.warnings = [*page.warnings, *reading.draft.facts.warnings, *reading.draft.warnings]
        self.line_columns = len(str(self.rows[-1].line)) if self.rows else 1
        self.number_columns = len(str(len(reading.draft.articles)))
        self.role_columns = max(width(str(label)) for label in ROLES.values()) + width(JOINS)

    def paint(self, text: str, look: str) -> str:
        return f"\x1b[{look}m{text}\x1b[0m" if self.colour and look and text else text

    def lines(self, title: str) -> Iterator[str]:
        yield from self._wrapped(self._title(title), STRONG)
        last: dict[int, int] = {}  # for every article begun, its last line so far
        for number, together in groupby(self.rows, key=lambda row: row.number):
            group = list(together)
            yield ""
            if number is not None:
                yield from self._heading(number, last.get(number))
                last[number] = group[-1].line
            yield from self._drawn(group)
        yield ""
        for warning in self.warnings:
            yield from self._wrapped([*visible(f"! {warning}")], WARNING)
        yield from self._wrapped(self._legend(), DIM, "  ")

    def _wrapped(self, items: Sequence[str], look: str, between: str = "", indent: int = 0) -> Iterator[str]:
        for line in wrap(items, self.columns - indent, between):
            yield " " * indent + self.paint(line, look)

    def _title(self, title: str) -> str:
        facts = self.reading.draft.facts
        said = [facts.newspaper or _("报名不详"), facts.date.isoformat() if facts.date else _("日期不详")]
        said.append(_("第%(label)s版") % {"label": facts.label} if facts.label else _("版次不详"))
        return visible("  ".join(filter(None, [title, *said, facts.page_name])))

    def _heading(self, number: int, before: int | None) -> Iterator[str]:
        """Over an article: what it is and whom it names; where it is resumed, where it stopped."""
        article = self.reading.draft.articles[number - 1]
        if before is not None:
            resumed = _("续第 %(number)s 篇，上文至第 %(line)s 行") % {"number": number, "line": before}
            yield from self._wrapped([*resumed], STRONG)
            return
        doubtful = article.confidence < UNCERTAIN
        yield from self._wrapped(heading_words(number, article), WARNING if doubtful else STRONG, "  ")
        for label, names in names_found(self.reading.names[number - 1]):
            lines = wrap(map(visible, names), self.columns - width(label) - 4, "、")
            for index, line in enumerate(lines):
                yield f"  {pad('' if index else label, width(label))}  {line}"

    def _drawn(self, group: Sequence[Row]) -> Iterator[str]:
        before = None
        for row in group:
            line = "" if row.line == before else str(row.line)
            before = row.line
            number = NO_ARTICLE if row.number is None else str(row.number)
            role = pad((JOINS if row.joins else "") + str(ROLES[row.role]), self.role_columns)
            gutter = f"{line:>{self.line_columns}} "
            room = self.columns - len(gutter) - self.number_columns - self.role_columns - 4
            look = LOOKS.get(row.role, "")
            yield "".join(
                [
                    self.paint(gutter, DIM),
                    self.paint(f"{number:>{self.number_columns}}", STRONG if row.number else DIM),
                    f" {self.paint(role, look)} {self.paint('│', DIM)} ",
                    self.paint(shorten(visible(row.text), room), look),
                ]
            )

    def _legend(self) -> list[str]:
        return [
            _("行号 篇号 角色 │ 原文"),
            _("%(mark)s 接上一块") % {"mark": JOINS},
            _("%(mark)s 不属任何文章") % {"mark": NO_ARTICLE},
            _("%(mark)s 把握低于 %(limit)s") % {"mark": DOUBTFUL, "limit": f"{UNCERTAIN:.2f}"},
        ]


def heading_words(number: int, article: ArticleDraft) -> list[str]:
    """Number, kind, confidence, and which other articles and pages an article hangs on."""
    doubt = f"{DOUBTFUL} " if article.confidence < UNCERTAIN else ""
    words = [
        _("第 %(number)s 篇") % {"number": number},
        str(Article.Kind(article.kind).label),
        f"{doubt}{_('把握')} {article.confidence:.2f}",
    ]
    if article.part_of is not None:
        words.append(_("附于第 %(number)s 篇") % {"number": article.part_of + 1})
    if article.from_page:
        words.append(visible(_("上接第%(page)s版") % {"page": article.from_page}))
    if article.to_page:
        words.append(visible(_("下转第%(page)s版") % {"page": article.to_page}))
    return words


def names_found(names: ArticleNames) -> Iterator[tuple[str, list[str]]]:
    """Whom an article names, by sort: each once, with its role or its other printed forms."""
    writers = {f"{c.name}（{c.role}）" if c.role else c.name: None for c in names.contributions}
    if writers:
        yield _("作者"), list(writers)
    for label, kind in ((_("人物"), PERSON), (_("机构"), ORGANIZATION)):
        forms: dict[str, dict[str, None]] = {}
        for mention in names.mentions:
            if mention.kind == kind:
                forms.setdefault(mention.name, {})[mention.surface] = None
        if forms:
            yield label, [_with_forms(name, list(printed)) for name, printed in forms.items()]


def _with_forms(name: str, printed: Sequence[str]) -> str:
    others = [form for form in printed if form != name]
    return f"{name}（{'、'.join(others)}）" if others else name
