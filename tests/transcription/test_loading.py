import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.transcription import LARGEST_FILE, MOST_LINES, Given, UnreadablePage, from_bytes, from_path
from articles.transcription.unreadable import (
    EmptyFile,
    MissingFile,
    MixedEncoding,
    NoPermission,
    NotAFile,
    NoText,
    NotText,
    TooLarge,
    UnknownEncoding,
)

PAGE = """云岭晨报

2031年4月8日 星期二 第2版 综合

清溪桥头建起司机小站

本报讯（记者沈怀瑾）4月7日，清溪县总工会在桥头停车区建起的司机小站开门迎客。
小站里有热水、药箱和充电桩，过路的货车司机可以在这里歇脚。
"""
TRADITIONAL = "雲嶺晨報\n\n本報訊（記者沈懷瑾）清溪縣總工會在橋頭停車區建起的司機小站開門迎客，過路的貨車司機可以在這裡歇腳。\n"


def test_text_is_kept_verbatim_with_both_checksums():
    page = from_bytes(PAGE.encode())
    assert page.text == PAGE
    assert page.encoding == "utf-8"
    assert page.checksum == page.byte_checksum == hashlib.sha256(PAGE.encode()).hexdigest()
    assert page.warnings == ()


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + PAGE.encode(),
        PAGE.encode("utf-16"),
        "\ufeff".encode("utf-16-be") + PAGE.encode("utf-16-be"),
        PAGE.encode("utf-32"),
        PAGE.replace("\n", "\r\n").encode(),
        PAGE.replace("\n", "\r").encode(),
        PAGE.replace("\n", "\u2028").encode(),
    ],
)
def test_marks_and_line_ends_make_no_difference(data):
    page = from_bytes(data)
    assert page.text == PAGE
    assert page.warnings == ()


@pytest.mark.parametrize(
    "encoding, name", [("gb18030", "GB18030"), ("gbk", "GB18030"), ("utf-16-le", "UTF-16")]
)
@pytest.mark.parametrize("length", [20, 60, None])
def test_other_encodings_are_decoded_with_a_warning(encoding, name, length):
    page = from_bytes(PAGE[:length].encode(encoding))
    assert page.text == PAGE[:length]
    assert page.warnings == (f"文件不是 UTF-8，已按 {name} 解读。",)


def test_big5_is_decoded_with_a_warning():
    page = from_bytes(TRADITIONAL.encode("big5hkscs"))
    assert page.text == TRADITIONAL
    assert "Big5" in page.warnings[0]


def test_traditional_text_in_gb18030_is_not_taken_for_mojibake():
    assert from_bytes(TRADITIONAL.encode("gb18030")).text == TRADITIONAL


def test_control_characters_and_terminal_escapes_are_taken_out_and_counted():
    damaged = PAGE.replace("。", "。\x00", 2).replace("小站", "\x1b[31m小站\x1b[0m", 1)
    page = from_bytes(damaged.encode())
    assert page.text == PAGE
    assert page.warnings == ("已去掉 4 个控制字符（NUL 2 个）。",)


def test_tabs_zero_width_and_rare_characters_stay():
    text = "𠮷野家\t职工\u200b许\u202e静，全角ＡＢＣ，单位㎡\n"
    assert from_bytes(text.encode()).text == text


@pytest.mark.parametrize("encoding, lost", [("utf-8", 1), ("utf-8", 2), ("gb18030", 1)])
def test_a_cut_last_character_is_dropped_with_a_warning(encoding, lost):
    whole = PAGE.strip()
    page = from_bytes(whole.encode(encoding)[:-lost])
    assert page.text == whole[:-1]
    assert any("截断" in warning for warning in page.warnings)


def test_a_broken_character_in_a_long_text_is_marked():
    data = (PAGE * 3).encode()
    middle = data.index("小站".encode()) + 1
    page = from_bytes(data[:middle] + data[middle + 1 :])
    assert page.text.count("\ufffd") == 1
    assert page.warnings == ("有 1 处无法解读，已用 U+FFFD 标出。",)


def test_mixed_encodings_are_refused_with_the_line_where_it_starts():
    with pytest.raises(MixedEncoding) as refused:
        from_bytes(PAGE.encode() + PAGE.encode("gb18030"))
    assert refused.value.values == {"line": PAGE.count("\n") + 1}


def test_a_form_feed_between_texts_is_warned_of():
    page = from_bytes((PAGE + "\f" + PAGE).encode())
    assert "换页符" in page.warnings[0]
    assert "\f" not in page.text
    assert from_bytes((PAGE + "\f").encode()).warnings == ()


@pytest.mark.parametrize(
    "data, cause",
    [
        (b"", EmptyFile),
        (" \t\n\u3000\r\n\u00a0".encode(), NoText),
        ("# \n\n---\n\n|---|---|\n\n![甲](a.jpg)\n\n**  **\n".encode(), NoText),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), NotText),
        (b"PK\x03\x04word/document.xml", NotText),
        (bytes(range(256)) * 20, NotText),
        (b"\x00\x01\x02abc" * 20, NotText),
        (b"\x81\x20\xfe\xff" * 50, UnknownEncoding),
        ("Ünïcödé größer straße".encode("latin-1"), UnknownEncoding),
        ("长".encode() * (LARGEST_FILE // 3 + 1), TooLarge),
        ("行\n".encode() * MOST_LINES, TooLarge),
    ],
)
def test_what_is_no_page_is_refused_by_cause(data, cause):
    with pytest.raises(cause) as refused:
        from_bytes(data)
    assert refused.value.reason and refused.value.remedy
    assert "%" not in str(refused.value)


def test_given_facts_come_with_the_text():
    facts = Given(newspaper="云岭晨报", label="A08")
    assert from_bytes(PAGE.encode(), facts).given == facts


def test_a_file_brings_what_its_path_says(tmp_path):
    folder = tmp_path / "云岭晨报" / "2031-04-08"
    folder.mkdir(parents=True)
    (folder / "02.txt").write_text(PAGE, encoding="utf-8")
    page = from_path(folder / "02.txt")
    assert (page.given.newspaper, page.given.date.isoformat(), page.given.label) == (
        "云岭晨报",
        "2031-04-08",
        "2",
    )


def test_missing_files_folders_and_pipes_are_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dangling.txt").symlink_to("nothing.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    for name, cause in [
        ("pipe.txt", NotAFile),
        ("dangling.txt", MissingFile),
        ("absent.txt", MissingFile),
        (".", NotAFile),
        ("loop.txt", UnreadablePage),
    ]:
        with pytest.raises(cause):
            from_path(tmp_path / name)


def test_a_file_without_permission_is_refused(tmp_path, monkeypatch):
    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("articles.transcription.loading.os.open", refuse)
    with pytest.raises(NoPermission):
        from_path(tmp_path / "secret.txt")


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    file = tmp_path / "huge.txt"
    with file.open("wb") as handle:
        handle.truncate(50_000_000_000)
    with pytest.raises(TooLarge) as refused:
        from_path(file)
    assert "2 MB" in str(refused.value)


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_unreadable(data):
    try:
        page = from_bytes(data)
    except UnreadablePage as error:
        assert str(error)
    else:
        assert from_bytes(page.text.encode()).text == page.text


@given(st.text(min_size=1, max_size=200))
def test_any_text_in_utf_8_comes_through_but_for_control_characters(text):
    try:
        page = from_bytes(text.encode("utf-8", "replace"))
    except UnreadablePage:
        return
    kept = [char for char in page.text if not char.isspace()]
    assert set(kept) <= set(text) | {"?"}


def test_paths_may_be_plain_strings(tmp_path):
    Path(tmp_path / "01.txt").write_text(PAGE, encoding="utf-8")
    assert from_path(str(tmp_path / "01.txt")).given.label == "1"
