from articles.recognition import recognise
from articles.segmentation import Role

from .conftest import draft_page


def test_body_of_a_level_gets_the_place_of_its_article(names_in):
    found = names_in(
        "青石省总工会召开全会，青石省总工会主席邓怀山讲话。会上，省总工会表彰了一批职工。", "organization"
    )
    assert found["省总工会"] == "青石省总工会"


def test_same_short_form_means_different_bodies_in_different_articles():
    page, draft = draft_page(
        [
            [
                (Role.HEADLINE, "甘肃：职工夜校开到车间"),
                (Role.PARAGRAPH, "省总工会主席邓怀山说，夜校要办好。"),
            ],
            [
                (Role.HEADLINE, "云南：职工夜校开到茶山"),
                (Role.PARAGRAPH, "省总工会主席苗玉兰说，夜校要办好。"),
            ],
        ]
    )
    names = [{m.surface: m.name for m in its.mentions} for its in recognise(page, draft)]
    assert [its.get("省总工会") for its in names] == ["甘肃省总工会", "云南省总工会"]


def test_common_abbreviation_is_its_full_name(names_in):
    found = names_in("全总、人社部日前联合发出通知，要求各地办好职工夜校。", "organization")
    assert found == {"全总": "中华全国总工会", "人社部": "人力资源和社会保障部"}


def test_surname_with_a_title_is_the_one_person_of_that_surname(names_in):
    found = names_in("维修工魏长河修了三十年钟表。邻居们说，魏师傅手巧心细，从不多收钱。", "person")
    assert found.get("魏师傅") == "魏长河"


def test_surname_with_a_title_stays_its_own_where_two_may_be_meant(names_in):
    found = names_in("维修工魏长河和钳工魏东林是师兄弟。“魏师傅手巧。”邻居们说。", "person")
    assert found.get("魏师傅", "魏师傅") == "魏师傅"


def test_part_of_a_foreign_name_is_the_whole(names_in):
    found = names_in("教练伊万·彼得罗夫说，球队准备好了。彼得罗夫还说，目标是冠军。", "person")
    assert found == {"伊万·彼得罗夫": "伊万·彼得罗夫", "彼得罗夫": "伊万·彼得罗夫"}
