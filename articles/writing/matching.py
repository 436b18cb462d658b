"""Which article of the new reading is which of the old one: by the characters that they share."""

from collections import Counter
from collections.abc import Callable, Sequence

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


def match(
    old: Sequence[Article], owners: Owners, carry: Callable[[int], int | None]
) -> tuple[dict[int, Article], dict[int, int]]:
    """Match old articles one to one with drafts.

    `carry` gives the offset in the new text of an offset in the old one. Returns the heir of each
    draft (index -> article), and for each old article without heir the index of the draft that
    holds most of its text (number -> index), where there is one.
    """
    shared: Counter[tuple[int, int]] = Counter()
    old_size: Counter[int] = Counter()
    for place, article in enumerate(old):
        for offset in printed_offsets(article):
            old_size[place] += 1
            index = owners.get(carry(offset))
            if index is not None:
                shared[place, index] += 1
    new_size = Counter(owners.values())
    heirs: dict[int, Article] = {}
    matched: set[int] = set()
    for (place, index), count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        enough = 2 * count >= min(old_size[place], new_size[index])
        if enough and place not in matched and index not in heirs:
            heirs[index] = old[place]
            matched.add(place)
    moved = {}
    for place, article in enumerate(old):
        held = [(count, -index) for (p, index), count in shared.items() if p == place]
        if place not in matched and held:
            moved[article.number] = -max(held)[1]
    return heirs, moved
