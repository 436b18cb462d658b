"""What kind of article a piece is: a linear classifier over what its headings and texts show."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from .drafts import Kind, Role
from .evidence.shape import LENGTHS
from .pieces import Piece, elements

HEADINGS = (Role.COLUMN, Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE, Role.LEAD)
TITLES = (Role.KICKER, Role.HEADLINE, Role.DECK)
TELLING = ("label=", "ends_in=", "starts_with=", "any=", "head=", "tail=", "names=", "ends ", "begins ")
IN_TEXT = ("any=", "head=", "tail=", "opens_with=")
TEXT_ROLES = (Role.PARAGRAPH, Role.TABLE_ROW, Role.VERSE)
LOOK = 6000  # characters of a text whose words are counted
END = 200  # characters of the first and the last paragraph
LEAST = 60  # characters that a shorter text counts as
RATES = (0.5, 1, 2, 4, 8)  # words in a hundred characters
PUNCTUATION = '?!“":《…;、'

# Words that tell who speaks to whom of what, in folded characters: `kinds.json`.
_voices: dict[str, list[str]] = {}
for _voice, _listed in json.loads(Path(__file__).with_name("kinds.json").read_text(encoding="utf-8")).items():
    for _word in _listed.split("|"):
        _voices.setdefault(_word, []).append(_voice)
VOICES = sorted({voice for of_word in _voices.values() for voice in of_word})
_words = re.compile("|".join(sorted(_voices, key=lambda word: (-len(word), word))))
SENTENCE_END = re.compile("[。!?]")


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
    return found | _manner(piece)


def _manner(piece: Piece) -> set[str]:
    """Who speaks to whom of what, by words and punctuation; broken lines are put together first."""
    paragraphs = [
        "".join(decoded.line.text[:LOOK] for decoded in part)
        for part in elements(piece.lines)
        if part[0].role in TEXT_ROLES
    ]
    body = "\n".join(paragraphs)[:LOOK]
    counts = _voices_in(body)
    found = {f"{voice}={_rate(counts[voice], len(body))}" for voice in VOICES}
    for place, text in (("first", paragraphs[:1]), ("last", paragraphs[-1:])):
        for one in text:
            end = one[:END] if place == "first" else one[-END:]
            found.update(f"{place} text: {voice}" for voice in _voices_in(end))
    title = "".join(decoded.line.text for decoded in piece.of(*TITLES))
    found.update(f"headline: {voice}" for voice in _voices_in(title[:END]))
    found.update(f"{mark}={_rate(2 * body.count(mark), len(body))}" for mark in PUNCTUATION)
    found.add(f"digits={_rate(sum(map(str.isdigit, body)), len(body))}")
    sentences = len(SENTENCE_END.findall(body))
    found.add(f"sentence={min(len(body) // sentences // 8, 9)}" if sentences else "no sentence")
    if paragraphs:
        found.add(f"paragraph={min(len(body) // len(paragraphs) // 25, 10)}")
        closed = sum(paragraph.endswith(("。", "!", "?", "”", "…")) for paragraph in paragraphs)
        found.add(f"closed={4 * closed // len(paragraphs)}")
        quoted = sum(paragraph.startswith(("“", '"')) for paragraph in paragraphs)
        found.add(f"quoted={min(8 * quoted // len(paragraphs), 4)}")
    return found


def _voices_in(text: str) -> Counter[str]:
    return Counter(voice for word in _words.findall(text) for voice in _voices[word])


def _rate(count: int, size: int) -> int:
    """A step of `RATES`, 0 for none at all."""
    share = 100 * count / max(size, LEAST)
    return 1 + sum(share >= step for step in RATES) if count else 0


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
