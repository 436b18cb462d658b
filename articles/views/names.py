"""Who is named in an article: the links in its text and the list beside it."""

from dataclasses import dataclass, field

from articles.models import Contribution, Mention
from articles.rendering import Mark, Span


@dataclass
class Named:
    """One person or organisation of the list: with its title as printed, or its part in the byline."""

    thing: object
    title: str = ""
    roles: list[str] = field(default_factory=list)


@dataclass
class Names:
    spans: dict[int, list[Span]]  # by article number, over the transcription
    writers: list[Named]
    people: list[Named]
    organizations: list[Named]


def names_of(articles):
    """The names of these articles, in the order of the text."""
    place = {article.pk: index for index, article in enumerate(articles)}
    mentions = list(
        Mention.objects.shown()
        .filter(article__in=place)
        .select_related("person__merged_into", "organization__merged_into")
    )
    contributions = list(
        Contribution.objects.filter(article__in=place, person__withdrawn=False)
        .select_related("person__merged_into")
        .order_by("order", "pk")
    )
    mentions.sort(key=lambda mention: (place[mention.article_id], mention.start))
    spans = {number: [] for number in place}
    for mention in mentions:
        mark = Mark.PERSON if mention.person_id else Mark.ORGANIZATION
        _link(spans[mention.article_id], mention, mention.named, mark)
    for contribution in contributions:
        if contribution.end:
            _link(spans[contribution.article_id], contribution, contribution.person, Mark.PERSON)
    return Names(
        spans,
        _writers(contributions),
        _listed(mention for mention in mentions if mention.person_id),
        _listed(mention for mention in mentions if mention.organization_id),
    )


def current(thing):
    """The person or organisation that a name leads to; None where it has no page."""
    heir = thing.merged_into or thing
    return None if heir.withdrawn else heir


def _link(spans, row, thing, mark):
    target = current(thing)
    if target:
        span = Span(row.start, row.end, mark, target.get_absolute_url())
        if span not in spans:
            spans.append(span)


def _writers(contributions):
    listed = {}
    for contribution in contributions:
        thing = current(contribution.person)
        if thing:
            roles = listed.setdefault(thing, Named(thing)).roles
            role = contribution.role
            if not role and contribution.normal_role != Contribution.Role.AUTHOR:
                role = str(contribution.get_normal_role_display())
            if role and role not in roles:
                roles.append(role)
    return list(listed.values())


def _listed(mentions):
    listed = {}
    for mention in mentions:
        thing = current(mention.named)
        if thing:
            named = listed.setdefault(thing, Named(thing))
            named.title = named.title or mention.title
    return list(listed.values())
