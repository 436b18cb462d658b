"""A page's label and an issue's edition, as people write them."""

import re

from articles.folding import fold

LONGEST_LABEL = 20  # characters
NUMERALS = {numeral: number for number, numeral in enumerate("零一二三四五六七八九")}

EDITIONS = {
    "morning": ("早版", "早报版", "晨版", "morning"),
    "evening": ("晚版", "晚报版", "evening"),
    "extra": ("号外", "extra"),
    "regional": ("地方版", "外埠版", "regional"),
    "supplement": ("增刊", "supplement"),
}
EDITION_CODES = {name: code for code, names in EDITIONS.items() for name in names}


class UnknownEdition(ValueError):
    """A word that names no edition."""


def normal_edition(text: str) -> str:
    """The code of an edition, "" for the ordinary one; raises UnknownEdition.

    >>> normal_edition("號外")
    'extra'
    """
    word = fold(text).strip()
    if word in ("", "正刊", "本版", "正版"):
        return ""
    if word not in EDITION_CODES:
        raise UnknownEdition(text)
    return EDITION_CODES[word]


def normal_label(text: str) -> str:
    """A label as printed, without the words around it; a bare number without leading zeros.

    >>> [normal_label(text) for text in ("第01版", "A08版", "第十二版", "４—５", "增1", "头版")]
    ['1', 'A08', '12', '4-5', '增1', '1']
    """
    label = re.sub(r"\s+", "", text)
    label = "".join(_narrow(char) for char in label)
    label = re.sub(r"^第|[版面]$", "", label)
    if label in ("头", "頭"):
        return "1"
    if re.fullmatch("[一二三四五六七八九十]{1,3}", label):
        return str(_number(label))
    if pair := re.fullmatch(r"0*(\d+)[-—–~、,]+0*(\d+)", label):
        return f"{pair[1]}-{pair[2]}"
    label = label.lstrip("0") if label.isdigit() else label.upper()
    # A label is a step of its page's address.
    return re.sub(r"[/\\?#%]|^\.+$", "-", label)[:LONGEST_LABEL]


def label_key(label: str) -> str:
    """What two ways of writing one label have in common.

    >>> label_key("A08") == label_key("A8") == label_key("a8版")
    True
    """
    return re.sub(r"(?<!\d)0+(?=\d)", "", fold(normal_label(label)))


def _narrow(char: str) -> str:
    """A full-width letter, digit or mark as its ASCII one."""
    return chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char


def _number(numeral: str) -> int:
    """一 to 九十九 as a number."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return int("".join(str(NUMERALS[char]) for char in numeral))
    return NUMERALS.get(tens, 1) * 10 + NUMERALS.get(ones, 0)
