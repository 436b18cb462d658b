"""What a person at a terminal sees of a page's reading."""

import re
from dataclasses import dataclass, field

import pytest

from articles.management.columns import width
from articles.management.reading_outline import outline
from articles.reading import PageReading
from articles.recognition import ORGANIZATION, PERSON, ArticleNames, ContributionDraft, MentionDraft
from articles.segmentation import ArticleDraft, Block, Kind, PageDraft, PrintedFacts, Role
from articles.transcription import PageText

ESCAPE = re.compile(r"\x1b\[[\d;]*m")


@dataclass
class Sheet:
    """A page put together line by line; `number`: the article, from 1, None for furniture."""

    text: str = ""
    blocks: dict[int | None, list[Block]] = field(default_factory=dict)

    def put(self, role, words, number=None, joins=False, before="\n"):
        self.text += before if self.text else ""
        start = len(self.text)
        self.text += words
        self.blocks.setdefault(number, []).append(Block(start, len(self.text), Role(role), joins))
        return self

    def drawn(self, columns=80, colour=False, names=(), facts=None, warnings=(), **articles):
        """`articles`: what is said of an article, as `a1=dict(kind=…)`."""
        drafts = tuple(
            ArticleDraft(
                blocks=tuple(self.blocks[number]), **{"kind": Kind.NEWS, **articles.get(f"a{number}", {})}
            )
            for number in sorted(filter(None, self.blocks))
        )
        draft = PageDraft(facts or PrintedFacts(), drafts, tuple(self.blocks.get(None, ())), tuple(warnings))
        reading = PageReading(draft, (*names, *[ArticleNames()] * (len(drafts) - len(names))))
        return outline("03.txt", PageText(self.text), reading, columns, colour).split("\n")


def line_with(lines, words):
    found = [line for line in lines if words in line]
    assert len(found) == 1, (words, lines)
    return found[0]


@pytest.fixture
def sheet():
    """A story stopped by a box and resumed below it, between a folio and a slogan."""
    return (
        Sheet()
        .put("furniture", "第3版 综合")
        .put("headline", "石桥镇修好百口古井", 1, before="\n\n")
        .put("lead", "本报讯（记者穆青禾）", 1)
        .put("paragraph", "镇上的人又喝上了井水，孩子们围着", 1, before="")
        .put("headline", "井台小史", 2, before="\n\n")
        .put("paragraph", "最老的一口凿于明代。", 2)
        .put("paragraph", "井台不肯走。", 1, joins=True, before="\n\n")
        .put("furniture", "扫码看视频")
    )


def test_lines_stand_in_the_order_of_the_page_with_number_article_and_role(sheet):
    lines = [line for line in sheet.drawn() if "│" in line][:-1]
    assert [re.split(r"\s+", line.strip(), maxsplit=4) for line in lines] == [
        ["1", "·", "版面杂件", "│", "第3版 综合"],
        ["3", "1", "主题", "│", "石桥镇修好百口古井"],
        ["4", "1", "电头", "│", "本报讯（记者穆青禾）"],
        ["1", "正文", "│", "镇上的人又喝上了井水，孩子们围着"],
        ["6", "2", "主题", "│", "井台小史"],
        ["7", "2", "正文", "│", "最老的一口凿于明代。"],
        ["9", "1", "↳正文", "│", "井台不肯走。"],
        ["10", "·", "版面杂件", "│", "扫码看视频"],
    ]


def test_resumed_article_says_its_number_again_and_where_it_stopped(sheet):
    lines = sheet.drawn()
    resumed = lines.index(line_with(lines, "续第 1 篇"))
    assert "上文至第 4 行" in lines[resumed]
    assert "井台不肯走" in lines[resumed + 1]


def test_box_says_which_article_it_belongs_to(sheet):
    heading = line_with(sheet.drawn(a2={"kind": Kind.SIDEBAR, "part_of": 0}), "第 2 篇")
    assert "链接" in heading
    assert "附于第 1 篇" in heading


def test_low_confidence_is_marked_and_high_is_not(sheet):
    lines = sheet.drawn(a1={"confidence": 0.97}, a2={"confidence": 0.31})
    assert "▲ 把握 0.31" in line_with(lines, "第 2 篇  ")
    assert "▲" not in line_with(lines, "第 1 篇  ")
    assert "把握 0.97" in line_with(lines, "第 1 篇  ")


def test_jumps_are_named_with_their_pages(sheet):
    lines = sheet.drawn(a1={"to_page": "A08"}, a2={"from_page": "1"})
    assert "下转第A08版" in line_with(lines, "第 1 篇  ")
    assert "上接第1版" in line_with(lines, "第 2 篇  ")


def test_names_stand_under_their_article_with_roles_and_other_forms(sheet):
    names = ArticleNames(
        mentions=(
            MentionDraft(0, 3, "穆青禾", PERSON, "穆青禾"),
            MentionDraft(0, 3, "镇水利站", ORGANIZATION, "石桥镇水利站"),
            MentionDraft(3, 6, "镇水利站", ORGANIZATION, "石桥镇水利站"),
        ),
        contributions=(ContributionDraft("穆青禾", "记者", "reporter", 0, 3),),
    )
    lines = sheet.drawn(names=[names])
    heading = lines.index(line_with(lines, "第 1 篇  "))
    assert [line.split() for line in lines[heading + 1 : heading + 4]] == [
        ["作者", "穆青禾（记者）"],
        ["人物", "穆青禾"],
        ["机构", "石桥镇水利站（镇水利站）"],
    ]


def test_many_names_are_all_told_on_lines_that_fit(sheet):
    people = [f"众{number:03}" for number in range(60)]
    names = ArticleNames(tuple(MentionDraft(0, 1, name, PERSON, name) for name in people))
    lines = sheet.drawn(columns=50, names=[names])
    assert all(any(name in line for line in lines) for name in people)
    assert max(map(width, lines)) <= 50


def test_page_facts_open_the_drawing_and_warnings_and_legend_close_it(sheet):
    lines = sheet.drawn(facts=PrintedFacts(newspaper="石桥晚报", label="3"), warnings=["星期与日期不合"])
    assert lines[0].split() == ["03.txt", "石桥晚报", "日期不详", "第3版"]
    assert lines[-2] == "! 星期与日期不合"
    assert "▲ 把握低于" in lines[-1]


def test_columns_are_aligned_whatever_the_width_of_roles_and_numbers(sheet):
    for number in range(3, 13):
        sheet.put("caption", "图为井台", number).put("lead", "ＡＢＣ电", number)
    bars = {width(line[: line.index("│")]) for line in sheet.drawn()[:-1] if "│" in line}
    assert len(bars) == 1


@pytest.mark.parametrize("columns", [40, 61, 100])
def test_no_line_is_wider_than_the_terminal(sheet, columns):
    sheet.put("paragraph", "井水清甜abc，" * 80, 2)
    lines = sheet.drawn(columns=columns, warnings=["很长的提醒" * 30])
    assert max(map(width, lines)) <= columns


def test_shortened_paragraph_shows_both_ends_and_counts_the_rest(sheet):
    text = "头一句在此。" + "井水清甜。" * 80 + "末一句在此。"
    sheet.put("paragraph", text, 2)
    shown = line_with(sheet.drawn(), "头一句").split("│ ")[1]
    start, count, end = re.fullmatch(r"(.+)…（略 (\d+) 字）…(.+)", shown).groups()
    assert text.startswith(start)
    assert text.endswith(end)
    assert len(start) + int(count) + len(end) == len(text)


def test_terminal_too_narrow_still_shows_every_line(sheet):
    shown = [line for line in sheet.drawn(columns=10) if "│" in line]
    assert len(shown) == 9
    assert all(line.split("│")[1].strip() for line in shown)


def test_without_colour_there_is_no_escape_code_and_the_layout_is_the_same(sheet):
    options = {"a2": {"confidence": 0.2}, "warnings": ["提醒"]}
    plain, coloured = sheet.drawn(**options), sheet.drawn(colour=True, **options)
    assert "\x1b" not in "".join(plain)
    assert [ESCAPE.sub("", line) for line in coloured] == plain


def test_furniture_is_dim_a_headline_is_not_and_no_colour_runs_on(sheet):
    lines = sheet.drawn(colour=True)
    assert "\x1b[2m扫码看视频\x1b[0m" in line_with(lines, "扫码看视频")
    assert "\x1b[1;36m井台小史\x1b[0m" in line_with(lines, "井台小史")
    assert all(line.count("\x1b[") == 2 * line.count("\x1b[0m") for line in lines)


def test_text_cannot_act_upon_the_terminal():
    sheet = Sheet().put("paragraph", "甲\x1b[2J乙\u202e丙\u200b丁", 1)
    assert "甲·[2J乙·丙·丁" in line_with(sheet.drawn(), "甲")
