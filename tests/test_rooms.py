"""The pure rooms stay pure, and imports go one way (DESIGN: the road of a page)."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLES = Path(__file__).parent.parent / "articles"
PURE = [
    "folding",
    "alignment",
    "transcription",
    "segmentation",
    "recognition",
    "assembling",
    "reading",
    "reading_ahead",
]

# What each room may import of the others; nothing else of `articles`.
ROAD = {
    "folding": set(),
    "alignment": {"folding"},
    "transcription": {"folding"},
    "segmentation": {"transcription", "folding"},
    "assembling": {"segmentation"},
    "recognition": {"transcription", "segmentation", "assembling", "folding"},
    "reading": {"transcription", "segmentation", "recognition", "assembling"},
    "reading_ahead": {"reading", "segmentation", "transcription"},
    "models": {"folding"},
    "search": {"models", "folding"},
    "writing": {
        "models",
        "assembling",
        "alignment",
        "folding",
        "reading",
        "recognition",
        "segmentation",
        "transcription",
    },
    "corrections": {"models", "writing", "reading", "search", "assembling", "transcription"},
    "importing": {
        "models",
        "writing",
        "reading",
        "reading_ahead",
        "recognition",
        "search",
        "transcription",
        "folding",
    },
}


def test_pure_rooms_load_without_django():
    code = "import sys, " + ", ".join(f"articles.{room}" for room in PURE)
    code += "; sys.exit('django' in sys.modules or 'haystack' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ARTICLES.parent).returncode == 0


@pytest.mark.parametrize("room", ROAD)
def test_room_imports_only_rooms_before_it(room):
    path = ARTICLES / room
    files = sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    imported = {name for file in files for name in _rooms_imported(file)}
    assert imported - {room} <= ROAD[room]


def _rooms_imported(file):
    """The rooms of `articles` that a file imports, whichever way it says so."""
    package = ["articles", *file.relative_to(ARTICLES).parts[:-1]]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = [*base, *(node.module.split(".") if node.module else [])]
            names = [".".join([*module, alias.name]) for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "articles" and len(parts) > 1:
                yield parts[1]
