"""What is taken out of a decoded text before it is kept for ever: control characters, and odd line ends."""

import re

# \r\n, \r, and the line ends of Unicode (U+0085, U+2028, U+2029)
LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")
TERMINAL_ESCAPE = re.compile("\x1b\\[[0-?]*[ -/]*[@-~]")
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
FORM_FEED = "\f"


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    r"""The text with \n as its only line end and without control characters, and what to warn of.

    >>> clean("山\x00花\r\n开\r了")
    ('山花\n开\n了', ('已去掉 1 个控制字符（NUL 1 个）。',))
    >>> clean("第一版\f第二版")[1]
    ('有 1 个换页符，文件可能含有不止一个版面；请一个版面一个文件。',)
    """
    text = text.removeprefix("\ufeff")
    nul = text.count("\x00")
    text = LINE_END.sub("\n", text)
    text, escapes = TERMINAL_ESCAPE.subn("", text)
    text, controls = CONTROL.subn("", text)
    text, pages = _without_form_feeds(text)
    warnings = []
    if removed := escapes + controls:
        detail = f"（NUL {nul} 个）" if nul else ""
        warnings.append(f"已去掉 {removed} 个控制字符{detail}。")
    if pages > 1:
        warnings.append(f"有 {pages - 1} 个换页符，文件可能含有不止一个版面；请一个版面一个文件。")
    return text, tuple(warnings)


def _without_form_feeds(text: str) -> tuple[str, int]:
    """The text with a line end for each form feed, and how many pages with text they part."""
    pages = [page for page in text.split(FORM_FEED) if page.strip()]
    return text.replace(FORM_FEED, "\n"), len(pages)
