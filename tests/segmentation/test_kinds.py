"""What speaks for a kind of article. Which kind wins is fitted: these tests look at the evidence."""

from articles.segmentation.drafts import Kind, Role
from articles.segmentation.evidence import observe
from articles.segmentation.grammar import BEGIN, IN, State
from articles.segmentation.kinds import kind_evidence, kind_of
from articles.segmentation.lines import layout_of, lines_of
from articles.segmentation.pieces import Decoded, Piece


def evidence(*parts: tuple[Role, str], sort: str = "story") -> set[str]:
    lines = lines_of("\n".join(text for _, text in parts))
    piece = Piece(sort)
    for number, ((role, _), line) in enumerate(zip(parts, lines, strict=True)):
        piece.lines.append(Decoded(number, line, State(sort, IN if number else BEGIN, role)))
    return kind_evidence(piece, observe(lines, layout_of(lines)))


SHOP = (
    (Role.HEADLINE, "青禾缝纫店"),
    (Role.PARAGRAPH, "本店承接各式衣裤,备有现货,价格优惠,欢迎新老顾客光临。"),
)
MAYOR = (
    (Role.HEADLINE, "关于桥面检修的通告"),
    (Role.PARAGRAPH, "东桥桥面即日检修,过往车辆届时请绕行,希有关单位相互转告。"),
)


def test_shop_speaks_in_the_words_of_trade() -> None:
    found = evidence(*SHOP, sort="notice")
    assert found & {"trade=4", "trade=5", "trade=6"} and "first text: trade" in found


def test_authority_does_not_speak_in_the_words_of_trade() -> None:
    found = evidence(*MAYOR, sort="notice")
    assert "trade=0" in found and "first text: authority" in found


def test_argument_is_told_from_report() -> None:
    argued = evidence((Role.HEADLINE, "不妨慢一点"), (Role.PARAGRAPH, "其实,快未必好。难道不应该想一想吗?"))
    told = evidence((Role.HEADLINE, "新渠通水"), (Role.PARAGRAPH, "记者获悉,新渠昨日上午通水。"))
    assert "first text: argument" in argued and "headline: argument" in argued and "report=0" in argued
    assert "first text: report" in told and "argument=0" in told


def test_words_are_found_across_broken_lines() -> None:
    text = "麦场上没有一个人说话,大家都看着那台机器,\n本店今天欢\n迎各位。"
    broken = [(Role.PARAGRAPH, line) for line in text.split("\n")]
    lines = lines_of(text)
    piece = Piece("story")
    marks = (BEGIN, "on", "on")
    for number, ((role, _), line) in enumerate(zip(broken, lines, strict=True)):
        piece.lines.append(Decoded(number, line, State("story", marks[number], role)))
    assert "paragraph=1" in kind_evidence(piece, observe(lines, layout_of(lines)))
    assert "first text: trade" in kind_evidence(piece, observe(lines, layout_of(lines)))


def test_label_before_the_text_counts() -> None:
    found = evidence((Role.PARAGRAPH, "编后:一封信,三天就有了着落,这样的快才是真快。"))
    assert "first text: opens_with=column_comment" in found


def test_piece_without_text_has_evidence_too() -> None:
    found = evidence((Role.HEADLINE, "山花开"))
    assert "no sentence" in found and "self=0" in found


def test_highest_score_wins() -> None:
    weights = {"a": {Kind.NEWS: 1.0}, "b": {Kind.POEM: 0.6}, "c": {Kind.POEM: 0.6}}
    assert kind_of({"a", "b"}, weights) == Kind.NEWS
    assert kind_of({"a", "b", "c", "unknown"}, weights) == Kind.POEM
