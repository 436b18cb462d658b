"""The register: what the archive knows of names when a run starts."""

from collections import defaultdict

from django.db.models import Q

from articles.models import Contribution, Mention, Organization, Person
from articles.recognition import ORGANIZATION, PERSON, Known, Register

PAGES_THAT_SUPPORT = 2


def register_snapshot() -> Register:
    """Names that editors decided, or that form supports on at least two pages that are not withdrawn."""
    return Register.of([*_known(Person, PERSON), *_known(Organization, ORGANIZATION)])


def _known(model, kind: str) -> list[Known]:
    supported = _supported(kind)
    things = (
        model.objects.filter(merged_into=None)
        .filter(Q(decided=True) | Q(pk__in=supported))
        .order_by("pk")
        .prefetch_related("names")
    )
    merged_forms = defaultdict(list)
    for name, heir in model.objects.exclude(merged_into=None).values_list("name", "merged_into"):
        merged_forms[heir].append(name)
    return [
        Known(
            key=thing.pk,
            kind=kind,
            name=thing.name,
            forms=tuple(
                dict.fromkeys([thing.name, *(n.form for n in thing.names.all()), *merged_forms[thing.pk]])
            ),
            decided=thing.decided,
        )
        for thing in things
    ]


def _supported(kind: str) -> set[int]:
    pages: dict[int, set[int]] = defaultdict(set)
    mentions = Mention.objects.filter(by_form=True, article__page__withdrawn=False).exclude(
        state=Mention.State.REJECTED
    )
    for thing, page in mentions.values_list(f"{kind}_id", "article__page_id").distinct():
        pages[thing].add(page)
    if kind == PERSON:
        contributions = Contribution.objects.filter(article__page__withdrawn=False)
        for person, page in contributions.values_list("person_id", "article__page_id").distinct():
            pages[person].add(page)
    return {thing for thing, where in pages.items() if thing and len(where) >= PAGES_THAT_SUPPORT}
