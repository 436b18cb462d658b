"""The whole reading of a page: the pure rooms walked in order."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from .assembling import TEXT_ROLES, Part, assemble
from .recognition import EMPTY, ORGANIZATION, PERSON, ArticleNames, Register, recognise
from .segmentation import ArticleDraft, PageDraft, Pin, Role, segment
from .transcription import PageText

# Raise it whenever a room would read a page differently: `reread` finds pages of older readers by it.
READER_VERSION = "2"


@dataclass(frozen=True)
class PageReading:
    """A page as the machine understood it; `names` runs parallel to `draft.articles`."""

    draft: PageDraft
    names: tuple[ArticleNames, ...]


def read(page: PageText, pins: tuple[Pin, ...] = (), register: Register = EMPTY) -> PageReading:
    """Read a page under an editor's pins. A function of its three arguments, nothing else."""
    draft = segment(page, pins)
    return PageReading(draft, recognise(page, draft, pins, register))


def as_json(page: PageText, reading: PageReading) -> dict:
    """The reading as one JSON object: for every article its fields, its blocks and its names."""
    facts = reading.draft.facts
    given = page.given
    return {
        "page": {
            "newspaper": facts.newspaper,
            "date": facts.date.isoformat() if facts.date else None,
            "page_no": _page_number(facts.label),
            "page_label": facts.label,
            "page_name": facts.page_name,
            "edition": facts.edition,
            "weekday": facts.weekday,
            "lunar_date": facts.lunar_date,
            "page_count": facts.page_count,
            "serials": list(facts.serials),
            "staff": [{"task": task, "names": list(names)} for task, names in facts.staff],
        },
        "given": {
            "newspaper": given.newspaper,
            "date": given.date.isoformat() if given.date else None,
            "edition": given.edition,
            "page_label": given.label,
            "page_name": given.page_name,
        },
        "articles": [
            _article_json(page.text, article, names)
            for article, names in zip(reading.draft.articles, reading.names, strict=True)
        ],
        "furniture": _furniture(page.text, reading.draft),
        "warnings": [*page.warnings, *facts.warnings, *reading.draft.warnings],
    }


def _page_number(label: str | None) -> int | None:
    """The number in a label: 8 for A08; None for a double page or a label without one."""
    digits = re.findall(r"\d+", label or "")
    return int(digits[0]) if len(digits) == 1 else None


def _article_json(text: str, article: ArticleDraft, names: ArticleNames) -> dict:
    fields = assemble(text, article.blocks)
    paragraphs = [part.text for part in fields.parts if part.role in TEXT_ROLES]
    return {
        "kind": article.kind,
        **{
            field: getattr(fields, field) or None
            for field in (
                "column",
                "kicker",
                "headline",
                "deck",
                "lead",
                "agency",
                "dateline",
                "credit",
                "tail",
            )
        },
        "byline_text": fields.byline or None,
        "byline": [{"name": c.name, "role": c.role or None} for c in names.contributions],
        "paragraphs": paragraphs,
        "subheads": [part.text for part in fields.parts if part.role == Role.SUBHEAD],
        "subhead_at": _subhead_places(fields.parts),
        "captions": [part.text for part in fields.parts if part.role == Role.CAPTION],
        "part_of": article.part_of,
        "continues": _jump_json(article),
        "people": _named(names, PERSON),
        "organizations": _named(names, ORGANIZATION),
        "confidence": round(article.confidence, 3),
        "blocks": [[block.start, block.end, block.role, block.joins] for block in article.blocks],
        "mentions": [{**asdict(mention), "evidence": list(mention.evidence)} for mention in names.mentions],
        "contributions": [asdict(contribution) for contribution in names.contributions],
    }


def _subhead_places(parts: Sequence[Part]) -> list[int]:
    """For every subhead the index of the paragraph that it stands before."""
    places, paragraphs = [], 0
    for part in parts:
        if part.role == Role.SUBHEAD:
            places.append(paragraphs)
        paragraphs += part.role in TEXT_ROLES
    return places


def _jump_json(article: ArticleDraft) -> dict | None:
    jumps = {"to_page": _page_number(article.to_page), "from_page": _page_number(article.from_page)}
    return {key: page for key, page in jumps.items() if page is not None} or None


def _named(names: ArticleNames, kind: str) -> list[dict]:
    """The people or organisations of an article, each once, with the forms it is printed in."""
    forms: dict[str, dict[str, None]] = {}
    for mention in names.mentions:
        if mention.kind == kind:
            forms.setdefault(mention.name, {})[mention.surface] = None
    return [{"name": name, "forms": list(printed)} for name, printed in forms.items()]


def _furniture(text: str, draft: PageDraft) -> list[str]:
    """The furniture and the articles' end marks, in the order of the page, as they are shown."""
    blocks = [*draft.furniture]
    for article in draft.articles:
        blocks += [block for block in article.blocks if block.role == Role.END_MARK]
    shown = (
        part.text
        for block in sorted(blocks, key=lambda block: block.start)
        for part in assemble(text, [block]).parts
    )
    return list(shown)
