"""What segmentation gives: blocks, articles and what the page prints about itself.

All offsets are character offsets into `PageText.text`.
"""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a block is. The terms are those of DESIGN.md, "Terms"."""

    COLUMN = "column"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"  # summaries (核心提示) too
    BYLINE = "byline"
    LEAD = "lead"  # the printed 电头, and 上接第1版
    PARAGRAPH = "paragraph"
    VERSE = "verse"  # one line of a poem
    TABLE_ROW = "table_row"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"
    TAIL = "tail"  # 下转第3版, 未完待续, the bracketed author at the end
    END_MARK = "end_mark"  # a block of its article, exported as furniture
    FURNITURE = "furniture"


class Kind(StrEnum):
    """What an article is."""

    NEWS = "news"
    COMMENTARY = "commentary"
    FEATURE = "feature"
    SIDEBAR = "sidebar"
    PHOTO = "photo"
    NOTICE = "notice"
    INDEX = "index"
    INTERVIEW = "interview"
    LETTER = "letter"
    POEM = "poem"
    BRIEF = "brief"
    CORRECTION = "correction"
    ADVERT = "advert"


@dataclass(frozen=True)
class Block:
    """A span of the page with one role.

    `joins`: goes on with the article's block of the same role before it, without a break
    (a paragraph cut by a line end or a column break, a headline over two lines, the next
    line of a stanza). White space at the edges lies outside blocks.
    """

    start: int
    end: int
    role: Role
    joins: bool = False


@dataclass(frozen=True)
class ArticleDraft:
    """One article: its blocks in reading order.

    `part_of` is the index of its main story in the page's list of articles. `to_page` and
    `from_page` are the labels that a jump names (下转第3版, 上接第1版). `confidence` is between 0 and 1.
    """

    kind: Kind
    blocks: tuple[Block, ...]
    part_of: int | None = None
    to_page: str | None = None
    from_page: str | None = None
    confidence: float = 1.0

    @property
    def start(self) -> int:
        return min(block.start for block in self.blocks)


@dataclass(frozen=True)
class PrintedFacts:
    """What masthead, date line and folio print; None where they do not."""

    newspaper: str | None = None
    date: datetime.date | None = None
    label: str | None = None  # as printed: 3, A08, T2, 4-5
    page_name: str | None = None
    edition: str | None = None
    serials: tuple[str, ...] = ()  # 第10267号, CN 00-0012, as printed
    warnings: tuple[str, ...] = ()  # an impossible date; a weekday, a lunar date that contradicts
    weekday: str | None = None  # as printed: 星期五
    lunar_date: str | None = None  # as printed: 农历乙巳年八月十三
    page_count: int | None = None  # 今日8版
    staff: tuple[tuple[str, tuple[str, ...]], ...] = ()  # by task, as printed: 责编, 校对


@dataclass(frozen=True)
class PageDraft:
    """A page read: every character that is not white space lies in exactly one block,
    every block in exactly one article or in the furniture."""

    facts: PrintedFacts
    articles: tuple[ArticleDraft, ...]
    furniture: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = field(default=())
