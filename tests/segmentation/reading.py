"""Helpers of the segmenter's tests: read a text, and say what was read in a few words."""

from pathlib import Path

from articles.assembling import Fields, assemble
from articles.segmentation import ArticleDraft, PageDraft, Pin, PinKind, Role, segment
from articles.transcription import PageText

PAGES = Path(__file__).parent / "pages"


def read(text: str, *pins: Pin) -> PageDraft:
    return segment(PageText(text), pins)


def fields(text: str, draft: PageDraft) -> list[Fields]:
    return [assemble(text, article.blocks) for article in draft.articles]


def headlines(text: str, *pins: Pin) -> list[str]:
    return [one.headline for one in fields(text, read(text, *pins))]


def texts(text: str, article: ArticleDraft, *roles: Role) -> list[str]:
    return [part.text for part in assemble(text, article.blocks).parts if part.role in roles]


def pin(kind: PinKind, text: str, words: str, value: str = "", other: str | None = None) -> Pin:
    """A pin on the first place where `words` stand (and where `other` stands)."""
    start = text.index(words)
    span = None if other is None else (text.index(other), text.index(other) + len(other))
    return Pin(kind, start, start + len(words), value, other=span)


def check_laws(text: str, draft: PageDraft) -> None:
    """Every printed character in exactly one block, every block in one article or the furniture."""
    owners = [0] * len(text)
    blocks = [*draft.furniture, *(block for article in draft.articles for block in article.blocks)]
    for block in blocks:
        assert block.start < block.end
        assert not text[block.start].isspace() and not text[block.end - 1].isspace()
        for offset in range(block.start, block.end):
            owners[offset] += 1
    assert all(count == 1 for count, char in zip(owners, text, strict=True) if not char.isspace())
    assert max(owners, default=0) <= 1
    for number, article in enumerate(draft.articles):
        assert article.blocks and Role.FURNITURE not in {block.role for block in article.blocks}
        assert article.part_of != number and 0 <= article.confidence <= 1
        assert article.part_of is None or 0 <= article.part_of < len(draft.articles)
        _check_joins(article)


def _check_joins(article: ArticleDraft) -> None:
    seen: set[Role] = set()
    for block in article.blocks:
        assert not block.joins or block.role in seen
        seen.add(block.role)
