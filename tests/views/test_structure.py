"""What holds of every page: one main heading, headings in order, landmarks, no inline style or script."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings

from articles.models import Article, Organization, Person
from tests.make import make_archive

VOID = {"meta", "link", "input", "br", "img", "hr"}


class Outline(HTMLParser):
    """Headings, ids and landmarks; fails where elements are not closed in order."""

    def __init__(self, html):
        super().__init__()
        self.open, self.levels, self.ids, self.landmarks, self.inline = [], [], [], [], []
        self.searches, self.boxes = [], []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if tag in ("main", "header", "footer", "nav"):
            self.landmarks.append(tag)
        if attrs.get("role") == "search":
            self.searches.append(attrs.get("aria-label"))
        if attrs.get("type") == "search":
            self.boxes.append(attrs.get("maxlength"))
        if (
            (tag == "script" and "src" not in attrs)
            or tag == "style"
            or "style" in attrs
            or any(name.startswith("on") for name in attrs)
        ):
            self.inline.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> at {self.getpos()}"


@pytest.mark.django_db
def test_every_page_is_well_built(client):
    make_archive(41)
    article = Article.objects.visible_to().exclude(sidebars=None).earliest("pk")
    page = article.page
    things = [
        article,
        page,
        page.issue,
        page.issue.newspaper,
        Person.objects.get(),
        Organization.objects.get(),
    ]
    places = ["/", "/issues/", "/people/", "/organizations/", "/search/", "/search/?date_from=x", "/nothing/"]
    for address in [*places, *(thing.get_absolute_url() for thing in things)]:
        outline = Outline(client.get(address).content.decode())
        assert outline.levels.count(1) == 1, address
        steps = zip(outline.levels, outline.levels[1:], strict=False)
        assert all(after - before <= 1 for before, after in steps), (address, outline.levels)
        assert outline.landmarks.count("main") == 1, address
        assert {"header", "footer", "nav"} <= set(outline.landmarks), address
        assert len(outline.ids) == len(set(outline.ids)), address
        assert outline.inline == [], address
        # Two ways to search on one page are told apart; no paste makes an address that the server refuses.
        assert len(outline.searches) == len(set(outline.searches)), address
        assert set(outline.boxes) <= {"200"}, address


def luminance(colour):
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_colours_have_contrast_enough_in_light_and_in_dark():
    sheet = (Path(settings.BASE_DIR) / "static" / "site.css").read_text(encoding="utf-8")
    schemes = [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", rules)) for rules in sheet.split(":root {")[1:3]
    ]
    for scheme in schemes:
        for text in ("ink", "muted", "accent"):
            for ground in ("paper", "raised"):
                assert contrast(scheme[text], scheme[ground]) >= 4.5, (text, ground)
        assert contrast(scheme["ink"], scheme["hit"]) >= 4.5
        for line in ("person", "organization"):
            assert contrast(scheme[line], scheme["paper"]) >= 2.5
