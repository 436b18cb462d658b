"""Mentions and contributions: which person or organisation a recognised name belongs to, and its rows.

The same form without a contradicting title is one person; with one, a new person is made and an
editor is asked.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.folding import fold
from articles.models import (
    Article,
    Contribution,
    FieldOverride,
    Mention,
    Organization,
    Person,
    Pin,
    ReviewItem,
)
from articles.recognition import ORGANIZATION, PERSON, ArticleNames, MentionDraft

MODELS = {PERSON: Person, ORGANIZATION: Organization}
PRESS_ROLES = {"reporter", "correspondent"}
FORM_EVIDENCE = "form"


@dataclass
class Profile:
    """What speaks for or against two people of one name being one: writes for the paper, holds a post."""

    press: bool = False
    titled: bool = False

    def contradicts(self, other: "Profile") -> bool:
        return (self.press and other.titled and not other.press) or (
            other.press and self.titled and not self.press
        )


@dataclass
class Directory:
    """The people and organisations whose forms a page prints, by kind and folded form: one name in
    traditional and simplified characters is one name. New ones are created as they are met."""

    things: dict[tuple[str, str], list] = field(default_factory=lambda: defaultdict(list))
    profiles: dict[int, Profile] = field(default_factory=lambda: defaultdict(Profile))

    @classmethod
    def of(cls, names: Sequence[ArticleNames]) -> "Directory":
        directory = cls()
        forms = {
            PERSON: {m.name for n in names for m in n.mentions if m.kind == PERSON}
            | {c.name for n in names for c in n.contributions},
            ORGANIZATION: {m.name for n in names for m in n.mentions if m.kind == ORGANIZATION},
        }
        for kind, wanted in forms.items():
            directory._load(kind, wanted)
        return directory

    def _load(self, kind: str, forms: set[str]) -> None:
        wanted = {fold(form) for form in forms}
        rows = MODELS[kind].objects.filter(Q(folded__in=wanted) | Q(names__folded__in=wanted)).distinct()
        for row in rows.order_by("pk").select_related("merged_into").prefetch_related("names"):
            for form in {row.folded, *(name.folded for name in row.names.all())} & wanted:
                if row.heir not in self.things[kind, form]:
                    self.things[kind, form].append(row.heir)
        if kind == PERSON:
            self._load_profiles(
                {person.pk for (k, _f), people in self.things.items() if k == PERSON for person in people}
            )

    def _load_profiles(self, people: set[int]) -> None:
        press = Contribution.objects.filter(person__in=people, normal_role__in=PRESS_ROLES)
        for pk in press.values_list("person", flat=True).distinct():
            self.profiles[pk].press = True
        titled = Mention.objects.filter(person__in=people).exclude(title="").exclude(state="rejected")
        for pk in titled.values_list("person", flat=True).distinct():
            self.profiles[pk].titled = True

    def find(self, kind: str, name: str, profile: Profile, before=None):
        """The person or organisation that this name is: `before`, whom the article meant so far, first."""
        known = self.things[kind, fold(name)]
        if before is not None and before.heir in known:
            chosen = before.heir
        else:
            fitting = (
                [thing for thing in known if not self.profiles[thing.pk].contradicts(profile)]
                if kind == PERSON
                else known
            )
            chosen = fitting[0] if fitting else self._create(kind, name, namesakes=known)
        if kind == PERSON:
            self.profiles[chosen.pk].press |= profile.press
            self.profiles[chosen.pk].titled |= profile.titled
        return chosen

    def _create(self, kind: str, name: str, namesakes: list):
        thing = MODELS[kind].objects.create(name=name)
        if namesakes:
            _ask(thing, _("与已有的“%(name)s”同名而身份不同，请看是否同一人。") % {"name": name})
        self.things[kind, fold(name)].append(thing)
        return thing


def _ask(thing, message: str) -> None:
    ReviewItem.objects.get_or_create(
        kind=ReviewItem.Kind.NAMESAKE,
        content_type=ContentType.objects.get_for_model(thing),
        object_id=thing.pk,
        message=message,
    )


def write_names(article: Article, names: ArticleNames, directory: Directory, pins: Sequence[Pin]) -> None:
    """Write the article's mentions and contributions; rows that still hold keep their numbers."""
    old_mentions = list(article.mentions.select_related("person__merged_into", "organization__merged_into"))
    old_contributions = list(article.contributions.select_related("person__merged_into"))
    profiles = _profiles(names)
    before = {(PERSON, c.person.folded): c.person for c in old_contributions}
    for mention in old_mentions:
        kind = PERSON if mention.person_id else ORGANIZATION
        before.setdefault((kind, mention.named.folded), mention.named)
        before.setdefault((kind, fold(mention.surface)), mention.named)

    def find(kind: str, name: str):
        return directory.find(kind, name, profiles[name], before.get((kind, fold(name))))

    _write_contributions(article, names, find)
    rows = [_mention_row(article, draft, find, pins) for draft in names.mentions]
    rows += _rejected_rows(article, pins, rows)
    _save_mentions(rows, old_mentions)


def _profiles(names: ArticleNames) -> dict[str, Profile]:
    profiles: dict[str, Profile] = defaultdict(Profile)
    for contribution in names.contributions:
        profiles[contribution.name].press |= contribution.normal_role in PRESS_ROLES
    for mention in names.mentions:
        profiles[mention.name].titled |= mention.kind == PERSON and bool(mention.title)
    return profiles


def _write_contributions(article: Article, names: ArticleNames, find) -> None:
    """The editor's list of authors where there is one, else the machine's."""
    override = FieldOverride.objects.of(article).filter(field="contributions").first()
    found = [
        {
            "person": find(PERSON, c.name).pk,
            "role": c.role[:100],
            "normal_role": c.normal_role,
            "start": c.start,
            "end": c.end,
        }
        for c in names.contributions
    ]
    if override:
        machine = [{key: row[key] for key in ("person", "role", "normal_role")} for row in found]
        if override.printed != machine:
            override.printed = machine
            override.save(update_fields=["printed"])
        found = _placed(_heirs(override.value), found)
    write_contribution_rows(article, found)


def _heirs(authors: list[dict]) -> list[dict]:
    """The editor's authors as they are known now: some were merged since."""
    people = Person.objects.select_related("merged_into").in_bulk([author["person"] for author in authors])
    return [{**author, "person": people[author["person"]].heir.pk} for author in authors]


def _placed(authors: list[dict], found: list[dict]) -> list[dict]:
    """The editor's authors, each where the machine finds the name printed, if it does."""
    rest = list(found)
    placed = []
    for author in authors:
        same = next((row for row in rest if row["person"] == author["person"]), None)
        if same:
            rest.remove(same)
        spot = {key: same[key] if same else None for key in ("start", "end")}
        placed.append({**author, **spot})
    return placed


def write_contribution_rows(article: Article, wanted: list[dict]) -> None:
    """Make the article's contributions those of `wanted`; a person's row keeps its number.

    It keeps its place in the text too, where `wanted` says nothing of places.
    """
    old = list(article.contributions.all())
    rows = []
    for order, values in enumerate(wanted):
        row = next((o for o in old if o not in rows and o.person_id == values["person"]), None)
        row = row or Contribution(article=article)
        row.order, row.person_id = order, values["person"]
        row.role, row.normal_role = values["role"], values["normal_role"]
        row.start, row.end = values.get("start", row.start), values.get("end", row.end)
        row.save()
        rows.append(row)
    article.contributions.exclude(pk__in=[row.pk for row in rows]).delete()


def _mention_row(article: Article, draft: MentionDraft, find, pins: Sequence[Pin]) -> Mention:
    pin = _pin_of(draft, pins)
    thing = (pin.person or pin.organization).heir if pin else find(draft.kind, draft.name)
    state = Mention.State.FOUND
    if pin:
        state = Mention.State.CONFIRMED if pin.confirms else Mention.State.ADDED
    return Mention(
        article=article,
        person=thing if draft.kind == PERSON else None,
        organization=thing if draft.kind == ORGANIZATION else None,
        start=draft.start,
        end=draft.end,
        surface=draft.surface[:100],
        title=(pin.title if pin else draft.title)[:200],
        title_sort=pin.title_sort if pin else draft.title_sort,
        evidence=list(draft.evidence),
        by_form=any(source.startswith(FORM_EVIDENCE) for source in draft.evidence),
        confidence=draft.confidence,
        state=state,
    )


def _pin_of(draft: MentionDraft, pins: Sequence[Pin]) -> Pin | None:
    """The editor's NAME pin behind a mention; one at its very place before one for the whole article."""
    said = [p for p in pins if p.kind == Pin.Kind.NAME and p.value == draft.kind]
    here = (p for p in said if (p.start, p.end) == (draft.start, draft.end))
    everywhere = (p for p in said if p.everywhere and p.surface == draft.surface)
    return next(here, None) or next(everywhere, None)


def _rejected_rows(article: Article, pins: Sequence[Pin], rows: list[Mention]) -> list[Mention]:
    """A rejected mention stays on record, so that an editor sees the decision and can undo it."""
    taken = {(row.start, row.end) for row in rows}
    return [
        Mention(
            article=article,
            person=pin.person,
            organization=pin.organization,
            start=pin.start,
            end=pin.end,
            surface=pin.surface[:100],
            title=pin.title,
            title_sort=pin.title_sort,
            evidence=["pin"],
            state=Mention.State.REJECTED,
        )
        for pin in pins
        if pin.kind == Pin.Kind.NOT_NAME
        and (pin.start, pin.end) not in taken
        and (pin.person_id or pin.organization_id)
    ]


def _save_mentions(rows: list[Mention], old: list[Mention]) -> None:
    """Save the rows under the numbers of those that they repeat: the n-th of a surface is the n-th."""
    numbers: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for mention in sorted(old, key=lambda m: m.start):
        numbers[mention.surface, bool(mention.person_id)].append(mention.pk)
    kept, new = set(), []
    for row in sorted(rows, key=lambda m: m.start):
        same = numbers[row.surface, bool(row.person_id)]
        if same:
            row.pk = same.pop(0)
            kept.add(row.pk)
            row.save(force_update=True)
        else:
            new.append(row)
    Mention.objects.filter(pk__in=[m.pk for m in old if m.pk not in kept]).delete()
    Mention.objects.bulk_create(new)
