"""A field's change keeps the machine's value beside it, and holds where rows are merged or replaced."""

from dataclasses import replace

import pytest

from articles import corrections
from articles.models import Article, Correction, FieldOverride, Mention, Newspaper, Person
from tests.hand import article_of, author_of, issue_of, mention_of, names_of, page_of, reading_of, write
from tests.make import make_article, make_newspaper, make_person, place_of

pytestmark = pytest.mark.django_db

TEXT = "水库蓄水\n记者谷有田\n河口水库今冬蓄水两千万方。"
PIECES = ("headline:水库蓄水", "byline:记者谷有田", "paragraph:河口水库今冬蓄水两千万方。")


def test_an_emendation_leaves_the_machine_s_value_beside_the_editor_s_kind(editor):
    article = make_article(None, ("headline", "桥通车"), ("paragraph", "桥长八百米。"))
    corrections.change(article, "kind", Article.Kind.FEATURE, editor)
    start = place_of(article, "八百")
    corrections.emend(article.page, start, start + 2, "九百", editor)
    article.refresh_from_db()
    assert article.kind == Article.Kind.FEATURE
    assert FieldOverride.objects.get(field="kind").printed == Article.Kind.NEWS


def test_an_editor_s_authors_follow_a_merge(editor):
    page = page_of(issue_of())
    names = names_of(contributions=[author_of(TEXT, "谷有田")])
    write(page, TEXT, article_of(TEXT, *PIECES), names=[names])
    article = page.articles.get()
    corrections.change(article.contributions.get(), "role", "特约记者", editor)
    heir = make_person("谷有天")
    corrections.change(Person.objects.get(name="谷有田"), "merged_into", heir, editor)
    write(page, TEXT, article_of(TEXT, *PIECES), names=[names])
    assert list(article.contributions.values_list("person", "role")) == [(heir.pk, "特约记者")]
    assert article.contributions.get().start == TEXT.index("谷有田")


def test_a_renamed_newspaper_is_found_by_its_former_name(editor):
    newspaper = make_newspaper("青末日报")
    corrections.change(newspaper, "name", "青禾日报", editor)
    assert Newspaper.objects.named("青末日报") == [newspaper]


def test_a_newspaper_merged_twice_gives_the_last_heir(editor):
    first, second, third = (make_newspaper(name) for name in ("青末日报", "青木日报", "青禾日报"))
    corrections.change(first, "merged_into", second, editor)
    corrections.change(second, "merged_into", third, editor)
    assert Newspaper.objects.named("青末日报") == [third]


def test_the_ledger_names_the_machine_s_title_however_often_it_is_changed(editor, monkeypatch):
    page = page_of(issue_of())
    reading = names_of([mention_of(TEXT, "谷有田", title="记者")])
    monkeypatch.setattr(
        "articles.corrections.structure.read",
        lambda *_args: reading_of(article_of(TEXT, *PIECES), names=[reading]),
    )
    write(page, TEXT, article_of(TEXT, *PIECES), names=[reading])
    for title in ("实习记者", "特约记者"):
        corrections.change(Mention.objects.get(), "title", title, editor)
    rows = Correction.objects.order_by("pk").values_list("machine", "before", "after")
    assert list(rows) == [("记者", "记者", "实习记者"), ("记者", "实习记者", "特约记者")]


def test_a_story_s_main_story_is_never_its_own_sidebar(editor):
    text = "水库蓄水\n河口水库今冬蓄水两千万方。\n果园新路\n果农修通了上山的路，全长八里。"
    main = article_of(text, "headline:水库蓄水", "paragraph:河口水库今冬蓄水两千万方。")
    side = article_of(text, "headline:果园新路", "paragraph:果农修通了上山的路，全长八里。")
    page = page_of(issue_of())
    write(page, text, main, side)
    first, second = page.articles.order_by("order")
    corrections.change(first, "parent", second, editor)
    write(page, text, main, replace(side, part_of=0))
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.parent, second.parent) == (second, None)
