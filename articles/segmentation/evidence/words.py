"""The characters a line begins and ends with, and those in a short one: which of them count is learnt."""

from articles.segmentation.lines import Line

SHORT = 40


def word_evidence(line: Line) -> list[str]:
    text = line.text
    if not text:
        return []
    found = ["begins " + text[:1], "begins " + text[:2]]
    if len(text) <= SHORT:
        found += ["ends " + text[-1:], "ends " + text[-2:]]
        found += {"has " + char for char in text[1:-1] if char.isalpha()}
        found += {"has " + pair for a, b in zip(text, text[1:], strict=False) if (pair := a + b).isalpha()}
    return sorted(found)
