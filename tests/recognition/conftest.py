"""Pages of invented text for the recognition tests."""

from collections.abc import Callable, Sequence

import pytest

from articles.recognition import EMPTY, ArticleNames, MentionDraft, Register, recognise
from articles.segmentation import ArticleDraft, Block, Kind, PageDraft, Pin, PrintedFacts, Role
from articles.transcription import PageText

Part = tuple[Role, str]


def draft_page(
    articles: Sequence[Sequence[Part]], newspaper: str | None = None
) -> tuple[PageText, PageDraft]:
    """A page on which each part is a line of its own, and its draft."""
    text, drafts = "", []
    for parts in articles:
        blocks = []
        for role, words in parts:
            blocks.append(Block(len(text), len(text) + len(words), role))
            text += words + "\n"
        drafts.append(ArticleDraft(Kind.NEWS, tuple(blocks)))
    return PageText(text), PageDraft(PrintedFacts(newspaper=newspaper), tuple(drafts))


@pytest.fixture
def recognise_parts() -> Callable[..., tuple[str, ArticleNames]]:
    """Recognise one article given as (role, text) parts; gives the page's text and the names."""

    def run(
        *parts: Part, pins: Sequence[Pin] = (), register: Register = EMPTY, newspaper: str | None = None
    ) -> tuple[str, ArticleNames]:
        page, draft = draft_page([parts], newspaper)
        return page.text, recognise(page, draft, pins, register)[0]

    return run


@pytest.fixture
def names_in(recognise_parts: Callable) -> Callable[..., dict[str, str]]:
    """Surface → name of every mention in one paragraph."""

    def run(paragraph: str, kind: str = "", **more: object) -> dict[str, str]:
        mentions: tuple[MentionDraft, ...] = recognise_parts((Role.PARAGRAPH, paragraph), **more)[1].mentions
        return {m.surface: m.name for m in mentions if kind in ("", m.kind)}

    return run
