"""A page is written again: who keeps an address, and what becomes of the others."""

import pytest
from django.contrib.contenttypes.models import ContentType

from articles.models import Article, Block, Conflict, FieldOverride, IndexTask, Redirect
from articles.segmentation import Kind
from articles.writing import carry_pins, write_reading
from tests.hand import article_of, issue_of, page_of, reading_of, transcription_of, write

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


def replaced(page, text, *articles):
    """Another transcription of the page."""
    carried = carry_pins(page, text)
    write_reading(page, transcription_of(page, text), reading_of(*articles), carried=carried)


def set_headline(article, value="编辑所定"):
    content_type = ContentType.objects.get_for_model(Article)
    FieldOverride.objects.create(
        content_type=content_type,
        object_id=article.pk,
        field="headline",
        value=value,
        printed=article.headline,
    )


def test_an_editor_is_told_when_an_article_with_his_words_is_merged_away():
    page = page_of(issue_of())
    write(page, TEXT, *both())
    for article in page.articles.all():
        set_headline(article)
    write(page, TEXT, merged())
    gone = page.articles.get(superseded=True)
    conflict = Conflict.objects.get()
    assert (conflict.page, conflict.state) == (page, Conflict.State.OPEN)
    assert "编辑所定" in conflict.ours and gone.get_absolute_url() in conflict.reason


def test_he_is_told_nothing_more_when_it_comes_back_with_them():
    page = page_of(issue_of())
    write(page, TEXT, *both())
    for article in page.articles.all():
        set_headline(article)
    write(page, TEXT, merged())
    write(page, TEXT, *both())
    assert [article.headline for article in page.articles.current()] == ["编辑所定", "编辑所定"]
    assert Conflict.objects.get().state == Conflict.State.RESOLVED


def test_an_article_comes_back_even_if_a_character_is_read_otherwise_now():
    page = page_of(issue_of())
    write(page, TEXT, *both())
    numbers = {article.headline: article.number for article in page.articles.all()}
    write(page, TEXT, merged())
    text = TEXT.replace("水库蓄水", "水厍蓄水").replace("通了上", "通子上")
    replaced(
        page,
        text,
        article_of(text, "headline:水厍蓄水", "paragraph:河口水库今冬蓄水两千万方。"),
        article_of(text, "headline:果园新路", "paragraph:果农修通子上山的路，全长八里。"),
    )
    assert {a.number for a in page.articles.current()} == set(numbers.values())


def test_withdrawn_text_stays_out_of_sight_when_its_article_is_merged():
    page = page_of(issue_of())
    write(page, TEXT, *both())
    page.articles.filter(headline="水库蓄水").update(withdrawn=True, withdrawn_reason="应当事人要求")
    write(page, TEXT, merged())
    assert not Article.objects.visible_to().exists()
    assert Article.objects.current().get().withdrawn_reason == "应当事人要求"


def test_withdrawn_text_stays_out_of_sight_when_its_article_is_split():
    page = page_of(issue_of())
    write(page, TEXT, merged())
    page.articles.update(withdrawn=True)
    write(page, TEXT, *both())
    assert not Article.objects.visible_to().exists()


def test_an_article_that_takes_in_little_of_a_withdrawn_one_stays():
    page = page_of(issue_of())
    write(page, TEXT, *both())
    page.articles.filter(headline="果园新路").update(withdrawn=True)
    first = article_of(TEXT, "headline:水库蓄水", "paragraph:河口水库今冬蓄水两千万方。", "tail:果园新路")
    write(page, TEXT, first, article_of(TEXT, "paragraph:果农修通了上山的路，全长八里。"))
    assert [article.headline for article in Article.objects.visible_to()] == ["水库蓄水"]
