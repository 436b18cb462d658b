import datetime

import pytest

from articles.importing.files import find_files
from articles.importing.stating import Stating
from articles.transcription import Given, UnusableManifest

DAY = datetime.date(2031, 4, 8)


def said(folder, options=Given()):  # noqa: B008 (frozen)
    sources = find_files([folder]).sources
    stating = Stating(sources, options)
    return stating, {source.path.name: stating.given(source) for source in sources}


def test_options_are_believed_before_the_manifest_and_that_before_the_path(folder, put):
    put("云岭晨报/2031-04-08/01.txt", "文")
    put("云岭晨报/manifest.csv", "file,date,page\n2031-04-08/01.txt,2031-04-09,3\n")
    _, given = said(folder, Given(label="5"))
    assert given["01.txt"].newspaper == "云岭晨报"
    assert given["01.txt"].date == datetime.date(2031, 4, 9)
    assert given["01.txt"].label == "5"
    assert len(given["01.txt"].contradictions) == 3


def test_the_nearest_manifest_is_believed(folder, put):
    put("a/b/01.txt", "文")
    put("a/manifest.csv", "file,page\nb/01.txt,7\n")
    put("a/b/manifest.csv", "file,page\n01.txt,8\n")
    assert said(folder)[1]["01.txt"].label == "8"


def test_files_that_a_manifest_lists_and_nobody_found_are_named(folder, put):
    put("01.txt", "文")
    put("manifest.csv", "file,page\n01.txt,1\n02.txt,2\n")
    stating, _ = said(folder)
    assert stating.unlisted(find_files([folder]).sources) == [(folder / "manifest.csv", "02.txt")]


def test_a_manifest_without_head_stops_the_run(folder, put):
    put("01.txt", "文")
    put("manifest.csv", "一,二\n")
    with pytest.raises(UnusableManifest):
        said(folder)
