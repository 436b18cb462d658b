"""Pages read by hand: a reading is said, not computed, so that a test of writing stands on its own."""

import datetime
import hashlib

from articles.models import Batch, Issue, Newspaper, Page, Transcription
from articles.reading import PageReading
from articles.recognition import ArticleNames, ContributionDraft, MentionDraft
from articles.segmentation import ArticleDraft, Block, Kind, PageDraft, PrintedFacts, Role
from articles.writing import write_reading


def issue_of(day="2024-05-01", newspaper="青禾日报"):
    paper, _ = Newspaper.objects.get_or_create(name=newspaper)
    date = datetime.date.fromisoformat(day)
    return Issue.objects.get_or_create(newspaper=paper, date=date, date_source="given")[0]


def page_of(issue, label="1"):
    batch, _ = Batch.objects.get_or_create(name="by hand")
    return Page.objects.create(issue=issue, label=label, batch=batch)


def transcription_of(page, text):
    checksum = hashlib.sha256(text.encode()).hexdigest()
    return Transcription.objects.create(page=page, text=text, checksum=checksum, byte_checksum=checksum)


def article_of(text, *pieces, start=0, **facts):
    """An article whose pieces, `role:text`, are looked for in `text` one after the other."""
    blocks, here = [], start
    for piece in pieces:
        role, _, printed = piece.partition(":")
        first = text.index(printed, here)
        here = first + len(printed)
        blocks.append(Block(first, here, Role(role)))
    return ArticleDraft(facts.pop("kind", Kind.NEWS), tuple(blocks), **facts)


def mention_of(text, surface, kind="person", name=None, nth=0, **facts):
    start = -1
    for _ in range(nth + 1):
        start = text.index(surface, start + 1)
    return MentionDraft(start, start + len(surface), surface, kind, name or surface, **facts)


def author_of(text, name, role="记者", normal_role="reporter"):
    start = text.index(name)
    return ContributionDraft(name, role, normal_role, start, start + len(name))


def reading_of(*articles, names=()):
    names = (*names, *(ArticleNames() for _ in range(len(articles) - len(names))))
    return PageReading(PageDraft(PrintedFacts(), tuple(articles)), tuple(names))


def write(page, text, *articles, names=()):
    """Store `text` as the page's transcription, if it is new, and this reading of it."""
    transcription = page.transcription or transcription_of(page, text)
    return write_reading(page, transcription, reading_of(*articles, names=names))


def names_of(mentions=(), contributions=()):
    return ArticleNames(tuple(mentions), tuple(contributions))
