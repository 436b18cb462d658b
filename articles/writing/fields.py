"""An article's fields: a cache of what its blocks say, of emendations and of what editors decided."""

from collections.abc import Iterable, Sequence

from articles.assembling import Emending, Part, assemble, shown_span
from articles.models import Article, Emendation, FieldOverride, Transcription
from articles.segmentation import Block, Role

TEXT_FIELDS = ("column", "kicker", "headline", "deck", "byline", "lead", "dateline", "agency")
# What an editor may set and the machine reads anew: kept beside the editor's word.
MACHINE_FIELDS = (*TEXT_FIELDS, "kind", "to_page", "from_page", "parent")


def fill_fields(article: Article, text: str, blocks: Sequence[Block], emendations: Iterable[Emendation]):
    """Set the article's text fields, body and layout as the machine reads them; does not save."""
    mended = list(emendations)
    fields = assemble(text, blocks, [Emending(e.start, e.end, e.replacement) for e in mended])
    for name in TEXT_FIELDS:
        limit = Article._meta.get_field(name).max_length
        setattr(article, name, getattr(fields, name)[:limit])
    article.body = fields.body
    article.layout = [_part_json(part, mended) for part in fields.parts]


def _part_json(part: Part, emendations: Sequence[Emendation]) -> dict:
    shown = ((shown_span(part.runs, e.start, e.end), e.printed) for e in emendations)
    return {
        "role": str(part.role),
        "text": part.text,
        "runs": [list(run) for run in part.runs],
        "emended": [[*span, printed] for span, printed in shown if span],
    }


def apply_overrides(article: Article, fields: Iterable[str] = MACHINE_FIELDS) -> None:
    """Lay the editors' values over the machine's, and keep the machine's beside them; does not save.

    `fields`: those that the machine has just filled anew.
    """
    for override in FieldOverride.objects.of(article).filter(field__in=fields):
        attribute = "parent_id" if override.field == "parent" else override.field
        printed = getattr(article, attribute)
        if override.printed != printed:
            override.printed = printed
            override.save(update_fields=["printed"])
        setattr(article, attribute, override.value)


def stored_blocks(article: Article) -> list[Block]:
    rows = article.blocks.order_by("order")
    return [Block(row.start, row.end, Role(row.role), row.joins) for row in rows]


def refresh_fields(article: Article) -> None:
    """Fill and save an article's fields anew from its stored blocks: after an emendation."""
    transcription: Transcription = article.page.transcription
    fill_fields(
        article, transcription.text, stored_blocks(article), transcription.emendations.filter(active=True)
    )
    apply_overrides(article, TEXT_FIELDS)
    article.save()
