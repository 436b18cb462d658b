"""The characters a line begins and ends with, and those in a heading: which of them count is learnt."""

from articles.segmentation.lines import Line

SHORT = 40


def word_evidence(line: Line) -> list[str]:
    text = line.text
    if not text:
        return []
    found = ["begins " + text[:1], "begins " + text[:2]]
    if len(text) <= SHORT:
        found += ["ends " + text[-1:], "ends " + text[-2:]]
    return found


def inner_words(line: Line) -> list[str]:
    """The characters in a heading, and its pairs of characters."""
    text = line.text[:SHORT]
    pairs = {text[i : i + 2] for i in range(len(text) - 1)}
    return ["has " + word for word in sorted({*text[1:-1], *pairs}) if word.isalpha()]
