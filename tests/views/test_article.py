"""The article page: what it shows of the layout, of names, jumps and sidebars."""

import re
from html import unescape

import pytest

from tests.make import (
    make_article,
    make_contribution,
    make_issue,
    make_mention,
    make_organization,
    make_page,
    make_person,
)

pytestmark = pytest.mark.django_db

PARTS = [
    ("column", "凡人凡事"),
    ("kicker", "老桥退役，新桥上岗"),
    ("headline", "河口大桥今晨通车"),
    ("deck", "两岸往来从四十分钟缩到五分钟"),
    ("byline", "本报记者 沈青禾"),
    ("lead", "本报讯"),
    ("paragraph", "清晨六点，河口市总工会的第一辆班车驶上大桥。"),
    ("subhead", "五分钟的路"),
    ("paragraph", "养桥人罗大川说，桥面每天要扫三遍。"),
    ("caption", "图为通车现场。"),
]


def html_of(client, article, status=200):
    response = client.get(article.get_absolute_url())
    assert response.status_code == status
    return response.content.decode()


def text_of(html):
    """What a reader sees, without white space."""
    body = html[html.index("<main") :]
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]+>", "", body)))


def test_parts_are_shown_each_in_its_manner(client):
    html = html_of(client, make_article(None, *PARTS))
    assert '<h1><span class="line">河口大桥今晨通车</span> </h1>' in html
    assert '<p class="kicker">老桥退役，新桥上岗</p>' in html
    assert '<p class="deck">两岸往来从四十分钟缩到五分钟</p>' in html
    assert "<h2>五分钟的路" in html
    assert '<p><span class="lead">本报讯</span>清晨六点' in html
    assert '<p class="caption">图为通车现场。' in html


def test_every_mention_links_exactly_its_printed_characters(client):
    article = make_article(None, *PARTS)
    person, union = make_person("罗大川"), make_organization("河口市总工会")
    make_mention(article, person)
    make_mention(article, union)
    html = html_of(client, article)
    assert f'养桥人<a class="person" href="{person.get_absolute_url()}">罗大川</a>说' in html
    assert f'，<a class="organization" href="{union.get_absolute_url()}">河口市总工会</a>的' in html


def test_author_is_linked_in_the_byline_and_listed_beside_the_text(client):
    article = make_article(None, *PARTS)
    author = make_person("沈青禾")
    make_contribution(article, author)
    html = html_of(client, article)
    assert f'本报记者 <a class="person" href="{author.get_absolute_url()}">沈青禾</a></p>' in html
    assert "作者" in html[html.index('class="names"') :]


def test_rejected_mention_and_withdrawn_person_stay_printed_without_link(client):
    article = make_article(None, *PARTS)
    make_mention(article, make_person("罗大川", withdrawn=True))
    make_mention(article, make_organization(), state="rejected")
    html = html_of(client, article)
    assert "养桥人罗大川说" in html
    assert "，河口市总工会的" in html


def test_an_editors_headline_is_shown_instead_of_the_printed_one(client):
    article = make_article(None, *PARTS)
    article.headline = "新桥<通车>"
    article.save()
    html = html_of(client, article)
    assert '<h1><span class="line">新桥&lt;通车&gt;</span> </h1>' in html
    assert "河口大桥今晨通车" not in html


def test_emendation_shows_the_right_form_and_keeps_the_printed_one_visible(client):
    article = make_article(None, ("paragraph", "桥面毎天要扫三遍。"), emended=[("毎天", "每天")])
    html = html_of(client, article)
    assert '桥面<ins class="emended" title="原印：毎天">每天</ins>要扫' in html
    assert "“每天”，原印作“毎天”。" in html


def test_html_and_template_code_are_shown_as_text(client):
    article = make_article(
        None, ("headline", "<script>alert(1)</script>"), ("paragraph", "{{ 7 }}{% now %}&amp;")
    )
    html = html_of(client, article)
    assert "<script" not in html
    assert "{{7}}{%now%}&amp;" in text_of(html)


def test_verse_keeps_its_lines_and_table_rows_make_a_table(client):
    article = make_article(
        None,
        ("verse", "桥下水\n桥上人"),
        ("table_row", "| 站名 | 人数 |"),
        ("table_row", "| 东岸 | 12 |"),
    )
    html = html_of(client, article)
    assert '<p class="verse">桥下水\n桥上人' in html
    assert '<tr><th scope="col">站名</th><th scope="col">人数</th></tr>' in html
    assert "<tr><td>东岸</td><td>12</td></tr>" in html


def make_jump():
    issue = make_issue()
    front, back = make_page(issue, "1"), make_page(issue, "3")
    head = make_article(
        front, ("headline", "大桥通车"), ("paragraph", "桥上的灯一盏一盏亮起，照着"), ("tail", "下转第3版")
    )
    part = make_article(back, ("lead", "上接第1版"), ("paragraph", "晚归的班车。"), continues=head)
    return head, part


def test_a_jump_is_read_as_one_text(client):
    head, part = make_jump()
    html = html_of(client, head)
    assert f'<span class="seam" id="part-{part.pk}">第3版</span>' in html
    assert html.count("<p>") - html.count("<p><a") >= 1
    paragraph = next(p for p in re.findall(r"<p>.*?</p>", html, re.DOTALL) if "照着" in p)
    assert "晚归的班车。" in paragraph


def test_a_continuations_address_leads_to_its_part_of_the_whole(client):
    head, part = make_jump()
    response = client.get(part.get_absolute_url())
    assert response.status_code == 301
    assert response["Location"] == f"{head.get_absolute_url()}#part-{part.pk}"


def test_a_withdrawn_part_is_left_out_of_the_whole(client):
    head, part = make_jump()
    part.withdrawn = True
    part.save()
    assert "晚归的班车" not in html_of(client, head)


def test_main_story_shows_its_sidebar_and_the_sidebar_leads_back(client):
    main = make_article(None, *PARTS)
    sidebar = make_article(
        main.page, ("headline", "桥的数字"), ("paragraph", "桥长八百米。"), parent=main, kind="sidebar"
    )
    assert "桥长八百米。" in html_of(client, main)
    assert f'href="{main.get_absolute_url()}"' in html_of(client, sidebar)


def test_previous_and_next_are_those_of_the_page(client):
    page = make_page()
    first, second, third = (make_article(page) for _ in range(3))
    html = html_of(client, second)
    assert f'rel="prev" href="{first.get_absolute_url()}"' in html
    assert f'href="{third.get_absolute_url()}"' in html


def test_withdrawn_article_and_page_are_gone(client):
    article = make_article(None, *PARTS)
    article.withdrawn = True
    article.save()
    assert "河口大桥今晨通车" not in html_of(client, article, 410)
    article.withdrawn = False
    article.save()
    article.page.withdrawn = True
    article.page.save()
    html_of(client, article, 410)


def test_article_without_headline_has_a_heading_for_listeners(client):
    html = html_of(client, make_article(None, ("paragraph", "一句话新闻。")))
    assert '<h1 class="visually-hidden">一句话新闻。</h1>' in html


def test_state_says_that_nobody_proofread_the_text(client):
    article = make_article(None, *PARTS)
    assert "机器识读，尚未校对" in html_of(client, article)
    article.page.state = "final"
    article.page.save()
    assert "校对状态：定稿" in html_of(client, article)
