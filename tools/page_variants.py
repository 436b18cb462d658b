"""Put pages together anew, in other manners of the trade: the same pieces as other papers would set them.

A column under the headline instead of over it, a headline broken over two lines, a credit on its own line, a
page without masthead, a running head or a line about a QR code between two pieces: what one source always
does, another never does, and a model fitted on few sources must not take the one for the rule.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from articles.segmentation.drafts import Kind, Role

from .marked_pages import Char, Element, MarkedPage

LONG = 260  # characters of a long paragraph
LONGEST_LABEL = 10  # characters of a label that runs in
LONGEST_SPREAD = 7  # characters of a heading that is spread
COLUMN_MARKS = "【】[]［］（）()·▲◎■●◆|│"
PAGE_REFERENCE = re.compile(
    r"\s*[（(【\[>》▶…]*\s*(?:详?见|刊|载)?\s*第?\s*(?:[A-Da-d]?\d{1,2}|[一二三四五六七八九十]{1,2})\s*[版页]\s*[）)】\]:：·]*\s*"
)
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
        if dice.random() < 0.4:
            group = _unpaged(group, owner)
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
        out = _without_tag(out, dice.choice("KD"))
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
    if dice.random() < 0.04:
        out = _summarised(out, dice)
    if dice.random() < 0.12:
        out = _label_run_in(out, dice)
    if dice.random() < 0.3:
        out = [_relabelled(element, dice) if element.tag == "C" else element for element in out]
    if dice.random() < 0.12:
        out = _signed_at_end(out, dice)
    if dice.random() < 0.08:
        out = [_spread(element) if element.tag in "HC" else element for element in out]
    if dice.random() < 0.1:
        out = [_without_lead(element) for element in out]
    elif dice.random() < 0.12:
        out = _headless(out)
    return out


def _without_tag(group: list[Element], tag: str) -> list[Element]:
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


def _summarised(group: list[Element], dice: random.Random) -> list[Element]:
    """A summary between the headline and the text, with its label: its words are the story's first."""
    heads = [i for i, element in enumerate(group) if element.tag == "H"]
    texts = [element for element in group if element.tag == "P" and _is_plain(element)]
    if not heads or not texts or texts[0].article != group[heads[0]].article:
        return group
    label = dice.choice(("核心提示", "阅读提示", "内容提要")) + dice.choice(("：", "　", ": ", " "))
    said = [char for char, _ in texts[0].chars[: dice.randint(24, 120)]]
    summary = replace(
        texts[0], tag="D", chars=[(char, Role.DECK) for char in (*label, *said, "。")], opens=False
    )
    return [*group[: heads[0] + 1], summary, *group[heads[0] + 1 :]]


def _label_run_in(group: list[Element], dice: random.Random) -> list[Element]:
    """A box's label at the head of its text: 编者按：…, 【链接】…"""
    out: list[Element] = []
    for element in group:
        before = out[-1] if out else None
        label = before and before.tag == "C" and before.opens and before.article == element.article
        if not label or element.tag != "P" or len(before.chars) > LONGEST_LABEL:
            out.append(element)
            continue
        word = [pair for pair in before.chars if pair[0] not in "【】[]" and pair[1]]
        left, right = dice.choice((("", "："), ("", "　"), ("【", "】"), ("▲", "　"), ("（", "）")))
        chars = [(left, Role.COLUMN)] * bool(left) + word + [(right, Role.COLUMN)]
        out[-1] = replace(element, chars=[*chars, *element.chars], opens=True)
    return out


def _relabelled(element: Element, dice: random.Random) -> Element:
    """A column's name between other marks, or bare."""
    word = [pair for pair in element.chars if pair[0] not in COLUMN_MARKS and pair[1]]
    left, right = dice.choice(
        (
            ("【", "】"),
            ("（", "）"),
            ("·", "·"),
            ("▲", ""),
            ("◎", ""),
            ("■", ""),
            ("[", "]"),
            ("", ""),
            ("", ""),
        )
    )
    marks = [[(mark, Role.COLUMN)] if mark else [] for mark in (left, right)]
    return replace(element, chars=[*marks[0], *word, *marks[1]]) if word else element


def _signed_at_end(group: list[Element], dice: random.Random) -> list[Element]:
    """The author's line under the text instead of under the headline, in brackets or bare."""
    out = list(group)
    for element in group:
        if element.tag != "B" or element.opens or any(char == "\n" for char, _ in element.chars):
            continue
        rest = [other for other in out if other is not element]
        texts = [i for i, other in enumerate(rest) if other.tag == "P" and other.article == element.article]
        if not texts:
            continue
        out, last = rest, texts[-1]
        name = [(char, Role.TAIL) for char, role in element.chars if role and char not in "（）()"]
        signed = [("（", Role.TAIL), *name, ("）", Role.TAIL)]
        if dice.random() < 0.5:
            out[last] = replace(out[last], chars=[*out[last].chars, *signed])
        else:
            chars = signed if dice.random() < 0.6 else name
            out.insert(last + 1, replace(element, tag="T", chars=chars))
    return out


def _spread(element: Element) -> Element:
    """A short heading with spaces between its characters."""
    chars = [pair for pair in element.chars if pair[1]]
    if not 2 <= len(chars) <= LONGEST_SPREAD or not all("\u4e00" <= char <= "\u9fff" for char, _ in chars):
        return element
    return replace(element, chars=[pair for one in chars for pair in (one, (" ", one[1]))][:-1])


def _unpaged(group: Sequence[Element], page: MarkedPage) -> list[Element]:
    """An index box that gives the titles and not the pages."""
    return [
        _without(PAGE_REFERENCE, element)
        if page.kinds[element.article] == Kind.INDEX and element.tag == "P"
        else element
        for element in group
    ]


def _without(pattern: re.Pattern[str], element: Element) -> Element:
    text = "".join(char for char, _ in element.chars)
    dropped = {at for found in pattern.finditer(text) for at in range(*found.span())}
    kept = [pair for at, pair in enumerate(element.chars) if at not in dropped]
    return replace(element, chars=kept) if any(not char.isspace() for char, _ in kept) else element


def _without_lead(element: Element) -> Element:
    if element.tag != "P" or element.chars[0][1] != Role.LEAD:
        return element
    rest = [pair for pair in element.chars if pair[1] != Role.LEAD]
    while rest and rest[0][0].isspace():
        rest.pop(0)
    return replace(element, chars=rest) if rest else element


def _headless(group: list[Element]) -> list[Element]:
    """A short report without any headline: its 电头 alone shows that it begins."""
    texts = [element for element in group if element.tag == "P" and element.chars[0][1] == Role.LEAD]
    if not texts or sum(len(element.chars) for element in group if element.tag == "P") > LONG:
        return group
    owner = texts[0].article
    out = [element for element in group if element.article != owner or element.tag not in "CKHDB"]
    return [replace(element, opens=element.opens or element is texts[0]) for element in out]


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
