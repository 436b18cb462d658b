import pytest

from articles.recognition import Known, Register, recognise
from articles.segmentation import ArticleDraft, Block, Kind, PageDraft, PrintedFacts, Role
from articles.transcription import PageText

from .conftest import draft_page


def test_people_and_organisations_of_a_report_are_found(names_in):
    found = names_in(
        "4月2日，青石市总工会主席邓怀山来到青石第二机床厂，看望车工苗玉兰。邓怀山说，要把师傅的手艺留下来。"
    )
    assert {"邓怀山", "苗玉兰", "青石市总工会"} <= found.keys()


def test_offsets_are_into_the_page(recognise_parts):
    text, names = recognise_parts(
        (Role.HEADLINE, "车间里的夜校"), (Role.PARAGRAPH, "车工苗玉兰告诉记者，夜校由青石市总工会开办。")
    )
    assert names.mentions
    assert all(text[m.start : m.end] == m.surface for m in names.mentions)


def test_name_broken_by_a_line_end_is_one_name():
    first, second = "车工苗玉", "兰告诉记者，夜校办了三年。苗玉兰说，还要办下去。"
    text = f"{first}\n{second}"
    blocks = (
        Block(0, len(first), Role.PARAGRAPH),
        Block(len(first) + 1, len(text), Role.PARAGRAPH, joins=True),
    )
    draft = PageDraft(PrintedFacts(), (ArticleDraft(Kind.NEWS, blocks),))
    broken = recognise(PageText(text), draft)[0].mentions[0]
    assert (broken.surface, text[broken.start : broken.end]) == ("苗玉兰", "苗玉\n兰")


def test_name_with_a_blank_inside_keeps_its_printed_form(recognise_parts):
    text, names = recognise_parts((Role.PARAGRAPH, "青石市总工会主席邓　山出席会议并讲话。"))
    person = next(m for m in names.mentions if m.kind == "person")
    assert (person.surface, person.name, text[person.start : person.end]) == ("邓　山", "邓山", "邓　山")


def test_title_and_its_sort_stand_beside_the_name(recognise_parts):
    _, names = recognise_parts((Role.PARAGRAPH, "全国劳动模范苗玉兰说，要把手艺教给徒弟。"))
    person = next(m for m in names.mentions if m.kind == "person")
    assert (person.name, person.title, person.title_sort) == ("苗玉兰", "全国劳动模范", "honour")


def test_authors_are_contributions_and_no_mentions(recognise_parts):
    _, names = recognise_parts(
        (Role.BYLINE, "本报记者 邓怀山 通讯员 苗 兰"),
        (Role.PARAGRAPH, "记者邓怀山随车工魏长河走进车间。"),
    )
    assert [(c.name, c.role) for c in names.contributions] == [("邓怀山", "本报记者"), ("苗兰", "通讯员")]
    assert "邓怀山" not in {m.name for m in names.mentions}


def test_newspaper_itself_is_no_organisation(names_in):
    paragraph = "青石日报社的记者来到青石市总工会采访，青石日报社还办了读者会。"
    assert "青石日报社" not in names_in(paragraph, newspaper="青石日报社")


def test_name_in_a_pair_of_articles_stays_in_its_article():
    page, draft = draft_page(
        [
            [(Role.PARAGRAPH, "车工苗玉兰告诉记者，夜校办了三年。")],
            [(Role.PARAGRAPH, "本周多云，气温回升。")],
        ]
    )
    first, second = recognise(page, draft)
    assert {m.name for m in first.mentions} == {"苗玉兰"} and not second.mentions


def test_every_decision_keeps_its_evidence_and_confidence(recognise_parts):
    _, names = recognise_parts((Role.PARAGRAPH, "青石市总工会主席邓怀山说，职工夜校要办到车间。"))
    assert names.mentions
    assert all(m.evidence and 0 < m.confidence <= 1 for m in names.mentions)


def test_known_name_of_the_register_is_given_its_key(recognise_parts):
    register = Register.of([Known(7, "person", "苗玉兰", ("苗玉兰",), decided=True)])
    _, names = recognise_parts((Role.PARAGRAPH, "车工苗玉兰告诉记者，夜校办了三年。"), register=register)
    person = next(m for m in names.mentions if m.kind == "person")
    assert (person.key, "register" in person.evidence) == (7, True)


def test_register_of_namesakes_decides_nothing(recognise_parts):
    register = Register.of([Known(key, "person", "苗玉兰", ("苗玉兰",)) for key in (7, 8)])
    _, names = recognise_parts((Role.PARAGRAPH, "车工苗玉兰告诉记者，夜校办了三年。"), register=register)
    assert [m.key for m in names.mentions if m.kind == "person"] == [None]


@pytest.mark.parametrize("kind", ["person", "organization"])
def test_stop_name_of_the_register_is_not_proposed_by_it(names_in, kind):
    known = [Known(1, kind, "春水行动", ("春水行动",), decided=True)]
    register = Register.of(known, stop_names=["春水行动"])
    assert "春水行动" not in names_in("全市开展春水行动，清理河道。", register=register)


def test_page_without_articles_gives_nothing():
    assert recognise(PageText(""), PageDraft(PrintedFacts(), ())) == ()


def test_a_river_spoken_of_as_one_is_nobody(names_in):
    found = names_in("船从澳江两岸的码头开出。“澳江之星”今天首航，船长苗玉兰说，澳江最近水浅。")
    assert "澳江" not in found
    assert "苗玉兰" in found
