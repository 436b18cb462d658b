"""A batch is taken out again: withdrawn, or deleted if no editor has touched it."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from articles.models import (
    Article,
    Batch,
    Contribution,
    Correction,
    Emendation,
    FieldOverride,
    IndexTask,
    Issue,
    Mention,
    Newspaper,
    Organization,
    Page,
    Person,
    Pin,
    Redirect,
    ReviewItem,
    Transcription,
)
from articles.models.redirect import address
from articles.writing.jumps import join_jumps

from .run import CannotImport, drain


@dataclass(frozen=True)
class Removed:
    """How much was withdrawn, or deleted."""

    pages: int
    articles: int
    people: int = 0
    organizations: int = 0


@dataclass(frozen=True)
class Belongings:
    """What a batch brought and nothing else uses."""

    pages: QuerySet
    articles: QuerySet
    issues: QuerySet
    newspapers: QuerySet
    people: QuerySet
    organizations: QuerySet

    @classmethod
    def of(cls, batch: Batch) -> "Belongings":
        pages = _fixed(Page.objects.filter(batch=batch))
        articles = _fixed(Article.objects.filter(page__in=pages))
        issues = Issue.objects.filter(pages__in=pages)
        issues = _fixed(issues.exclude(pages__in=Page.objects.exclude(batch=batch)))
        newspapers = Newspaper.objects.filter(issues__in=issues)
        newspapers = _fixed(newspapers.exclude(issues__in=Issue.objects.exclude(pk__in=issues.values("pk"))))
        people, organizations = (_named_only_in(batch, articles, kind) for kind in (Person, Organization))
        return cls(pages, articles, issues, newspapers, people, organizations)


def remove_batch(name: str, *, purge: bool = False) -> Removed:
    """Withdraw a batch's pages; with `purge` delete a batch that no editor has touched, and what only
    it named. Raises CannotImport for an unknown batch, or one that may not be deleted."""
    batch = Batch.objects.filter(name=name).first()
    if batch is None:
        raise CannotImport(_("库中没有名为“%(name)s”的批次。") % {"name": name})
    removed = _purge(batch) if purge else _withdraw(batch)
    drain()
    return removed


@transaction.atomic
def _withdraw(batch: Batch) -> Removed:
    pages = _fixed(batch.pages.filter(withdrawn=False))
    articles = Article.objects.filter(page__in=pages)
    removed = Removed(pages.count(), articles.current().count())
    pages.update(withdrawn=True, withdrawn_reason=_("批次“%(name)s”已撤下") % {"name": batch.name})
    IndexTask.objects.mark(articles.values_list("number", flat=True))
    for issue in Issue.objects.filter(pages__in=pages).distinct():
        join_jumps(issue)
    return removed


@transaction.atomic
def _purge(batch: Batch) -> Removed:
    belongings = Belongings.of(batch)
    if touched := _touched(belongings):
        message = _(
            "编辑改过批次“%(name)s”的%(what)s，不能删除。去掉 --purge 则只撤下它的版面，读者不再看到。"
        )
        raise CannotImport(message % {"name": batch.name, "what": touched})
    removed = Removed(
        belongings.pages.count(),
        belongings.articles.current().count(),
        belongings.people.count(),
        belongings.organizations.count(),
    )
    shared = list(
        Issue.objects.filter(pages__in=belongings.pages).exclude(pk__in=belongings.issues).distinct()
    )
    IndexTask.objects.mark(belongings.articles.values_list("number", flat=True))
    _forget_addresses(belongings)
    _delete(belongings.articles)
    belongings.pages.update(transcription=None, reading=None)
    for things in (belongings.pages, belongings.issues, belongings.newspapers):
        _delete(things)
    _delete(belongings.people)
    _delete(belongings.organizations)
    batch.delete()
    for issue in shared:
        join_jumps(issue)
    return removed


def _touched(belongings: Belongings) -> str:
    """What of a batch an editor has changed, in a word; "" if nothing."""
    transcriptions = Transcription.objects.filter(page__in=belongings.pages)
    things = {
        _("版面"): belongings.pages,
        _("文章"): belongings.articles,
        _("录文"): transcriptions,
        _("期"): belongings.issues,
        _("报纸"): belongings.newspapers,
        _("人物"): belongings.people,
        _("机构"): belongings.organizations,
    }
    for word, rows in things.items():
        its = _about(rows)
        if Correction.objects.filter(its).exists() or FieldOverride.objects.filter(its).exists():
            return word
    if (
        Pin.objects.filter(page__in=belongings.pages).exists()
        or Emendation.objects.filter(transcription__in=transcriptions).exists()
    ):
        return _("文章")
    return ""


def _named_only_in(batch: Batch, articles: QuerySet, model: type[Model]) -> QuerySet:
    """The people or organisations that these articles name, or named before they were read anew, and
    no others do."""
    kind = model._meta.model_name
    here = Q(created__gte=batch.started, decided=False)
    elsewhere = Q(pk=None)
    for rows in (Mention, Contribution) if model is Person else (Mention,):
        named = rows.objects.exclude(**{kind: None})
        here |= Q(pk__in=named.filter(article__in=articles).values(kind))
        elsewhere |= Q(pk__in=named.exclude(article__in=articles).values(kind))
    return _fixed(
        model.objects.filter(here).exclude(elsewhere).filter(merged=None, merged_into=None, pins=None)
    )


def _forget_addresses(belongings: Belongings) -> None:
    """No redirect leads to or from what is deleted."""
    gone = {
        address(thing)
        for rows in (belongings.articles, belongings.pages, belongings.issues)
        for thing in rows
    }
    Redirect.objects.filter(Q(old_path__in=gone) | Q(new_path__in=gone)).delete()


def _delete(rows: QuerySet) -> None:
    """Delete rows, and the questions that were asked about them."""
    ReviewItem.objects.filter(_about(rows)).delete()
    rows.delete()


def _about(rows: QuerySet) -> Q:
    """Rows of a table that points at anything, pointing at these."""
    content_type = ContentType.objects.get_for_model(rows.model)
    return Q(content_type=content_type, object_id__in=rows.values("pk"))


def _fixed(rows: QuerySet) -> QuerySet:
    """The same rows, whatever is deleted around them afterwards."""
    return rows.model.objects.filter(pk__in=list(rows.values_list("pk", flat=True)))
