import datetime
from pathlib import Path

import pytest

from articles.transcription import Given, given_from_path

DAY = datetime.date(2025, 12, 29)


def said(path, root="/archive"):
    given = given_from_path(Path("/archive") / path, Path(root))
    date = given.date.isoformat() if given.date else None
    return (given.newspaper, date, given.edition, given.label, given.page_name)


@pytest.mark.parametrize(
    "path, expected",
    [
        ("云岭晨报/2025-12-29/01.txt", ("云岭晨报", "2025-12-29", None, "1", None)),
        ("云岭晨报_2025-12-29_第1版.txt", ("云岭晨报", "2025-12-29", None, "1", None)),
        ("云岭晨报2025年12月29日第1版要闻.txt", ("云岭晨报", "2025-12-29", None, "1", "要闻")),
        ("云岭晨报/2025/12/29/A08.txt", ("云岭晨报", "2025-12-29", None, "A08", None)),
        ("云岭晨报/2025年/12月29日/增1.txt", ("云岭晨报", "2025-12-29", None, "增1", None)),
        ("云岭晨报/2025/2025-12/2025-12-29/4-5.txt", ("云岭晨报", "2025-12-29", None, "4-5", None)),
        ("云岭晨报/2025-12-29/号外/01.txt", ("云岭晨报", "2025-12-29", "extra", "1", None)),
        ("云岭晨报/2025-12-29晚版/02 副刊.txt", ("云岭晨报", "2025-12-29", "evening", "2", "副刊")),
        ("《雲嶺晨報》/20251229/T2.md", ("雲嶺晨報", "2025-12-29", None, "T2", None)),
        ("yljb20251229_A01.txt", (None, "2025-12-29", None, "A01", None)),
        ("2025122903.txt", (None, "2025-12-29", None, "3", None)),
        ("20251229/page_03.txt", (None, "2025-12-29", None, "3", None)),
        ("2025-12-29/第十二版.txt", (None, "2025-12-29", None, "12", None)),
        ("2025-12-29/第2版/text.txt", (None, "2025-12-29", None, "2", None)),
        ("Yunling Morning News/2025-12-29/3.txt", ("Yunling Morning News", "2025-12-29", None, "3", None)),
        ("云岭周刊/2025-12/03.txt", ("云岭周刊", "2025-12-01", None, "3", None)),
        ("云岭晨报/03版：要闻.txt", ("云岭晨报", None, None, "3", "要闻")),
    ],
)
def test_paths_say_newspaper_date_edition_and_page(path, expected):
    assert said(path) == expected


@pytest.mark.parametrize(
    "path",
    [
        "d01.txt",
        "front-page.txt",
        "16_duplicate_a.txt",
        "scan_001.txt",
        "资料/剪报/旧稿.txt",
        "IMG_4711.txt",
        "海报/最终稿.txt",
        "12-29.txt",
        "page.txt",
    ],
)
def test_what_a_path_does_not_say_stays_unknown(path):
    assert said(path) == (None, None, None, None, None)


def test_a_month_alone_has_the_precision_of_a_month():
    given = given_from_path(Path("/archive/云岭周刊/1957年3月/02.txt"), Path("/archive"))
    assert (given.date, given.date_precision) == (datetime.date(1957, 3, 1), "month")


def test_an_impossible_date_is_said_and_left_out():
    for path in ("云岭晨报/2025-02-30/01.txt", "云岭晨报_2025-02-30_01.txt"):
        given = given_from_path(Path("/archive") / path, Path("/archive"))
        assert given.date is None
        assert "2025-02-30" in given.contradictions[0]
        assert given.newspaper == "云岭晨报"


def test_file_and_folder_that_differ_are_a_contradiction_and_the_file_is_believed():
    given = given_from_path(Path("/archive/2025-12-28/云岭晨报_2025-12-29_第1版.txt"), Path("/archive"))
    assert given.date == DAY
    assert len(given.contradictions) == 1
    assert "2025-12-28" in given.contradictions[0]


def test_a_folder_of_a_year_and_a_full_date_agree():
    given = given_from_path(Path("/archive/2025/云岭晨报_2025-12-29_第1版.txt"), Path("/archive"))
    assert given.date == DAY
    assert given.contradictions == ()


def test_facts_do_not_depend_on_which_folder_was_named():
    file = Path("/archive/云岭晨报/2025/12/29/01.txt")
    roots = [file.parents[depth] for depth in range(5)]
    assert len({given_from_path(file, root) for root in roots}) == 1


def test_folders_above_the_imported_one_count_until_two_in_a_row_say_nothing():
    file = Path("/海滨日报/ocr/01.txt")
    assert given_from_path(file, file.parent).newspaper == "海滨日报"
    file = Path("/海滨日报/ocr/new/01.txt")
    assert given_from_path(file, file.parent) == Given(label="1")
    assert given_from_path(file, Path("/海滨日报")).newspaper == "海滨日报"


def test_a_path_without_root_is_read_from_the_file_upwards():
    assert given_from_path(Path("/x/云岭晨报/2025-12-29/01.txt")) == Given(
        newspaper="云岭晨报", date=DAY, label="1"
    )
