import datetime

import pytest
from django.utils.functional import Promise

from articles import search
from articles.models import Organization
from articles.search import query as queries

from .conftest import contribute, found, make_article, make_page, mark, mention, part

pytestmark = pytest.mark.django_db


def test_phrase_is_found_however_jieba_cuts_it():
    article = make_article("雄安新区的高技能人才在创新工作室里试制贵金属探头。")
    for phrase in ("贵金属", "高技能人才", "雄安新区", "创新工作室", "属探", "能人才在", "里"):
        assert found(f'"{phrase}"') == [article.pk]
    assert found('"金属创新"') == []


def test_phrase_never_crosses_paragraphs():
    make_article("山花", "河口", headline="青禾")
    assert found('"山花河口"') == found('"青禾山花"') == []


def test_white_space_in_a_phrase_is_skipped_and_punctuation_is_not():
    article = make_article("山\u3000花\n烂漫，河 口")
    assert found('"山花烂漫"') == found('"烂漫,河口"') == found('"漫 ，  河"') == [article.pk]
    assert found('"烂漫河口"') == []


def test_traditional_and_full_width_forms_meet():
    article = make_article("鍾先生在臺北讀ＡＢＣ")
    assert found('"钟先生在台北"') == found("“abc”") == found("鐘先生") == [article.pk]


def test_words_are_found_apart_and_the_whole_string_comes_first():
    apart = make_article("工作室要创新，创新，再创新。", headline="创新，从工作室开始")
    whole = make_article("他说，" + "今天天气好，" * 30 + "还有创新工作室。")
    make_article("只有创新。")
    assert found("创新工作室") == [whole.pk, apart.pk]
    assert found("创新 工作室 -天气") == [apart.pk]


def test_words_that_follow_each_other_come_before_words_apart():
    apart = make_article("山花开了，花开河口，山花又开，河口又开。", headline="河口和山花")
    together = make_article("天气很好。" * 30 + "山花河口。")
    assert found("山花 河口") == [together.pk, apart.pk]


def test_headline_counts_more_than_names_and_names_more_than_text():
    body = make_article("这天沈青禾来了。" + "天气很好。" * 20)
    named = make_article("这天沈先生来了。" + "天气很好。" * 20)
    mention(named, "沈青禾")
    headline = make_article("这天沈先生来了。" + "天气很好。" * 20, headline="沈青禾来了")
    assert found("沈青禾") == [headline.pk, named.pk, body.pk]


def test_name_beside_the_text_is_found_as_words_and_not_as_a_phrase():
    article = make_article("省总的人来了，老沈也在。")
    mention(article, "北原省总工会", Organization)
    contribute(article, "沈青禾")
    assert found("北原省总工会") == found("沈青禾") == found("原省总") == [article.pk]
    assert found('"北原省总工会"') == []


def test_not_or_and_all():
    flower, river, both = (make_article(text) for text in ("山花", "河口", "山花与河口"))
    assert set(found("山花 OR 河口")) == {flower.pk, river.pk, both.pk}
    assert found("山花 -河口") == [flower.pk]
    assert found("-山花") == [river.pk]
    assert set(found("")) == {flower.pk, river.pk, both.pk}
    assert set(found("山花 OR 河口 -与")) == {flower.pk, river.pk}


def test_one_character():
    article = make_article("山花")
    make_article("河口")
    assert found("花") == found("“花”") == [article.pk]


@pytest.mark.parametrize(
    "text", ["中国~9", "*", "山*", "number:1", "[1 TO 2]", "\ud800", "\x00", "((((", "a" * 10_000]
)
def test_odd_text_is_plain_text(text):
    make_article("山花")
    assert found(text) in ([], found(""))


def test_malformed_query_is_answered_with_a_hint():
    article = make_article("山花")
    search.drain()
    results = search.search('"山花')
    assert [hit.pk for hit in results.hits] == [article.pk]
    assert results.hint == queries.HINT_QUOTE
    assert isinstance(results.hint, Promise)


def test_misreading_and_its_correction_are_both_found():
    article = make_article(layout=[part("paragraph", "来到河口的春天", [(2, 4, "河囗")])])
    assert found('"到河口的"') == found('"到河囗的"') == found("河囗") == [article.pk]


def test_phrase_across_a_jump_is_found_once_at_its_head():
    head = make_article("工人们忙着调试新", headline="头条")
    make_article("设备，直到深夜。", continues=head)
    assert found('"调试新设备"') == found("深夜") == [head.pk]
    assert search.search("").total == 1


def test_filters_narrow():
    page = make_page("山川日报", "2024-05-01")
    old = make_article("山花", page=page, kind="poem", column="副刊", agency="新华社")
    new = make_article("山花", page=make_page("河口晚报", "2025-06-01"))
    undated = make_article("山花", page=make_page("河口晚报", None))
    person, organization = mention(old, "沈青禾"), mention(new, "市总", Organization)
    day = datetime.date
    for filters, expected in [
        ({"newspaper": page.issue.newspaper_id}, [old]),
        ({"person": person.pk}, [old]),
        ({"organization": organization.pk}, [new]),
        ({"kind": "poem"}, [old]),
        ({"column": "副刊"}, [old]),
        ({"agency": "新华社"}, [old]),
        ({"date_from": day(2024, 5, 1), "date_to": day(2024, 5, 1)}, [old]),
        ({"date_from": day(2024, 5, 2)}, [new]),
        ({"date_to": day(2025, 5, 31)}, [old]),
        ({"kind": "news", "date_to": day(2025, 6, 1)}, [new]),
        ({"newspaper": 10**6}, []),
        ({"kind": "", "person": None}, [new, old, undated]),
    ]:
        numbers = [article.pk for article in expected]
        assert found("山花", filters=filters, sort="newest") == numbers
        assert found("", filters=filters) == numbers


def test_dates_order_and_unknown_ones_come_last():
    old, new, undated = (
        make_article("山花", page=make_page(date=day)) for day in ("2024-05-01", "2025-06-01", None)
    )
    assert found("山花", sort="newest") == [new.pk, old.pk, undated.pk]
    assert found("山花", sort="oldest") == [old.pk, new.pk, undated.pk]


def test_facets_count_all_that_was_found():
    page = make_page("山川日报", "2024-05-01")
    for _ in range(3):
        make_article("山花", page=page)
    make_article("山花", page=make_page("河口晚报", "2025-06-01"), kind="poem")
    make_article("别的")
    search.drain()
    facets = search.search("山花", limit=1).facets
    assert facets["newspaper"][0] == (page.issue.newspaper_id, 3)
    assert facets["year"] == [(2024, 3), (2025, 1)]
    assert facets["kind"] == [("news", 3), ("poem", 1)]


def test_pages_of_results_follow_each_other():
    numbers = [make_article("山花").pk for _ in range(7)]
    search.drain()
    pages = [search.search("山花", page=page, limit=3) for page in (1, 2, 3, 4)]
    assert [hit.pk for page in pages for hit in page.hits] == numbers
    assert {page.total for page in pages} == {7}


def test_article_taken_off_the_site_is_hidden_at_once():
    article = make_article("山花")
    search.drain()
    article.withdrawn = True
    article.save()
    mark(article)
    results = search.search("山花")
    assert (results.hits, results.total, results.facets["kind"]) == ([], 0, [])


def test_article_without_headline_has_a_title():
    make_article("山花开了")
    search.drain()
    (hit,) = search.search("花").hits
    assert hit.title.text == hit.object.title
    assert hit.title.spans == ((1, 2),)


def test_number_of_queries_is_constant(django_assert_num_queries):
    for number in (1, 30):
        for _ in range(number):
            mention(make_article("山花开了"), "沈青禾")
        search.drain()
        with django_assert_num_queries(3):
            for hit in search.search("山花").hits:
                assert hit.object.page.issue.newspaper.name


@pytest.mark.parametrize(
    "options", [{"sort": "size"}, {"page": 0}, {"limit": 0}, {"filters": {"colour": "red"}}]
)
def test_what_the_caller_must_not_ask_is_refused(options):
    with pytest.raises(ValueError):
        search.search("", **options)
