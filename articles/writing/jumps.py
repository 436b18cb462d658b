"""Jumps (下转, 上接): which article goes on which other of the same issue.

Computed for a whole issue whenever one of its pages changes, so the order in which pages arrive
does not matter and a pair comes apart when one of its pages is replaced.
"""

import re

from articles.folding import fold
from articles.models import Article, IndexTask, Issue

HEADLINE_WEIGHT = 3


def join_jumps(issue: Issue) -> None:
    """Set `continues` of every current article of the issue; mark those whose joined text changes."""
    articles = list(
        Article.objects.current().filter(page__issue=issue).select_related("page").in_reading_order()
    )
    heads = _pairs([a for a in articles if not (a.withdrawn or a.page.withdrawn)])
    changed = set()
    for article in articles:
        head = heads.get(article.number)
        if article.continues_id != head:
            changed |= {article.number, head, article.continues_id}
            article.continues_id = head
            article.save(update_fields=["continues"])
    IndexTask.objects.mark(changed - {None})


def _pairs(articles: list[Article]) -> dict[int, int]:
    """number of the part that goes on -> number of the article that it goes on with."""
    candidates = []
    for source in articles:
        for target in articles:
            if source is not target and (score := _score(source, target)) > 0:
                candidates.append((-score, source.page.sort_key, source.order, source.number, target.number))
    heads: dict[int, int] = {}
    taken: set[int] = set()
    for *_rank, source, target in sorted(candidates):
        if source not in taken and target not in heads and not _circle(heads, source, target):
            heads[target] = source
            taken.add(source)
    return heads


def _circle(heads: dict[int, int], source: int, target: int) -> bool:
    while source in heads:
        source = heads[source]
        if source == target:
            return True
    return False


def _score(source: Article, target: Article) -> float:
    """How well `target` goes on with `source`: both name each other's page, and they speak alike."""
    to_fits = bool(source.to_page) and _same_page(source.to_page, target.page.label)
    from_fits = bool(target.from_page) and _same_page(target.from_page, source.page.label)
    if not (source.to_page and target.from_page and (to_fits or from_fits)):
        return 0
    return 2 * (to_fits + from_fits) + _likeness(source, target)


def _same_page(said: str, label: str) -> bool:
    """3 and 3, 3 and A03: the number decides where only one of them has a section letter."""
    if not label:
        return False
    said_letters, said_number = _label_pieces(said)
    letters, number = _label_pieces(label)
    return said_number == number and (said_letters == letters or not said_letters or not letters)


def _label_pieces(label: str) -> tuple[str, str]:
    match = re.fullmatch(r"(\D*)0*(\d+)\D*", label.strip())
    return (match.group(1).upper(), match.group(2)) if match else (label.strip(), "")


def _likeness(source: Article, target: Article) -> float:
    """Share of the target's character pairs, the headline's counted thrice, that the source has too."""
    pairs = _character_pairs(f"{target.headline}\n{target.body[:300]}")
    if not pairs:
        return 0
    mine = _character_pairs(f"{source.kicker}{source.headline}\n{source.body}")
    headline = _character_pairs(target.headline)
    shared = len(pairs & mine) + HEADLINE_WEIGHT * len(headline & _character_pairs(source.headline))
    return shared / (len(pairs) + HEADLINE_WEIGHT * len(headline))


def _character_pairs(text: str) -> set[str]:
    folded = re.sub(r"\W", "", fold(text))
    return {folded[i : i + 2] for i in range(len(folded) - 1)}
