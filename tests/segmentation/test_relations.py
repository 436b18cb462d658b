"""Which story a box belongs to."""

from articles.segmentation.drafts import Kind, Role
from articles.segmentation.grammar import BEGIN, IN, State
from articles.segmentation.lines import lines_of
from articles.segmentation.pieces import Decoded, Piece
from articles.segmentation.relations import parents_of

BUS = (
    Kind.NEWS,
    (Role.HEADLINE, "七路车改走滨河路"),
    (Role.PARAGRAPH, "七路公交车明天起改走滨河路,司机庄满仓跑了头一趟试车。"),
)
PEARS = (
    Kind.FEATURE,
    (Role.HEADLINE, "梨园里的夜灯"),
    (Role.PARAGRAPH, "果农尉迟香守着梨园,夜灯下给梨套袋,一夜套两千只。"),
)
SCHOOL = (
    Kind.LETTER,
    (Role.HEADLINE, "校门口的水坑"),
    (Role.PARAGRAPH, "编辑同志:石桥小学门口的水坑一下雨就没过脚脖子,娃娃们绕着走。"),
)


def parents(*pieces: tuple) -> list[int | None]:
    lines = iter(lines_of("\n".join(text for _, *parts in pieces for _, text in parts)))
    found, index = [], 0
    for _, *parts in pieces:
        piece = Piece("story")
        for number, (role, _) in enumerate(parts):
            piece.lines.append(Decoded(index, next(lines), State("story", IN if number else BEGIN, role)))
            index += 1
        found.append(piece)
    return parents_of(found, [kind for kind, *_ in pieces])


def box(column: str, text: str, kind: Kind = Kind.SIDEBAR) -> tuple:
    return (kind, (Role.COLUMN, column), (Role.PARAGRAPH, text))


def test_box_belongs_to_the_story_before() -> None:
    assert parents(BUS, box("链接", "这样的办法别处也有。"), PEARS) == [None, 0, None]


def test_box_belongs_to_the_story_whose_words_it_shares() -> None:
    pears = box("小贴士", "给梨套袋要趁早,梨园夜灯引虫,果农尉迟香的办法是套袋前先点灯。")
    assert parents(PEARS, BUS, pears) == [None, None, 0]


def test_second_box_belongs_to_the_story_of_the_first() -> None:
    assert parents(BUS, PEARS, box("链接", "甲乙丙。"), box("人物", "丁戊己。")) == [None, None, 1, 1]


def test_editors_note_looks_ahead() -> None:
    assert parents(BUS, box("编者按", "今天登一篇短文,请大家看看。"), PEARS) == [None, 2, None]


def test_editors_note_looks_back_to_the_story_that_it_speaks_of() -> None:
    note = box("编者按", "七路公交车改走滨河路,司机庄满仓试车,七路改走滨河路的事还没有完。")
    assert parents(BUS, note, PEARS) == [None, 0, None]


def test_afterword_belongs_even_where_it_shares_no_words() -> None:
    after = box("编　后", "话说到这里也就够了。", Kind.COMMENTARY)
    assert parents(PEARS, after) == [None, 0]


def test_afterword_is_known_by_the_label_before_its_text() -> None:
    after = (Kind.COMMENTARY, (Role.PARAGRAPH, "编后:话说到这里也就够了。"))
    assert parents(PEARS, after) == [None, 0]


def test_short_comment_belongs_to_the_story_that_it_speaks_of() -> None:
    comment = box("短评", "七路改走滨河路,庄满仓跑头一趟,公交车替人着想。", Kind.COMMENTARY)
    assert parents(PEARS, BUS, comment) == [None, None, 1]


def test_short_comment_on_something_else_stands_alone() -> None:
    comment = box("短评", "读书贵在有恒,半途而废等于没有读。", Kind.COMMENTARY)
    assert parents(PEARS, BUS, comment) == [None, None, None]


def test_commentary_in_a_column_of_its_own_stands_alone() -> None:
    comment = box("今日谈", "公交车替人着想,人也该替司机着想。", Kind.COMMENTARY)
    assert parents(PEARS, BUS, comment) == [None, None, None]


def test_answer_belongs_to_its_letter() -> None:
    answer = box("回音", "石桥小学门口的水坑已经填平,娃娃们不用绕着走了。", Kind.LETTER)
    assert parents(BUS, SCHOOL, answer) == [None, None, 1]


def test_answer_to_a_letter_of_another_day_stands_alone() -> None:
    answer = box("回音", "贵报上月批评的渡船超载一事,我局已经处理。", Kind.LETTER)
    assert parents(BUS, SCHOOL, answer) == [None, None, None]


def test_letters_and_photos_stand_alone() -> None:
    photo = (Kind.PHOTO, (Role.CAPTION, "图为山村小景。"))
    assert parents(BUS, SCHOOL, photo) == [None, None, None]


def test_box_on_a_page_without_stories_stands_alone() -> None:
    assert parents(box("链接", "甲乙丙。"), box("赛果", "丁戊己。")) == [None, None]


def test_box_is_no_parent() -> None:
    assert parents(box("链接", "甲乙丙。"), BUS, box("链接", "甲乙丙。")) == [1, None, 1]


def test_headline_that_begins_with_a_labels_words_is_no_label() -> None:
    news = (Kind.NEWS, (Role.HEADLINE, "点评师傅手艺的擂台赛开锣了"), (Role.PARAGRAPH, "擂台设在东街。"))
    assert parents(BUS, news) == [None, None]
