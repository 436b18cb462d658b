import pytest

from articles.transcription.labels import UnknownEdition, label_key, normal_edition, normal_label


@pytest.mark.parametrize(
    "text, label",
    [
        ("01", "1"),
        ("3", "3"),
        ("第3版", "3"),
        ("第01版", "1"),
        ("第十二版", "12"),
        ("二十", "20"),
        ("头版", "1"),
        ("A08", "A08"),
        ("a08版", "A08"),
        ("Ａ０８", "A08"),
        ("T2", "T2"),
        ("增1", "增1"),
        ("4-5", "4-5"),
        ("04—05版", "4-5"),
        ("", ""),
        ("0", ""),
        ("A/8", "A-8"),
    ],
)
def test_labels_stay_as_printed_but_for_leading_zeros(text, label):
    assert normal_label(text) == label


def test_ways_of_writing_one_label_share_a_key():
    assert label_key("A08") == label_key("A8")
    assert label_key("01") == label_key("第一版")
    assert label_key("10") != label_key("1")
    assert label_key("A10") != label_key("A1")


@pytest.mark.parametrize(
    "text, code",
    [
        ("早版", "morning"),
        ("晚版", "evening"),
        ("號外", "extra"),
        ("地方版", "regional"),
        ("增刊", "supplement"),
        ("Extra", "extra"),
        ("", ""),
    ],
)
def test_editions_have_codes(text, code):
    assert normal_edition(text) == code


def test_an_unknown_edition_is_refused():
    with pytest.raises(UnknownEdition):
        normal_edition("豪华版")
