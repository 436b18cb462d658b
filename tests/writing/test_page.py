"""A page is written again: who keeps an address, and what becomes of the others."""

import pytest

from articles.models import Article, Block, IndexTask, Redirect
from articles.segmentation import Kind
from tests.hand import article_of, issue_of, page_of, write

pytestmark = pytest.mark.django_db

TEXT = "水库蓄水\n河口水库今冬蓄水两千万方。\n果园新路\n果农修通了上山的路，全长八里。\n第3版"


def both():
    return (
        article_of(TEXT, "headline:水库蓄水", "paragraph:河口水库今冬蓄水两千万方。"),
        article_of(TEXT, "headline:果园新路", "paragraph:果农修通了上山的路，全长八里。"),
    )


def merged():
    return article_of(
        TEXT,
        "headline:水库蓄水",
        "paragraph:河口水库今冬蓄水两千万方。",
        "subhead:果园新路",
        "paragraph:果农修通了上山的路，全长八里。",
    )


def test_fields_and_blocks_are_what_the_reading_says():
    page = page_of(issue_of())
    write(page, TEXT, *both())
    first, second = page.articles.order_by("order")
    assert (first.headline, first.body) == ("水库蓄水", "河口水库今冬蓄水两千万方。")
    assert Block.objects.filter(article=second).count() == 2
    assert page.reading.data["articles"][1]["headline"] == "果园新路"


def test_writing_the_same_reading_again_keeps_every_number():
    page = page_of(issue_of())
    write(page, TEXT, *both())
    before = list(Article.objects.values_list("number", "headline"))
    assert write(page, TEXT, *both()).new == 0
    assert list(Article.objects.values_list("number", "headline")) == before


def test_the_larger_part_keeps_the_address_and_the_other_redirects():
    page = page_of(issue_of())
    write(page, TEXT, *both())
    first, second = page.articles.order_by("order")
    written = write(page, TEXT, merged())
    heir = Article.objects.current().get()
    gone = first if heir == second else second
    assert written.superseded == 1
    assert Redirect.objects.get(old_path=gone.get_absolute_url()).new_path == heir.get_absolute_url()


def test_an_article_that_comes_back_gets_its_old_address():
    page = page_of(issue_of())
    write(page, TEXT, *both())
    numbers = set(page.articles.values_list("number", flat=True))
    write(page, TEXT, merged())
    write(page, TEXT, *both())
    assert set(Article.objects.current().values_list("number", flat=True)) == numbers
    assert not Redirect.objects.exists()


def test_an_article_that_is_furniture_now_is_gone():
    page = page_of(issue_of())
    write(page, TEXT, *both())
    write(page, TEXT, both()[1])
    gone = Article.objects.get(superseded=True)
    assert Redirect.objects.get(old_path=gone.get_absolute_url()).new_path == ""


def test_a_sidebar_belongs_to_its_main_story():
    page = page_of(issue_of())
    main = both()[0]
    box = article_of(
        TEXT, "headline:果园新路", "paragraph:果农修通了上山的路，全长八里。", kind=Kind.SIDEBAR, part_of=0
    )
    write(page, TEXT, main, box)
    assert page.articles.get(order=1).parent == page.articles.get(order=0)


def test_every_article_that_changed_is_marked_for_the_index():
    page = page_of(issue_of())
    write(page, TEXT, *both())
    numbers = set(page.articles.values_list("number", flat=True))
    assert set(IndexTask.objects.values_list("article_number", flat=True)) == numbers


def test_an_uncertain_article_waits_for_an_editor():
    page = page_of(issue_of())
    write(page, TEXT, article_of(TEXT, "headline:水库蓄水", confidence=0.2), both()[1])
    from articles.models import ReviewItem

    assert ReviewItem.objects.get().object == page.articles.get(order=0)
