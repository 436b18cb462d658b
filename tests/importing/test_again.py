"""A page comes in again: DESIGN, "When a page comes in again"."""

import datetime

import pytest

from articles import corrections
from articles.importing import import_pages
from articles.models import Article, Conflict, Issue, Newspaper, Page, Redirect, ReviewItem, Transcription
from articles.models.redirect import address
from articles.reading import READER_VERSION
from articles.transcription import Given

from .conftest import masthead, noisy, page_text

pytestmark = pytest.mark.django_db

DAY = datetime.date(2031, 4, 8)
NEXT = datetime.date(2031, 4, 9)
FIRST = "云岭晨报/2031-04-08/01.txt"


@pytest.fixture
def page(put, imported):
    put(FIRST, page_text(1))
    assert imported() == {"new": 1}
    return Page.objects.get()


# The same text


def test_the_same_bytes_under_another_name_are_the_same_page(page, put, imported, folder):
    (folder / FIRST).unlink()
    moved = put("别处/copy.txt", page_text(1))
    assert imported() == {"unchanged": 1}
    page.refresh_from_db()
    assert (page.label, page.issue.date, page.source) == ("1", DAY, str(moved))


def test_a_former_text_is_known_too(page, put, imported):
    put(FIRST, noisy(page_text(1)))
    assert imported() == {"changed": 1}
    put(FIRST, page_text(1))
    assert imported() == {"unchanged": 1}
    assert Transcription.objects.count() == 2


def test_the_same_text_with_another_date_moves_and_its_address_follows(page, put, imported, folder):
    old = address(page)
    old_issue = address(page.issue)
    (folder / FIRST).unlink()
    put("云岭晨报/2031-04-09/01.txt", page_text(1))
    numbers = list(Article.objects.values_list("number", flat=True))
    assert imported() == {"moved": 1}
    page.refresh_from_db()
    assert page.issue.date == NEXT
    assert list(Article.objects.values_list("number", flat=True)) == numbers
    assert Redirect.objects.get(old_path=old).new_path == address(page)
    assert Redirect.objects.get(old_path=old_issue).new_path == address(page.issue)
    assert imported() == {"unchanged": 1}


def test_the_same_text_with_another_label_by_option_moves(page, imported, folder):
    assert imported(folder / FIRST, options=Given(label="A08")) == {"moved": 1}
    page.refresh_from_db()
    assert page.label == "A08"
    assert imported(folder / FIRST, options=Given(label="A8")) == {"unchanged": 1}


def test_saying_nothing_the_second_time_moves_nothing(put, imported, folder):
    file = put("page.txt", page_text(1))
    imported(options=Given(newspaper="云岭晨报", date=DAY, label="3"))
    assert imported() == {"unchanged": 1}
    assert imported(file) == {"unchanged": 1}
    assert Page.objects.get().issue.date == DAY


def test_a_page_without_facts_is_placed_when_they_are_said(put, imported):
    put("甲/page.txt", page_text(1))
    imported()
    page = Page.objects.get()
    put("甲/manifest.csv", "file,newspaper,date,page\npage.txt,云岭晨报,2031-04-08,1\n")
    assert imported() == {"moved": 1}
    page.refresh_from_db()
    assert (page.issue.newspaper.name, page.issue.date, page.issue.folder, page.label) == (
        "云岭晨报",
        DAY,
        "",
        "1",
    )


def test_a_page_that_an_editor_moved_stays_where_he_put_it(page, put, imported, folder, editor):
    other = Issue.objects.create(newspaper=page.issue.newspaper, date=NEXT, date_source="given")
    corrections.change(page, "issue", other, editor)
    corrections.change(page, "label", "7", editor)
    (folder / FIRST).unlink()
    put("云岭晨报/2031-04-10/02.txt", page_text(1))
    assert imported() == {"unchanged": 1}
    page.refresh_from_db()
    assert (page.issue, page.label) == (other, "7")


def test_a_date_that_an_editor_set_stays_and_other_facts_may_change(page, put, imported, folder, editor):
    corrections.change(page.issue, "date", NEXT, editor)
    assert imported(folder / FIRST, options=Given(date=DAY + datetime.timedelta(days=5), label="4")) == {
        "moved": 1
    }
    page.refresh_from_db()
    assert (page.issue.date, page.label) == (NEXT, "4")


def test_a_move_to_a_place_that_is_taken_waits(page, put, imported, folder):
    put("云岭晨报/2031-04-08/02.txt", page_text(2))
    imported()
    assert imported(folder / FIRST, options=Given(label="2")) == {"waiting": 1}
    page.refresh_from_db()
    assert page.label == "1"
    assert Conflict.objects.get().page.label == "2"


def test_pages_that_an_older_reader_read_are_counted(page, imported):
    assert imported.report.older == 0
    page.reading.version = f"{READER_VERSION}-older"
    page.reading.save()
    imported()
    assert imported.report.older == 1


# A better transcription


@pytest.mark.parametrize("name", [FIRST, "云岭晨报/2031-04-08/新/第1版.txt"])
def test_a_better_transcription_keeps_page_addresses_and_corrections(
    page, put, imported, folder, editor, name
):
    article = Article.objects.order_by("order")[1]
    corrections.change(article, "headline", "编辑定的标题", editor)
    better = put(name, noisy(page_text(1)))
    assert imported(better) == {"changed": 1}
    page.refresh_from_db()
    article.refresh_from_db()
    assert page.transcription.text == noisy(page_text(1))
    assert page.transcriptions.count() == 2
    assert (article.headline, article.superseded) == ("编辑定的标题", False)
    assert page.source == str(better)


def test_a_better_transcription_of_a_page_whose_issue_was_redated_is_that_page(page, put, imported, editor):
    corrections.change(page.issue, "date", NEXT, editor)
    put(FIRST, noisy(page_text(1)))
    assert imported() == {"changed": 1}
    page.refresh_from_db()
    assert (page.issue.date, Page.objects.count(), Issue.objects.count()) == (NEXT, 1, 1)


def test_the_place_that_an_editor_moved_a_page_away_from_is_free(page, put, imported, editor, folder):
    corrections.change(page.issue, "date", NEXT, editor)
    (folder / FIRST).unlink()
    put("云岭晨报/2031-04-08/第1版.txt", page_text(5))
    assert imported() == {"new": 1}
    assert set(Issue.objects.values_list("date", flat=True)) == {DAY, NEXT}


def test_the_same_file_with_an_alike_text_is_the_page_even_with_other_facts(put, imported):
    put("page.txt", page_text(1, masthead(label="2")))
    imported()
    put("page.txt", noisy(page_text(1), 0.01) + "\n")
    put("manifest.csv", "file,newspaper,date,page\npage.txt,云岭晨报,2031-04-08,3\n")
    assert imported() == {"changed": 1}
    page = Page.objects.get()
    assert (page.label, page.transcriptions.count()) == ("3", 2)


def test_the_same_file_with_an_unlike_text_that_names_another_page_is_new(put, imported):
    put("today.txt", page_text(1, masthead(day="2031年4月8日")))
    imported()
    put("today.txt", page_text(2, masthead(day="2031年4月9日")))
    assert imported() == {"new": 1}
    assert set(Issue.objects.values_list("date", flat=True)) == {DAY, NEXT}


def test_the_same_file_with_an_unlike_text_that_names_nothing_waits(put, imported):
    put("page.txt", page_text(1))
    imported()
    put("page.txt", page_text(2))
    assert imported() == {"waiting": 1}
    assert Page.objects.get().transcription.text == page_text(1)


def test_what_was_said_before_holds_for_a_better_transcription_that_says_nothing(put, imported):
    file = put("page.txt", page_text(1, masthead(label="2")))
    imported(file, options=Given(newspaper="云岭晨报", date=NEXT, label="5"))
    put("page.txt", noisy(page_text(1, masthead(label="2"))))
    assert imported(file) == {"changed": 1}
    page = Page.objects.get()
    assert (page.issue.date, page.label) == (NEXT, "5")


# Conflicts


def test_an_unlike_text_under_the_same_identity_waits_with_both_texts(page, put, imported, folder):
    before = list(Article.objects.values())
    other = put("云岭晨报/2031-04-08/新/第1版.txt", page_text(2))
    assert imported() == {"unchanged": 1, "waiting": 1}
    assert list(Article.objects.values()) == before
    conflict = Conflict.objects.get()
    assert (conflict.page, conflict.theirs, conflict.ours) == (page, page_text(2), page_text(1))
    assert conflict.source == str(other)
    assert conflict.given["label"] == "1"
    waiting = imported.report.files[-1]
    assert waiting.reason and "--date" in waiting.remedy
    assert imported.report.exit_code == 1


def test_a_file_waits_once_however_often_it_comes(page, put, imported):
    put("云岭晨报/2031-04-08/新/第1版.txt", page_text(2))
    imported()
    assert imported() == {"unchanged": 1, "waiting": 1}
    assert Conflict.objects.count() == 1


def test_a_file_that_an_editor_has_dismissed_does_not_wait_again(page, put, imported):
    put("云岭晨报/2031-04-08/新/第1版.txt", page_text(2))
    imported()
    Conflict.objects.update(state=Conflict.State.RESOLVED)
    assert imported() == {"unchanged": 2}
    assert imported.report.exit_code == 0


def test_of_two_texts_for_one_page_in_one_run_the_first_stands(put, imported):
    first = put("云岭晨报/2031-04-08/01.txt", page_text(1))
    second = put("云岭晨报/2031-04-08/01版.txt", noisy(page_text(1)))
    assert imported() == {"new": 1, "waiting": 1}
    assert imported() == {"unchanged": 1, "waiting": 1}
    assert Conflict.objects.count() == 1
    assert Page.objects.get().source == str(first)
    assert imported(second) == {"changed": 1}
    assert Conflict.objects.get().state == Conflict.State.RESOLVED
    assert imported() == {"unchanged": 2}
    assert Page.objects.get().transcription.text == noisy(page_text(1))


def test_one_text_twice_in_a_run_is_imported_once_even_under_two_dates(put, imported):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    put("云岭晨报/2031-04-09/01.txt", page_text(1))
    assert imported() == {"new": 1, "unchanged": 1}
    assert "请核对" in imported.report.files[0].notes[-1]
    assert imported() == {"unchanged": 2}
    assert Page.objects.get().issue.date == DAY


def test_labels_are_compared_as_a_reader_does(page, put, imported):
    put("云岭晨报/2031-04-08/A08.txt", page_text(2))
    put("云岭晨报/2031-04-08/10.txt", page_text(3))
    assert imported() == {"unchanged": 1, "new": 2}
    put("云岭晨报/2031-04-08/第A8版.txt", noisy(page_text(2)))
    assert imported() == {"unchanged": 3, "waiting": 1}


def test_an_editor_who_changes_a_page_meanwhile_is_not_overwritten(page, put, imported, editor, monkeypatch):
    """The page is looked at, an editor corrects it, then it is written: his word is in what is written."""
    from articles.importing import one_file

    article = Article.objects.order_by("order")[1]
    start = article.blocks.filter(role="paragraph").first().start

    def carry(page, text):
        carried = real(page, text)
        if not page.pins.exists():
            corrections.pin(Page.objects.get(), "role", start, start + 8, editor, value="paragraph")
        return carried

    real = one_file.carry_pins
    monkeypatch.setattr(one_file, "carry_pins", carry)
    put(FIRST, noisy(page_text(1), 0.005))
    assert imported() == {"changed": 1}
    pin = page.pins.get()
    page.refresh_from_db()
    assert pin.state == "active"
    assert pin.transcription == page.transcription


def test_an_emendation_that_is_made_meanwhile_is_carried_too(page, put, imported, editor, monkeypatch):
    from articles.importing import storing

    def locked(page):
        if not page.transcription.emendations.exists():
            corrections.emend(Page.objects.get(), 0, 1, "岸", editor)
        return real(page)

    real = storing.locked
    monkeypatch.setattr(storing, "locked", locked)
    put(FIRST, page_text(1).replace("。", "．", 3))
    assert imported() == {"changed": 1}
    page.refresh_from_db()
    assert [row.replacement for row in page.transcription.emendations.all()] == ["岸"]


def test_a_page_that_another_process_brings_meanwhile_is_the_same(put, imported, monkeypatch):
    from articles import reading_ahead

    def read(text, pins, register):
        monkeypatch.setattr(reading_ahead, "read", real)
        import_pages([path])
        return real(text, pins, register)

    path, real = put("散页/无题.txt", page_text(5)), reading_ahead.read
    monkeypatch.setattr(reading_ahead, "read", read)
    assert imported(path) == {"unchanged": 1}
    assert (Page.objects.count(), Transcription.objects.count()) == (1, 1)


def test_a_better_transcription_that_another_process_brings_meanwhile_is_the_same(
    page, put, imported, monkeypatch
):
    from articles.importing import one_file

    def carry(page, text):
        monkeypatch.setattr(one_file, "carry_pins", real)
        import_pages([path])
        return real(page, text)

    path, real = put(FIRST, noisy(page_text(1), 0.005)), one_file.carry_pins
    monkeypatch.setattr(one_file, "carry_pins", carry)
    assert imported(path) == {"unchanged": 1}
    assert Transcription.objects.count() == 2


def test_a_merged_newspaper_gives_its_heir(page, put, imported):
    heir = Newspaper.objects.create(name="云岭日报")
    Newspaper.objects.filter(name="云岭晨报").update(merged_into=heir)
    put("云岭晨报/2031-04-09/01.txt", page_text(2))
    imported()
    assert Issue.objects.get(date=NEXT).newspaper == heir


def test_two_texts_that_claim_a_page_which_an_editor_moved_wait_behind_each_other(
    page, put, imported, editor
):
    corrections.change(page, "label", "7", editor)
    put(FIRST, noisy(page_text(1)))
    put("云岭晨报/2031-04-08/01版.txt", noisy(page_text(1), seed=9))
    assert imported() == {"changed": 1, "waiting": 1}
    assert Conflict.objects.get().page == page


def test_taken_places_are_asked_about_on_a_better_transcription(put, imported):
    put("a.txt", page_text(1))
    put("云岭晨报/2031-04-08/03.txt", page_text(2))
    imported()
    put("a.txt", noisy(page_text(1)))
    put("manifest.csv", "file,page\na.txt,1\n")
    assert imported() == {"changed": 1, "unchanged": 1}
    assert not ReviewItem.objects.filter(kind=ReviewItem.Kind.FACTS).exists()
    assert Page.objects.get(source__endswith="a.txt").label == "1"


def test_import_from_another_working_folder_is_the_same(page, folder, monkeypatch):
    monkeypatch.chdir(folder / "云岭晨报")
    report = import_pages(["."])
    assert report.pages["unchanged"] == 1
