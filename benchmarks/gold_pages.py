"""Gold readings laid back on their pages, so that one room can be measured with the rooms before it perfect."""

import importlib.util
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from articles.segmentation import ArticleDraft, Block, Kind, PageDraft, PrintedFacts, Role  # noqa: E402
from articles.transcription import PageText  # noqa: E402

SHARED = ROOT.parent / "shared"
FIELDS = (
    ("column", Role.COLUMN),
    ("kicker", Role.KICKER),
    ("headline", Role.HEADLINE),
    ("deck", Role.DECK),
    ("byline_text", Role.BYLINE),
    ("lead", Role.LEAD),
    ("credit", Role.CREDIT),
    ("tail", Role.TAIL),
    ("paragraphs", Role.PARAGRAPH),
    ("subheads", Role.SUBHEAD),
    ("captions", Role.CAPTION),
)


@dataclass(frozen=True)
class GoldPage:
    """A page with its gold reading (`gold`, the JSON) and the articles drafted from it."""

    name: str
    page: PageText
    gold: dict
    draft: PageDraft


def scorer() -> ModuleType:
    """`shared/pages/score.py` as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "pages" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCORE = scorer()


def gold_pages(folder: str = "dev") -> list[GoldPage]:
    """All pages of a set of `shared/pages`."""
    return [read_gold(path) for path in sorted((SHARED / "pages" / folder).glob("*.gold.json"))]


def read_gold(path: Path) -> GoldPage:
    """One gold reading, its articles as blocks of the page's text."""
    name = path.name.removesuffix(".gold.json")
    text = path.with_name(f"{name}.txt").read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    gold = json.loads(path.read_text(encoding="utf-8"))
    return GoldPage(name, PageText(text), gold, lay(text, gold))


def lay(text: str, gold: dict) -> PageDraft:
    """The blocks that the gold's fields cover; characters of no field are in no block."""
    offsets = kept_offsets(text)
    placer = SCORE.Placer("".join(text[i] for i in offsets))
    pieces = [piece for number, article in enumerate(gold["articles"]) for piece in _pieces(number, article)]
    pieces += [("F", 0, Role.FURNITURE, piece) for piece in gold["furniture"]]
    blocks: dict[object, list[tuple[int, Block]]] = {}
    for owner, order, role, piece in sorted(pieces, key=lambda p: -len(SCORE.norm(p[3]))):
        before = len(placer.where.get(owner, []))
        if SCORE.norm(piece):
            placer.place(owner, SCORE.norm(piece))
        for at, (start, end) in enumerate(placer.where.get(owner, [])[before:]):
            block = Block(offsets[start], offsets[end - 1] + 1, role, at > 0)
            blocks.setdefault(owner, []).append((order, block))
    drafts = [
        ArticleDraft(
            Kind(article["kind"]),
            tuple(_in_order(blocks.get(number, []))) or (Block(0, 0, Role.PARAGRAPH),),
            article.get("part_of"),
        )
        for number, article in enumerate(gold["articles"])
    ]
    facts = PrintedFacts(newspaper=gold["page"].get("newspaper"), page_name=gold["page"].get("page_name"))
    return PageDraft(facts, tuple(drafts), tuple(block for _, block in blocks.get("F", [])))


def _in_order(blocks: list[tuple[int, Block]]) -> list[Block]:
    """Blocks by place on the page; those of one piece stay together, behind its first."""
    firsts: dict[int, int] = {}
    for order, block in blocks:
        firsts[order] = min(block.start, firsts.get(order, block.start))
    return [block for _, block in sorted(blocks, key=lambda b: (firsts[b[0]], b[0], b[1].joins, b[1].start))]


def _pieces(number: int, article: dict) -> list[tuple[int, int, Role, str]]:
    pieces = []
    for field, role in FIELDS:
        value = article.get(field)
        texts = value if isinstance(value, list) else (value or "").split("\n")
        pieces += [(number, role, text) for text in texts if text]
    return [(number, order, role, text) for order, (number, role, text) in enumerate(pieces)]


def kept_offsets(text: str) -> list[int]:
    """The characters of a text that the scorer counts."""
    offsets, at = [], 0
    for line in text.split("\n"):
        wanted = SCORE.norm(line)
        place = 0
        for character in wanted:
            place = line.index(character, place)
            offsets.append(at + place)
            place += 1
        at += len(line) + 1
    return offsets


def names_json(gold: dict, names: tuple) -> dict:
    """The gold reading with people, organisations and bylines as recognised."""
    articles = []
    for article, its in zip(gold["articles"], names, strict=True):
        people: dict[str, dict[str, None]] = {}
        bodies: dict[str, dict[str, None]] = {}
        for mention in its.mentions:
            group = people if mention.kind == "person" else bodies
            group.setdefault(mention.name, {})[mention.surface] = None
        articles.append(
            article
            | {
                "people": [{"name": name, "forms": list(forms)} for name, forms in people.items()],
                "organizations": [{"name": name, "forms": list(forms)} for name, forms in bodies.items()],
                "byline": [{"name": c.name, "role": c.role or None} for c in its.contributions],
            }
        )
    return gold | {"articles": articles}
