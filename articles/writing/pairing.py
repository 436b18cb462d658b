"""Which jump goes on where: the two ends of every jump of an issue, paired.

First what is sure by more than labels (the headline that a jump names or repeats, the words of the text);
then by the labels of both sides, in the order of print; last by the label of one side, where nothing else
can be meant. What is left is doubtful only where the page that it names is there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from articles.folding import fold
from articles.models import Article
from articles.segmentation.jumps import named_headline

SAME_HEADLINE = 0.6  # share of the shorter headline's character pairs
SHORTEST = 2  # character pairs of a headline that can be told again
# Of right pairs of labelled pages nine in ten are as alike, and none of the wrong ones.
ALIKE, AHEAD = 0.06, 1.5  # likeness; and how many times that of the next best
BEGINNING = 600  # characters of a continuation that are compared


@dataclass
class Pairs:
    """`heads`: number of the part that goes on -> of the article that it goes on with; `doubtful`: ends of
    which the page they name is there, and nothing on it that is surely the other end."""

    heads: dict[int, int] = field(default_factory=dict)
    doubtful: list[Article] = field(default_factory=list)


class _End:
    """An article with what is asked of it again and again."""

    def __init__(self, article: Article):
        self.article = article
        self.page = article.page
        self.place = (article.page.sort_key, article.page.label, article.order)

    @cached_property
    def words(self) -> set[str]:
        article = self.article
        return _pairs(f"{article.kicker}{article.headline}{article.deck}\n{article.body}")

    @cached_property
    def opening(self) -> set[str]:
        return _pairs(f"{self.article.headline}\n{self.article.body[:BEGINNING]}")

    @cached_property
    def headline(self) -> set[str]:
        return _pairs(self.article.headline)

    @cached_property
    def named(self) -> set[str]:
        """The headline that 上接第1版《…》 names."""
        return _pairs(named_headline(self.article.lead) or "")


def pair(articles: Sequence[Article]) -> Pairs:
    """Pair the jumps of an issue's shown articles; nothing depends on the order or numbers of the rows."""
    ends = sorted(map(_End, articles), key=lambda end: end.place)
    targets = [end for end in ends if end.article.from_page]
    sources = [end for end in ends if end.article.to_page]
    pairing = _Pairing(ends, sources, targets)
    pairing.join(pairing.sure())
    pairing.join(pairing.in_order())
    pairing.join(pairing.by_one_label())
    return Pairs(
        {target.article.number: source.article.number for target, source in pairing.joined.items()},
        [end.article for end in pairing.doubtful()],
    )


class _Pairing:
    def __init__(self, ends: Sequence[_End], sources: Sequence[_End], targets: Sequence[_End]):
        self.ends, self.sources, self.targets = ends, sources, targets
        self.labels = {end.page.label for end in ends}
        self.joined: dict[_End, _End] = {}
        on_page = groupby(ends if targets else (), key=lambda end: end.page)
        self.common = {page.pk: Counter(word for end in on for word in end.words) for page, on in on_page}

    def join(self, pairs: Iterable[tuple[_End, _End]]) -> None:
        taken = set(self.joined.values())
        for source, target in pairs:
            if source not in taken and target not in self.joined and not self._circle(source, target):
                self.joined[target] = source
                taken.add(source)

    def sure(self) -> list[tuple[_End, _End]]:
        """Pairs that more than labels speak for, the surest first."""
        found = []
        for target in self.targets:
            likeness = {source: self.likeness(source, target) for source in self.sources}
            for source in self.ends:
                if source.page == target.page:
                    continue
                if rank := self._rank(source, target, likeness):
                    found.append((rank, source, target))
        found.sort(key=lambda one: (*(-value for value in one[0]), one[1].place, one[2].place))
        return [(source, target) for _, source, target in found]

    def _rank(self, source: _End, target: _End, likeness: dict[_End, float]) -> tuple[float, ...]:
        """What speaks for a pair, the weightiest first; empty if it is not sure."""
        named = _alike(target.named, source.headline)
        repeated = _alike(target.headline, source.headline)
        fits = _fits(source, target)
        if source not in likeness:
            # Its mark was lost: only the headline can tell.
            return (named, 0, repeated, 0.0) if _comes_from(source, target) and (named or repeated) else ()
        if target.named and not named:
            return ()
        others = [likeness[other] for other in likeness if other is not source and _fits(other, target)]
        alike = likeness[source] >= max(ALIKE, AHEAD * max(others, default=0))
        if not (named or repeated or (alike and fits)):
            return ()
        return (named, fits, repeated, likeness[source])

    def in_order(self) -> list[tuple[_End, _End]]:
        """Between two pages that name each other: as many left on one side as on the other, in order."""
        found = []
        for sources, targets in self._left_between_pages():
            if len(sources) == len(targets):
                found += zip(sources, targets, strict=True)
        return found

    def by_one_label(self) -> list[tuple[_End, _End]]:
        """Where one side names a wrong page that is there: the only end left that can be meant."""
        sources, targets = self._left()
        found = []
        for target in targets:
            for one_side in (_comes_from, _goes_to):
                mine = [source for source in sources if one_side(source, target)]
                if len(mine) != 1:
                    continue
                source = mine[0]
                rivals = [other for other in targets if one_side(source, other)]
                said = source.article.to_page if one_side is _comes_from else target.article.from_page
                if len(rivals) == 1 and self._is_there(said, source.page.label, target.page.label):
                    found.append((source, target))
        return found

    def doubtful(self) -> list[_End]:
        sources, _ = self._left()
        targets = [end for end in self.targets if end not in self.joined]
        doubtful = [end for end in targets if self._is_there(end.article.from_page, end.page.label)]
        doubtful += [end for end in sources if self._is_there(end.article.to_page, end.page.label)]
        for source in sources:
            # The page named is not there, but another one says that it goes on with this page.
            near = [target for target in targets if _comes_from(source, target)]
            doubtful += [source] if near else []
        return list(dict.fromkeys(doubtful))

    def likeness(self, source: _End, target: _End) -> float:
        """Share of the continuation's character pairs that the source has, each counted the less the more
        articles of the source's page have it."""
        common = self.common[source.page.pk]
        shared = sum(1 / common[word] for word in target.opening & source.words)
        return shared / len(target.opening) if target.opening else 0

    def _left(self) -> tuple[list[_End], list[_End]]:
        taken = set(self.joined.values())
        sources = [end for end in self.sources if end not in taken]
        return sources, [end for end in self.targets if end not in self.joined and not end.named]

    def _left_between_pages(self) -> Iterator[tuple[list[_End], list[_End]]]:
        sources, targets = self._left()
        places = {(s.page, t.page) for s in sources for t in targets if _fits(s, t) == 2}
        for there, here in sorted(places, key=lambda pages: tuple(page.sort_key for page in pages)):
            yield (
                [one for one in sources if one.page == there and _same_page(one.article.to_page, here.label)],
                [
                    one
                    for one in targets
                    if one.page == here and _same_page(one.article.from_page, there.label)
                ],
            )

    def _is_there(self, said: str, *apart_from: str) -> bool:
        return any(_same_page(said, label) for label in self.labels - set(apart_from))

    def _circle(self, source: _End, target: _End) -> bool:
        while source in self.joined:
            source = self.joined[source]
            if source is target:
                return True
        return source is target


def _goes_to(source: _End, target: _End) -> bool:
    return source.page != target.page and _same_page(source.article.to_page, target.page.label)


def _comes_from(source: _End, target: _End) -> bool:
    return source.page != target.page and _same_page(target.article.from_page, source.page.label)


def _fits(source: _End, target: _End) -> int:
    return _goes_to(source, target) + _comes_from(source, target)


def _same_page(said: str, label: str) -> bool:
    """3 and 3, 3 and A03, 4 and 4-5: the number decides where only one of them has a section letter."""
    said_letters, said_numbers = _label_pieces(said)
    letters, numbers = _label_pieces(label)
    return bool(said_numbers & numbers) and (said_letters == letters or not said_letters or not letters)


def _label_pieces(label: str) -> tuple[str, set[int]]:
    letters = re.match(r"\D*", label.strip())
    return letters.group().upper(), {int(number) for number in re.findall(r"\d+", label)}


def _alike(one: set[str], other: set[str]) -> bool:
    smaller = min(len(one), len(other))
    return smaller >= SHORTEST and len(one & other) >= SAME_HEADLINE * smaller


def _pairs(text: str) -> set[str]:
    """The character pairs of a text, punctuation apart."""
    folded = re.sub(r"\W", "", fold(text))
    return {folded[i : i + 2] for i in range(len(folded) - 1)}
