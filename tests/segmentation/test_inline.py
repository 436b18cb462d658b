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
    ],
)
def test_tail_is_cut_off(tail: str) -> None:
    assert pieces("雾散了，船开了。" + tail)[-1] == (tail, Role.TAIL)


@pytest.mark.parametrize("text", ["他笑了。（笑）", "这是头一回。（掌声）", "全长三公里（含引桥）"])
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
    ],
)
def test_credit_is_cut_off_a_caption(credit: str) -> None:
    assert pieces("图为清晨的渡口。" + credit, Role.CAPTION)[-1] == (credit, Role.CREDIT)


def test_authors_of_items_are_tails_and_sources_stay() -> None:
    assert pieces("●桥通车了。（林 石）", sort="list")[-1] == ("（林 石）", Role.TAIL)
    assert len(pieces("●桥通车了。（摘自《云岭志》）", sort="list")) == 1
