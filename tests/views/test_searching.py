"""The search page: what is asked, what is answered, and what helps when nothing is."""

import pytest

from articles.models import IndexTask
from articles.search import drain
from tests.make import make_article, make_issue, make_mention, make_organization, make_page, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    old = make_article(
        make_page(make_issue("2024-05-01")), ("headline", "旧渡口停航"), ("paragraph", "罗大川收起了缆绳。")
    )
    page = make_page(make_issue("2025-12-29"))
    new = make_article(
        page, ("headline", "新桥通车"), ("paragraph", "罗大川在河口市总工会的<script>班车上。"), kind="brief"
    )
    make_mention(old, make_person("罗大川"))
    make_mention(new, make_organization())
    IndexTask.objects.mark([old.pk, new.pk])
    drain()
    return old, new


def found(client, **query):
    response = client.get("/search/", query)
    assert response.status_code == 200
    return response.content.decode()


def test_word_is_found_and_marked_in_title_and_text(client, archive):
    html = found(client, q="罗大川")
    assert "找到 2 篇" in html
    assert "<mark>罗大川</mark>在河口市总工会的&lt;script&gt;班车" in html
    assert "<mark>新桥</mark>通车</a></h3>" in found(client, q="新桥")


def test_one_character_is_searched(client, archive):
    assert "找到 1 篇" in found(client, q="缆")


def test_nothing_asked_explains_how_to_ask(client, archive):
    for query in ({}, {"q": ""}, {"q": "  　 "}):
        assert "怎样检索" in found(client, **query)


def test_nothing_found_says_what_to_try(client, archive):
    html = found(client, q="恐龙", person="罗大川")
    assert "没有找到" in html
    assert 'href="?q=%E6%81%90%E9%BE%99"' in html


@pytest.mark.parametrize(
    "q", ['"罗大川', "OR", "-", "*", "title:(", "[2024 TO", "AND (", "\\", "，。", "a" * 5000]
)
def test_malformed_query_gets_a_page(client, archive, q):
    html = found(client, q=q)
    assert 'id="results-heading"' in html or "怎样检索" in html


def test_person_organization_and_dates_narrow(client, archive):
    old, new = archive
    assert "旧渡口停航" in found(client, person="罗大川")
    assert "新桥通车" not in found(client, person="罗大川")
    assert "新桥" in found(client, organization=str(new.mentions.get().organization_id), q="班车")
    html = found(client, q="罗大川", date_from="2025-01-01", date_to="2025-12-31")
    assert "新桥通车" in html
    assert "旧渡口停航" not in html


def test_name_stands_in_the_box_where_a_number_was_given(client, archive):
    assert 'name="person" value="罗大川"' in found(client, person=str(archive[0].mentions.get().person_id))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"person": "无名氏"}, "没有叫“无名氏”的人物。"),
        ({"date_from": "去年"}, "日期请写作 2025-12-29。"),
        ({"date_from": "2025-02-01", "date_to": "2025-01-01"}, "截止日期早于起始日期。"),
        ({"kind": "novel"}, "没有这种体裁。"),
        ({"newspaper": "99"}, "没有这份报纸。"),
        ({"person": "9" * 50}, "没有叫“"),
    ],
)
def test_a_wrong_filter_is_named_beside_its_box(client, archive, query, said):
    html = found(client, q="罗大川", **query)
    assert said in html
    assert "<details open>" in html


def test_namesakes_are_offered(client, archive):
    other = make_person("罗大川", note="诗人")
    html = found(client, q="桥", person="罗大川")
    assert "不止一位" in html
    assert f'href="?person={other.pk}&amp;q=%E6%A1%A5">罗大川（诗人）</a>' in html


def test_page_beyond_the_last_shows_the_last(client, archive):
    assert "新桥通车" in found(client, q="罗大川", page="99")
    assert "新桥通车" in found(client, q="罗大川", page="-1")


def test_years_and_kinds_narrow_by_a_link(client, archive):
    html = found(client, q="罗大川")
    assert "?q=%E7%BD%97%E5%A4%A7%E5%B7%9D&amp;date_from=2024-01-01&amp;date_to=2024-12-31" in html
    assert ">简讯</a>" in html


def test_withdrawn_article_is_not_found(client, archive):
    archive[1].withdrawn = True
    archive[1].save()
    IndexTask.objects.mark([archive[1].pk])
    assert "新桥通车" not in found(client, q="班车")
    drain()
    assert "新桥通车" not in found(client, q="班车")
