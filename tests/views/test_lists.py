"""Home, newspaper, issue, page, and the lists: what they list and in which order."""

import pytest
from django.urls import reverse

from tests.make import (
    make_article,
    make_block,
    make_contribution,
    make_issue,
    make_mention,
    make_newspaper,
    make_organization,
    make_page,
    make_person,
)

pytestmark = pytest.mark.django_db


def html_of(client, address, **query):
    response = client.get(address, query)
    assert response.status_code == 200
    return response.content.decode()


def in_order(html, *texts):
    places = [html.index(text) for text in texts]
    return places == sorted(places)


def test_empty_archive_says_how_to_begin(client):
    assert "import_pages" in html_of(client, "/")
    for name in ("issue-list", "person-list", "organization-list"):
        assert "档案还是空的" in html_of(client, reverse(name))


def test_home_shows_the_newest_front_page_in_its_order(client):
    make_article(make_page(make_issue("2025-12-28")), ("headline", "昨天的事"))
    issue = make_issue("2025-12-29")
    make_article(make_page(issue, "2"), ("headline", "里页的事"))
    front = make_page(issue, "1")
    make_article(front, ("headline", "头条"))
    make_article(front, ("headline", "二条"))
    html = html_of(client, "/")
    assert in_order(html, ">头条<", ">二条<")
    assert "昨天的事" not in html
    assert "里页的事" not in html
    assert 'action="/search/"' in html
    assert 'href="/people/"' in html


def test_home_names_the_people_of_the_newest_issue_but_no_rejected_name(client):
    article = make_article(None, ("paragraph", "罗大川和沈青禾到场，江河解冻。"))
    person, other = make_person("罗大川"), make_person("江河")
    make_mention(article, person)
    make_mention(article, person, "沈青禾", state="rejected")
    make_mention(article, other, state="rejected")
    html = html_of(client, "/")
    assert f'href="{person.get_absolute_url()}"' in html
    assert f'href="{other.get_absolute_url()}"' not in html


def test_newspaper_lists_its_issues_by_year_and_month(client):
    newspaper = make_newspaper()
    for date in ("2024-05-01", "2025-11-03", "2025-12-29"):
        make_page(make_issue(date))
    html = html_of(client, newspaper.get_absolute_url())
    assert in_order(html, "2025年11月", ">3日<", "2025年12月", ">29日<")
    assert ">1日<" not in html
    assert ">1日<" in html_of(client, newspaper.get_absolute_url(), year="2024")
    assert client.get(newspaper.get_absolute_url(), {"year": "1999"}).status_code == 404


def test_issue_shows_pages_and_articles_in_order_and_its_neighbours(client):
    before, issue, after = (make_issue(f"2025-12-{day}") for day in (28, 29, 30))
    make_page(before)
    make_page(after)
    make_article(make_page(issue, "10"), ("headline", "十版的事"))
    make_article(make_page(issue, "2"), ("headline", "二版的事"))
    html = html_of(client, issue.get_absolute_url())
    assert in_order(html, "<h2><a", "二版的事", "十版的事")
    assert f'rel="prev" href="{before.get_absolute_url()}"' in html
    assert f'href="{after.get_absolute_url()}"' in html


def test_second_edition_stands_after_the_first_of_its_day(client):
    first, second = make_issue(), make_issue(edition="extra")
    make_page(first)
    make_page(second)
    assert f'href="{second.get_absolute_url()}"' in html_of(client, first.get_absolute_url())
    assert f'rel="prev" href="{first.get_absolute_url()}"' in html_of(client, second.get_absolute_url())


def test_page_shows_its_whole_transcription_block_by_block(client):
    page = make_page()
    make_block(page, "furniture", "第1版 要闻")
    article = make_article(page, ("headline", "## 大桥<通车>"), ("paragraph", "桥长八百米。"))
    make_block(page, "furniture", "扫码看视频")
    html = html_of(client, page.get_absolute_url())
    assert in_order(
        html[html.index("录文") :], "第1版 要闻", "## 大桥&lt;通车&gt;", "桥长八百米。", "扫码看视频"
    )
    assert html.count("版面杂件</h3>") == 2
    assert f'<a href="{article.get_absolute_url()}">大桥&lt;通车&gt;</a></h3>' in html


def test_page_lists_a_part_of_a_jump_under_the_name_of_the_whole(client):
    issue = make_issue()
    head = make_article(make_page(issue, "1"), ("headline", "大桥通车"), ("paragraph", "灯亮了，"))
    back = make_page(issue, "3")
    part = make_article(back, ("paragraph", "车来了。"), continues=head)
    html = html_of(client, back.get_absolute_url())
    assert html.count(f'<a href="{head.get_absolute_url()}#part-{part.pk}">大桥通车</a>') == 2
    assert "车来了" not in html_of(client, issue.get_absolute_url())


def test_a_headline_without_end_does_not_fill_a_list(client):
    article = make_article(None, ("headline", "长标题" * 1700), ("paragraph", "桥长八百米。"))
    for address in ("/", article.page.issue.get_absolute_url()):
        assert html_of(client, address).count("长标题") < 40
    listed = html_of(client, article.page.get_absolute_url()).split('id="transcription-heading"')[0]
    assert listed.count("长标题") < 40
    assert "长标题" * 1700 in html_of(client, article.get_absolute_url())


def test_lists_filter_by_the_beginning_of_a_name(client):
    article = make_article(None, ("paragraph", "罗大川、沈青禾、罗小山到场。"))
    for name in ("罗大川", "沈青禾"):
        make_mention(article, make_person(name))
    alias = make_person("山人", note="诗人")
    alias.names.create(form="罗小山", kind="pen")
    make_mention(article, alias, "罗小山")
    html = html_of(client, "/people/", q="罗")
    assert "罗大川" in html
    assert "山人" in html
    assert "沈青禾" not in html
    assert "没有以“王”开头" in html_of(client, "/people/", q="王")


def test_lists_page(client):
    article = make_article(None, ("paragraph", "众人到场。"))
    for number in range(121):
        make_mention(article, make_person(f"众{number:03}"), "众人")
    assert "众000" in html_of(client, "/people/")
    assert "众120" not in html_of(client, "/people/")
    assert "众120" in html_of(client, "/people/", page="2")
    assert client.get("/people/", {"page": "9"}).status_code == 404
    assert client.get("/people/", {"page": "x"}).status_code == 404


@pytest.mark.parametrize(
    ("q", "found"),
    [("2025", 2), ("2025-12", 1), ("2025年12月29日", 1), ("青禾", 3), ("2025-02-31", 0), ("晚报", 0)],
)
def test_issues_are_found_by_date_and_newspaper(client, q, found):
    for date in ("2024-05-01", "2025-11-03", "2025-12-29"):
        make_page(make_issue(date))
    assert f"共 {found} 期" in html_of(client, "/issues/", q=q)


def test_person_shows_names_titles_and_articles_by_date(client):
    person = make_person("罗大川", note="养桥人")
    person.names.create(form="大川", kind="short")
    person.names.create(form="罗大州", kind="misread")
    old = make_article(make_page(make_issue("2025-12-28")), ("headline", "旧桥"), ("paragraph", "罗大川说。"))
    new = make_article(
        make_page(make_issue("2025-12-29")), ("headline", "新桥"), ("paragraph", "罗大川又说。")
    )
    own = make_article(new.page, ("headline", "自述"), ("byline", "罗大川"), ("paragraph", "我养桥。"))
    for article in (old, new):
        make_mention(article, person, title="养桥班长", title_sort="post")
    make_contribution(own, person)
    html = html_of(client, person.get_absolute_url())
    assert "大川</span>" in html
    assert "罗大州" not in html
    assert "养桥班长" in html
    assert in_order(html, "所写", "自述", "被提到", ">新桥<", ">旧桥<")


def test_person_named_in_a_part_of_a_jump_leads_to_the_whole(client):
    issue = make_issue()
    head = make_article(make_page(issue, "1"), ("headline", "大桥通车"), ("paragraph", "灯亮了，"))
    part = make_article(make_page(issue, "3"), ("paragraph", "罗大川来了。"), continues=head)
    person = make_person("罗大川")
    make_mention(part, person)
    assert f'<a href="{head.get_absolute_url()}">大桥通车</a>' in html_of(client, person.get_absolute_url())
    assert f'href="{person.get_absolute_url()}">罗大川</a>来了' in html_of(client, head.get_absolute_url())


def test_organization_shows_where_it_belongs(client):
    parent = make_organization("河口省总工会")
    union = make_organization("河口市总工会", parent=parent)
    make_mention(make_article(None, ("paragraph", "河口市总工会到场。")), union)
    assert "河口省总工会" in html_of(client, union.get_absolute_url())
    assert "河口市总工会" in html_of(client, parent.get_absolute_url())
