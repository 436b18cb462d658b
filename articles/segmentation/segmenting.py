"""Read a page: its lines decoded together, gathered into articles, each described."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from articles.transcription import PageText

from .drafts import ArticleDraft, Block, PageDraft, Role
from .evidence import observe
from .facts import facts_of
from .grammar import STATES
from .jumps import jump_labels
from .kinds import kind_evidence, kind_of
from .lines import layout_of, lines_of
from .model import Model, best_path, certainties, load
from .pieces import Decoded, Piece, blocks_of, gather
from .pinning import bring_together, constrain, cuts_of
from .pins import Pin
from .relations import parents_of
from .resuming import resume

LONGEST_FURNITURE = 400  # characters: a longer line says something
UNLIKELY = 1000
IS_FURNITURE = np.array([state.role == Role.FURNITURE for state in STATES])


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """The weights that come with the program."""
    return load()


def segment(page: PageText, pins: Sequence[Pin] = ()) -> PageDraft:
    """The page's articles and furniture. A function of the text and the pins, nothing else.

    Pins of names are none of this room's business and are passed over.
    """
    return segment_by(shipped_model(), page.text, pins)


def segment_by(model: Model, text: str, pins: Sequence[Pin] = ()) -> PageDraft:
    """A page as `model` reads it."""
    lines = lines_of(text, cuts_of(pins, text))
    if not lines:
        return PageDraft(facts_of(text, ()), ())
    layout = layout_of(lines)
    seen = observe(lines, layout)
    decoded = decode(model, lines, seen, pins)
    pieces, furniture = gather(decoded)
    pieces = bring_together(resume(pieces, pins), pins)
    articles = _drafts(model, pieces, seen, text)
    blocks = tuple(Block(one.line.start, one.line.end, Role.FURNITURE) for one in furniture)
    return PageDraft(facts_of(text, blocks), articles, blocks)


def decode(model: Model, lines, seen, pins: Sequence[Pin] = ()) -> list[Decoded]:
    """The likeliest state of every line under the pins."""
    scores = model.scores(seen)
    for index, line in enumerate(lines):
        if len(line.text) > LONGEST_FURNITURE and "head=image" not in seen[index]:
            scores[index][IS_FURNITURE] -= UNLIKELY
    fixed = constrain(scores, lines, pins)
    moves = model.transitions()
    path = best_path(scores, moves)
    certain = certainties(scores, moves, path)
    return [
        Decoded(index, line, STATES[state], certain[index], index in fixed)
        for index, (line, state) in enumerate(zip(lines, path, strict=True))
    ]


def _drafts(model: Model, pieces: Sequence[Piece], seen, text: str) -> tuple[ArticleDraft, ...]:
    kinds = [kind_of(kind_evidence(piece, seen), model.kinds) for piece in pieces]
    parents = parents_of(pieces, kinds)
    found = []
    for piece, kind, parent in zip(pieces, kinds, parents, strict=True):
        blocks = blocks_of(piece, text)
        to_page, from_page = jump_labels(text, blocks)
        found.append(ArticleDraft(kind, blocks, parent, to_page, from_page, piece.confidence))
    return tuple(found)
