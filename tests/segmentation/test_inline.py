"""What is cut off the ends of a text."""

import pytest

from articles.folding import fold
from articles.segmentation import Role
from articles.segmentation.inline import cut


def pieces(text: str, role: Role = Role.PARAGRAPH, sort: str = "story") -> list[tuple[str, Role]]:
    return [(text[low:high], of) for low, high, of in cut(fold(text), role, True, True, 0, sort)]


@pytest.mark.parametrize(
    "lead",
    [
        "本报讯（记者宋词）",
        "本报讯 ",
        "本报讯 记者 梅 雪 通讯员 余晖 报道　",
        "本报讯 文/图 记者 梅雪　",
        "本报云岭9月3日电（记者 宋词 实习生 艾山·买买提）",
        "据新华社北京9月3日电",
        "新华社成都9月3日电（记者 宋词）",
        "【本報港江三日電】",
        "本報訊(記者 林石)",
        "**本报讯** （通讯员 白羽） ",
        "晚报讯（记者 白羽 文/图）",
        "（上接第1版）",
        "（央视新闻客户端）",
        "【記者林大同屏江報導】",
        "〔本報香江專訊〕",
        "（大渡口讯）",
        "（云岭综合报道）",
        "（本報記者林石綜合報道）",
        "（本报讯）",
        "（本报记者林石 发自云岭）",
        "（记者 林石 通讯员 白羽）",
        "本报讯（林　石　白　羽）",
        "本报讯（县供水站　林石）",
        "本报讯　记者林石报道：",
        "体育记者 林 石 报道 ",
        "特派记者 林石 前方报道",
        "记者林石报道：",
        "本报通讯员林石报道：",
        "又讯　",
        "江东区又讯 ",
        "【又訊】",
        "据省水利厅提供的消息　",
        "云岭晚报讯（记者林石）",
        "晚霞讯　",
        "新华社专特稿　",
        "据埃菲社电　",
        "據路透社電　",
        "新聯社杭江十五日電、",
        "【聯合社紐約十五日電】",
        "综合新华社、法新社电 ",
        "马六甲电　",
        "紧接第一版《渡口修路记》",
        "（上接A1）",
        "【本報特寫】",
        "据新华社、中新社报道　",
        "⊙上接1版 ",
    ],
)
def test_lead_is_cut_off(lead: str) -> None:
    assert pieces(lead + "昨日清晨，雾散了。")[0] == (lead, Role.LEAD)


@pytest.mark.parametrize(
    "text",
    [
        "本报讯息栏目昨日开张，来稿很多。",
        "《本报讯》一文刊出以后，读者来信很多。",
        "据了解，雾散了，船开了。",
        "据县里提供的消息，雾散了，船开了。",
        "本报记者发现，雾散了，船开了。",
        "本报记者连续报道了渡口的事，雾散了。",
        "据公社来电，雾散了，船开了。",
        "村里停电　一天，船开不了。",
        "好消息 传来，雾散了。",
        "（笑声）雾散了，船开了。",
    ],
)
def test_text_that_only_looks_like_a_lead_stays(text: str) -> None:
    assert pieces(text)[0][1] != Role.LEAD


def test_reporter_after_an_agency_s_lead_belongs_to_the_text() -> None:
    assert pieces("据新华社北京9月3日电记者3日获悉，雾散了。")[1][0].startswith("记者3日")


@pytest.mark.parametrize(
    "tail",
    [
        "（下转第3版）",
        "(未完待续)",
        "（作者系云岭大学教授）",
        "（林 石）",
        "(记者 宋词)",
        "（通讯员 白羽 参与采写）",
        "（下接A6版）",
        "（文轉A6）",
        "（紧接第5版）",
        "（详见A6版）",
        "（圖文見B3）",
        "（河口卫生院　林　石）",
        "（计划处统计科）",
        "（县文化馆供稿）",
        "（省水利厅提供）",
        "（文／林石　图／白 羽）",
        "（林石 文/图)",
        "（林石 白羽 摄影报道）",
        "（詹）",
        "（记录：林　石）",
        "（本期答疑：云岭县医院 林石）",
        "（一位船工）",
        "（江口退休职工）",
        "（高二(3)班 林石）",
        "·林 石·",
        "·詹·",
        "□林 石",
        "　　林 石",
        "（未完，下期续）",
        "（本版稿件由林石采写）",
    ],
)
def test_tail_is_cut_off(tail: str) -> None:
    assert pieces("雾散了，船开了。" + tail)[-1] == (tail, Role.TAIL)


@pytest.mark.parametrize(
    "text",
    [
        "他笑了。（笑）",
        "他笑了。（大笑）",
        "船开了。（见图）",
        "船工到了岸边。（右二）",
        "各地票价如下。（单位：元）",
        "这是头一回。（掌声）",
        "全长三公里（含引桥）",
    ],
)
def test_asides_in_brackets_stay(text: str) -> None:
    assert pieces(text) == [(text, Role.PARAGRAPH)]


def test_end_mark_is_cut_off_after_a_closed_sentence_only() -> None:
    assert pieces("雾散了。完")[-1] == ("完", Role.END_MARK)
    assert pieces("工程已经做完") == [("工程已经做完", Role.PARAGRAPH)]


@pytest.mark.parametrize(
    "credit",
    [
        "本报记者 林 石 摄",
        "林石 摄",
        "新华社发（林石 摄）",
        "（资料图片）",
        "云岭大学供图",
        "（图文：林 石）",
        "林　石摄",
        "林 石画",
        "林石生 作",
        "林　石 书",
        "（速写：林　石）",
        "(高一(7)班 林石生 绘)",
        "（林石剪纸）",
        "木刻　林石",
        "（林 石 文／图）",
        "（新华社发）",
    ],
)
def test_credit_is_cut_off_a_caption(credit: str) -> None:
    assert pieces("图为清晨的渡口。" + credit, Role.CAPTION)[-1] == (credit, Role.CREDIT)


def test_authors_of_items_are_tails_and_sources_stay() -> None:
    assert pieces("●桥通车了。（林 石）", sort="list")[-1] == ("（林 石）", Role.TAIL)
    assert len(pieces("●桥通车了。（摘自《云岭志》）", sort="list")) == 1


def test_what_a_picture_is_made_of_stays_in_its_caption() -> None:
    assert pieces("清晨的渡口（木刻）", Role.CAPTION) == [("清晨的渡口（木刻）", Role.CAPTION)]


def test_photographer_in_brackets_is_a_credit_in_a_story_and_under_a_photo() -> None:
    for sort in ("story", "photo"):
        assert pieces("图为清晨的渡口。（林　石摄）", sort=sort)[-1] == ("（林　石摄）", Role.CREDIT)


def test_title_of_a_photo_ends_in_its_credit() -> None:
    cut_off = pieces("清晨的渡口　　林　石摄", Role.HEADLINE, "photo")
    assert [role for _, role in cut_off] == [Role.HEADLINE, Role.CREDIT]


@pytest.mark.parametrize("byline", ["　　林 石 生", "　　□ 林 石", "　　记者 林石", "　　**主持人：** 林石"])
def test_headline_ends_in_its_byline(byline: str) -> None:
    assert pieces("清晨的渡口" + byline, Role.HEADLINE)[-1] == (byline, Role.BYLINE)


@pytest.mark.parametrize("text", ["读 书 与 看 书", "一手修路　一手种树", "渡口开船　　乡亲欢喜"])
def test_blanks_in_a_headline_make_no_byline(text: str) -> None:
    assert pieces(text, Role.HEADLINE) == [(text, Role.HEADLINE)]


def test_headline_begins_with_the_page_it_comes_from() -> None:
    assert pieces("（上接第一版）渡口修好了", Role.HEADLINE)[0] == ("（上接第一版）", Role.LEAD)


def test_second_lead_stands_at_a_later_paragraph() -> None:
    for lead in ("【又訊】", "【本市訊】"):
        assert cut(fold(lead + "雾又起了。"), Role.PARAGRAPH, False, True)[0] == (0, len(lead), Role.LEAD)


def test_every_letter_of_a_list_has_its_writer_and_a_question_keeps_its_asker() -> None:
    def middle(sort: str) -> list[Role]:
        return [
            role for *_, role in cut(fold("何时开船？（江口 林石）"), Role.PARAGRAPH, False, False, 0, sort)
        ]

    assert middle("letter") == [Role.PARAGRAPH, Role.TAIL]
    assert middle("interview") == [Role.PARAGRAPH]


def test_signature_of_a_notice_stays() -> None:
    assert len(pieces("明日停水。（江口镇供水站）", sort="notice")) == 1


def test_label_is_cut_before_the_lead() -> None:
    cut_off = cut("编者按:本报讯 雾散了。", Role.PARAGRAPH, True, True, label=(4, Role.COLUMN))
    assert [role for *_, role in cut_off] == [Role.COLUMN, Role.LEAD, Role.PARAGRAPH]
