"""Every bad input of ../shared/pages/bad comes out as its expected.md says."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from articles.models import Article, Block, IndexTask, Issue, Newspaper, Page, Transcription

BAD = Path(__file__).resolve().parents[3] / "shared" / "pages" / "bad"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not BAD.is_dir(), reason="needs ../shared/pages/bad"),
]

# file (or folder) -> what one import of it alone comes to
EXPECTED = {
    "01_empty.txt": {"failed": 1},
    "02_whitespace.txt": {"failed": 1},
    "03_furniture_only.txt": {"new": 1},
    "04_gb18030.txt": {"new": 1},
    "05_utf16_bom.txt": {"new": 1},
    "06_utf8_bom.txt": {"new": 1},
    "07_nul_bytes.txt": {"new": 1},
    "08_png.txt": {"failed": 1},
    "09_crlf.txt": {"new": 1},
    "10_cr_only.txt": {"new": 1},
    "11_rlo_zero_width.txt": {"new": 1},
    "12_html_injection.txt": {"new": 1},
    "13_template_injection.txt": {"new": 1},
    "14_one_line_20mb.txt": {"failed": 1},
    "15_lines_200k.txt": {"failed": 1},
    "16_duplicate_*.txt": {"new": 1, "unchanged": 1},
    "17_conflict_*.txt": {"new": 1, "waiting": 1},
    "18_impossible_date.txt": {"new": 1},
    "19_symlink_loop": {"new": 1},
    "20_unreadable.txt": {"new": 1} if os.geteuid() == 0 else {"failed": 1},
    "21_deep": {"new": 1},
    "22_*.txt": {"new": 2},
    "23_docx.txt": {"failed": 1},
    "24_cut_in_character.txt": {"new": 1},
    "25_mixed_encoding.txt": {"failed": 1},
    "26_dangling.txt": {"failed": 1},
    "27_folder.txt": {},
    "28_fifo.txt": {},
    "29_link_outside.txt": {"failed": 1},
    "30_regex_bomb.txt": {"new": 1},
    "31_long_headline.txt": {"new": 1},
    "32_rare_characters.txt": {"new": 1},
    "33_two_pages_form_feed.txt": {"new": 1},
    "34_control_characters.txt": {"new": 1},
    "35_notes.json": {},
    "36_markdown_only.txt": {"failed": 1},
}
SAME_PAGE = ["04_gb18030.txt", "05_utf16_bom.txt", "06_utf8_bom.txt", "09_crlf.txt", "10_cr_only.txt"]
WARNED = [
    "03_furniture_only.txt",
    "04_gb18030.txt",
    "07_nul_bytes.txt",
    "24_cut_in_character.txt",
    "33_two_pages_form_feed.txt",
    "34_control_characters.txt",
]


@pytest.fixture(scope="module")
def bad(tmp_path_factory):
    """The bad files, made anew."""
    folder = tmp_path_factory.mktemp("bad") / "files"
    subprocess.run([sys.executable, BAD / "make.py", folder], check=True, capture_output=True)
    return folder


def paths(bad, pattern):
    return [bad / name for name in sorted(os.listdir(bad)) if Path(name).match(pattern)]


@pytest.mark.parametrize("name", EXPECTED)
def test_each_bad_input_alone(bad, imported, name):
    started = time.monotonic()
    named = paths(bad, name)
    assert named
    assert imported(*named) == EXPECTED[name]
    assert time.monotonic() - started < 20
    for file in imported.report.files:
        if file.outcome in ("failed", "waiting"):
            assert file.reason and file.remedy
    stored = "".join(Transcription.objects.values_list("text", flat=True))
    assert not set(stored) & {*map(chr, range(9)), "\x0b", "\x0c", "\r", "\x1b", "\x85", "\u2028"}
    assert "\ufeff" not in stored[:1]
    assert not IndexTask.objects.exists()


@pytest.mark.parametrize("name", SAME_PAGE)
def test_one_page_in_other_bytes_is_one_page(bad, imported, name):
    imported(bad / name)
    again = {"unchanged": len(SAME_PAGE) - 1}
    assert imported(*(bad / other for other in SAME_PAGE if other != name)) == again
    text = Page.objects.get().transcription.text
    assert text == (BAD.parent / "dev" / "d01.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WARNED)
def test_what_was_mended_is_said(bad, imported, name):
    imported(bad / name)
    assert any(file.notes for file in imported.report.files)


def test_limits_refuse_large_files_at_once(bad, imported):
    started = time.monotonic()
    assert imported(bad / "14_one_line_20mb.txt", bad / "15_lines_200k.txt") == {"failed": 2}
    assert time.monotonic() - started < 4


def test_a_file_name_stays_on_one_line(bad, command):
    code, _out, err = command(
        "import_pages", "--dry-run", *paths(bad, "22_*.txt"), bad / "34_control_characters.txt"
    )
    assert code == 0
    assert all(line.isprintable() for line in err.splitlines())


def test_the_machines_own_files_are_not_published(bad, imported):
    imported(bad / "29_link_outside.txt", bad / "19_symlink_loop")
    assert Page.objects.count() == 1


def test_an_impossible_date_stays_empty(bad, imported):
    imported(bad / "18_impossible_date.txt")
    assert Issue.objects.get().date is None


def test_furniture_alone_makes_no_article(bad, imported):
    imported(bad / "03_furniture_only.txt")
    assert not Article.objects.exists()


def test_a_very_long_headline_loses_no_text(bad, imported):
    imported(bad / "31_long_headline.txt")
    text = "".join(f"{article.headline}{article.body}" for article in Article.objects.all())
    assert text.count("长标题") == 1700


def test_rare_characters_survive(bad, imported):
    imported(bad / "32_rare_characters.txt")
    text = Page.objects.get().transcription.text
    assert all(char in text for char in "𠮷𡈽㛃𬭊𬀩\U000f0001ＡＢＣｶⅣ①㎡㐀")


def test_the_whole_folder_in_one_run_and_again(bad, imported):
    imported(bad)
    report = imported.report
    assert report.exit_code == 1
    assert report.seconds < 60
    models = (Newspaper, Issue, Page, Transcription, Article, Block)
    before = [list(model.objects.order_by("pk").values()) for model in models]
    imported(bad)
    assert (
        not imported.report.pages["new"] + imported.report.pages["changed"] + imported.report.pages["moved"]
    )
    assert [list(model.objects.order_by("pk").values()) for model in models] == before
