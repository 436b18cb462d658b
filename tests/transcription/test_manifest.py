import datetime

import pytest

from articles.transcription import Given, UnusableManifest, read_manifest
from articles.transcription.manifest import MANIFEST

DAY = datetime.date(2031, 4, 8)
CHINESE = "文件,报纸,日期,版别,版次,版名\n甲.txt,云岭晨报,2031年4月8日,号外,A08,副刊\n"


def manifest(folder, text, encoding="utf-8"):
    path = folder / MANIFEST
    path.write_bytes(text.encode(encoding))
    return read_manifest(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_manifest_is_read_in_any_usual_encoding(tmp_path, encoding):
    assert manifest(tmp_path, CHINESE, encoding).of(tmp_path / "甲.txt") == Given(
        newspaper="云岭晨报", date=DAY, edition="extra", label="A08", page_name="副刊"
    )


def test_english_columns_in_any_order_with_empty_cells(tmp_path):
    table = manifest(tmp_path, "page,file,remark,date\r\n03,sub/a.txt,blurred,\r\n,b.txt,,2031-04\r\n")
    assert table.of(tmp_path / "sub" / "a.txt") == Given(label="3")
    assert table.of(tmp_path / "b.txt") == Given(date=datetime.date(2031, 4, 1), date_precision="month")
    assert table.of(tmp_path / "c.txt") is None


def test_files_may_be_listed_without_ending_or_with_backslashes(tmp_path):
    table = manifest(tmp_path, "file\tpage\nsub\\a\t1\n./b.txt\t2\n")
    assert table.of(tmp_path / "sub" / "a.txt") == Given(label="1")
    assert table.of(tmp_path / "b.txt") == Given(label="2")


def test_a_file_listed_twice_keeps_its_first_row_and_is_said(tmp_path):
    table = manifest(tmp_path, "file,page\na.txt,1\na.txt,2\n")
    assert table.of(tmp_path / "a.txt") == Given(label="1")
    assert "第 3 行" in table.warnings[0]


def test_what_makes_no_sense_in_a_row_is_said_and_left_out(tmp_path):
    given = manifest(tmp_path, "file,date,edition,page\na.txt,2031-02-30,豪华版,1\n").of(tmp_path / "a.txt")
    assert (given.date, given.edition, given.label) == (None, None, "1")
    assert len(given.contradictions) == 2


@pytest.mark.parametrize("data", [b"", b"\x89PNG", b"a,b\n1,2\n"])
def test_a_table_without_usable_head_is_refused(tmp_path, data):
    (tmp_path / MANIFEST).write_bytes(data)
    with pytest.raises(UnusableManifest) as refused:
        read_manifest(tmp_path / MANIFEST)
    assert MANIFEST in str(refused.value)
