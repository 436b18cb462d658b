"""Issues and pages move; emendations and pins are made and taken back."""

import datetime

from articles.models import Article, Correction, Emendation, Issue, Page, Pin, Redirect
from tests.admin.posting import errors_of


def test_a_changed_date_moves_the_address(front, desk):
    old = front.issue.get_absolute_url()
    desk.save(Issue, front.issue.pk, date="2024-05-03")
    issue = Issue.objects.get(pk=front.issue.pk)
    assert (issue.date, issue.date_source) == (datetime.date(2024, 5, 3), "editor")
    assert Redirect.objects.get(old_path=old).new_path == issue.get_absolute_url()


def test_a_day_that_is_taken_is_refused_in_a_sentence(front, desk):
    day = datetime.date(2024, 5, 3)
    Issue.objects.create(newspaper=front.issue.newspaper, date=day, date_source="given")
    response = desk.post(Issue, front.issue.pk, desk.fields(Issue, front.issue.pk), date="2024-05-03")
    assert "已有同一版别的一期" in errors_of(response)
    assert "2024-05-03" in response.content.decode()


def test_a_label_that_is_taken_is_refused_in_a_sentence(front, desk):
    front.issue.pages.create(label="2", batch=front.batch)
    response = desk.post(Page, front.pk, desk.fields(Page, front.pk), label="2")
    assert "已有这一版次的版面" in errors_of(response)


def test_an_issue_is_added_and_a_page_moved_into_it(front, desk):
    newspaper = front.issue.newspaper
    desk.post(Issue, None, desk.fields(Issue), newspaper=newspaper, date="2024-05-04")
    added = Issue.objects.get(date="2024-05-04")
    assert added.date_source == "editor"
    desk.save(Page, front.pk, issue=added)
    front.refresh_from_db()
    assert front.issue == added


def test_a_withdrawn_page_is_gone_from_the_site(front, article, desk):
    desk.save(Page, front.pk, withdrawn="on", withdrawn_reason="重复")
    assert desk.client.get(article.get_absolute_url()).status_code == 410


def emend(desk, page, **typed):
    return desk.post(Emendation, None, desk.fields(Emendation, query=f"?page={page.pk}"), **typed)


def test_a_misreading_is_emended_and_taken_back(front, desk):
    response = emend(desk, front, printed="八里", replacement="九里", why="原报是九")
    assert response.status_code == 302, errors_of(response)
    road = Article.objects.get(page=front, order=1)
    assert "九里" in road.body
    row = Emendation.objects.get()
    assert Correction.objects.get().why == "原报是九"
    desk.act(Emendation, "undo", row.pk)
    road.refresh_from_db()
    assert "八里" in road.body
    assert Correction.objects.count() == 2


def test_which_of_several_places_is_asked_for(front, desk):
    response = emend(desk, front, printed="魏大川", replacement="魏大江")
    assert "出现了 2 次" in errors_of(response)
    assert 'value="魏大江"' in response.content.decode()
    assert emend(desk, front, printed="魏大川", replacement="魏大江", occurrence="2").status_code == 302
    start = front.transcription.text.rindex("魏大川")
    assert Emendation.objects.get().start == start


def test_what_the_page_does_not_print_is_not_emended(front, desk):
    assert "录文里没有" in errors_of(emend(desk, front, printed="没有的字", replacement="字"))


def test_a_pin_is_taken_back(archive, desk):
    pin = Pin.objects.get()
    desk.act(Pin, "undo", pin.pk)
    pin.refresh_from_db()
    assert pin.state == "undone"
    assert Correction.objects.first().field == "pin:start"


def test_a_report_is_readable(archive, desk):
    shown = desk.open(type(archive.batch), archive.batch.pk).content.decode()
    assert '<th scope="row">新</th><td>1</td>' in shown


def test_the_page_is_read_beside_the_form_of_an_emendation(front, desk):
    for response in (
        desk.open(Emendation, query=f"?page={front.pk}"),
        emend(desk, front, printed="没有的字", replacement="字"),
    ):
        beside = response.content.decode().split('<aside class="printed"')[1]
        assert "果子当天就能下山" in beside
