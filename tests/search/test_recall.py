"""What is found, against a plain scan of what a reader sees: thousands of strings, none missing, none too many."""

import random

import pytest
from haystack import connections

from articles import search
from articles.folding import fold
from articles.search.matching import Narrowing
from articles.search.query import parse

from .conftest import contribute, make_article, make_page, mention, part

pytestmark = pytest.mark.django_db

ARTICLES = 120
SURNAMES = "赵钱孙李周吴郑王陈沈欧阳钟鍾锺"
GIVEN = "青禾明远志强秀蘭国華建军丽雲雨涵從從从"
CHARACTERS = "的了在是工会職职业學学生產产车間间书書屋新创創一二三12ＡｂC，。、！：“”《》—"
WORDS = "总工会 創新工作室 贵金属 高技能人才 雄安新区 體育館 劳动 報道 记者 臺風 网络 發展 发展 春天 书屋"
ROLES = ("headline", "kicker", "deck", "byline", "subhead", "caption", "credit", "tail", "verse", "paragraph")


class Archive:
    """Invented articles, and what a reader sees of them, passage by passage."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.names = [self.name() for _ in range(40)]
        self.shown = {}
        for _ in range(ARTICLES):
            self.add()

    def name(self):
        return self.chance.choice(SURNAMES) + "".join(self.chance.choices(GIVEN, k=self.chance.randint(1, 2)))

    def text(self, length):
        pieces = self.chance.choices(
            [self.names, CHARACTERS, WORDS.split(), " \u3000\n"],
            (1, 6, 2, 0.4),
            k=self.chance.randint(1, length),
        )
        return "".join(self.chance.choice(piece) for piece in pieces).strip() or "山"

    def add(self):
        page = make_page(date=f"2025-12-{self.chance.randint(1, 28):02}")
        layout = [part("headline", self.text(8))]
        for role in self.chance.choices(ROLES[1:], k=self.chance.randint(1, 8)):
            layout.append(self.part(role))
        article = make_article(layout=layout, page=page)
        seen = [reading(p, printed) for p in layout for printed in (False, True)]
        if self.chance.random() < 0.2:
            seen += self.continue_(article, layout)
        if self.chance.random() < 0.2:
            article.headline = self.text(8)
            article.save()
            seen.append(article.headline)
        for name in self.chance.sample(self.names, 2):
            mention(article, name)
            contribute(article, name)
        self.shown[article.pk] = [squeezed(text) for text in seen]

    def part(self, role):
        text = self.text(60 if role == "paragraph" else 8)
        if self.chance.random() < 0.1:
            start = self.chance.randrange(len(text))
            return part(role, text, [(start, start + 1, self.chance.choice(["囗", "囗囗", "", "体"]))])
        return part(role, text)

    def continue_(self, head, layout):
        """A part that a jump leads to; cut paragraphs are read as one."""
        after = [part("paragraph", self.text(30)), part("paragraph", self.text(30))]
        make_article(layout=after, continues=head)
        last = next((p for p in reversed(layout) if p["role"] == "paragraph"), None)
        seen = [reading(p, printed) for p in after for printed in (False, True)]
        if last and not last["text"].endswith(tuple("。！：”》")):
            seen.remove(reading(after[0], False))
            seen += [reading(last, printed) + reading(after[0], printed) for printed in (False, True)]
        return seen

    def strings(self, count):
        """Strings of 1 to 6 characters that stand somewhere, names first, and some that hardly do."""
        yield from self.names
        for _ in range(count):
            text = self.chance.choice(self.chance.choice(list(self.shown.values())))
            if text:
                start = self.chance.randrange(len(text))
                yield text[start : start + self.chance.randint(1, 6)]
            yield "".join(self.chance.choices(CHARACTERS[:30] + GIVEN, k=2))

    def scan(self, string):
        return {pk for pk, texts in self.shown.items() if any(string in text for text in texts)}


def reading(part, printed):
    text = part["text"]
    for start, end, form in part["emended"] if printed else ():
        text = text[:start] + form + text[end:]
    return text


def squeezed(text):
    return "".join(char for char in fold(text) if not char.isspace())


def test_quoted_strings_find_exactly_what_a_scan_finds():
    archive = Archive(seed=7)
    search.drain(limit=200)  # several segments, some documents replaced
    search.drain()
    backend = connections["default"].get_backend()
    count = 0
    for string in archive.strings(2000):
        expected = archive.scan(squeezed(string))
        found = backend.find(parse(f'"{string}"'), Narrowing({}), "relevance", 0, ARTICLES)
        assert (set(found.numbers), found.total) == (expected, len(expected)), string
        count += 1
    assert count > 4000


def test_strings_without_quotes_are_found_and_whole_ones_come_first():
    archive = Archive(seed=8)
    search.drain()
    for string in archive.strings(100):
        if not any(mark in string for mark in "“”—-") and squeezed(string) != "or":
            expected = archive.scan(squeezed(string))
            found = [hit.pk for hit in search.search(string, limit=ARTICLES).hits]
            assert expected <= set(found), string


def test_every_hit_of_a_phrase_shows_it():
    archive = Archive(seed=9)
    search.drain()
    for string in archive.strings(60):
        for hit in search.search(f'"{string}"', limit=ARTICLES).hits:
            shown = [hit.title, *hit.fragments]
            marked = [squeezed(f.text[start:end]) for f in shown for start, end in f.spans]
            assert any(squeezed(string) in text for text in marked), (string, shown)
