"""From decided spans to mentions: each with its full name, its title, its evidence and its key."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from articles.assembling import assemble
from articles.folding import fold
from articles.segmentation import PageDraft, Pin
from articles.transcription import PageText

from .body_resolving import BodyResolver
from .candidates import Candidate
from .decoding import Scored
from .drafts import ORGANIZATION, PERSON, MentionDraft
from .passages import Passage
from .people import is_called
from .people_resolving import Named, full_names, same_in_brackets
from .pinning import Pinned, pinned_names
from .places import Places
from .register import Known, Register
from .scoring import confidence
from .surroundings import Surroundings, chance
from .titles import Title, title_of


def resolve(
    page: PageText,
    draft: PageDraft,
    found: Sequence[Scored],
    passages: Sequence[Passage],
    around: Surroundings,
    register: Register,
    pins: Sequence[Pin] = (),
) -> list[tuple[MentionDraft, ...]]:
    """The mentions of every article, in the order of the page."""
    pinned = pinned_names(passages, pins)
    owned = [item for item in found if item[0].span in pinned or not _own(item[0], draft, page, around)]
    articles: list[list[Scored]] = [[] for _ in draft.articles]
    for item in owned:
        articles[item[0].passage.article].append(item)
    names = _names(page, draft, articles, passages, around)
    places = names.places
    result = []
    for number, its in enumerate(articles):
        mentions = [
            mention
            for candidate, value in its
            if (mention := _mention(candidate, value, names.of(candidate), around, pinned))
        ]
        resolved = [_registered(m, register, places, number) for m in mentions]
        result.append(tuple(sorted(resolved, key=lambda m: m.start)))
    return result


class _Names:
    """The full names of a page's candidates."""

    def __init__(
        self,
        people: Sequence[Mapping[str, str]],
        bodies: BodyResolver,
        aliases: Mapping[tuple, str],
        places: Places,
        printed: Mapping[str, str],
    ) -> None:
        self.people, self.bodies, self.aliases, self.places = people, bodies, aliases, places
        self.printed = printed  # a folded name as the page prints it

    def of(self, candidate: Candidate) -> str:
        """The name that a candidate stands for, as printed where it is printed in full."""
        article, plain = candidate.passage.article, candidate.plain
        alias = self.aliases.get((article, candidate.kind, plain))
        if candidate.kind == PERSON:
            name = self.people[article].get(alias or plain, alias or plain)
        else:
            name = self.bodies.full(alias or plain, article)
        return _shown(candidate) if name == plain else self.printed.get(name, name)


def _names(
    page: PageText,
    draft: PageDraft,
    articles: Sequence[Sequence[Scored]],
    passages: Sequence[Passage],
    around: Surroundings,
) -> _Names:
    fields = [assemble(page.text, article.blocks) for article in draft.articles]
    printed = [name for name in (draft.facts.newspaper, page.given.newspaper) if name]
    places = Places(passages, fields, printed)
    count = len(draft.articles)
    parents = {
        number: article.part_of if article.part_of is not None and 0 <= article.part_of < count else None
        for number, article in enumerate(draft.articles)
    }
    aliases: dict[tuple, str] = {}
    people = [_people_of(its) for its in articles]
    for number, its in enumerate(articles):
        aliases |= _bracketed(number, its)
    full = []
    for number, its in enumerate(people):
        parent = parents[number]
        elder = [p.form for p in people[parent] if not p.called] if parent is not None else []
        full.append(full_names(its, elder))
    found = {n: {c.plain for c, _ in its if c.kind == ORGANIZATION} for n, its in enumerate(articles)}
    shown = {c.plain: _shown(c) for its in articles for c, _ in its}
    return _Names(full, BodyResolver(found, places, around.licensed, parents), aliases, places, shown)


def _people_of(its: Sequence[Scored]) -> list[Named]:
    people: dict[str, Named] = {}
    for candidate, _ in its:
        if candidate.kind == PERSON:
            named = people.setdefault(
                candidate.plain,
                Named(candidate.plain, candidate.shape == "called" or is_called(candidate.plain)),
            )
            named.titles.add(title_of(candidate.passage, candidate.start, candidate.end).text)
    return list(people.values())


def _bracketed(article: int, its: Sequence[Scored]) -> dict[tuple, str]:
    """Two forms of one name, the second in brackets behind the first: the Chinese one is the name."""
    aliases: dict[tuple, str] = {}
    ordered = sorted((c for c, _ in its), key=lambda c: (id(c.passage), c.start))
    for left, right in zip(ordered, ordered[1:], strict=False):
        if left.passage is right.passage and left.kind == right.kind:
            between = left.passage.plain[left.end : right.start]
            if same_in_brackets(between, left.plain, right.plain):
                latin, chinese = (left, right) if left.plain[0].isascii() else (right, left)
                aliases[article, left.kind, latin.plain] = chinese.plain
    return aliases


def _own(candidate: Candidate, draft: PageDraft, page: PageText, around: Surroundings) -> bool:
    """The newspaper itself, and the article's authors, are not mentioned: they speak."""
    plain = candidate.plain
    if candidate.kind == PERSON:
        return plain in around.authors[candidate.passage.article]
    papers = (draft.facts.newspaper, page.given.newspaper)
    return plain in ("本报", "本刊") or any(paper and fold(paper) == plain for paper in papers)


def _mention(
    candidate: Candidate, value: float, name: str, around: Surroundings, pinned: Mapping[tuple, Pinned]
) -> MentionDraft | None:
    span = candidate.passage.printed(candidate.start, candidate.end)
    if span is None:
        return None
    pin = pinned.get(candidate.span)
    title = (
        title_of(candidate.passage, candidate.start, candidate.end) if candidate.kind == PERSON else Title()
    )
    return MentionDraft(
        start=span[0],
        end=span[1],
        surface=candidate.passage.surface(candidate.start, candidate.end),
        kind=candidate.kind,
        name=(pin.name if pin and pin.name else name),
        title=title.text,
        title_sort=title.sort,
        evidence=("pin",) if pin else _evidence(candidate, around, title),
        confidence=1.0 if pin else round(confidence(value), 3),
        key=pin.key if pin else None,
    )


def _evidence(candidate: Candidate, around: Surroundings, title: Title) -> tuple[str, ...]:
    found = []
    if title.text:
        found.append("form:title")
    own_form = candidate.source != "register"  # what the register knows is no support for itself
    if candidate.kind == ORGANIZATION and own_form and candidate.shape not in ("open", "latin", "short"):
        found.append("form:ending" if candidate.shape != "known" else "form:known")
    if candidate.shape in ("called", "foreign", "latin"):
        found.append(f"form:{candidate.shape}")
    if chance(candidate) > 0.5:
        found.append("network")
    if candidate.plain in around.registered:
        found.append("register")
    if (
        candidate.plain in around.licensed
        or len(around.places.get(candidate.kind, {}).get(candidate.plain, ())) > 1
    ):
        found.append("page")
    return tuple(found) or ("surname",)


def _shown(candidate: Candidate) -> str:
    """A name as printed, without the blank inside a Chinese one."""
    surface = candidate.text.strip()
    return (
        " ".join(surface.split())
        if surface.isascii() or any(c.isascii() and c.isalpha() for c in surface)
        else "".join(surface.split())
    )


def _registered(mention: MentionDraft, register: Register, places: Places, article: int) -> MentionDraft:
    """The archive's own entry for the mention, where there is exactly one that fits."""
    if mention.key is not None or not register.known:
        return mention
    for form in (mention.name, mention.surface):
        owners = [known for known in register.by_form.get(form, ()) if known.kind == mention.kind]
        if len(owners) > 1:
            owners = [known for known in owners if _fits(known, places, article)]
        if len(owners) == 1:
            return _with(mention, owners[0])
    return mention


def _fits(known: Known, places: Places, article: int) -> bool:
    here = {place for place, _ in (*places.head[article], *places.text[article])}
    return any(place in here or any(place in h for h in here) for place in known.places)


def _with(mention: MentionDraft, known: Known) -> MentionDraft:
    evidence = mention.evidence if "register" in mention.evidence else (*mention.evidence, "register")
    return replace(mention, name=known.name, key=known.key, evidence=evidence)
