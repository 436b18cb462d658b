"""An article's text as recognition reads it: one passage for each headline, paragraph or caption.

A two-character name is often printed with a blank inside (高 明). Such a blank is left out of the passage,
and so are the line ends that assembling has joined already, so that a name is one run of characters.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import rjieba

from articles.assembling import Part, assemble, printed_span
from articles.folding import fold
from articles.segmentation import ArticleDraft, Role

from .network import Network, Tagging
from .tables import tables

NAMING_ROLES = frozenset(
    (
        Role.KICKER,
        Role.HEADLINE,
        Role.DECK,
        Role.SUBHEAD,
        Role.CAPTION,
        Role.PARAGRAPH,
        Role.VERSE,
        Role.TABLE_ROW,
    )
)
HAN = re.compile("[㐀-鿿豈-﫿々〇𠀀-𰀀]")
CLAUSE = re.compile(r"[^\W_]+(?:[·•・‧][^\W_]+)*")
QUOTED = re.compile(r"《[^《》]*》|[“「『\"][^“”「」『』\"，。！？；,;!?]{1,14}[”」』\"]")
LONGEST_CLAUSE = 80  # of a text without punctuation; longer ones are cut for the network
BLANKS = re.compile(r"[ \t\u3000\xa0]+")


@dataclass
class Passage:
    """One part of an article. Spans of candidates are offsets into `text`.

    `plain` is `text` folded, of the same length. `places[i]` is the offset of character i in the part's
    text, `gaps` holds the offsets before which a blank inside a name was left out. `words` are the
    network's, `cuts` jieba's: (start, end, tag), in order, without overlap.
    """

    article: int
    part: Part
    text: str
    places: tuple[int, ...]
    gaps: frozenset[int]
    plain: str = ""
    words: tuple[tuple[int, int, str], ...] = ()
    begins: dict[str, list[float]] = field(default_factory=dict)
    inside: dict[str, list[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        plain = "".join(c if c.isascii() else fold(c) for c in self.text)
        # A zero that stands for a printed bullet is no letter.
        self.plain = "○" + plain[1:] if plain[:1] == "〇" else plain

    @cached_property
    def cuts(self) -> tuple[tuple[int, int, str], ...]:
        cut, at = [], 0
        for word, tag in rjieba.tag(self.plain):
            cut.append((at, at + len(word), tag))
            at += len(word)
        return tuple(cut)

    @cached_property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """Runs without punctuation and blanks, cut where they are too long for the network."""
        found = []
        for match in CLAUSE.finditer(self.plain):
            for start in range(match.start(), match.end(), LONGEST_CLAUSE):
                found.append((start, min(start + LONGEST_CLAUSE, match.end())))
        return tuple(found)

    @cached_property
    def word_at(self) -> list[tuple[int, int, str] | None]:
        """For every character the network's word that it belongs to."""
        return _covering(self.words, len(self.text))

    @cached_property
    def cut_at(self) -> list[tuple[int, int, str] | None]:
        """For every character jieba's word that it belongs to."""
        return _covering(self.cuts, len(self.text))

    @cached_property
    def quoted(self) -> list[str]:
        """For every character "《" inside a book's title, "“" inside quoted words that are no speech, or ""."""
        marks = [""] * len(self.plain)
        for match in QUOTED.finditer(self.plain):
            mark = "《" if match.group()[0] == "《" else "“"
            marks[match.start() : match.end()] = [mark] * len(match.group())
        return marks

    def surface(self, start: int, end: int) -> str:
        """The span as it is shown, a blank inside a name among it."""
        return self.part.text[self.places[start] : self.places[end - 1] + 1]

    def printed(self, start: int, end: int) -> tuple[int, int] | None:
        """The span in the page's text."""
        return printed_span(self.part.runs, self.places[start], self.places[end - 1] + 1)


def passages_of(text: str, articles: Sequence[ArticleDraft], network: Network | None) -> list[Passage]:
    """All passages of a page in which names are looked for, tagged by the network."""
    found = []
    for number, article in enumerate(articles):
        for part in assemble(text, article.blocks).parts:
            if part.role in NAMING_ROLES:
                kept, gaps = _without_gaps(part.text)
                found.append(
                    Passage(number, part, "".join(part.text[i] for i in kept), tuple(kept), frozenset(gaps))
                )
    tag(found, network)
    return found


def tag(passages: Sequence[Passage], network: Network | None) -> None:
    """Have the network read the passages; jieba's words stand in where there is no network."""
    spans = [(passage, *clause) for passage in passages for clause in passage.clauses]
    if network is not None:
        taggings = network.tag([passage.plain[start:end] for passage, start, end in spans])
    else:
        taggings = [_by_jieba(passage.plain[start:end]) for passage, start, end in spans]
    for passage in passages:
        passage.begins, passage.inside = _no_chances(len(passage.text)), _no_chances(len(passage.text))
    words: dict[int, list[tuple[int, int, str]]] = {}
    for (passage, start, end), tagging in zip(spans, taggings, strict=True):
        words.setdefault(id(passage), []).extend((start + a, start + b, tag) for a, b, tag in tagging.words)
        for kind in tagging.begins:
            passage.begins[kind][start:end] = tagging.begins[kind]
            passage.inside[kind][start:end] = tagging.inside[kind]
    for passage in passages:
        passage.words = tuple(words.get(id(passage), ()))


def _no_chances(length: int) -> dict[str, list[float]]:
    return {kind: [0.0] * length for kind in ("PER", "LOC", "ORG")}


_JIEBA_NAMES = {"nr": "PER", "nrt": "PER", "nrfg": "PER", "ns": "LOC", "nt": "ORG"}


def _by_jieba(clause: str) -> Tagging:
    begins, inside = _no_chances(len(clause)), _no_chances(len(clause))
    words, at = [], 0
    for word, tag in rjieba.tag(clause):
        kind = _JIEBA_NAMES.get(tag, tag)
        words.append((at, at + len(word), kind))
        if kind in begins:
            begins[kind][at] = 0.7
            inside[kind][at + 1 : at + len(word)] = [0.7] * (len(word) - 1)
        at += len(word)
    return Tagging(tuple(words), begins, inside)


def _covering(words: Sequence[tuple[int, int, str]], length: int) -> list[tuple[int, int, str] | None]:
    covering: list[tuple[int, int, str] | None] = [None] * length
    for word in words:
        covering[word[0] : word[1]] = [word] * (word[1] - word[0])
    return covering


def _without_gaps(text: str) -> tuple[list[int], list[int]]:
    """Offsets of the characters that stay, and where among these a blank inside a name stood.

    >>> _without_gaps("书记高 明说")
    ([0, 1, 2, 4, 5], [3])
    """
    blanks = list(BLANKS.finditer(text))
    listing = len(blanks) > 2 and len(text) < 8 * len(blanks)
    dropped: list[re.Match[str]] = []
    for match in blanks:
        given = text[dropped[-1].end() : match.start()] if dropped else ""
        if not (given and len(given) <= 2) and _inside_name(text, match, listing):
            dropped.append(match)
    gone = {i for match in dropped for i in range(match.start(), match.end())}
    kept = [i for i in range(len(text)) if i not in gone]
    starts = {match.end() for match in dropped}
    return kept, [place for place, offset in enumerate(kept) if offset in starts]


def _inside_name(text: str, blank: re.Match[str], listing: bool) -> bool:
    """Whether the blank parts a surname from a given name; in a list of names only that may be."""
    left = re.search(r"[^\W\d_]*$", text[: blank.start()]).group()
    right = re.match(r"[^\W\d_]*", text[blank.end() :]).group()
    if not left or not right or not HAN.match(left[-1]) or not HAN.match(right[0]):
        return False
    known = tables()
    plain = fold(left)
    alone = len(plain) == 1 or known.surnames.get(plain) == "compound"
    if listing or len(left) == 1:
        return alone and len(right) <= 2
    if plain[-2:] in known.surnames and len(right) <= 2:
        return True
    if known.surnames.get(plain[-1]) in (None, "everyday"):
        return False
    return not (plain[-2:] in known.titles or (2 <= len(plain) <= 4 and known.surname_of(plain)))
