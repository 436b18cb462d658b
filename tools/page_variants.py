"""Put pages together anew, in other manners of the trade: the same pieces as other papers would set them.

A column under the headline instead of over it, a headline broken over two lines, a credit on its own line, a
page without masthead, a running head or a line about a QR code between two pieces: what one source always
does, another never does, and a model fitted on few sources must not take the one for the rule.
"""

import random
from collections.abc import Sequence
from dataclasses import replace

from articles.segmentation.drafts import Role

from .marked_pages import Char, Element, MarkedPage

LONG = 260  # characters of a long paragraph
BROKEN_AT = " ，,：:、！!？?　"
# Furniture that stands anywhere on a page, in the manner of all papers.
STRAY = (
    ("扫码关注本报公众号",),
    ("更多新闻", "请扫描二维码"),
    ("请扫二维码", "看视频报道"),
    ("扫一扫 看更多",),
    ("[二维码]",),
    ("[图片]",),
    ("![](images/03.jpg)",),
    ("本报新闻热线 0000-6688XXXX",),
    ("更多详情", "请下载本报客户端"),
    ("责任编辑：方言 版式：小鹿",),
    ("第02版 综合",),
    ("2",),
    ("· 3 ·",),
    ("本版编辑 郑 重",),
    ("---",),
)


def mix(pages: Sequence[MarkedPage], dice: random.Random) -> MarkedPage:
    """A page of pieces from several: whole articles with their boxes, furniture from one page."""
    host = dice.choice(pages)
    pieces = [piece for _ in range(4) for piece in pieces_of(dice.choice(pages))]
    dice.shuffle(pieces)
    head, foot = _furniture(host)
    page = MarkedPage(host.name, host.meta, host.opts, [], [], [])
    if dice.random() < 0.7:
        page.elements += head
    elif dice.random() < 0.5:
        foot = [*foot, *head]
    for owner, group in pieces[: dice.randint(6, 14)]:
        _append(page, owner, _varied(group, dice), host.opts.get("sep", 2))
        if dice.random() < 0.12:
            page.elements += _stray(host, dice)
    if dice.random() < 0.75:
        page.elements += foot
    return page


def pieces_of(page: MarkedPage) -> list[tuple[MarkedPage, list[Element]]]:
    """The page's articles in order, each with the boxes that stand beside it."""
    groups: list[tuple[MarkedPage, list[Element]]] = []
    last: int | None = None
    for element in page.elements:
        this = element.article
        if this is None:
            continue
        near = last is not None and (this == last or page.parents[this] == last or page.parents[last] == this)
        if not near:
            groups.append((page, []))
        groups[-1][1].append(element)
        last = this
    return groups


def _furniture(page: MarkedPage) -> tuple[list[Element], list[Element]]:
    owned = [number for number, element in enumerate(page.elements) if element.article is not None]
    if not owned:
        return list(page.elements), []
    return page.elements[: owned[0]], page.elements[owned[-1] + 1 :]


def _append(page: MarkedPage, owner: MarkedPage, group: Sequence[Element], sep: int) -> None:
    numbers: dict[int, int] = {}
    for element in group:
        if element.article not in numbers:
            numbers[element.article] = len(page.kinds)
            page.kinds.append(owner.kinds[element.article])
            page.parents.append(None)
        page.elements.append(replace(element, article=numbers[element.article], sep=sep))


def _stray(host: MarkedPage, dice: random.Random) -> list[Element]:
    lines = dice.choice(STRAY)
    return [
        Element("F", None, [(char, Role.FURNITURE) for char in line], host.opts.get("sep", 2))
        for line in lines
    ]


def _varied(group: Sequence[Element], dice: random.Random) -> list[Element]:
    """A group of elements, set in another manner here and there."""
    out = list(group)
    if dice.random() < 0.2:
        out = _without(out, dice.choice("KD"))
    if dice.random() < 0.12:
        out = _column_under_headline(out)
    if dice.random() < 0.1:
        out = [_broken_headline(element, dice) if element.tag == "H" else element for element in out]
    if dice.random() < 0.25:
        out = [part for element in out for part in _credit_apart(element)]
    if dice.random() < 0.12:
        out = _end_marked(out, dice)
    if dice.random() < 0.3:
        out = _longer(out, dice)
    if dice.random() < 0.6:
        out = [
            _interrupted(element, dice) if element.tag == "P" and dice.random() < 0.25 else element
            for element in out
        ]
    if dice.random() < 0.3:
        out = _caption_first(out)
    return out


def _without(group: list[Element], tag: str) -> list[Element]:
    """Without its kickers or decks, where the piece keeps a headline to open with."""
    kept = [element for element in group if element.tag != tag]
    opened = {element.article for element in group if element.opens and element.tag == tag}
    fixed = []
    for element in kept:
        if element.article in opened:
            opened.discard(element.article)
            element = replace(element, opens=True)
        fixed.append(element)
    return fixed


def _column_under_headline(group: list[Element]) -> list[Element]:
    out = list(group)
    for number, element in enumerate(out):
        if element.tag != "C" or not element.opens:
            continue
        heads = [
            i for i in range(number + 1, min(number + 4, len(out)))
            if out[i].tag == "H" and out[i].article == element.article
        ]  # fmt: skip
        if heads:
            out.insert(heads[-1], out.pop(number))
            out[number] = replace(out[number], opens=True)
            out[heads[-1]] = replace(element, opens=False)
    return out


def _broken_headline(element: Element, dice: random.Random) -> Element:
    """A headline over two lines, broken where its words part, else in the middle."""
    size = len(element.chars)
    if size < 12 or any(char == "\n" for char, _ in element.chars):
        return element
    places = [i for i, (char, _) in enumerate(element.chars) if char in BROKEN_AT and 4 <= i < size - 5]
    place = dice.choice(places) + 1 if places else size // 2 + dice.randint(-2, 2)
    chars: list[Char] = [*element.chars[:place], ("\n", Role.HEADLINE), *element.chars[place:]]
    return replace(element, chars=chars)


def _credit_apart(element: Element) -> list[Element]:
    """A caption's credit on a line of its own."""
    roles = [role for _, role in element.chars]
    if element.tag not in "MP" or Role.CREDIT not in roles:
        return [element]
    place = roles.index(Role.CREDIT)
    if place == 0 or any(role != Role.CREDIT for role in roles[place:]):
        return [element]
    credit = replace(element, tag="R", chars=element.chars[place:], opens=False)
    return [replace(element, chars=element.chars[:place]), credit]


def _end_marked(group: list[Element], dice: random.Random) -> list[Element]:
    texts = [i for i, element in enumerate(group) if element.tag == "P"]
    if not texts:
        return group
    last = group[texts[-1]]
    if last.chars[-1] not in (("。", Role.PARAGRAPH), ("”", Role.PARAGRAPH)):
        return group
    mark = dice.choice(("完", "■", "（完）", "□", "◆"))
    group[texts[-1]] = replace(last, chars=[*last.chars, *((char, Role.FURNITURE) for char in mark)])
    return group


def _longer(group: list[Element], dice: random.Random) -> list[Element]:
    """Neighbouring paragraphs run together: some papers print long ones."""
    out: list[Element] = []
    for element in group:
        before = out[-1] if out else element
        pair = _is_plain(before) and _is_plain(element) and before.article == element.article
        if out and pair and len(before.chars) < LONG and dice.random() < 0.7:
            out[-1] = replace(before, chars=[*before.chars, *element.chars])
        else:
            out.append(element)
    return out


def _is_plain(element: Element) -> bool:
    return element.tag == "P" and all(role == Role.PARAGRAPH and char != "\n" for char, role in element.chars)


def _interrupted(element: Element, dice: random.Random) -> Element:
    """A paragraph broken by a column's end, in mid-word."""
    size = len(element.chars)
    if size < 40 or not _is_plain(element):
        return element
    place = dice.randint(8, size - 8)
    chars = [*element.chars[:place], ("\n", Role.PARAGRAPH), ("\n", Role.PARAGRAPH), *element.chars[place:]]
    return replace(element, chars=chars)


def _caption_first(group: list[Element]) -> list[Element]:
    """A photo story's caption over its text instead of under it."""
    out = list(group)
    for number, element in enumerate(out):
        if element.tag != "M" or number == 0:
            continue
        before = number
        while before and out[before - 1].tag == "P" and out[before - 1].article == element.article:
            before -= 1
        if 0 < number - before <= 2 and not out[before].opens:
            out.insert(before, out.pop(number))
    return out
