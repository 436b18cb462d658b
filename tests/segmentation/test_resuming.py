"""Fragments that go on with an article which stopped earlier on the page."""

from articles.segmentation.drafts import Role
from articles.segmentation.grammar import BEGIN, IN, State
from articles.segmentation.lines import lines_of
from articles.segmentation.pieces import Decoded, Piece
from articles.segmentation.pins import Pin, PinKind
from articles.segmentation.resuming import resume

FERRY = (
    (Role.HEADLINE, "渡口的老船工"),
    (Role.PARAGRAPH, "老船工麦大海在渡口撑了四十年船，麦大海的竹篙换了九"),
)
BRIDGE = ((Role.HEADLINE, "新桥今天合龙"), (Role.PARAGRAPH, "新桥全长三公里，今天上午合龙，明年春天通车。"))


def page(*pieces: tuple[tuple[Role, str], ...]) -> list[Piece]:
    lines = iter(lines_of("\n".join(text for piece in pieces for _, text in piece)))
    found, index = [], 0
    for piece in pieces:
        made = Piece("story")
        for number, (role, _) in enumerate(piece):
            state = State("story", BEGIN if number == 0 else IN, role)
            made.lines.append(Decoded(index, next(lines), state))
            index += 1
        found.append(made)
    return found


def test_text_goes_on_with_the_article_that_was_cut() -> None:
    kept = resume(page(FERRY, BRIDGE, ((Role.PARAGRAPH, "根，船底补了十几回。"),)))
    assert [len(piece.lines) for piece in kept] == [3, 2]


def test_caption_goes_to_the_article_that_repeats_its_names() -> None:
    kept = resume(page(FERRY, BRIDGE, ((Role.CAPTION, "麦大海在整理缆绳。"),)))
    assert [len(piece.lines) for piece in kept] == [3, 2]


def test_piece_with_a_headline_stands_alone() -> None:
    kept = resume(
        page(FERRY, BRIDGE, ((Role.HEADLINE, "麦大海的徒弟"), (Role.PARAGRAPH, "麦大海有个徒弟。")))
    )
    assert len(kept) == 3


def test_article_that_comes_from_another_page_stands_alone() -> None:
    kept = resume(page(FERRY, BRIDGE, ((Role.PARAGRAPH, "（上接第1版）麦大海笑了笑，没有说话。"),)))
    assert len(kept) == 3


def test_pinned_start_is_not_resumed() -> None:
    pieces = page(FERRY, BRIDGE, ((Role.CAPTION, "麦大海在整理缆绳。"),))
    start = pieces[2].lines[0].line.start
    assert len(resume(pieces, [Pin(PinKind.START, start, start)])) == 3


def kept(*pieces: tuple[tuple[Role, str], ...], sort: str = "story") -> list[int]:
    made = page(FERRY, BRIDGE, *pieces)
    made[-1].sort = sort
    return [len(piece.lines) for piece in resume(made)]


def test_piece_with_a_label_of_its_own_stands_alone() -> None:
    assert kept(((Role.PARAGRAPH, "编后:麦大海和渡口的竹篙,都老了。"),)) == [2, 2, 1]
    assert kept(((Role.PARAGRAPH, "【回音】麦大海和渡口的竹篙,都老了。"),)) == [2, 2, 1]


def test_questions_are_no_labels() -> None:
    assert kept(((Role.PARAGRAPH, "麦大海:竹篙换了九根,船补了十几回。"),)) == [3, 2]


def test_piece_of_another_sort_stands_alone() -> None:
    words = ((Role.PARAGRAPH, "出让竹篙两根,麦姓船主,渡口面谈。"),)
    assert kept(words, sort="notice") == [2, 2, 1]


def test_text_that_shares_no_words_stands_alone() -> None:
    whole = (
        (Role.HEADLINE, "渡口的老船工"),
        (Role.PARAGRAPH, "老船工麦大海在渡口撑了四十年船。"),
    )
    pieces = page(whole, BRIDGE, ((Role.PARAGRAPH, "县里的戏台昨晚点了灯,看戏的人站满了坡。"),))
    assert len(resume(pieces)) == 3


def test_jump_on_the_page_is_followed() -> None:
    stopped = (
        (Role.HEADLINE, "渡口的老船工"),
        (Role.PARAGRAPH, "老船工麦大海在渡口撑了四十年船。(下接本版左下)"),
    )
    resumed = ((Role.PARAGRAPH, "(上接本版右上)太阳落了,对岸还有人喊船。"),)
    assert [len(piece.lines) for piece in resume(page(stopped, BRIDGE, resumed))] == [3, 2]


def test_jump_on_the_page_is_not_taken_by_the_text_between() -> None:
    stopped = (
        (Role.HEADLINE, "渡口的老船工"),
        (Role.PARAGRAPH, "老船工麦大海在渡口撑了四十年船。(下接本版左下)"),
    )
    between = ((Role.PARAGRAPH, "县里的戏台昨晚点了灯,看戏的人站满了坡。"),)
    assert [len(piece.lines) for piece in resume(page(stopped, BRIDGE, between))] == [2, 2, 1]
