import pytest

from articles.segmentation import Role


@pytest.mark.parametrize(
    ("role", "line", "expected"),
    [
        (Role.LEAD, "本报讯（记者邓山 通讯员苗玉兰）", [("邓山", "记者"), ("苗玉兰", "通讯员")]),
        (Role.LEAD, "本报讯 记者 邓怀山 报道", [("邓怀山", "记者")]),
        (Role.LEAD, "本报讯（邓　山）", [("邓山", "")]),
        (Role.LEAD, "本报讯(县供电局　邓　山 苗玉兰)", [("邓山", ""), ("苗玉兰", "")]),
        (Role.LEAD, "本报讯　记者邓怀山、通讯员苗得水报道：", [("邓怀山", "记者"), ("苗得水", "通讯员")]),
        (Role.LEAD, "记者邓怀山报道：", [("邓怀山", "记者")]),
        (Role.LEAD, "（青石新闻客户端）", []),
        (Role.LEAD, "【本報訊】", []),
        (Role.LEAD, "本报青石4月2日电", []),
        (Role.LEAD, "据新华社北京4月2日电", []),
        (Role.CREDIT, "本报记者 邓 山 摄", [("邓山", "摄")]),
        (Role.CREDIT, "新华社发（邓山摄）", [("邓山", "摄")]),
        (Role.CREDIT, "任　山攝", [("任山", "攝")]),
        (Role.CREDIT, "本报记者 邓山 摄影报道", [("邓山", "本报记者")]),
        (Role.CREDIT, "（邓山 绘）", [("邓山", "绘")]),
        (Role.CREDIT, "（钢笔画）　邓　山　作", [("邓山", "作")]),
        (Role.CREDIT, "本版照片由邓 山 摄", [("邓山", "摄")]),
        (Role.CREDIT, "（宣传部供稿　邓怀山　摄）", [("邓怀山", "摄")]),
        (Role.CREDIT, "（受访者供图）", []),
        (Role.CREDIT, "资料图片", []),
        (Role.TAIL, "（邓怀山）", [("邓怀山", "")]),
        (Role.TAIL, "（电工 邓 山）", [("邓山", "电工")]),
        (Role.TAIL, "（作者系青石大学教授）", []),
        (Role.TAIL, "（下转第3版）", []),
        (Role.TAIL, "（据市热力集团）", []),
        (Role.TAIL, "青石市城市管理局", []),
        (Role.TAIL, "4月26日", []),
        (Role.TAIL, "外孙女　邓凤仪　元月二十日", [("邓凤仪", "外孙女")]),
        (Role.TAIL, "文昌街 邓 山（十二岁）", [("邓山", "")]),
        (Role.TAIL, "（邓 山 苗 兰）", [("邓山", ""), ("苗兰", "")]),
        (Role.TAIL, "（邓 山 作者为中学教师）", [("邓山", "")]),
        (Role.TAIL, "（摘自《青石论坛》2018年第6期，作者 邓怀山）", [("邓怀山", "作者")]),
        (Role.TAIL, "（作者附记：写罢搁笔，再翻旧书，颇觉惭愧。）", []),
        (Role.TAIL, "（报料人邓先生 奖金100元）", []),
        (Role.TAIL, "一个不识字的母亲（由邻居代笔）", []),
        (Role.TAIL, "（邓）", [("邓", "")]),
        (Role.TAIL, "（完）", []),
    ],
)
def test_contributions_of_a_line(recognise_parts, role, line, expected):
    _, names = recognise_parts((role, line), (Role.PARAGRAPH, "夜校办了三年。"))
    assert [(c.name, c.role) for c in names.contributions] == expected


def test_writer_who_photographed_too_keeps_his_writers_role(recognise_parts):
    _, names = recognise_parts(
        (Role.BYLINE, "本报记者 邓山"), (Role.PARAGRAPH, "夜校办了三年。"), (Role.CREDIT, "邓 山 摄")
    )
    assert [(c.name, c.role, c.normal_role) for c in names.contributions] == [
        ("邓山", "本报记者", "reporter")
    ]


def test_role_and_post_in_brackets_behind_the_name(recognise_parts):
    _, names = recognise_parts((Role.BYLINE, "邓怀山（青石小学班主任）"), (Role.PARAGRAPH, "好。"))
    assert [(c.name, c.role) for c in names.contributions] == [("邓怀山", "青石小学班主任")]
