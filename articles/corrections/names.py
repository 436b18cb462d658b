"""Mentions and authors: an editor's word on them is a pin, or the article's own list of authors."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.assembling import printed_span
from articles.models import Article, Contribution, Correction, FieldOverride, Mention, Person, Pin
from articles.writing.names import write_contribution_rows

from .checking import refresh
from .ledger import mark, plain, record, touched_by
from .structure import reread_page

MENTION_FIELDS = ("person", "organization", "title", "title_sort", "state")
NAME_PINS = (Pin.Kind.NAME, Pin.Kind.NOT_NAME)


def change_mention(mention: Mention, field: str, value, user, why: str) -> Correction | None:
    """Confirm, reject or release a mention, give it to somebody else, or change its title."""
    if field not in MENTION_FIELDS:
        raise ValidationError(_("这一项由录文决定，不能直接改。"))
    before = getattr(mention, field)
    if plain(before) == plain(value):
        return None
    setattr(mention, field, value)
    if field in ("person", "organization") and value is not None:
        setattr(mention, "organization" if field == "person" else "person", None)
    if bool(mention.person_id) == bool(mention.organization_id):
        raise ValidationError(_("提及须且只须属于一个人物或机构。"))
    page = mention.article.page
    _clear_pins(page, mention.start, mention.end)
    if not (field == "state" and value == Mention.State.FOUND):
        rejected = mention.state == Mention.State.REJECTED
        _name_pin(page, mention, user, Pin.Kind.NOT_NAME if rejected else Pin.Kind.NAME)
    first = Correction.objects.of(mention).filter(field=field).order_by("pk").first()
    machine = first.machine if first else before
    correction = record(mention, field, before=before, after=value, machine=machine, user=user, why=why)
    reread_page(page)
    return correction


def _clear_pins(page, start: int, end: int) -> None:
    page.pins.active().filter(kind__in=NAME_PINS, start=start, end=end).update(state=Pin.State.UNDONE)


def _name_pin(page, mention: Mention, user, kind: str, *, everywhere: bool = False) -> Pin:
    return Pin.objects.create(
        page=page,
        transcription=page.transcription,
        kind=kind,
        start=mention.start,
        end=mention.end,
        value="person" if mention.person_id else "organization",
        person=mention.person,
        organization=mention.organization,
        surface=mention.surface,
        title=mention.title,
        title_sort=mention.title_sort,
        confirms=mention.state != Mention.State.ADDED,
        everywhere=everywhere,
        user=user,
    )


@transaction.atomic
def add_mention(
    article: Article,
    start: int,
    end: int,
    named,
    user,
    *,
    title: str = "",
    everywhere: bool = False,
    why: str = "",
) -> Mention:
    """Say that the printed characters [start, end) are a name of `named`, a person or an organisation."""
    page = article.page
    refresh(page)
    article.refresh_from_db()
    if not any(first <= start < end <= last for first, last in printed_surfaces(article)):
        raise ValidationError(_("这一段文字不在这篇文章之内。"))
    text = page.transcription.text
    draft = Mention(
        article=article,
        person=named if isinstance(named, Person) else None,
        organization=None if isinstance(named, Person) else named,
        start=start,
        end=end,
        surface="".join(text[start:end].split()),
        title=title,
        state=Mention.State.ADDED,
    )
    _clear_pins(page, start, end)
    _name_pin(page, draft, user, Pin.Kind.NAME, everywhere=everywhere)
    record(article, "mentions", before=None, after=f"{draft.surface} → {named}", user=user, why=why)
    reread_page(page)
    # Of the page: under today's rooms its text may belong to another article.
    mention = Mention.objects.filter(article__page=page, start=start, end=end).first()
    if mention is None:
        raise ValidationError(_("这一段不能成为名字，请选定名字的全部文字。"))
    return mention


def printed_surfaces(article: Article, surface: str | None = None) -> list[tuple[int, int]]:
    """Printed spans in the article: of each part, or of every place where it shows `surface`."""
    found = []
    for part in article.layout:
        text = part["text"]
        start = 0 if surface is None else text.find(surface)
        while start >= 0:
            end = len(text) if surface is None else start + len(surface)
            if span := printed_span(part["runs"], start, end):
                found.append(span)
            start = -1 if surface is None else text.find(surface, end)
    return found


def _authors(article: Article) -> list[dict]:
    return list(article.contributions.order_by("order").values("person", "role", "normal_role"))


def _set_authors(article: Article, authors: list[dict], user, why: str) -> Correction:
    """The article's authors are these from now on, whatever a new reading finds."""
    before = _authors(article)
    override, created = FieldOverride.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(article),
        object_id=article.pk,
        field="contributions",
        defaults={"value": authors, "printed": before},
    )
    if not created:
        override.value = authors
        override.save(update_fields=["value"])
    people = Person.objects.filter(pk__in=[author["person"] for author in authors])
    people.update(decided=True)
    write_contribution_rows(article, authors)
    correction = record(
        article, "contributions", before=before, after=authors, machine=override.printed, user=user, why=why
    )
    mark(touched_by(article))
    return correction


def change_contribution(row: Contribution, field: str, value, user, why: str) -> Correction | None:
    if field not in ("person", "role", "normal_role"):
        raise ValidationError(_("这一项不能直接改。"))
    if plain(getattr(row, field)) == plain(value):
        return None
    authors = _authors(row.article)
    place = list(row.article.contributions.order_by("order").values_list("pk", flat=True)).index(row.pk)
    authors[place][field] = plain(value)
    return _set_authors(row.article, authors, user, why)


@transaction.atomic
def add_contribution(
    article: Article, person: Person, user, *, role: str = "", normal_role: str = "author", why: str = ""
) -> Correction:
    """Add an author at the end of the article's list."""
    author = {"person": person.pk, "role": role, "normal_role": normal_role}
    return _set_authors(article, [*_authors(article), author], user, why)


@transaction.atomic
def remove_contribution(row: Contribution, user, why: str = "") -> Correction:
    """Take an author off the article's list."""
    rest = row.article.contributions.exclude(pk=row.pk).order_by("order")
    return _set_authors(row.article, list(rest.values("person", "role", "normal_role")), user, why)
