"""A folder of pages becomes an archive, and importing it again changes nothing."""

import datetime

import pytest

from articles.importing import CannotImport, import_pages
from articles.models import (
    Article,
    Batch,
    Block,
    IndexTask,
    Issue,
    Mention,
    Newspaper,
    Page,
    Person,
    ReviewItem,
    Transcription,
)
from articles.transcription import Given

from .conftest import masthead, noisy, page_text

pytestmark = pytest.mark.django_db

DAY = datetime.date(2031, 4, 8)
EVERYTHING = (Newspaper, Issue, Page, Transcription, Article, Block, Mention, Person, ReviewItem)


def snapshot():
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in EVERYTHING}


def test_newspaper_issue_and_pages_come_from_the_path(put, imported):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    put("云岭晨报/2031-04-08/A08.txt", page_text(2))
    put("云岭晨报/2031-04-09/01.txt", page_text(3))
    assert imported() == {"new": 3}
    assert Newspaper.objects.get().name == "云岭晨报"
    assert list(Issue.objects.order_by("date").values_list("date", "date_source")) == [
        (DAY, "given"),
        (DAY + datetime.timedelta(days=1), "given"),
    ]
    assert list(Page.objects.filter(issue__date=DAY).values_list("label", flat=True)) == ["1", "A08"]
    page = Page.objects.get(issue__date=DAY, label="1")
    assert page.transcription.text == page_text(1)
    assert len(page.transcription.fingerprint) == 128
    assert imported.report.articles == Article.objects.count() > 3
    assert imported.report.people == Person.objects.count()


def test_the_masthead_says_what_the_path_does_not(put, imported):
    put("scan.txt", page_text(1, masthead()))
    assert imported() == {"new": 1}
    page = Page.objects.get()
    assert (page.issue.newspaper.name, page.issue.date, page.issue.date_source) == (
        "云岭晨报",
        DAY,
        "masthead",
    )
    assert page.label == "2"


def test_a_second_run_changes_nothing(folder, put, imported):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    put("云岭晨报/2031-04-08/02.txt", page_text(2, masthead()))
    put("无名/甲.txt", page_text(3))
    imported()
    before = snapshot()
    assert imported() == {"unchanged": 3}
    assert imported.report.exit_code == 0
    assert snapshot() == before
    assert not IndexTask.objects.exists()


def test_the_order_of_naming_makes_no_difference(folder, put, imported):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    second = put("云岭晨报/2031-04-08/01版.txt", noisy(page_text(1)))
    first = folder / "云岭晨报/2031-04-08/01.txt"
    assert imported(second, first) == {"new": 1, "waiting": 1}
    assert Page.objects.get().source == str(first)


def test_two_editions_of_a_day_are_two_issues(put, imported):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    put("云岭晨报/2031-04-08/号外/01.txt", page_text(2))
    assert imported() == {"new": 2}
    assert set(Issue.objects.values_list("date", "edition")) == {(DAY, ""), (DAY, "extra")}


def test_what_nothing_states_stays_unknown_and_a_folder_is_one_issue(put, imported):
    put("甲/front.txt", page_text(1))
    put("甲/back.txt", page_text(2))
    put("乙/front.txt", page_text(3))
    assert imported() == {"new": 3}
    assert Issue.objects.count() == 2
    issue = Page.objects.order_by("source").last().issue
    assert (issue.newspaper, issue.date, issue.date_source) == (None, None, "")
    assert issue.pages.count() == 2


def test_pages_of_other_days_in_one_folder_are_kept_apart(put, imported):
    put("2031-04-08_第3版.txt", page_text(1))
    put("2031-04-09_第3版.txt", page_text(2))
    assert imported() == {"new": 2}
    assert set(Issue.objects.values_list("newspaper", "date")) == {
        (None, DAY),
        (None, DAY + datetime.timedelta(days=1)),
    }


def test_a_new_newspaper_goes_to_review_and_a_known_name_finds_it(put, imported):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    put("雲嶺晨報/2031-04-08/02.txt", page_text(2))
    imported()
    assert Issue.objects.count() == 1
    item = ReviewItem.objects.get(kind=ReviewItem.Kind.NEWSPAPER)
    assert item.object == Newspaper.objects.get()


def test_contradictions_are_reported_and_go_to_review(put, imported):
    put("云岭晨报/2031-04-09/02.txt", page_text(1, masthead(day="2031年4月8日")))
    imported()
    assert Issue.objects.get().date == datetime.date(2031, 4, 9)
    sentence = next(note for note in imported.report.files[0].notes if "2031-04-08" in note)
    assert ReviewItem.objects.get(kind=ReviewItem.Kind.FACTS).message == sentence


def test_a_manifest_in_gb18030_says_what_each_file_is(put, imported):
    put("甲.txt", page_text(1))
    put("manifest.csv", "文件,报纸,日期,版次,版名\n甲.txt,云岭晨报,2031年4月8日,A08,副刊\n", "gb18030")
    assert imported() == {"new": 1}
    page = Page.objects.get()
    assert (page.issue.newspaper.name, page.issue.date, page.label, page.name) == (
        "云岭晨报",
        DAY,
        "A08",
        "副刊",
    )


def test_options_are_believed_most(put, imported):
    put("2031-04-09/01.txt", page_text(1))
    imported(options=Given(newspaper="云岭晨报", date=DAY))
    issue = Issue.objects.get()
    assert (issue.newspaper.name, issue.date) == ("云岭晨报", DAY)


def test_a_month_is_an_issue_with_the_precision_of_a_month(put, imported):
    put("云岭周刊/1957年3月/02.txt", page_text(1))
    imported()
    issue = Issue.objects.get()
    assert (issue.date, issue.date_precision) == (datetime.date(1957, 3, 1), "month")


def test_a_bad_page_does_not_stop_the_others(put, imported):
    put("a.txt", b"")
    put("b.txt", b"\x89PNG\r\n\x1a\n")
    put("c.txt", page_text(1))
    assert imported() == {"failed": 2, "new": 1}
    assert imported.report.exit_code == 1
    assert all(file.reason and file.remedy for file in imported.report.files if file.outcome == "failed")


def test_a_page_that_breaks_the_program_does_not_stop_the_others(put, imported, monkeypatch):
    from articles import reading_ahead

    def read(text, *rest):
        if "炸" in text.text:
            raise ValueError("boom")
        return real(text, *rest)

    real = reading_ahead.read
    monkeypatch.setattr(reading_ahead, "read", read)
    put("a.txt", page_text(1) + "炸")
    put("b.txt", page_text(2))
    assert imported() == {"failed": 1, "new": 1}
    assert "boom" in imported.report.files[0].reason
    assert Page.objects.count() == 1


def test_a_page_is_written_whole_or_not_at_all(put, imported, monkeypatch):
    from articles.importing import storing

    def write(*args, **kwargs):
        real(*args, **kwargs)
        raise RuntimeError("broken off")

    real = storing.write_reading
    monkeypatch.setattr(storing, "write_reading", write)
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    assert imported() == {"failed": 1}
    for model in (Newspaper, Issue, Page, Transcription, Article, ReviewItem):
        assert not model.objects.exists()


def test_what_was_written_before_the_run_was_broken_off_stays(folder, put, imported):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    put("云岭晨报/2031-04-08/02.txt", page_text(2))

    def interrupted(sources):
        yield sources[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_pages([folder], progress=interrupted)
    assert Page.objects.count() == 1
    assert Batch.objects.get().report["pages"]["new"] == 1
    assert imported() == {"unchanged": 1, "new": 1}


def test_a_dry_run_says_the_same_and_touches_nothing(folder, put, imported):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    put("云岭晨报/2031-04-08/01 综合.txt", noisy(page_text(1)))
    put("云岭晨报/2031-04-08/02.txt", page_text(2))
    put("副本.txt", page_text(2))
    before = snapshot()
    dry = imported(dry_run=True)
    assert snapshot() == before
    assert not Batch.objects.exists()
    assert dry == imported() == {"new": 2, "unchanged": 1, "waiting": 1}


def test_every_import_is_a_batch_with_its_report(folder, put, imported, editor):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    imported(user=editor, batch_name="四月")
    batch = Batch.objects.get()
    assert (batch.name, batch.user, batch.source) == ("四月", editor, str(folder))
    assert batch.report["pages"]["new"] == 1
    assert batch.finished
    with pytest.raises(CannotImport):
        imported(batch_name="四月")


def test_a_picture_beside_the_page_is_kept(folder, put, imported):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    put("云岭晨报/2031-04-08/01.webp", b"RIFF")
    imported()
    assert Page.objects.get().picture == str(folder / "云岭晨报/2031-04-08/01.webp")


def test_what_was_imported_is_found(put, imported):
    from articles import search

    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    imported()
    headline = Article.objects.order_by("order").last().headline
    assert search.search(f'"{headline}"').total >= 1


def test_the_first_import_of_own_pages_says_how_to_take_the_sample_out(put, imported):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    put("柳湾日报/2031-04-08/01.txt", page_text(2))
    imported(put("样报/2031-04-08/01.txt", page_text(3)), batch_name="sample")
    assert imported.report.notes == []
    imported()
    assert "remove_batch sample --purge" in imported.report.notes[0]
    imported()
    assert imported.report.notes == []


def test_a_month_that_datelines_and_a_full_date_agree_on_is_inferred_and_marked(put, imported):
    dated = "　　本报{0}4月{1}日电（记者贺小满）{0}渡口从2031年4月{1}日起加开夜航，末班船改为晚上十点。"
    stories = [
        f"{place}渡口加开夜航\n\n{dated.format(place, day)}" for place, day in (("柳湾", 7), ("石桥", 6))
    ]
    put("甲/front.txt", "\n\n".join([*stories, page_text(1)]))
    imported()
    issue = Issue.objects.get()
    assert (issue.date, issue.date_source, issue.date_precision) == (
        datetime.date(2031, 4, 1),
        "inferred",
        "month",
    )
    assert not issue.has_date_address
    before = snapshot()
    imported()
    assert snapshot() == before
    put("甲/back.txt", "\n\n".join([*stories, page_text(2)]).replace("4月", "6月"))
    imported()
    issue.refresh_from_db()
    assert (issue.date, issue.date_source, issue.pages.count()) == (None, "", 2)
