from articles.importing.names import printable


def test_chinese_and_pictographs_are_shown_as_they_are():
    assert printable("工人日报 🗞 \"双\" 'quote'") == "工人日报 🗞 \"双\" 'quote'"


def test_what_a_terminal_would_obey_is_escaped():
    assert printable("a\nb\x1b[31m\u202e\udcff") == "a\\nb\\x1b[31m\\u202e\\udcff"
