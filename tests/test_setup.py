"""From a fresh clone to a site: the commands that set up, fill and serve an archive."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Batch, Page

ROOT = Path(__file__).parent.parent
PRODUCTION = {
    "ALLOWED_HOSTS": "news.example.org",
    "CSRF_TRUSTED_ORIGINS": "https://news.example.org",
    "HTTPS": "1",
}


def page_count():
    return len(list((ROOT / "sample").rglob("*.txt")))


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def environment(tmp_path):
    """A data folder of its own, and nothing of the caller's settings."""
    ours = {
        "SECRET_KEY",
        "DATABASE_URL",
        "ALLOWED_HOSTS",
        "HTTPS",
        "DEBUG",
        "DJANGO_SETTINGS_MODULE",
        "DJANGO_ALLOW_ASYNC_UNSAFE",
    }
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {**kept, "NEWSROOM_DATA": str(tmp_path / "data"), "WEB_CONCURRENCY": "1"}


def make(folder, *arguments):
    return subprocess.run(["make", *arguments], cwd=folder, capture_output=True, text=True)


@pytest.fixture
def clone(tmp_path):
    """A folder with what `make setup` reads, and no .venv."""
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def script(path, text):
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


# make


def test_setup_names_a_python_that_is_too_old(clone):
    old = script(clone / "old", 'case "$1" in --version) echo "Python 3.9.2";; *) exit 1;; esac')
    done = make(clone, "setup", f"PYTHON={old}")
    assert done.returncode != 0
    assert "needs Python 3.11" in done.stderr and "Python 3.9.2" in done.stderr
    assert not (clone / ".venv").exists()


def test_setup_says_what_to_install_where_venv_is_missing(clone):
    without = script(clone / "without", 'case "$2" in *venv*) exit 1;; esac')
    done = make(clone, "setup", f"PYTHON={without}")
    assert done.returncode != 0
    assert "python3-venv" in done.stderr


def test_setup_that_is_done_does_nothing(clone):
    (clone / ".venv").mkdir()
    (clone / ".venv" / ".installed").touch()
    assert make(clone, "setup", "PYTHON=/nonexistent").returncode == 0


def test_setup_begins_again_where_it_was_interrupted(clone):
    (clone / ".venv" / "bin").mkdir(parents=True)
    done = make(clone, "--dry-run", "setup")
    assert "-m venv --clear .venv" in done.stdout


# first_import


@pytest.mark.django_db(transaction=True)
def test_empty_archive_gets_the_sample_once():
    call_command("first_import")
    articles = Article.objects.count()
    assert Page.objects.count() == page_count()
    call_command("first_import")
    assert Article.objects.count() == articles
    assert list(Batch.objects.values_list("name", flat=True)) == ["sample"]


@pytest.mark.django_db(transaction=True)
def test_sample_can_be_taken_out_again():
    call_command("first_import")
    call_command("remove_batch", "sample", purge=True)
    assert not Page.objects.exists() and not Article.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_own_pages_come_instead_of_the_sample(tmp_path):
    folder = tmp_path / "潮头晚报" / "2024-05-06"
    folder.mkdir(parents=True)
    (folder / "02.txt").write_text("渔市新开张\n\n本报讯 昨日清晨，新渔市开门迎客。\n", encoding="utf-8")
    call_command("first_import", str(tmp_path))
    call_command("first_import")
    assert [str(page.issue.newspaper) for page in Page.objects.all()] == ["潮头晚报"]


@pytest.mark.django_db
def test_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match="no folder .*missing"):
        call_command("first_import", str(tmp_path / "missing"))


# serve


def test_port_that_is_taken_is_said_before_anything_is_done(environment):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = manage(environment, "serve", "--port", str(port))
    assert done.returncode != 0
    assert f"port {port}" in done.stderr and "make run PORT=" in done.stderr
    assert not (Path(environment["NEWSROOM_DATA"]) / "newsroom.sqlite3").exists()


def test_archive_is_served_and_served_again(environment, free_port, tmp_path):
    for _start in range(2):
        with open(tmp_path / "output", "w+", encoding="utf-8") as output:
            command = [sys.executable, "manage.py", "serve", "--port", str(free_port)]
            server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
            try:
                home = fetch(f"http://127.0.0.1:{free_port}/", server)
                found = fetch(f"http://127.0.0.1:{free_port}/search/?q=%E5%A4%9C%E6%B8%A1", server)
            finally:
                server.terminate()
                server.wait(timeout=30)
            output.seek(0)
            said = output.read()
        assert f"http://127.0.0.1:{free_port}/" in said and "make editor" in said
        assert "汐州日报" in home and "汐江之星" in home
        assert "夜渡" in found and "<mark" in found
        style = re.search(r'href="(/static/site\.\w+\.css)"', home)[1]
        assert style


def fetch(address, server, patience=120):
    """A page's text, as soon as the server answers."""
    until = time.monotonic() + patience
    while True:
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            assert server.poll() is None, "the server has ended"
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.2)


def manage(environment, *arguments):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True
    )


# production


def test_production_settings_of_the_readme_pass_the_deployment_check(environment):
    for name, value in PRODUCTION.items():
        for readme in ("README.md", "README.zh-CN.md"):
            assert f"{name}={value}" in (ROOT / readme).read_text(encoding="utf-8")
    done = manage({**environment, **PRODUCTION}, "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


def test_secret_key_is_made_once_and_for_the_owner_alone(environment):
    key = Path(environment["NEWSROOM_DATA"]) / "secret_key"
    manage(environment, "check")
    first = key.read_text(encoding="ascii")
    manage(environment, "check")
    assert key.read_text(encoding="ascii") == first and len(first) >= 50
    assert key.stat().st_mode & 0o077 == 0
