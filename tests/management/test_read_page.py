"""`read_page` at a terminal, in a pipe and into files."""

import json
import os
import pty
import subprocess
import sys
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

TEXT = """石桥晚报
2025年12月29日 第3版

石桥镇修好百口古井

本报讯（记者穆青禾）镇上的人又喝上了井水。

水是甜的，孩子们围着井台不肯走。
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "03.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def said(file, **options):
    out = StringIO()
    call_command("read_page", str(file), stdout=out, **options)
    return out.getvalue()


def at_a_terminal(file, *arguments, **environment):
    """What the command writes to a real terminal."""
    ours, its = pty.openpty()
    command = [sys.executable, "manage.py", "read_page", str(file), *arguments]
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "DJANGO_COLORS")}
    process = subprocess.Popen(
        command, stdout=its, cwd=settings.BASE_DIR, env=kept | {"COLUMNS": "70"} | environment
    )
    os.close(its)
    written = b""
    try:
        while more := os.read(ours, 65536):
            written += more
    except OSError:  # Linux says so that the other end was closed.
        pass
    os.close(ours)
    assert process.wait() == 0
    return written.decode()


def test_terminal_has_colours(file):
    written = at_a_terminal(file)
    assert "\x1b[" in written
    assert "石桥镇修好百口古井" in written


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [((), {"NO_COLOR": "1"}), (("--no-color",), {}), ((), {"DJANGO_COLORS": "nocolor"})],
)
def test_terminal_without_colours_where_they_are_not_wanted(file, arguments, environment):
    written = at_a_terminal(file, *arguments, **environment)
    assert "\x1b[" not in written
    assert "石桥镇修好百口古井" in written


def test_pipe_has_no_colours_unless_they_are_forced(file):
    assert "\x1b[" not in said(file)
    assert "\x1b[1;36m" in said(file, force_color=True)


def test_lines_are_cut_to_the_width_that_the_terminal_states(file, monkeypatch):
    file.write_text(TEXT + "\n" + "井水清甜，" * 60, encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "60")
    narrow = said(file)
    monkeypatch.setenv("COLUMNS", "120")
    wide = said(file)
    assert "略" in narrow
    assert max(map(len, narrow.split("\n"))) < max(map(len, wide.split("\n")))


def test_json_is_the_whole_reading_and_output_writes_it_to_a_file(file, tmp_path):
    reading = json.loads(said(file, json=True))
    assert [article["headline"] for article in reading["articles"]] == ["石桥镇修好百口古井"]
    assert said(file, output=tmp_path / "out") == ""
    assert json.loads((tmp_path / "out" / "03.json").read_text(encoding="utf-8")) == reading


def test_unreadable_file_is_named_and_the_others_are_read(file, tmp_path):
    bad = tmp_path / "04.txt"
    bad.write_bytes(b"")
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="1 of 2 files"):
        call_command("read_page", str(bad), str(file), stdout=out, stderr=err)
    assert "04.txt" in err.getvalue()
    assert "石桥镇修好百口古井" in out.getvalue()
