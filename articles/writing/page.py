"""One page's reading becomes rows, in the caller's transaction."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Block, IndexTask, Page, Reading, ReviewItem, Transcription
from articles.reading import READER_VERSION, PageReading, as_json
from articles.segmentation import ArticleDraft

from .carrying import Carried, store_carried
from .fields import apply_overrides, fill_fields
from .holding import tell_of_unheld
from .jumps import join_jumps
from .matching import draft_owners, match
from .names import Directory, write_names
from .stored import stored_text
from .succession import revive, stay_withdrawn, supersede

UNCERTAIN = 0.6  # below this confidence an editor is asked to look at an article


@dataclass
class Written:
    """How many articles the page has now, how many of them are new, and how many lost their own address."""

    articles: int = 0
    new: int = 0
    superseded: int = 0


@transaction.atomic
def write_reading(
    page: Page, transcription: Transcription, reading: PageReading, *, carried: Carried | None = None
) -> Written:
    """Make `reading`, of `transcription`, the page's current one.

    Articles keep their numbers where they keep their text. `carried` brings pins and emendations
    over from the page's former transcription; it is needed whenever the transcription is new.
    """
    carry = _carrier(page, transcription, carried)
    old = list(page.articles.current().in_reading_order())
    if carried:
        store_carried(page, transcription, carried)
    Block.objects.filter(transcription__page=page).delete()
    page.transcription = transcription
    page.reading = Reading.objects.create(
        transcription=transcription,
        version=READER_VERSION,
        data=as_json(stored_text(transcription), reading),
    )
    page.save()
    written = _write_articles(page, reading, old, carry)
    tell_of_unheld(page)
    join_jumps(page.issue)
    return written


def _carrier(
    page: Page, transcription: Transcription, carried: Carried | None
) -> Callable[[int], int | None]:
    if carried:
        return carried.alignment.offset
    if page.transcription_id not in (None, transcription.pk):
        raise ValueError("a new transcription of a page that has one needs `carried`")
    return lambda offset: offset


def _write_articles(page: Page, reading: PageReading, old: list[Article], carry) -> Written:
    drafts, text = reading.draft.articles, page.transcription.text
    matched = match(old, draft_owners(drafts, text), carry)
    retired = list(page.articles.filter(superseded=True))
    emendations = list(page.transcription.emendations.filter(active=True))
    articles: list[Article] = []
    written = Written(articles=len(drafts))
    for index, draft in enumerate(drafts):
        article = matched.heirs.get(index) or Article(page=page)
        article.order, article.confidence = index, draft.confidence
        article.kind, article.to_page, article.from_page = (
            draft.kind,
            draft.to_page or "",
            draft.from_page or "",
        )
        fill_fields(article, text, draft.blocks, emendations)
        if index not in matched.heirs:
            written.new += 1
            revive(article, retired)
        stay_withdrawn(article, matched.kin[index])
        article.save()
        articles.append(article)
    _settle_parents(drafts, articles)
    _write_blocks(page, reading, articles)
    _write_page_names(page, reading, articles)
    gone = [article for article in old if article not in matched.heirs.values()]
    for article in gone:
        index = matched.moved.get(article.number)
        supersede(article, None if index is None else articles[index])
    written.superseded = len(gone)
    _ask_about(articles)
    IndexTask.objects.mark(article.number for article in [*articles, *gone])
    return written


def _settle_parents(drafts: tuple[ArticleDraft, ...], articles: list[Article]) -> None:
    """Sidebars belong to their main stories; then what editors set is laid over all of it.

    A main story that an editor made a sidebar of its own sidebar loses that one.
    """
    own = {article.number: article for article in articles}
    for draft, article in zip(drafts, articles, strict=True):
        article.parent = articles[draft.part_of] if draft.part_of is not None else None
        apply_overrides(article)
    for draft, article in zip(drafts, articles, strict=True):
        if draft.part_of is not None and article.parent == articles[draft.part_of]:
            above = article.parent
            while above is not None and above != article:
                above = own.get(above.parent_id)
            article.parent = None if above else article.parent
        article.save()


def _write_blocks(page: Page, reading: PageReading, articles: list[Article]) -> None:
    owned = [
        (block, article)
        for draft, article in zip(reading.draft.articles, articles, strict=True)
        for block in draft.blocks
    ]
    owned += [(block, None) for block in reading.draft.furniture]
    Block.objects.bulk_create(
        Block(
            transcription=page.transcription,
            article=article,
            start=block.start,
            end=block.end,
            role=block.role,
            joins=block.joins,
            order=order,
        )
        for order, (block, article) in enumerate(owned)
    )


def _write_page_names(page: Page, reading: PageReading, articles: list[Article]) -> None:
    directory = Directory.of(reading.names)
    pins = list(page.pins.active().select_related("person__merged_into", "organization__merged_into"))
    for draft, article, names in zip(reading.draft.articles, articles, reading.names, strict=True):
        mine = [pin for pin in pins if any(b.start <= pin.start < b.end for b in draft.blocks)]
        write_names(article, names, directory, mine)


def _ask_about(articles: list[Article]) -> None:
    content_type = ContentType.objects.get_for_model(Article)
    ReviewItem.objects.filter(
        kind=ReviewItem.Kind.SEGMENTATION,
        content_type=content_type,
        object_id__in=[article.number for article in articles],
        state=ReviewItem.State.OPEN,
    ).delete()
    ReviewItem.objects.bulk_create(
        (
            ReviewItem(
                kind=ReviewItem.Kind.SEGMENTATION,
                content_type=content_type,
                object_id=article.number,
                message=_("机器对这篇文章的起止没有把握。"),
                weight=1 - article.confidence,
            )
            for article in articles
            if article.confidence < UNCERTAIN
        ),
        ignore_conflicts=True,
    )
