"""Folding: one character for one, so that forms of the same word meet in search, likeness and look-ups.

Width, case, traditional characters and variants are folded. What would change the length stays as it
is (㎡, ﬁ, İ), so an offset into the folded text is an offset into the text.
"""

import unicodedata
from pathlib import Path

TABLES = ("folding_table.txt", "folding_variants.txt")


def fold(text: str) -> str:
    """The folded form of a text, of the same length.

    >>> fold("鍾先生在臺北讀ＡＢＣ")
    '钟先生在台北读abc'
    """
    return text.translate(_folded)


def _read_tables() -> dict[str, str]:
    """What each traditional or variant character stands for."""
    stands_for = {}
    for table in TABLES:
        for line in Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                simple, others = line.split(" ")
                stands_for.update(dict.fromkeys(others, simple))
    return stands_for


class _Folded(dict[int, str]):
    """Folded characters by code point, worked out when first met."""

    def __missing__(self, code: int) -> str:
        char, folded = None, chr(code)
        while folded != char:
            char, folded = folded, _step(folded)
        return self.setdefault(code, folded)


def _step(char: str) -> str:
    """One step of folding. Steps follow each other: a full-width Ａ is narrowed, then put in lower case."""
    char = _of_common_width(char)
    lower = char.lower()
    return _STANDS_FOR.get(char, lower if len(lower) == 1 else char)


def _of_common_width(char: str) -> str:
    """Full-width letters narrow, half-width kana wide, compatibility ideographs as the plain ones."""
    kind, _, rest = unicodedata.decomposition(char).rpartition(">")
    if kind in ("", "<wide", "<narrow") and rest and " " not in rest.strip():
        return chr(int(rest, 16))
    return char


_STANDS_FOR = _read_tables()
_folded = _Folded()
