from articles.search.documents import Passage
from articles.search.fragments import WIDTH, Finder, Fragment, needles
from articles.search.query import parse


def passage(text, role="paragraph", printed=None):
    return Passage(role, text, printed or text)


def find(query, *read):
    return Finder(needles(parse(query), read), read)


def marked(fragment):
    return [fragment.text[start:end] for start, end in fragment.spans]


def test_match_is_marked_under_folding_and_across_blanks():
    (fragment,) = find("创新工作室", passage("他在創新\u3000工作室里。")).fragments()
    assert marked(fragment) == ["創新\u3000工作室"]


def test_word_that_stands_nowhere_is_marked_by_its_words():
    (fragment,) = find("创新工作室", passage("工作室要创新。")).fragments()
    assert marked(fragment) == ["工作室", "创新"]


def test_phrase_is_marked_only_as_a_whole():
    first = find('"创新工作室"', passage("工作室要创新。")).fragments()[0]
    assert first.spans == ()


def test_best_place_comes_first():
    read = [passage("山花开了。"), passage("河口的山花。"), passage("河口。")]
    texts = [fragment.text for fragment in find("山花 河口", *read).fragments()]
    assert texts[0] == "河口的山花。"


def test_long_paragraph_is_cut_around_most_matches():
    text = "甲" * 200 + "山花" + "乙" * 150 + "山花，山花" + "丙" * 200
    (fragment,) = find("山花", passage(text)).fragments()
    assert marked(fragment) == ["山花", "山花"]
    assert len(fragment.text) == WIDTH
    assert fragment.text in text
    assert fragment.cut_before and fragment.cut_after


def test_match_longer_than_a_fragment_is_whole():
    phrase = "一二三四五六七八九十" * 15
    (fragment,) = find(f'"{phrase}"', passage("甲" * 90 + phrase + "乙" * 90)).fragments()
    assert marked(fragment) == [phrase]


def test_overlapping_matches_are_one_span():
    (fragment,) = find("山花 花开", passage("山花开了")).fragments()
    assert marked(fragment) == ["山花开"]


def test_article_without_match_besides_its_title_shows_its_beginning():
    read = [passage("山花开了", "headline"), passage("本报讯", "byline"), passage("河口的春天。")]
    finder = find("山花", *read)
    assert finder.fragments("山花开了") == [Fragment("河口的春天。")]
    assert marked(finder.whole("山花开了")) == ["山花"]


def test_misreading_is_shown_where_it_was_asked_for():
    read = [passage("河口的春天。", printed="河囗的春天。")]
    assert find("河囗", *read).fragments()[0].text == "河囗的春天。"
    assert find("河口", *read).fragments()[0].text == "河口的春天。"
