"""What a line shows of itself: small named observations, a family a file.

Every observation is a short string; what it speaks for is learnt (see `weights.json`), not written here.
"""

from collections.abc import Sequence

from articles.segmentation.lines import Layout, Line

from .byline_forms import byline_shape
from .cues import cue_evidence
from .echo import echo_evidence
from .names import name_evidence
from .place import place_evidence
from .runs import run_evidence
from .shape import shape_evidence
from .words import word_evidence

LONGEST_BYLINE = 60
NAMED = ("names=", "head=byline_label", "tail=bracket_name")  # a line that may be a byline


def observe(lines: Sequence[Line], layout: Layout) -> list[list[str]]:
    """The observations of every line, in its place on the page."""
    seen = place_evidence(lines, layout)
    for line, found, echoes in zip(lines, seen, echo_evidence(lines, layout), strict=True):
        found += echoes
        found += shape_evidence(line, layout.wrapped)
        found += cue_evidence(line, layout)
        found += name_evidence(line)
        if len(line.text) <= LONGEST_BYLINE and any(name.startswith(NAMED) for name in found):
            found += [f"byline={shape}"] if (shape := byline_shape(line.text)) else []
        found += word_evidence(line)
    run_evidence(lines, layout, seen)
    return seen


__all__ = ["observe"]
