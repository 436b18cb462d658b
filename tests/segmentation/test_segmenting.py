"""Whole pages, in the manner of several papers. None of this text was fitted on."""

from articles.assembling import TEXT_ROLES
from articles.segmentation import Kind, PinKind, Role
from tests.segmentation.reading import check_laws, fields, headlines, pin, read, texts

FRONT = """\
云岭日报

2022年9月14日　星期三　第6011期　今日4版

全市秋粮收购工作会议召开

不让一粒好粮烂在地里

祁东平讲话

本报讯（记者 柏杨 通讯员 秦小禾）9月13日，全市秋粮收购工作会议在粮食大厦召开。副市长祁东平到会讲话，要求各收购点早开门、晚关门。

会议要求，收购资金当天结清，不给种粮人打白条。今年全市设收购点一百一十三个，比去年多十二个。（下转第3版）

记者手记

粮站的灯

柏 杨

夜里十一点，城西粮站的灯还亮着。排队的拖拉机有四十多台，没有一个人着急。

更多报道

请扫描二维码

责任编辑 何 苗 校对 丁 宁
"""

WRAPPED = """\
3 综合
云岭日报 2022年9月14日
南湖社区开起了“爷爷
理发店”
　　本报讯（通讯员 秦
小禾）三把椅子，一面镜
子，六十八岁的退休理发
师傅老冯在社区活动室支
起了摊。理一个头收三块
钱，七十岁以上不收钱。
　　“手艺放着也是放着，
不如让街坊们精神点。”老
冯说。
简讯
●市图书馆本周起延长开
放到晚九点。
●西郊公园荷花节今日开
幕，为期十天。
●三路公交车改走新华大
街。
"""

EVENING = """\
城南晚报 2016年5月3日 星期二 08 便民

失物招领
5月1日在二十三路公交车上拾到黑色挎包一个，内有钥匙和药瓶，请失主与公交二公司联系。

遗失声明
△贺小军遗失驾驶证，证号3301001988XXXX，声明作废。
△城南区老味道餐馆遗失公章一枚，声明作废。

读者来信
请修好十字街的路灯
编辑同志：
十字街口的路灯坏了两个月，晚上放学的孩子只能摸黑走。盼有关部门早点派人来修。
城南读者 郝清
4月29日

热线问答
问：异地买的车能在本地年检吗？
答：可以，带上行驶证和交强险保单，就近检测即可。
问：需要预约吗？
答：周末人多，最好提前一天在网上预约。
"""

POEM = """\
诗页

晚归

林 石

路灯一盏一盏
把夜缝起来

我从最亮的针脚下
走过

脚步很轻
怕惊醒它

灯下漫笔

巷口的秤

白 羽

巷口卖菜的老秦用一杆老秤，秤砣磨得发亮。他说，秤杆翘一点，心里就平一点。

后来有了电子秤，老秤挂在墙上，谁来买菜，他还是先看它一眼。

又过了几年，老秦不卖菜了，那杆秤送给了街口的小学。

编辑 何 苗
"""


def test_front_page_is_read_whole() -> None:
    draft = read(FRONT)
    check_laws(FRONT, draft)
    assert headlines(FRONT) == ["不让一粒好粮烂在地里", "粮站的灯"]
    story, box = fields(FRONT, draft)
    assert story.kicker == "全市秋粮收购工作会议召开"
    assert story.deck == "祁东平讲话"
    assert story.lead == "本报讯（记者 柏杨 通讯员 秦小禾）"
    assert story.tail == "（下转第3版）"
    assert (box.column, box.byline) == ("记者手记", "柏 杨")


def test_box_belongs_to_its_story_and_jump_names_its_page() -> None:
    story, box = read(FRONT).articles
    assert (story.to_page, story.from_page) == ("3", None)
    assert box.kind == Kind.SIDEBAR and box.part_of == 0


def test_masthead_codes_and_editors_are_furniture() -> None:
    shown = [FRONT[block.start : block.end] for block in read(FRONT).furniture]
    assert shown[0] == "云岭日报"
    assert shown[-1] == "责任编辑 何 苗 校对 丁 宁"
    assert "请扫描二维码" in shown


def test_printed_lines_join_to_headline_and_paragraphs() -> None:
    draft = read(WRAPPED)
    check_laws(WRAPPED, draft)
    story, brief = fields(WRAPPED, draft)
    assert story.headline == "南湖社区开起了“爷爷理发店”"
    assert story.lead == "本报讯（通讯员 秦小禾）"
    assert len(story.body.split("\n\n")) == 2
    assert brief.body.split("\n\n")[1] == "●西郊公园荷花节今日开幕，为期十天。"
    assert draft.articles[1].kind == Kind.BRIEF


def test_notices_adverts_letters_and_interviews_have_their_kinds() -> None:
    draft = read(EVENING)
    check_laws(EVENING, draft)
    kinds = [article.kind for article in draft.articles]
    assert kinds == [Kind.NOTICE, Kind.ADVERT, Kind.LETTER, Kind.INTERVIEW]
    assert headlines(EVENING)[:3] == ["失物招领", "遗失声明", "请修好十字街的路灯"]
    letter = draft.articles[2]
    assert texts(EVENING, letter, Role.TAIL) == ["城南读者 郝清", "4月29日"]


def test_verse_keeps_its_lines_and_stanzas() -> None:
    draft = read(POEM)
    poem = draft.articles[0]
    assert poem.kind == Kind.POEM
    stanzas = texts(POEM, poem, Role.VERSE)
    assert stanzas[0] == "路灯一盏一盏\n把夜缝起来" and len(stanzas) == 3


def test_column_break_in_mid_word_joins() -> None:
    text = FRONT.replace("要求各收购点早开门", "要求各收\n\n购点早开门")
    (first, *_) = fields(text, read(text))
    assert "要求各收购点早开门" in first.body


def test_end_mark_is_a_block_of_its_article() -> None:
    text = FRONT.replace("没有一个人着急。", "没有一个人着急。完")
    box = read(text).articles[1]
    assert [text[b.start : b.end] for b in box.blocks if b.role == Role.END_MARK] == ["完"]


def test_markdown_is_no_obstacle() -> None:
    text = FRONT.replace("不让一粒", "# 不让一粒").replace("粮站的灯\n", "**粮站的灯**\n")
    assert headlines(text) == ["不让一粒好粮烂在地里", "粮站的灯"]


def test_swapping_two_articles_changes_neither() -> None:
    first, second = FRONT.split("记者手记")
    head, story = first.split("今日4版\n\n")
    box, foot = second.split("更多报道")
    swapped = f"{head}今日4版\n\n记者手记{box}{story}更多报道{foot}"
    assert set(headlines(swapped)) == set(headlines(FRONT))


def test_table_rows_are_paragraphs_of_their_article() -> None:
    text = (
        "停电通知\n\n| 日期 | 范围 |\n|---|---|\n| 9月15日 | 南湖路 |\n| 9月16日 | 西街 |\n\n云岭供电公司\n"
    )
    (notice,) = read(text).articles
    assert texts(text, notice, *TEXT_ROLES)[:2] == ["| 日期 | 范围 |", "| 9月15日 | 南湖路 |"]


def test_page_of_furniture_has_no_article() -> None:
    draft = read("云岭日报\n\n2022年9月14日 星期三\n\n责任编辑 何 苗\n\n请扫描二维码\n")
    assert not draft.articles and len(draft.furniture) == 4


def test_blank_page_is_legal() -> None:
    draft = read(" \n\n　\n")
    assert (draft.articles, draft.furniture) == ((), ())


def test_start_pin_opens_an_article_and_no_start_pin_keeps_one_from_opening() -> None:
    start = pin(PinKind.START, FRONT, "会议要求")
    assert start.start in {article.start for article in read(FRONT, start).articles}
    no_start = pin(PinKind.NO_START, FRONT, "记者手记")
    assert no_start.start not in {article.start for article in read(FRONT, no_start).articles}


def test_role_pin_wins_over_the_weights() -> None:
    draft = read(FRONT, pin(PinKind.ROLE, FRONT, "祁东平讲话", Role.KICKER))
    (story, _) = fields(FRONT, draft)
    assert story.kicker == "全市秋粮收购工作会议召开\n祁东平讲话"


def test_role_pin_cuts_a_line() -> None:
    draft = read(FRONT, pin(PinKind.ROLE, FRONT, "排队的拖拉机有四十多台，没有一个人着急。", Role.CAPTION))
    assert texts(FRONT, draft.articles[1], Role.CAPTION) == ["排队的拖拉机有四十多台，没有一个人着急。"]


def test_together_pin_moves_a_block_and_nothing_else() -> None:
    words = "夜里十一点，城西粮站的灯还亮着。排队的拖拉机有四十多台，没有一个人着急。"
    moved = read(FRONT, pin(PinKind.TOGETHER, FRONT, words, other="祁东平讲话"))
    story, box = fields(FRONT, moved)
    assert story.body.endswith(words) and words not in box.body
    assert box.headline == "粮站的灯"


def test_confidence_is_lower_where_a_page_is_doubtful() -> None:
    plain = read(FRONT).articles[0].confidence
    torn = read("秋粮\n收购\n粮站的灯\n不让一粒好粮烂在地里\n祁东平\n").articles
    assert all(article.confidence < plain for article in torn) or not torn


def test_no_line_as_long_as_a_text_is_thrown_away() -> None:
    text = "南湖晚报\n2024年6月3日 星期一 第2版\n\n## " + "长桥" * 900 + "\n\n本报讯（记者宋词）桥昨天通车。"
    draft = read(text)
    assert max(block.end - block.start for block in draft.furniture) < 100
    assert any("长桥长桥" in text[b.start : b.end] for article in draft.articles for b in article.blocks)
