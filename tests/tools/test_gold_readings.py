from tools.gold_readings import faults_of, gold_of
from tools.marked_pages import parse, render

SOURCE = """@PAGE {"newspaper": "云渡晚报", "date": "1998-03-02", "page_no": 2, "page_name": null, "opts": {"sep": 1}}
F 云渡晚报␤1998年3月2日
@A news id=dike to=4
K 水退了三尺
H 石桥镇的堤⏎又高一尺
B 记者 卓 尔　通讯员 柳 叶
BY 卓尔/记者 柳叶/通讯员
AG 新华社
L 新华社石桥3月1日电
P 昨天，«石桥镇水利站»站长‹牟长河›说：“堤⏎⏎又高了一尺。”
P ⟪s 【夜里】⟫«水利站=石桥镇水利站»的灯没有熄。⟪t （下转第四版）⟫
@A photo part_of=dike
P 图为民兵在加固子堤。⟪r 桑 榆摄⟫
BY 桑榆/摄
@BACK dike
P 石料够用到汛期。
@A poem
H 堤上
P 水来了␤我们不走
P 水去了␤我们还在"""


def test_gold_has_fields_without_line_ends_of_the_page():
    article = gold_of(SOURCE)["articles"][0]
    assert article["headline"] == "石桥镇的堤又高一尺"
    assert article["paragraphs"][0] == "昨天，石桥镇水利站站长牟长河说：“堤又高了一尺。”"
    assert (article["lead"], article["agency"], article["continues"]) == (
        "新华社石桥3月1日电", "新华社", {"to_page": 4},
    )  # fmt: skip


def test_stretches_inside_a_paragraph_go_to_their_fields():
    first, photo, _ = gold_of(SOURCE)["articles"]
    assert (first["subheads"], first["subhead_at"], first["tail"]) == (["【夜里】"], [1], "（下转第四版）")
    assert first["paragraphs"][1] == "水利站的灯没有熄。"
    assert (photo["credit"], photo["part_of"], photo["byline"]) == (
        "桑 榆摄", 0, [{"name": "桑榆", "role": "摄"}],
    )  # fmt: skip


def test_article_goes_on_where_it_was_taken_up_again():
    assert gold_of(SOURCE)["articles"][0]["paragraphs"][2] == "石料够用到汛期。"


def test_verse_keeps_its_lines_and_furniture_its_rows():
    gold = gold_of(SOURCE)
    assert gold["articles"][2]["paragraphs"] == ["水来了\n我们不走", "水去了\n我们还在"]
    assert gold["furniture"] == ["云渡晚报", "1998年3月2日"]


def test_short_form_belongs_to_the_full_name():
    bodies = gold_of(SOURCE)["articles"][0]["organizations"]
    assert bodies == [{"name": "石桥镇水利站", "forms": ["石桥镇水利站", "水利站"], "optional": False}]


def test_slips_of_the_marks_are_told():
    printed, gold = render(parse(SOURCE)), gold_of(SOURCE)
    assert faults_of(printed, gold) == []
    gold["articles"][0]["byline"][0]["name"] = "卓耳"
    gold["articles"][0]["people"][0]["forms"].append("牟站长")
    assert faults_of(printed, gold) == [
        "article 0: 牟站长 is not in it",
        "article 0: 卓耳 is not on the page",
    ]
