"""Jumps join across the pages of an issue, in whatever order the pages arrive."""

import pytest

from articles.models import Article
from articles.writing.jumps import join_jumps
from tests.hand import article_of, issue_of, page_of, write

pytestmark = pytest.mark.django_db

FRONT = "水库蓄水\n河口水库今冬蓄水两千万方。\n（下转第3版）\n果园新路\n果农修通了上山的路。\n（下转第3版）"
INSIDE = "（上接第1版）\n果农说，上山的路修了三年。\n（上接第1版）\n水库管理所说，蓄水比去年多一成。"


def front(page, to_page="3"):
    write(
        page,
        FRONT,
        article_of(
            FRONT,
            "headline:水库蓄水",
            "paragraph:河口水库今冬蓄水两千万方。",
            "tail:（下转第3版）",
            to_page=to_page,
        ),
        article_of(FRONT, "headline:果园新路", "paragraph:果农修通了上山的路。", start=20, to_page=to_page),
    )


def inside(page, from_page="1"):
    seam = INSIDE.index("（", 5)
    write(
        page,
        INSIDE,
        article_of(INSIDE, "lead:（上接第1版）", "paragraph:果农说，上山的路修了三年。", from_page=from_page),
        article_of(INSIDE, "paragraph:水库管理所说，蓄水比去年多一成。", start=seam, from_page=from_page),
    )


def pairs():
    return {(a.continues.headline, a.body[:2]) for a in Article.objects.exclude(continues=None)}


def test_two_jumps_to_one_page_find_their_own_parts():
    issue = issue_of()
    front(page_of(issue, "1"))
    inside(page_of(issue, "3"))
    assert pairs() == {("水库蓄水", "水库"), ("果园新路", "果农")}


def test_the_order_of_arrival_does_not_matter():
    issue = issue_of()
    inside(page_of(issue, "3"))
    front(page_of(issue, "1"))
    assert pairs() == {("水库蓄水", "水库"), ("果园新路", "果农")}


def test_section_letter_may_be_left_out_of_the_jump():
    issue = issue_of()
    front(page_of(issue, "A01"))
    inside(page_of(issue, "A03"))
    assert len(pairs()) == 2


def test_a_wrong_page_number_is_forgiven_where_the_other_side_is_right():
    issue = issue_of()
    front(page_of(issue, "1"), to_page="5")
    inside(page_of(issue, "3"))
    assert len(pairs()) == 2


def test_a_jump_without_target_stays_alone():
    front(page_of(issue_of(), "1"))
    assert pairs() == set()


def test_parts_of_another_day_are_not_joined():
    front(page_of(issue_of("2024-05-01"), "1"))
    inside(page_of(issue_of("2024-05-02"), "3"))
    assert pairs() == set()


def test_a_pair_comes_apart_when_its_page_is_withdrawn():
    issue = issue_of()
    front(page_of(issue, "1"))
    page = page_of(issue, "3")
    inside(page)
    page.withdrawn = True
    page.save()
    join_jumps(issue)
    assert pairs() == set()


def test_a_part_that_was_jumped_to_has_no_address_of_its_own():
    issue = issue_of()
    front(page_of(issue, "1"))
    inside(page_of(issue, "3"))
    assert {a.headline for a in Article.objects.visible_to(None)} == {"水库蓄水", "果园新路"}
