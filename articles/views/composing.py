"""From an article's layout to what the template walks: lines of the head, pieces of the text.

A piece is a block of the shown page (a paragraph, a stanza, a table); its runs are stretches of
text with one look (the dateline that opens a paragraph, the end mark that closes it).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from articles.rendering import Mark, Span, located, render

from .tables import cells

# How the fields join the parts of their role: as `assembling` does.
SEPARATORS = {"column": " ", "kicker": "\n", "headline": " ", "deck": "\n", "byline": "\n", "lead": " "}
HEAD = ("column", "kicker", "headline", "deck")
TEXT = ("paragraph", "verse", "table_row")
CLOSED = tuple("。！？!?；;…：:”’」』）)》.")  # a paragraph that ends so is not cut by a jump


@dataclass
class Run:
    html: SafeString
    look: str = ""  # "", lead, jump or end-mark
    anchor: int | None = None  # the number of the part that starts here


@dataclass
class Piece:
    kind: str  # paragraph, verse, table, subhead, caption, credit, byline, tail, continued
    runs: list[Run] = field(default_factory=list)
    rows: list[list[SafeString]] = field(default_factory=list)
    last: str = ""  # the text of the last run


@dataclass(frozen=True)
class Emended:
    printed: str
    shown: str


@dataclass
class Text:
    """An article, or a chain of jumps, ready to be shown."""

    head: dict[str, list[SafeString]] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    emended: list[Emended] = field(default_factory=list)


def compose(chain: Sequence, names: Mapping[int, Sequence[Span]]) -> Text:
    """The text of a chain of articles, head first.

    `names`: for every article's number the spans of its names, over the transcription.
    """
    text = Text()
    for article in chain:
        _Composer(text, article, names.get(article.pk, ())).write(continued=article is not chain[0])
    return text


class _Composer:
    """Writes one article of a chain into the text."""

    def __init__(self, text: Text, article, names: Sequence[Span]) -> None:
        self.text = text
        self.article = article
        self.names = names
        self.lead_look = "lead"
        self.waiting: list[Run] = []  # what opens the next paragraph
        self.overridden = {role: self._override(role) for role in SEPARATORS}

    def _override(self, role: str) -> str | None:
        """An editor's text for a field, None where the field is as printed."""
        printed = SEPARATORS[role].join(part["text"] for part in self._parts(role))
        limit = self.article._meta.get_field(role).max_length
        value = getattr(self.article, role)
        return None if value == printed[:limit] else value

    def _parts(self, role: str) -> list[dict]:
        return [part for part in self.article.layout if part["role"] == role]

    def _spans(self, part: Mapping) -> list[Span]:
        emended = part.get("emended", ())
        self.text.emended += [Emended(printed, part["text"][start:end]) for start, end, printed in emended]
        return located(part["runs"], self.names) + [
            Span(start, end, Mark.EMENDATION, printed) for start, end, printed in emended
        ]

    def _lines(self, role: str, parts: Sequence[Mapping]) -> list[SafeString]:
        override = self.overridden[role]
        if override is not None:
            return [render(line) for line in override.split("\n") if line]
        return [render(part["text"], self._spans(part)) for part in parts]

    def write(self, continued: bool) -> None:
        head = {role: self._lines(role, self._parts(role)) for role in HEAD}
        if continued:
            self.lead_look = "jump"  # 上接第1版
            self._seam([line for lines in head.values() for line in lines])
        else:
            self.text.head = head
        self._bylines(continued)
        if self.overridden["lead"]:
            self.waiting.append(Run(render(self.overridden["lead"]), "lead"))
        for part in self.article.layout:
            if part["role"] not in HEAD and not self._replaced(part):
                getattr(self, f"_{part['role']}", self._plain)(part)
        self._flush()

    def _replaced(self, part: Mapping) -> bool:
        """Whether the part is shown above the text, or an editor's words stand for it."""
        if part["role"] not in ("byline", "lead"):
            return False
        return self.overridden[part["role"]] is not None or any(part is shown for shown in self.above)

    def _bylines(self, continued: bool) -> None:
        """Bylines over the text stand in the head; those below it stay where they are."""
        self.above = []
        for part in self.article.layout:
            if part["role"] in TEXT:
                break
            if part["role"] == "byline":
                self.above.append(part)
        lines = self._lines("byline", self.above)
        if continued:
            self.text.pieces += [Piece("byline", [Run(line)]) for line in lines]
        else:
            self.text.head["byline"] = lines

    def _seam(self, lines: list[SafeString]) -> None:
        """Where a part starts: inside the paragraph that the jump cut, else as a line of its own."""
        seam = Run(render(self.article.page.title), "seam", self.article.pk)
        first = next((part["role"] for part in self.article.layout if part["role"] in TEXT), "")
        cut = self._cut_paragraph() if first == "paragraph" and not lines else None
        if cut:
            self.waiting = [*self._tails(cut), seam]
            self.resumed = cut
        else:
            self.text.pieces.append(Piece("continued", [seam, *map(Run, lines)]))

    resumed: Piece | None = None

    def _cut_paragraph(self) -> Piece | None:
        """The last paragraph, if it stops in mid-sentence and only jump lines follow it."""
        for piece in reversed(self.text.pieces):
            if piece.kind == "paragraph":
                return None if piece.last.rstrip().endswith(CLOSED) else piece
            if piece.kind != "tail":
                return None
        return None

    def _tails(self, paragraph: Piece) -> list[Run]:
        """The jump lines below a paragraph, taken up into it."""
        taken = []
        while self.text.pieces[-1] is not paragraph:
            taken = [Run(run.html, "jump") for run in self.text.pieces.pop().runs] + taken
        return taken

    def _paragraph(self, part: Mapping) -> None:
        run = Run(render(part["text"], self._spans(part)))
        if self.resumed:
            self.resumed.runs += [*self.waiting, run]
            self.resumed.last, self.resumed = part["text"], None
        else:
            self.text.pieces.append(Piece("paragraph", [*self.waiting, run], last=part["text"]))
        self.waiting = []

    def _lead(self, part: Mapping) -> None:
        self.waiting.append(Run(render(part["text"], self._spans(part)), self.lead_look))

    def _end_mark(self, part: Mapping) -> None:
        run = Run(render(part["text"], self._spans(part)), "end-mark")
        if self.text.pieces and self.text.pieces[-1].kind == "paragraph":
            self.text.pieces[-1].runs.append(run)
        else:
            self.text.pieces.append(Piece("tail", [run]))

    def _table_row(self, part: Mapping) -> None:
        self._flush()
        if not (self.text.pieces and self.text.pieces[-1].kind == "table"):
            self.text.pieces.append(Piece("table"))
        spans = self._spans(part)
        self.text.pieces[-1].rows.append(
            [render(part["text"], spans, start, end) for start, end in cells(part["text"])]
        )

    def _plain(self, part: Mapping) -> None:
        self._flush()
        self.text.pieces.append(Piece(part["role"], [Run(render(part["text"], self._spans(part)))]))

    def _flush(self) -> None:
        """What waited for a paragraph that did not come stands as one."""
        if self.waiting:
            if self.resumed:
                self.resumed.runs += self.waiting
                self.resumed = None
            else:
                self.text.pieces.append(Piece("paragraph", self.waiting))
        self.waiting = []
