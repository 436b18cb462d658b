"""How much of one text is in another: shared shingles of the folded text, white space left out."""

import heapq
from hashlib import blake2b

from articles.folding import fold

SHINGLE = 8  # characters
SHORT = 200  # characters; a shorter text would be found in many pages
SKETCH = 128  # hashes kept of a text
ALIKE = 0.6  # from here on two texts are transcriptions of one page


def shingles(text: str) -> set[str]:
    """Every run of eight characters of the folded text."""
    folded = "".join(fold(text).split())
    return {folded[start : start + SHINGLE] for start in range(max(len(folded) - SHINGLE, 0) + 1)}


def likeness(one: str, other: str) -> float:
    """From 0 to 1: shared shingles over those of the shorter text, so that a page that was cut is alike.
    Where that has under 200 characters, over those of the longer."""
    mine, theirs = sorted((shingles(one), shingles(other)), key=len)
    measure = mine if min(len("".join(one.split())), len("".join(other.split()))) >= SHORT else theirs
    return len(mine & theirs) / len(measure)


def fingerprint(text: str) -> list[int]:
    """The smallest hashes of a text's shingles, in order: two texts share about as many of them as
    shingles, so that likely duplicates are found without comparing texts."""
    hashes = (int.from_bytes(blake2b(part.encode(), digest_size=8).digest()) for part in shingles(text))
    return heapq.nsmallest(SKETCH, hashes)
