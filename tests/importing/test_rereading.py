import datetime

import pytest

from articles import corrections
from articles.importing import CannotImport, reread
from articles.models import Article, Page, Reading
from articles.reading import READER_VERSION

from .conftest import page_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(put, imported):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    put("柳湾日报/2031-04-08/01.txt", page_text(2))
    imported(batch_name="四月")


def outcomes(report):
    return {str(outcome): count for outcome, count in report.pages.items() if count}


def made_old():
    Reading.objects.update(version="0", data={})


def test_only_pages_of_an_older_reader_are_read_again(archive):
    assert outcomes(reread()) == {}
    Reading.objects.filter(pk=Page.objects.first().reading_id).update(version="0")
    assert sum(outcomes(reread()).values()) == 1
    assert outcomes(reread()) == {}
    assert set(Page.objects.values_list("reading__version", flat=True)) == {READER_VERSION}


def test_a_page_that_reads_the_same_gets_no_new_reading(archive):
    settle = reread(everything=True)
    assert settle.exit_code == 0
    before = list(Reading.objects.values_list("pk", flat=True))
    assert outcomes(reread(everything=True)) == {"unchanged": 2}
    assert list(Reading.objects.values_list("pk", flat=True)) == before


def test_one_newspaper_or_batch_can_be_chosen(archive):
    assert sum(outcomes(reread(newspaper="柳湾日报", everything=True)).values()) == 1
    assert sum(outcomes(reread(batch="四月", everything=True)).values()) == 2
    for choice in ({"newspaper": "无此报"}, {"batch": "五月"}):
        with pytest.raises(CannotImport):
            reread(**choice)


def test_a_dry_run_touches_nothing(archive):
    made_old()
    before = list(Reading.objects.values())
    assert outcomes(reread(dry_run=True)) == {"changed": 2}
    assert list(Reading.objects.values()) == before


def test_corrections_and_addresses_survive(archive, editor):
    article = Article.objects.order_by("number")[1]
    corrections.change(article, "headline", "编辑定的标题", editor)
    numbers = list(Article.objects.current().values_list("number", flat=True))
    made_old()
    assert outcomes(reread()) == {"changed": 2}
    article.refresh_from_db()
    assert article.headline == "编辑定的标题"
    assert list(Article.objects.current().values_list("number", flat=True)) == numbers


def test_a_page_stays_where_an_editor_put_it(archive, editor):
    page = Page.objects.first()
    day = datetime.date(2031, 5, 1)
    corrections.change(page.issue, "date", day, editor)
    corrections.change(page, "label", "9", editor)
    made_old()
    reread()
    page.refresh_from_db()
    assert (page.issue.date, page.label) == (day, "9")
