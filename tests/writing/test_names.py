"""Which person or organisation a recognised name belongs to."""

import pytest
from django.contrib.auth.models import User

from articles import corrections
from articles.models import Mention, Organization, Person, PersonName, ReviewItem
from articles.writing import register_snapshot
from tests.hand import article_of, author_of, issue_of, mention_of, names_of, page_of, write

pytestmark = pytest.mark.django_db

TEXT = "水库蓄水\n记者柳闻笛报道，河口水库管理所所长魏大川说，今冬蓄水两千万方。魏大川很高兴。"


def write_names(text=TEXT, mentions=(), contributions=(), label="1"):
    page = page_of(issue_of(), label)
    headline, _, body = text.partition("\n")
    names = names_of(mentions, contributions)
    write(page, text, article_of(text, f"headline:{headline}", f"paragraph:{body}"), names=[names])
    return page.articles.get()


def test_one_form_on_two_pages_is_one_person():
    for label in ("1", "2"):
        write_names(mentions=[mention_of(TEXT, "魏大川")], label=label)
    assert Person.objects.get().mentions.count() == 2


def test_a_reporter_and_an_official_of_one_name_are_two_people_and_an_editor_is_asked():
    write_names(contributions=[author_of(TEXT, "柳闻笛")])
    text = "县里开会\n副县长柳闻笛讲话。"
    write_names(text, [mention_of(text, "柳闻笛", title="副县长", title_sort="post")], label="2")
    assert Person.objects.filter(name="柳闻笛").count() == 2
    assert ReviewItem.objects.get(kind="namesake").object == Person.objects.last()


def test_a_known_form_leads_to_the_renamed_person():
    person = Person.objects.create(name="魏大江")
    PersonName.objects.create(person=person, form="魏大川", kind="former")
    article = write_names(mentions=[mention_of(TEXT, "魏大川")])
    assert article.mentions.get().person == person


def test_a_merged_person_gives_its_heir():
    heir = Person.objects.create(name="魏大江")
    Person.objects.create(name="魏大川", merged_into=heir)
    article = write_names(mentions=[mention_of(TEXT, "魏大川")])
    assert article.mentions.get().person == heir


def test_an_organisation_is_found_by_its_canonical_name_not_its_surface():
    article = write_names(mentions=[mention_of(TEXT, "水库管理所", "organization", name="河口水库管理所")])
    assert (article.mentions.get().surface, Organization.objects.get().name) == (
        "水库管理所",
        "河口水库管理所",
    )


def test_mentions_keep_their_numbers_when_the_page_is_written_again():
    mentions = [mention_of(TEXT, "魏大川"), mention_of(TEXT, "魏大川", nth=1)]
    page = page_of(issue_of())
    article = article_of(TEXT, "headline:水库蓄水", f"paragraph:{TEXT[5:]}")
    write(page, TEXT, article, names=[names_of(mentions)])
    before = list(Mention.objects.values_list("pk", "start"))
    write(page, TEXT, article, names=[names_of(mentions)])
    assert list(Mention.objects.values_list("pk", "start")) == before


def test_register_knows_names_that_form_supports_on_two_pages():
    for label in ("1", "2"):
        mentions = [
            mention_of(TEXT, "魏大川", evidence=("form:title",)),
            mention_of(TEXT, "河口", evidence=("network",)),
        ]
        write_names(mentions=mentions, label=label)
    assert [known.name for known in register_snapshot().known] == ["魏大川"]


def test_withdrawn_pages_give_the_register_nothing():
    for label in ("1", "2"):
        article = write_names(mentions=[mention_of(TEXT, "魏大川", evidence=("form:title",))], label=label)
        article.page.withdrawn = True
        article.page.save()
    assert register_snapshot().known == ()


def test_an_editor_s_author_stays_a_link_where_the_name_is_printed():
    editor = User.objects.create_user("editor")
    article = write_names(contributions=[author_of(TEXT, "柳闻笛")])
    corrections.change(article.contributions.get(), "role", "本报通讯员", editor)
    row = article.contributions.get()
    assert (row.role, TEXT[row.start : row.end]) == ("本报通讯员", "柳闻笛")
    article.page.refresh_from_db()
    draft = article_of(TEXT, "headline:水库蓄水", f"paragraph:{TEXT[5:]}")
    write(article.page, TEXT, draft, names=[names_of(contributions=[author_of(TEXT, "柳闻笛")])])
    row = article.contributions.get()
    assert (row.role, TEXT[row.start : row.end]) == ("本报通讯员", "柳闻笛")


def test_one_name_in_traditional_and_simplified_characters_is_one_person():
    write_names(mentions=[mention_of(TEXT, "柳闻笛")])
    text = "水庫蓄水\n縣裏的柳聞笛來到水庫。"
    article = write_names(text, [mention_of(text, "柳聞笛")], label="2")
    assert (article.mentions.get().surface, article.mentions.get().person.name) == ("柳聞笛", "柳闻笛")
