"""The room's one call: from a page's articles to their names and authors."""

from collections.abc import Sequence

from articles.folding import fold
from articles.segmentation import PageDraft, Pin
from articles.transcription import PageText

from . import network
from .contributions import contributions_of
from .decoding import Scored
from .drafts import ArticleNames
from .finding import find
from .passages import Passage, passages_of
from .pinning import decode_under
from .register import EMPTY, Register
from .resolving import resolve
from .surroundings import Surroundings


def recognise(
    page: PageText, draft: PageDraft, pins: Sequence[Pin] = (), register: Register = EMPTY
) -> tuple[ArticleNames, ...]:
    """Who is named in each article and who wrote it, parallel to `draft.articles`.

    Mentions of one article do not overlap and are in the order of the page; names have no white space at
    their edges. NAME and NOT_NAME pins win over every source.
    """
    passages, around = prepare(page, draft, register)
    found = find(passages, around, register, last=lambda scored: decode_under(scored, passages, pins))
    return conclude(page, draft, found, passages, around, register, pins)


def prepare(page: PageText, draft: PageDraft, register: Register) -> tuple[list[Passage], Surroundings]:
    """The passages of a page, and what they have around them."""
    passages = passages_of(page.text, draft.articles, network.load())
    authors = tuple(
        frozenset(fold(c.name) for c in contributions_of(page.text, article)) for article in draft.articles
    )
    around = Surroundings(
        plain="\n".join(passage.plain for passage in passages),
        kinds=tuple(article.kind for article in draft.articles),
        authors=authors,
    )
    return passages, around


def conclude(
    page: PageText,
    draft: PageDraft,
    found: Sequence[Scored],
    passages: Sequence[Passage],
    around: Surroundings,
    register: Register,
    pins: Sequence[Pin] = (),
) -> tuple[ArticleNames, ...]:
    """The found spans resolved to names, with the articles' authors beside them."""
    mentions = resolve(page, draft, found, passages, around, register, pins)
    return tuple(
        ArticleNames(its, contributions_of(page.text, article))
        for its, article in zip(mentions, draft.articles, strict=True)
    )
