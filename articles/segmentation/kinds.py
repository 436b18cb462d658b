"""What kind of article a piece is: a linear classifier over what its headings and texts show."""

from collections.abc import Iterable, Mapping, Sequence

from .drafts import Kind, Role
from .evidence.shape import LENGTHS
from .pieces import Piece

HEADINGS = (Role.COLUMN, Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE, Role.LEAD)
TELLING = ("label=", "ends_in=", "starts_with=", "any=", "head=", "tail=", "names=", "ends ", "begins ")
IN_TEXT = ("any=", "head=", "tail=")
TEXT_ROLES = (Role.PARAGRAPH, Role.TABLE_ROW, Role.VERSE)


def kind_evidence(piece: Piece, seen: Sequence[Sequence[str]]) -> set[str]:
    """What speaks for a kind: the piece's sort, the parts it has, cues in its headings and texts."""
    found = {"always", f"sort={piece.sort}"}
    roles = {decoded.role for decoded in piece.lines}
    found.update(f"has {role}" for role in roles)
    found.update(f"lacks {role}" for role in HEADINGS if role not in roles)
    for decoded in piece.lines:
        if decoded.role in HEADINGS:
            found.update(
                f"{decoded.role}: {name}" for name in seen[decoded.index] if name.startswith(TELLING)
            )
    texts = piece.of(*TEXT_ROLES)
    for name, hits in _counted(seen[decoded.index] for decoded in texts).items():
        found.add(f"text: {name}")
        if hits * 2 >= len(texts):
            found.add(f"most text: {name}")
    for place, decoded in (("first", texts[:1]), ("last", texts[-1:])):
        for one in decoded:
            found.update(f"{place} text: {name}" for name in seen[one.index] if name.startswith(IN_TEXT))
    size = sum(len(decoded.line.text) for decoded in texts)
    found.add(f"size={_bucket(size // 10)}")
    found.add(f"texts={_bucket(len(texts))}")
    found.add(f"subheads={min(len(piece.of(Role.SUBHEAD)), 3)}")
    return found


def _bucket(number: int) -> int:
    return next((n for n in reversed(LENGTHS) if number >= n), 0)


def _counted(lines: Iterable[Sequence[str]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for names in lines:
        for name in names:
            if name.startswith(IN_TEXT):
                counts[name] = counts.get(name, 0) + 1
    return counts


def kind_of(evidence: Iterable[str], weights: Mapping[str, Mapping[Kind, float]]) -> Kind:
    """The kind with the highest score."""
    scores = dict.fromkeys(Kind, 0.0)
    for name in sorted(evidence):
        for kind, weight in weights.get(name, {}).items():
            scores[kind] += weight
    return max(scores, key=scores.get)
