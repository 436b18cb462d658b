"""Which story a box belongs to: by its label, by the words it shares with a story, by nearness."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from .drafts import Kind, Role
from .evidence.cues import OPENING
from .pieces import Piece

# What a box's label begins with: it stands before its story, it follows its story, it answers a letter.
AHEAD = ("编者按", "编者的话", "编者语", "编前", "开栏", "主持人语", "主持人的话", "按语", "引子")
AFTER = (
    "编后", "编余", "编者附记", "编者后记", "编者手记", "编者赘言", "编者点评", "编辑点评", "编者短评",
    "记者点评", "律师点评", "专家点评", "法官点评", "点评", "法官说法", "检察官说法", "律师说法",
    "记者追问", "记者手记", "采访手记", "现场特写", "现场速写",
)  # fmt: skip
ANSWER = ("回音", "答复", "回复", "反馈")
COMMENT = ("短评", "小评论", "小言论", "编者按语")
LONGEST_LABEL = 8  # characters of a headline that may be one
NOT_IN_LABELS = str.maketrans("", "", "【】〖〗[]:|·•■□●◆▲* ")


class Tie(StrEnum):
    """How firmly a piece is bound to a story by what it is."""

    AHEAD = "ahead"
    BOX = "box"
    ANSWER = "answer"
    COMMENT = "comment"
    PIECE = "piece"


# What the best story must score to be the parent; a box has one in any case.
ENOUGH = {Tie.AHEAD: -99.0, Tie.BOX: -99.0, Tie.ANSWER: 0.75, Tie.COMMENT: 0.85, Tie.PIECE: 1.9}
LIKENESS = 1.2  # of words that only the story has; 0.3 where little is shared, 1 where much
NEXT = 0.5  # of the story right before (right after, for a label that looks ahead)
FAR = 0.3  # what each story between takes away
AGAINST = {Tie.AHEAD: 0.5}  # what the other direction takes away
AGAINST_ELSE = 1.4
STORIES = {
    Kind.NEWS: 0.0,
    Kind.FEATURE: 0.0,
    Kind.INTERVIEW: 0.0,
    Kind.LETTER: 0.0,
    Kind.PHOTO: -0.4,
    Kind.POEM: -0.4,
    Kind.COMMENTARY: -0.4,
    Kind.NOTICE: -0.4,
    Kind.BRIEF: -0.4,
}
BEFORE, BEHIND = 20, 3  # stories looked at on either side
LOOK = 4000  # characters of a piece that are compared
TEXT = (Role.KICKER, Role.HEADLINE, Role.DECK, Role.PARAGRAPH, Role.TABLE_ROW, Role.VERSE, Role.CAPTION)


def parents_of(pieces: Sequence[Piece], kinds: Sequence[Kind]) -> list[int | None]:
    """For every piece the number of its main story, None where it stands alone."""
    ties = [_tie(piece, kind) for piece, kind in zip(pieces, kinds, strict=True)]
    stories = [
        number
        for number, (tie, kind) in enumerate(zip(ties, kinds, strict=True))
        if kind in STORIES and tie not in (Tie.AHEAD, Tie.BOX)
    ]
    asked = [number for number, tie in enumerate(ties) if tie is not None]
    if not asked or not stories:
        return [None] * len(pieces)
    pairs = [_pairs(piece) for piece in pieces]
    spread = Counter(pair for number in stories for pair in pairs[number])
    found: list[int | None] = [None] * len(pieces)
    for number in asked:
        found[number] = _parent(number, ties[number], stories, kinds, pairs, spread)
    return found


def _tie(piece: Piece, kind: Kind) -> Tie | None:
    """What binds a piece to a story, None where nothing can."""
    label = _label(piece)
    if label.startswith(AHEAD):
        return Tie.AHEAD
    if kind == Kind.SIDEBAR or label.startswith(AFTER):
        return Tie.BOX
    if kind in (Kind.LETTER, Kind.NEWS, Kind.NOTICE) and any(word in label[-6:] for word in ANSWER):
        return Tie.ANSWER
    if kind == Kind.COMMENTARY:
        return Tie.COMMENT if label in COMMENT else Tie.PIECE
    return Tie.PIECE if kind in (Kind.PHOTO, Kind.INTERVIEW) else None


def _label(piece: Piece) -> str:
    """The column, or the headline of a piece without one, or what its text opens with (编后:…)."""
    for role in (Role.COLUMN, Role.HEADLINE):
        words = "".join(decoded.line.text for decoded in piece.of(role)).translate(NOT_IN_LABELS)
        if words:
            return words if role == Role.COLUMN or len(words) <= LONGEST_LABEL else ""
    opening = OPENING.match(piece.lines[0].line.text)
    return next((word for word in opening.groups() if word), "") if opening else ""


def _parent(
    number: int,
    tie: Tie,
    stories: Sequence[int],
    kinds: Sequence[Kind],
    pairs: Sequence[set[str]],
    spread: Mapping[str, int],
) -> int | None:
    place = bisect_left(stories, number)
    before = stories[max(0, place - BEFORE) : place][::-1]
    after = [story for story in stories[place : place + BEHIND + 1] if story != number]
    likeness = {story: _likeness(pairs[number], pairs[story], spread) for story in (*before, *after)}
    best, score = None, ENOUGH[tie]
    for side, others in enumerate((before, after)):
        against = AGAINST.get(tie, AGAINST_ELSE) if (side == 0) == (tie == Tie.AHEAD) else 0
        for steps, story in enumerate(others):
            told = LIKENESS * likeness[story] + STORIES[kinds[story]] + NEXT - FAR * steps - against
            if told > score:
                best, score = story, told
    return best


def _likeness(box: set[str], story: set[str], spread: Mapping[str, int]) -> float:
    """How much of a box a story has that the other stories have not."""
    shared = sum(1 / spread[pair] ** 2 for pair in box & story)
    return 10 * shared / (len(box) + 20) ** 0.5 / (len(story) + 50) ** 0.25


def _pairs(piece: Piece) -> set[str]:
    """Pairs of characters in a piece's headings and texts."""
    found: set[str] = set()
    left = LOOK
    for decoded in piece.of(*TEXT):
        words = decoded.line.text[:left]
        left -= len(words)
        found.update(pair for a, b in zip(words, words[1:], strict=False) if (pair := a + b).isalpha())
    return found
