from articles.search import analysis


def test_characters_are_folded_and_white_space_is_not_there():
    assert analysis.characters("臺 北\u3000ＡＢ\n鍾\u200b先生，") == "台北ab钟先生,"


def test_every_character_knows_where_it_stands():
    text = "\u3000山 川\n報ＡＢ"
    seen, places = analysis.located_characters(text)
    assert seen == analysis.characters(text) == "山川报ab"
    assert [text[place] for place in places] == list("山川報ＡＢ")


def test_words_overlap_as_in_search_mode_and_leave_punctuation_out():
    assert {"创新", "工作", "工作室"} <= set(analysis.words("《创新工作室》！"))
    assert all(word.isalnum() for word in analysis.words("《创新》——工作室！（3）"))


def test_traditional_text_gives_the_same_words():
    assert analysis.words("創新工作室在鄉村") == analysis.words("创新工作室在乡村")


def test_plain_words_follow_each_other():
    assert "".join(analysis.plain_words("创新工作室在乡村")) == "创新工作室在乡村"
