"""Jumps join across the pages of an issue, in whatever order the pages arrive."""

from itertools import permutations

import pytest

from articles.models import Article, ReviewItem
from articles.segmentation import ArticleDraft, Block, Kind, Role
from articles.segmentation.jumps import jump_labels
from articles.writing import carry_pins, write_reading
from articles.writing.jumps import join_jumps
from tests.hand import issue_of, page_of, reading_of, transcription_of, write

pytestmark = pytest.mark.django_db

ROLES = {"题": Role.HEADLINE, "接": Role.LEAD, "文": Role.PARAGRAPH, "转": Role.TAIL}

# An issue of four pages with nine jumps, each with its head and its part: `题` headline, `文` text, `转` 下转,
# `接` 上接; articles are parted by an empty line.
ISSUE = {
    "1": """
题 水库蓄水
文 河口水库今冬蓄水两千万方，管理所连夜巡坝。
转 （下转第2版）

题 果园新路
文 柳湾的果农修通了上山的路，三轮车开得到树下。
转 （下转第二版）

题 夜校开课
文 轧钢车间的夜校上月开课，报名的排到楼梯口。
转 （下转第2版）

题 渡口的灯
文 渡口的灯亮了四十年，摆渡人换了三代。
转 （下转第四版）
""",
    "2": """
接 （上接第1版）
文 巡坝的人说，水库管理所添了三条船，蓄水时昼夜不停。

接 （上接第一版《果园新路》）
文 卖梨的季节到了，价钱比去年好。

题 夜校开课
接 （上接第1版）
文 教员是退休的老师傅。

题 粮库清仓
文 粮库的老鲁数了三遍麻袋。
转 （下转第3版）
""",
    "3": """
接 （上接第2版）
文 数字对得上，老鲁才下班。

题 苗圃搬家
文 苗圃的八万株银杏要过江。
转 （文转A4）

题 少年宫招生
文 少年宫今年招生六百名。
转 （下接第4版）

题 诊所添床
文 枣林的诊所添了六张床。
转 （转第4版）
""",
    "4": """
接 （上接第3版）
文 装船花了两个晚上。

接 （上接第三版《少年宫招生》）
文 合唱班最先满额。

接 （紧接第3版）
文 诊所的雷大夫说，枣林的老人不用再过河。

接 （上接第一版）
文 摆渡人把渡口的灯交给了孙子。
""",
}  # fmt: skip
JOINED = {
    ("水库蓄水", "巡坝"), ("果园新路", "卖梨"), ("夜校开课", "教员"), ("粮库清仓", "数字"), ("苗圃搬家", "装船"),
    ("少年宫招生", "合唱"), ("诊所添床", "诊所"), ("渡口的灯", "摆渡"),
}  # fmt: skip


def drafts_of(marked):
    """A page's text and its articles, said in marks."""
    text, drafts = "", []
    for article in marked.strip().split("\n\n"):
        blocks = []
        for line in article.split("\n"):
            mark, _, words = line.partition(" ")
            blocks.append(Block(len(text), len(text) + len(words), ROLES[mark]))
            text += words + "\n"
        to_page, from_page = jump_labels(text, blocks)
        drafts.append(ArticleDraft(Kind.NEWS, tuple(blocks), to_page=to_page, from_page=from_page))
        text += "\n"
    return text, drafts


def bring(page, marked):
    text, drafts = drafts_of(marked)
    write(page, text, *drafts)
    return page


def replace(page, marked):
    """Bring another transcription of a page."""
    text, drafts = drafts_of(marked)
    carried = carry_pins(page, text)
    write_reading(page, transcription_of(page, text), reading_of(*drafts), carried=carried)


def joined():
    parts = Article.objects.current().exclude(continues=None).select_related("continues")
    return {(part.continues.headline, part.body[:2]) for part in parts}


def asked():
    items = ReviewItem.objects.filter(kind=ReviewItem.Kind.FACTS, state=ReviewItem.State.OPEN)
    return {(item.object.headline or item.object.body[:2], item.message[2:6]) for item in items}


@pytest.mark.parametrize("labels", list(permutations(ISSUE)), ids="".join)
def test_every_order_of_arrival_gives_the_same_joins(labels):
    issue = issue_of()
    for label in labels:
        bring(page_of(issue, label), ISSUE[label])
    assert joined() == JOINED
    assert asked() == set()


def test_pages_that_came_only_in_part_join_what_is_there():
    issue = issue_of()
    bring(page_of(issue, "1"), ISSUE["1"])
    assert joined() == set()
    bring(page_of(issue, "4"), ISSUE["4"])
    assert joined() == {("渡口的灯", "摆渡")}
    assert asked() == set()


def test_the_named_headline_tells_two_jumps_apart_against_their_order():
    issue = issue_of()
    bring(
        page_of(issue, "1"),
        "题 甲路通车\n文 甲。\n转 （下转第2版）\n\n题 乙桥合龙\n文 乙。\n转 （下转第2版）",
    )
    bring(
        page_of(issue, "2"),
        "接 （上接第1版《乙桥合龙》）\n文 丙丙。\n\n接 （上接第1版《甲路通车》）\n文 丁丁。",
    )
    assert joined() == {("乙桥合龙", "丙丙"), ("甲路通车", "丁丁")}


def test_the_repeated_headline_tells_two_jumps_apart_against_their_order():
    issue = issue_of()
    bring(
        page_of(issue, "1"),
        "题 甲路通车\n文 甲。\n转 （下转第2版）\n\n题 乙桥合龙\n文 乙。\n转 （下转第2版）",
    )
    bring(
        page_of(issue, "2"),
        "题 乙桥合龙了\n接 （上接第1版）\n文 丙丙。\n\n题 甲路今通车\n接 （上接第1版）\n文 丁丁。",
    )
    assert joined() == {("乙桥合龙", "丙丙"), ("甲路通车", "丁丁")}


def test_likeness_of_words_tells_two_jumps_apart_against_their_order():
    issue = issue_of()
    bring(page_of(issue, "1"), ISSUE["1"])
    text = "接 （上接第1版）\n文 果农说，三轮车开得到树下，柳湾从此不愁卖。\n\n接 （上接第1版）\n文 管理所连夜巡坝，蓄水比去年多。"
    bring(page_of(issue, "2"), text)
    assert joined() == {("果园新路", "果农"), ("水库蓄水", "管理")}


def test_the_order_tells_two_jumps_apart_where_nothing_else_does():
    issue = issue_of()
    bring(page_of(issue, "2"), "接 （上接第1版）\n文 丙丙。\n\n接 （上接第1版）\n文 丁丁。")
    bring(
        page_of(issue, "1"),
        "题 甲路通车\n文 甲。\n转 （下转第2版）\n\n题 乙桥合龙\n文 乙。\n转 （下转第2版）",
    )
    assert joined() == {("甲路通车", "丙丙"), ("乙桥合龙", "丁丁")}


def test_two_jumps_to_one_part_are_asked_of_editors():
    issue = issue_of()
    bring(
        page_of(issue, "1"),
        "题 甲路通车\n文 甲。\n转 （下转第2版）\n\n题 乙桥合龙\n文 乙。\n转 （下转第2版）",
    )
    page = bring(page_of(issue, "2"), "接 （上接第1版）\n文 丙丙。")
    assert joined() == set()
    assert asked() == {("甲路通车", "下转2版"), ("乙桥合龙", "下转2版"), ("丙丙", "上接1版")}
    replace(page, "接 （上接第1版）\n文 丙丙。\n\n接 （上接第1版）\n文 丁丁。")
    assert len(joined()) == 2
    assert asked() == set()


def test_section_letter_may_be_left_out_of_the_jump():
    issue = issue_of()
    for label in ISSUE:
        bring(page_of(issue, f"A0{label}"), ISSUE[label])
    assert joined() == JOINED


def test_a_double_page_is_found_by_either_of_its_numbers():
    issue = issue_of()
    bring(page_of(issue, "1"), ISSUE["1"])
    bring(page_of(issue, "4-5"), ISSUE["4"])
    assert joined() == {("渡口的灯", "摆渡")}


WRONG = "题 渡口的灯\n文 渡口的灯亮了四十年，摆渡人换了三代。\n转 （下转第3版）"


def test_a_wrong_page_number_is_forgiven_where_the_words_are_alike():
    issue = issue_of()
    bring(page_of(issue, "1"), WRONG)
    bring(page_of(issue, "2"), "接 （上接第1版）\n文 摆渡人把渡口的灯交给了孙子。")
    assert joined() == {("渡口的灯", "摆渡")}


def test_a_wrong_page_number_is_forgiven_where_the_other_side_can_mean_nothing_else():
    issue = issue_of()
    bring(page_of(issue, "1"), WRONG)
    bring(page_of(issue, "2"), "接 （上接第1版）\n文 孙子今年二十。")
    assert joined() == set()
    assert ("渡口的灯", "下转3版") in asked()
    bring(page_of(issue, "3"), "题 苗圃搬家\n文 苗圃的八万株银杏要过江。")
    assert joined() == {("渡口的灯", "孙子")}
    assert asked() == set()


def test_a_wrong_page_number_that_two_parts_may_mean_is_asked_of_editors():
    issue = issue_of()
    bring(page_of(issue, "1"), WRONG)
    bring(page_of(issue, "2"), "接 （上接第1版）\n文 孙子今年二十。\n\n接 （上接第1版）\n文 账目贴在门口。")
    bring(page_of(issue, "3"), "题 苗圃搬家\n文 苗圃的八万株银杏要过江。")
    assert joined() == set()
    assert asked() == {("渡口的灯", "下转3版"), ("孙子", "上接1版"), ("账目", "上接1版")}


def test_a_part_that_names_a_wrong_page_is_found_by_the_jump():
    issue = issue_of()
    bring(page_of(issue, "1"), "题 渡口的灯\n文 渡口的灯亮了四十年。\n转 （下转第2版）")
    bring(page_of(issue, "3"), "题 苗圃搬家\n文 苗圃的八万株银杏要过江。")
    bring(page_of(issue, "2"), "接 （上接第3版）\n文 孙子今年二十。")
    assert joined() == {("渡口的灯", "孙子")}


def test_a_head_that_lost_its_mark_is_found_by_the_repeated_headline():
    issue = issue_of()
    bring(page_of(issue, "1"), "题 渡口的灯\n文 渡口的灯亮了四十年，")
    bring(page_of(issue, "2"), "题 渡口的灯\n接 （上接第1版）\n文 摆渡人换了三代。")
    assert joined() == {("渡口的灯", "摆渡")}


def test_a_jump_without_target_stays_alone_until_it_comes():
    issue = issue_of()
    bring(page_of(issue, "1"), ISSUE["1"])
    bring(page_of(issue, "3"), ISSUE["3"])
    assert joined() == set()
    assert asked() == set()
    bring(page_of(issue, "2"), ISSUE["2"])
    bring(page_of(issue, "4"), ISSUE["4"])
    assert joined() == JOINED


def test_an_article_goes_on_over_three_pages():
    issue = issue_of()
    bring(page_of(issue, "3"), "接 （上接第2版）\n文 孙子今年二十。")
    bring(page_of(issue, "2"), "接 （上接第1版）\n文 摆渡人换了三代，\n转 （下转第3版）")
    bring(page_of(issue, "1"), "题 渡口的灯\n文 渡口的灯亮了四十年，\n转 （下转第2版）")
    last = Article.objects.get(page__label="3")
    assert last.whole.headline == "渡口的灯"
    assert last.continues.body.startswith("摆渡人")


def test_two_jumps_into_each_other_make_no_circle():
    issue = issue_of()
    both = "接 （上接第{}版）\n文 渡口的灯亮了四十年。\n转 （下转第{}版）"
    bring(page_of(issue, "1"), both.format(2, 2))
    bring(page_of(issue, "2"), both.format(1, 1))
    assert len(joined()) == 1


def test_parts_of_another_day_are_not_joined():
    bring(page_of(issue_of("2024-05-01"), "1"), ISSUE["1"])
    bring(page_of(issue_of("2024-05-02"), "2"), ISSUE["2"])
    assert joined() == set()


def test_joins_come_apart_and_together_again_when_a_page_is_replaced():
    issue = issue_of()
    pages = {label: bring(page_of(issue, label), ISSUE[label]) for label in ISSUE}
    replace(pages["2"], "题 粮库清仓\n文 粮库的老鲁数了三遍麻袋。")
    assert joined() == {
        pair for pair in JOINED if pair[0] not in ("水库蓄水", "果园新路", "夜校开课", "粮库清仓")
    }
    replace(pages["2"], ISSUE["2"].replace("三条船", "四条船"))
    assert joined() == JOINED
    replace(pages["1"], ISSUE["1"].replace("换了三代", "换了四代"))
    assert joined() == JOINED


def test_joins_come_apart_when_a_page_is_withdrawn_and_together_when_it_is_back():
    issue = issue_of()
    pages = {label: bring(page_of(issue, label), ISSUE[label]) for label in ISSUE}
    for withdrawn in (True, False):
        pages["4"].withdrawn = withdrawn
        pages["4"].save()
        join_jumps(issue)
        assert (("渡口的灯", "摆渡") in joined()) is not withdrawn
    assert joined() == JOINED


def test_a_part_that_was_jumped_to_has_no_address_of_its_own():
    issue = issue_of()
    for label in ISSUE:
        bring(page_of(issue, label), ISSUE[label])
    assert {article.headline for article in Article.objects.visible_to(None)} == {head for head, _ in JOINED}


def test_the_article_page_shows_all_of_it(client):
    issue = issue_of()
    for label in ("4", "1"):
        bring(page_of(issue, label), ISSUE[label])
    head = Article.objects.get(headline="渡口的灯")
    part = head.continuations.get()
    html = client.get(head.get_absolute_url()).content.decode()
    assert "渡口的灯亮了四十年" in html and "摆渡人把渡口的灯交给了孙子" in html
    assert f'id="part-{part.pk}">第4版' in html
    assert client.get(part.get_absolute_url())["Location"].endswith(f"#part-{part.pk}")
    listed = client.get(part.page.get_absolute_url(), follow=True).content.decode()
    assert "上接第1版" in listed
