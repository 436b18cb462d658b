import os

import pytest

from articles.importing.files import find_files, picture_beside, stored_path


def names(found, root):
    return [source.path.relative_to(root).as_posix() for source in found.sources]


def test_pages_are_found_below_and_sorted_whatever_order_they_are_named_in(folder, put):
    for name in ("b/02.txt", "a/10.md", "a/2.TXT", "c.txt"):
        put(name, "文")
    expected = ["a/10.md", "a/2.TXT", "b/02.txt", "c.txt"]
    assert names(find_files([folder]), folder) == expected
    assert names(find_files([folder / "c.txt", folder / "b", folder / "a", folder]), folder) == expected


def test_what_is_no_page_by_its_name_is_counted(folder, put):
    for name in (
        "README.md",
        "readme.zh-CN.md",
        "LICENSE.txt",
        "CHANGELOG",
        "notes.json",
        "说明.txt",
        ".hidden.txt",
        "01.txt",
    ):
        put(name, "文")
    put("01.jpg", b"\xff\xd8\xff")
    put("manifest.csv", "file\n")
    found = find_files([folder])
    assert names(found, folder) == ["01.txt"]
    assert found.skipped == 7


def test_a_page_whose_name_only_begins_like_a_readme_is_a_page(folder, put):
    put("licensed-trades.txt", "文")
    put("readmeters.txt", "文")
    assert len(find_files([folder]).sources) == 2


def test_links_to_folders_loops_and_pipes_are_passed_over_with_a_word(folder, put):
    put("sub/page.txt", "文")
    (folder / "sub" / "up").symlink_to("..")
    (folder / "sub" / "self.txt").symlink_to("self.txt")
    os.mkfifo(folder / "pipe.txt")
    found = find_files([folder])
    assert names(found, folder) == ["sub/page.txt"]
    assert found.refused == []
    assert len(found.odd) == 3


def test_links_that_leave_the_folder_or_lead_nowhere_are_refused(folder, put, tmp_path):
    (tmp_path / "secret.txt").write_text("文")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "gone.txt").symlink_to("nothing.txt")
    for named in ([folder], [folder / "out.txt", folder / "gone.txt"]):
        found = find_files(named)
        assert found.sources == []
        assert len(found.refused) == 2


def test_a_link_inside_the_folder_gives_its_file_once(folder, put):
    put("raw/page.txt", "文")
    put("raw/page.ocr", "字")
    (folder / "a.txt").symlink_to("raw/page.txt")
    (folder / "b.txt").symlink_to("raw/page.ocr")
    assert names(find_files([folder]), folder) == ["raw/page.ocr", "raw/page.txt"]


def test_a_folder_may_be_named_like_a_page_and_may_be_a_link(folder, put, tmp_path):
    put("27.txt/01.txt", "文")
    (tmp_path / "linked").symlink_to(folder)
    assert names(find_files([tmp_path / "linked"]), folder) == ["27.txt/01.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_may_not_be_read_is_refused_and_the_others_are_read(folder, put):
    put("closed/01.txt", "文")
    put("open/01.txt", "文")
    (folder / "closed").chmod(0)
    found = find_files([folder])
    (folder / "closed").chmod(0o755)
    assert names(found, folder) == ["open/01.txt"]
    assert len(found.refused) == 1


def test_a_picture_of_the_same_name_is_found(folder, put):
    page = put("01.txt", "文")
    assert picture_beside(page) == ""
    put("01.png", b"\x89PNG")
    assert picture_beside(page) == str(folder / "01.png")


def test_a_name_that_is_no_unicode_can_be_stored(folder):
    path = os.fsdecode(b"/pages/\xff\xfe.txt")
    assert stored_path(path).encode() == rb"/pages/\xff\xfe.txt"
