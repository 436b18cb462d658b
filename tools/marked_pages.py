"""Read pages in the marked-up form and print them in several shapes, with every character labelled.

A marked-up page is a file of lines, one element of the page a line, in the order of print:

    @PAGE {"newspaper": …, "date": …, "opts": {"sep": 1, "artsep": 2, "wrap": 20, "indent": "　　"}}
    @A KIND [id=X] [part_of=X|+1|-1] [to=3] [from=1]     an article begins
    @BACK X                                              the article X goes on here
    F furniture   C column   K kicker   H headline   D deck   B byline   L lead (stands before the next element)
    P paragraph   S subhead  M caption  R credit     T tail   X what is on the page and in no field

Inside an element: `⏎` a line end on the page only, `␤` a line end that stays (verse, lists of furniture),
`⟪t …⟫` a stretch of another class (h k d c s m r t l f b x), `‹form=name›` a person, `«form=name»` an
organisation. `BY`, `AG`, `DL`, `NOTE` and `//` are for other readers and skipped here.
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from articles.segmentation.drafts import Role

CLASSES = {
    "F": Role.FURNITURE,
    "C": Role.COLUMN,
    "K": Role.KICKER,
    "H": Role.HEADLINE,
    "D": Role.DECK,
    "B": Role.BYLINE,
    "L": Role.LEAD,
    "P": Role.PARAGRAPH,
    "S": Role.SUBHEAD,
    "M": Role.CAPTION,
    "R": Role.CREDIT,
    "T": Role.TAIL,
    "X": None,
}
JOINABLE = {Role.PARAGRAPH, Role.HEADLINE, Role.DECK, Role.CAPTION, Role.KICKER, Role.VERSE, Role.SUBHEAD}
MARKS = re.compile(r"[‹«]\??([^=›»]*)(?:=[^›»]*)?[›»]")

Char = tuple[str, Role | None]


@dataclass
class Element:
    """One printed element: its characters with their class, and the article they belong to."""

    tag: str
    article: int | None
    chars: list[Char]
    sep: int
    extra: int = 0
    wrap: int = 0
    opens: bool = False


@dataclass
class MarkedPage:
    name: str
    meta: dict
    opts: dict
    elements: list[Element]
    kinds: list[str]
    parents: list[int | None]
    groups: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Shape:
    """How a page is printed; None keeps what its own options say."""

    sep: int | None = None
    artsep: int | None = None
    wrap: int | None = None
    indent: str | None = None
    markdown: bool = True
    widths: tuple[int, ...] = ()  # articles are wrapped at these in turn

    def wrap_of(self, element: Element) -> int:
        """The width at which an element is wrapped, 0 for none."""
        if self.widths:
            return self.widths[(element.article or 0) % len(self.widths)]
        return element.wrap if self.wrap is None else self.wrap


@dataclass(frozen=True)
class Printed:
    """A page's text; for every character its class, article and element (-1 for white space)."""

    name: str
    text: str
    roles: list[Role | None]
    articles: list[int]
    elements: list[int]
    kinds: list[str]
    parents: list[int | None]


def load(path: Path) -> MarkedPage:
    return parse(path.read_text(encoding="utf-8"), path.stem)


def parse(source: str, name: str = "") -> MarkedPage:
    page = MarkedPage(name, {}, {}, [], [], [])
    ids: dict[str, int] = {}
    parents: list[str | None] = []
    current: int | None = None
    opens = False
    sep, wrap, extra = 2, 0, 0
    lead: list[Char] = []
    for line in source.split("\n"):
        tag, _, rest = line.partition(" ")
        if tag == "@PAGE":
            page.meta = json.loads(rest)
            page.opts = page.meta.pop("opts", {})
            sep, wrap = page.opts.get("sep", 2), page.opts.get("wrap", 0)
        elif tag == "@A":
            words = rest.split()
            page.kinds.append(words[0])
            current, opens = len(page.kinds) - 1, True
            facts = dict(word.split("=") for word in words[1:])
            if "id" in facts:
                ids[facts["id"]] = current
            parents.append(facts.get("part_of"))
        elif tag == "@BACK":
            current = ids[rest.strip()]
        elif tag == "SEP":
            sep = int(rest)
        elif tag == "WRAP":
            wrap = int(rest)
        elif tag == "BL":
            extra += int(rest)
        elif tag in CLASSES:
            chars = _chars(rest, CLASSES[tag])
            if tag == "L":
                lead += chars
                continue
            owner = None if tag == "F" else current
            page.elements.append(Element(tag, owner, lead + chars, sep, extra, wrap, opens and tag != "F"))
            lead, extra = [], 0
            opens = opens and tag == "F"
    page.parents = [_parent(index, said, ids) for index, said in enumerate(parents)]
    return page


def _parent(index: int, said: str | None, ids: dict[str, int]) -> int | None:
    if said is None:
        return None
    return index + int(said) if said[0] in "+-" else ids[said]


def _chars(text: str, role: Role | None) -> list[Char]:
    text = MARKS.sub(lambda match: match.group(1), text)
    chars: list[Char] = []
    stack: list[Role | None] = [role]
    skipping = 0
    index = 0
    while index < len(text):
        char = text[index]
        if char == "⟪":
            skipping += text[index + 1] == "g"
            stack.append(CLASSES.get(text[index + 1].upper()) if text[index + 1] not in "xg" else None)
            index += 3 if text[index + 2] == " " else 2
            continue
        if char == "⟫":
            stack.pop()
            skipping = 0
        elif not skipping:
            chars.append(("\n" if char in "⏎␤" else char, stack[-1]))
            if char == "␤" and role == Role.PARAGRAPH:
                chars[-1] = ("\n", Role.VERSE)
        index += 1
    if any(char == "\n" and of == Role.VERSE for char, of in chars):
        chars = [(char, Role.VERSE if of == Role.PARAGRAPH else of) for char, of in chars]
    return chars


def _wrapped(chars: list[Char], width: int, indent: str) -> list[Char]:
    """Break lines at `width` as a compositor does: no closing mark opens a line."""
    if not width:
        return chars
    out: list[Char] = []
    column = len(indent)
    for place, (char, role) in enumerate(chars):
        if char == "\n":
            column = 0
        elif column >= width and char not in ",，。、；;：:？?！!”’）)》】%":
            before = place - 1 if out and out[-1][0] in "“‘（(《【" else place
            out.insert(len(out) - (place - before), ("\n", role))
            column = place - before
        out.append((char, role))
        column += char != "\n"
    return out


def _plain(chars: list[Char]) -> list[Char]:
    """Without the markup that a vision model left (what no field holds, except table rules)."""
    return [pair for pair in chars if pair[1] is not None]


def render(page: MarkedPage, shape: Shape = Shape()) -> Printed:
    """The page's text in a shape. Verse, tables and furniture are never wrapped."""
    own = page.opts
    indent = own.get("indent", "") if shape.indent is None else shape.indent
    text: list[Char] = [(char, None) for char in own.get("head", "")]
    owners: list[tuple[int, int]] = [(-1, -1)] * len(text)
    artsep = own.get("artsep") if shape.sep is None else shape.artsep
    first = True
    table = before_verse = False
    for number, element in enumerate(page.elements):
        chars = element.chars if shape.markdown else _plain(element.chars)
        if not chars:
            continue
        wrap = shape.wrap_of(element)
        verse = chars[0][1] == Role.VERSE
        is_table = chars[0][0] == "|"
        if element.tag in "PMD" and not is_table and not any(of == Role.VERSE for _, of in chars):
            ahead = indent if wrap or element.tag == "P" else ""
            chars = [(char, chars[0][1]) for char in ahead] + _wrapped(chars, wrap, ahead)
        gap = element.sep if shape.sep is None else shape.sep
        if element.opens and artsep:
            gap = artsep
        if is_table and table:
            gap = 1
        if verse and before_verse and shape.sep is not None:
            gap = max(gap, 2)  # else nothing on the page would part the stanzas
        table, before_verse = is_table, verse
        if not first:
            between = "\n" * (gap + element.extra)
            text += [(char, None) for char in between]
            owners += [(-1, -1)] * len(between)
        first = False
        text += chars
        owner = -1 if element.article is None else element.article
        owners += [(owner, number)] * len(chars)
    roles = [
        Role.TABLE_ROW if role is None and page.elements[number].chars[0][0] == "|" and number >= 0 else role
        for (_, role), (_, number) in zip(text, owners, strict=True)
    ]
    return Printed(
        page.name,
        "".join(char for char, _ in text),
        roles,
        [owner for owner, _ in owners],
        [number for _, number in owners],
        page.kinds,
        page.parents,
    )
