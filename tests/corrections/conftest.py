"""A page that is imported, and a second reading of it."""

import datetime

import pytest
from django.contrib.auth.models import User

from articles.importing import import_pages
from articles.models import Page
from tests.corrections.full_page import FULL_PAGE
from tests.hand import article_of, issue_of, page_of, write

DAY = datetime.date(2031, 5, 6)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "青禾日报" / DAY.isoformat() / "02.txt"
    path.parent.mkdir(parents=True)
    path.write_text(FULL_PAGE, encoding="utf-8")
    return path


@pytest.fixture
def editor():
    return User.objects.create_user("editor")


@pytest.fixture
def imported(file):
    report = import_pages([file.parent.parent])
    assert report.exit_code == 0, report
    return Page.objects.get()


TEXT = "水库蓄水\n　　河口水库今冬蓄水两千万方。"


@pytest.fixture
def written():
    """A page of one article: headline and paragraph."""
    article = article_of(TEXT, "headline:水库蓄水", "paragraph:河口水库今冬蓄水两千万方。")
    write(page_of(issue_of()), TEXT, article)
    return Page.objects.get()
