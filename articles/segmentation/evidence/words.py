"""The characters a line begins and ends with: which of them count is learnt."""

from articles.segmentation.lines import Line


def word_evidence(line: Line) -> list[str]:
    text = line.text
    if not text:
        return []
    found = ["begins " + text[:1], "begins " + text[:2]]
    if len(text) <= 30:
        found += ["ends " + text[-1:], "ends " + text[-2:]]
    return found
