"""Which article of the new reading is which of the old one: by the characters that they share."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from articles.models import Article
from articles.segmentation import ArticleDraft

Owners = dict[int, int]  # character offset -> article (its place in a list, or its number)


def printed_offsets(article: Article):
    """Offsets into its transcription of the characters that an article showed."""
    for part in article.layout:
        for _shown, _length, printed, printed_length in part["runs"]:
            yield from range(printed, printed + printed_length)


def draft_owners(drafts: Sequence[ArticleDraft], text: str) -> Owners:
    """For every printed character the index of the draft that owns it."""
    return {
        offset: index
        for index, draft in enumerate(drafts)
        for block in draft.blocks
        for offset in range(block.start, block.end)
        if not text[offset].isspace()
    }


@dataclass
class Matched:
    """`heirs`: for each draft the old article that it is (index -> article), one to one. `moved`: for each
    old article without draft the one that holds most of its text, where there is one (number -> index).
    `kin`: all old articles of which a draft shares half, of itself or of them (index -> articles)."""

    heirs: dict[int, Article] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    kin: dict[int, list[Article]] = field(default_factory=lambda: defaultdict(list))


def match(old: Sequence[Article], owners: Owners, carry: Callable[[int], int | None]) -> Matched:
    """Match old articles with drafts. `carry` gives the offset in the new text of one in the old text."""
    shared: Counter[tuple[int, int]] = Counter()
    old_size: Counter[int] = Counter()
    for place, article in enumerate(old):
        for offset in printed_offsets(article):
            old_size[place] += 1
            index = owners.get(carry(offset))
            if index is not None:
                shared[place, index] += 1
    new_size = Counter(owners.values())
    matched = Matched()
    settled: set[int] = set()
    for (place, index), count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        enough = 2 * count >= min(old_size[place], new_size[index])
        if enough:
            matched.kin[index].append(old[place])
        if enough and place not in settled and index not in matched.heirs:
            matched.heirs[index] = old[place]
            settled.add(place)
    for place, article in enumerate(old):
        held = [(count, -index) for (p, index), count in shared.items() if p == place]
        if place not in settled and held:
            matched.moved[article.number] = -max(held)[1]
    return matched
