import pytest

from articles.models import Organization
from articles.search.documents import chains, passages
from articles.search.indexes import ArticleIndex

from .conftest import contribute, make_article, make_page, mention, part

pytestmark = pytest.mark.django_db


def texts(article):
    return [passage.text for passage in passages(chains([article])[article.pk])]


def fields(article):
    return ArticleIndex().prepare(article)


def test_every_part_is_held():
    roles = [
        "column",
        "kicker",
        "headline",
        "deck",
        "byline",
        "subhead",
        "caption",
        "credit",
        "tail",
        "verse",
    ]
    article = make_article(layout=[part(role, f"这是{role}") for role in roles])
    assert sorted(texts(article)) == sorted(f"这是{role}" for role in roles)


def test_lines_of_a_headline_are_one_passage_and_decks_are_several():
    article = make_article(
        layout=[part("headline", "春到"), part("headline", "河口"), part("deck", "一"), part("deck", "二")]
    )
    assert texts(article) == ["春到 河口", "一", "二"]


def test_dateline_and_end_mark_belong_to_their_paragraphs():
    article = make_article(
        layout=[part("lead", "本报讯"), part("paragraph", "春到河口。"), part("end_mark", "（完）")]
    )
    assert texts(article) == ["本报讯春到河口。（完）"]


def test_editor_s_headline_stands_beside_the_printed_one():
    article = make_article("正文。", headline="春到河囗")
    article.headline = "春到河口"
    assert texts(article) == ["春到河囗", "春到河口", "正文。"]


def test_emended_passage_has_both_readings():
    article = make_article(layout=[part("paragraph", "河口的春天与夏天", [(0, 2, "河囗"), (6, 8, "复天气")])])
    (passage,) = passages([article])
    assert passage.readings == ["河口的春天与夏天", "河囗的春天与复天气"]


def jump(first, second, **fields):
    page = make_page()
    head = make_article(first, headline="头条", page=page)
    tail = make_article(second, page=make_page(), continues=head, **fields)
    return head, tail


def test_jump_that_cuts_a_paragraph_is_one_passage():
    head, _ = jump("工人们在车间里忙着调试新", "设备，直到深夜。")
    assert texts(head) == ["头条", "工人们在车间里忙着调试新设备，直到深夜。"]


def test_jump_after_a_full_stop_parts_passages():
    head, _ = jump("工人们忙到深夜。", "第二天，设备转了。")
    assert texts(head) == ["头条", "工人们忙到深夜。", "第二天，设备转了。"]


def test_chain_is_followed_to_its_end_and_without_withdrawn_parts():
    head, second = jump("甲。", "乙。")
    make_article("丙。", continues=second)
    make_article("丁。", continues=second, withdrawn=True)
    make_article("戊。", continues=second, page=make_page(withdrawn=True))
    assert texts(head) == ["头条", "甲。", "乙。", "丙。"]


def test_names_are_those_mentioned_and_at_work_not_those_rejected_or_withdrawn():
    head, tail = jump("甲", "乙")
    mention(head, "河口市总工会", Organization)
    mention(head, "假名", state="rejected")
    hidden = mention(head, "隐名")
    hidden.withdrawn = True
    hidden.save()
    merged = mention(tail, "老沈")
    merged.merged_into = contribute(tail, "沈青禾")
    merged.save()
    held = fields(head)
    assert sorted(held["names"]) == ["沈青禾", "河口市总工会"]
    assert held["person"] == [str(merged.merged_into.pk)]


def test_facts_to_narrow_by_are_held():
    article = make_article(
        "正文", page=make_page(date="2025-12-29", label="A08"), kind="feature", column="手记"
    )
    held = fields(article)
    assert (held["year"], held["page"], held["kind"], held["column"]) == (
        ["2025"],
        ["A08"],
        ["feature"],
        ["手记"],
    )
    assert held["newspaper"] == [str(article.page.issue.newspaper_id)]


def test_unknown_date_is_no_date():
    held = fields(make_article("正文", page=make_page(date=None)))
    assert (held["year"], held["day"], held["date"]) == ([], 0, None)


def test_number_of_queries_does_not_grow(django_assert_num_queries):
    index = ArticleIndex()
    counts = []
    for number in (2, 9):
        heads = [jump("甲", "乙")[0] for _ in range(number)]
        for head in heads:
            mention(head, f"人{head.pk}")
            contribute(head, f"人{head.pk}")
        with django_assert_num_queries(5):
            counts.append(
                len(list(index.prepare_all(index.index_queryset().filter(pk__in=[h.pk for h in heads]))))
            )
    assert counts == [2, 9]
