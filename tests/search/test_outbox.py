import os
import subprocess
import sys
import threading

import pytest
from django.db import transaction
from haystack import connections

from articles import search
from articles.models import IndexTask
from articles.search import outbox
from articles.search._whoosh import Writing

from .conftest import found, make_article, make_page, mark

pytestmark = pytest.mark.django_db


def backend():
    return connections["default"].get_backend()


def test_drain_counts_tasks_and_writes_each_article_once():
    article = make_article("山花")
    mark(article, article)
    mark(article)
    assert search.drain() == 3
    assert IndexTask.objects.count() == 0
    assert backend().index.doc_count() == 1
    assert search.drain() == 0


def test_change_is_found_after_a_drain_and_its_former_text_is_not():
    article = make_article("山花")
    assert found("山花") == [article.pk]
    article.layout[0]["text"] = "河口"
    article.save()
    mark(article)
    assert (found('"山花"'), found('"河口"')) == ([], [article.pk])


def test_what_is_not_shown_leaves_the_index():
    withdrawn, page, superseded, continued, purged = (make_article("山花") for _ in range(5))
    search.drain()
    withdrawn.withdrawn = True
    page.page.withdrawn = True
    page.page.save()
    superseded.superseded = True
    continued.continues = page
    for article in (withdrawn, superseded, continued):
        article.save()
    mark(withdrawn, page, superseded, continued, purged)
    purged.delete()
    assert found("山花") == []
    assert backend().index.doc_count() == 0


def test_withdrawn_page_comes_back():
    article = make_article("山花", page=make_page(withdrawn=True))
    assert found("山花") == []
    article.page.withdrawn = False
    article.page.save()
    mark(article)
    assert found("山花") == [article.pk]


def test_limit_takes_the_oldest_first():
    numbers = [make_article("山花").pk for _ in range(5)]
    assert search.drain(limit=2) == 2
    assert sorted(backend().arrays().numbers("number").tolist()) == numbers[:2]
    assert search.drain(limit=10) == 3


def test_batches_follow_each_other(monkeypatch):
    monkeypatch.setattr(outbox, "BATCH", 3)
    numbers = [make_article("山花").pk for _ in range(10)]
    assert search.drain() == 10
    assert found("山花") == numbers


def test_many_small_changes_do_not_pile_up_segments(index):
    articles = [make_article(f"山花{number}") for number in range(5)]
    for turn in range(60):
        mark(articles[turn % 5])
        search.drain()
    assert len(list(index.glob("*.trm"))) < 15
    assert found("山花") == [article.pk for article in articles]


def test_task_outlives_a_crash_before_the_index_is_written(monkeypatch):
    article = make_article("山花")

    def crash(self):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(Writing, "finish", crash)
        search.drain()
    assert IndexTask.objects.count() == 1
    assert found("山花") == [article.pk]


def test_task_outlives_a_crash_after_the_index_is_written(monkeypatch):
    article = make_article("山花")
    finish = Writing.finish

    def crash(self):
        finish(self)
        raise KeyboardInterrupt

    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(Writing, "finish", crash)
        search.drain()
    assert IndexTask.objects.count() == 1
    assert found("山花") == [article.pk]
    assert backend().index.doc_count() == 1


def test_task_that_comes_in_meanwhile_stays(monkeypatch):
    article = make_article("山花")
    finish = Writing.finish

    def finish_late(self):
        finish(self)
        mark(article)

    with monkeypatch.context() as slow:
        slow.setattr(Writing, "finish", finish_late)
        assert search.drain(limit=1) == 1
    assert IndexTask.objects.count() == 1


def test_busy_index_loses_nothing():
    article = make_article("山花")
    with backend().writing():
        assert search.drain(patience=0) == 0
    assert found("山花") == [article.pk]


def test_wake_drains_and_never_raises(monkeypatch):
    article = make_article("山花")
    search.wake()
    assert found("山花") == [article.pk]
    monkeypatch.setattr(outbox, "_drain_some", lambda *args: 1 / 0)
    search.wake()


def test_wake_leaves_what_is_too_much_for_a_request(monkeypatch):
    monkeypatch.setattr(outbox, "IN_A_REQUEST", 3)
    for _ in range(5):
        make_article("山花")
    search.wake()
    assert IndexTask.objects.count() == 2
    assert not [thread for thread in threading.enumerate() if thread.name == "index-drain"]


@pytest.mark.django_db(transaction=True)
def test_thread_does_the_rest(monkeypatch):
    monkeypatch.setattr(outbox, "IN_A_REQUEST", 3)
    with transaction.atomic():
        numbers = [make_article("山花").pk for _ in range(8)]
        transaction.on_commit(search.wake)
    for thread in threading.enumerate():
        if thread.name == "index-drain":
            thread.join()
    assert IndexTask.objects.count() == 0
    assert found("山花") == numbers


START = "import django; django.setup(); from articles import search, models\n"
FILL = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
batch = models.Batch.objects.create(name="by hand")
page = models.Page.objects.create(issue=models.Issue.objects.create(), batch=batch)
layout = [{"role": "paragraph", "text": "山花", "runs": [], "emended": []}]
for _ in range(300):
    models.Article.objects.create(page=page, layout=layout)
for _ in range(3):
    models.IndexTask.objects.mark(models.Article.objects.values_list("pk", flat=True))
"""
DRAIN = """
while search.drain(limit=20):
    pass
"""
CHECK = """
from articles.search import checking
assert not checking.differences(), checking.differences()
assert search.search("山花").total == 300
assert not models.IndexTask.objects.exists()
"""


def test_two_processes_drain_one_outbox(tmp_path):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "NEWSROOM_DATA": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/archive.sqlite3",
    }

    def start(code):
        return subprocess.Popen([sys.executable, "-c", START + code], env=environment)

    assert start(FILL).wait() == 0
    drains = [start(DRAIN), start(DRAIN)]
    assert [drain.wait() for drain in drains] == [0, 0]
    assert start(CHECK).wait() == 0
