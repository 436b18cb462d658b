"""Whether the words of a short line come again in the text after it, or came in the text before it.

A headline is told again by its own text and not by the text before; a subhead by both; a column by neither.
"""

from collections.abc import Sequence

from articles.segmentation.lines import Line

SHORTEST, LONGEST = 3, 45  # characters of a line that may be a heading
TEXT = 27  # a line as long is text
WINDOW = 400  # characters of text looked at on either side
LOOK = 12  # lines looked at on either side
MOST = 3


def echo_evidence(lines: Sequence[Line]) -> list[list[str]]:
    """The observations of every line that depend on the words around."""
    counts = [_counts(lines, index) for index in range(len(lines))]
    found: list[list[str]] = []
    for index, count in enumerate(counts):
        if count is None:
            found.append([])
            continue
        after, before = count
        near = [counts[i] for i in (index - 1, index + 1) if 0 <= i < len(counts)]
        rivals = [other[0] for other in near if other is not None]
        rank = "alone" if not rivals else "most" if after > max(rivals) else "less" if after < max(rivals) else "even"
        found.append(
            [
                f"echo={min(after, MOST)}/{min(before, MOST)}",
                f"echo {rank}" if after or rivals else "echo none",
            ]
        )
    return found


def _counts(lines: Sequence[Line], index: int) -> tuple[int, int] | None:
    """How many pairs of characters of a line come in the text after and before it; None for a text line."""
    text = lines[index].text
    if not SHORTEST <= len(text) <= LONGEST:
        return None
    pairs = {pair for a, b in zip(text, text[1:], strict=False) if (pair := a + b).isalpha()}
    after = _window(lines, range(index + 1, min(len(lines), index + LOOK)))
    before = _window(lines, range(index - 1, max(-1, index - LOOK), -1))
    return sum(pair in after for pair in pairs), sum(pair in before for pair in pairs)


def _window(lines: Sequence[Line], places: range) -> str:
    """The nearest text in a direction; headings on the way are passed over."""
    found, size = [], 0
    for place in places:
        text = lines[place].text
        if len(text) < TEXT and not size:
            continue
        text = text[:WINDOW] if places.step > 0 else text[-WINDOW:]
        found.append(text)
        size += len(text)
        if size >= WINDOW:
            break
    return "\n".join(found)
