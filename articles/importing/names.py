"""File names and messages as a terminal may show them: one line each, nothing that it would obey."""


def printable(text: str) -> str:
    r"""The text with control characters and other invisible ones escaped.

    >>> printable("a\nb\x1b[31m")
    'a\\nb\\x1b[31m'
    """
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape", "surrogatepass").decode()
        for char in text
    )
