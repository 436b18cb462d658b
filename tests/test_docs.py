"""The documents say what is there, in both languages alike."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.zh-CN.md"]
COMMANDS = sorted(name for name, app in get_commands().items() if app == "articles")
SETTING = re.compile(r"env\.(?:str|bool|list|db|int)\(\s*\"([A-Z_]+)\"|environ\.get\(\s*[\"']([A-Z_]+)[\"']")
MAKE = re.compile(r"`(?:make) ([a-z-]+)|^make ([a-z-]+)", re.MULTILINE)
MANAGE = re.compile(r"manage\.py ([a-z_]+)|^\| `([a-z_]+)[ `]", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def matches(pattern, name):
    """What a pattern finds in a document, whichever of its groups holds it."""
    return {next(filter(None, found.groups())) for found in pattern.finditer(text(name))}


@pytest.mark.parametrize("command", COMMANDS)
def test_command_has_help(command):
    assert load_command_class("articles", command).help.strip().endswith(".")


@pytest.mark.parametrize("readme", READMES)
def test_every_command_is_in_the_readme(readme):
    assert set(COMMANDS) <= matches(MANAGE, readme)


@pytest.mark.parametrize("readme", READMES)
def test_every_make_target_in_the_readme_exists(readme):
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    assert matches(MAKE, readme) <= targets


@pytest.mark.parametrize("readme", READMES)
def test_every_setting_is_in_the_readme(readme):
    settings = matches(SETTING, "newsroom/settings.py") | matches(SETTING, "gunicorn.conf.py")
    assert {f"`{name}`" for name in settings} <= set(re.findall(r"`[A-Z_]+`", text(readme)))


@pytest.mark.parametrize("readme", READMES)
def test_linked_files_exist(readme):
    missing = [path for path in LINK.findall(text(readme)) if not (ROOT / path).exists()]
    assert [path for path in missing if path != "docs/screenshot.png"] == []


@pytest.mark.parametrize("pattern", [MAKE, MANAGE], ids=["make", "manage.py"])
def test_both_readmes_name_the_same_commands(pattern):
    assert matches(pattern, "README.md") == matches(pattern, "README.zh-CN.md")


def test_both_readmes_name_the_same_variables_and_options():
    words = re.compile(r"`(--?[a-z-]+|[A-Z_]{4,})(?:[ =][^`]*)?`")
    assert set(words.findall(text("README.md"))) == set(words.findall(text("README.zh-CN.md")))


def test_changelog_has_the_version():
    version = re.search(r'^version = "(.+)"', text("pyproject.toml"), re.MULTILINE)[1]
    assert f"\n## {version}" in text("CHANGELOG.md")
