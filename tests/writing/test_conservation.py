"""No character is lost: what the archive shows, laid back on the transcription, covers it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from articles.assembling import assemble
from articles.importing import import_pages
from articles.models import Page
from articles.segmentation import Block, Role

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared" / "pages"
FOLDERS = [ROOT / "sample", ROOT / "tests" / "pages", SHARED / "dev", SHARED / "real"]

# What no reader misses: what a vision model set up its text with, and characters that are never seen.
UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
TOKEN = (
    rf"#+|\*+|`+[a-z]*|>+|[-+]|[-|:_=*— ]*-{{2,}}[-|:_=*— ]*|\|[|: ]*-[-|: ]*|</?[a-z]+/?>|[{UNSEEN}]+|\s+"
)
MARKUP = re.compile(rf"(?:{TOKEN})+", re.IGNORECASE)


def shown_parts(page):
    """Everything that the site shows of a page: the articles' layouts and the furniture."""
    for article in page.articles.current():
        yield from ((part["text"], part["runs"]) for part in article.layout)
    text = page.transcription.text
    for row in page.transcription.blocks.filter(article=None):
        yield from (
            (part.text, part.runs)
            for part in assemble(text, [Block(row.start, row.end, Role(row.role))]).parts
        )


def laid_back(page):
    """How often every character of the transcription is shown; checks that it is shown as printed."""
    printed, covered = page.transcription.text, Counter()
    for shown, runs in shown_parts(page):
        mapped = 0
        for start, length, first, printed_length in runs:
            assert length == printed_length  # nothing is emended here
            original = printed[first : first + length]
            # A line end between two Latin words is shown as a space.
            assert shown[start : start + length] == original.replace("\n", " ")
            covered.update(range(first, first + length))
            mapped += length
        assert len(shown) - mapped == sum(c.isspace() for c in unmapped(shown, runs))
    return covered


def unmapped(shown, runs):
    mapped = {offset for start, length, *_ in runs for offset in range(start, start + length)}
    return [char for offset, char in enumerate(shown) if offset not in mapped]


def left_over(page, covered):
    """The stretches of the transcription that are shown nowhere, white space and markup apart."""
    text = page.transcription.text
    rest = "".join("\0" if covered[offset] else char for offset, char in enumerate(text))
    return [piece for piece in re.split(r"[\0\n]+", rest) if piece and not MARKUP.fullmatch(piece)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_is_shown_is_the_whole_transcription_once(folder):
    if not folder.is_dir():
        pytest.skip(f"the collected pages are not here: {folder.name}")
    report = import_pages([folder])
    assert not [file for file in report.files if file.outcome == "failed"]
    for page in Page.objects.all():
        covered = laid_back(page)
        assert left_over(page, covered) == [], page.source
        assert max(covered.values()) == 1, page.source
        blocks = page.transcription.blocks.order_by("start").values_list("start", "end")
        tiled = Counter(offset for start, end in blocks for offset in range(start, end))
        text = page.transcription.text
        assert all(tiled[at] == 1 for at, char in enumerate(text) if not char.isspace()), page.source
