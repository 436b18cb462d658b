"""Which story a box belongs to."""

from collections.abc import Sequence

from .drafts import Kind, Role
from .evidence.cues import label_evidence
from .pieces import Piece

# Standing columns of boxes that stand before their story, and of commentaries that belong to one.
AHEAD = ("label=column_note",)
AHEAD_WORDS = ("人物小传", "对话人", "嘉宾", "与会嘉宾", "编者按", "开栏")
BELONGING = ("编后", "编余", "编后语", "点评", "回音", "编者后记", "编辑点评", "记者点评", "短评")
BOXES = (Kind.SIDEBAR,)
STORIES = (Kind.NEWS, Kind.FEATURE, Kind.INTERVIEW, Kind.LETTER, Kind.PHOTO, Kind.COMMENTARY, Kind.NOTICE)


def parents_of(pieces: Sequence[Piece], kinds: Sequence[Kind]) -> list[int | None]:
    """For every piece the number of its main story, None where it stands alone."""
    found: list[int | None] = []
    for number, (piece, kind) in enumerate(zip(pieces, kinds, strict=True)):
        found.append(_parent(number, piece, kind, kinds))
    return found


def _parent(number: int, piece: Piece, kind: Kind, kinds: Sequence[Kind]) -> int | None:
    label = "".join(decoded.line.text for decoded in piece.of(Role.COLUMN)).strip("【】[]:| ")
    if kind == Kind.COMMENTARY and not label.startswith(BELONGING):
        return None
    if kind not in BOXES and kind != Kind.COMMENTARY:
        return None
    if label.startswith(AHEAD_WORDS) or any(cue in label_evidence(label) for cue in AHEAD):
        after = next((i for i in range(number + 1, len(kinds)) if kinds[i] in STORIES), None)
        if after is not None:
            return after
    return next((i for i in range(number - 1, -1, -1) if kinds[i] in STORIES), None)
