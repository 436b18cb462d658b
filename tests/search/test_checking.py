import pytest
from django.core.management import CommandError, call_command
from haystack import connections

from articles.models import IndexTask
from articles.search import checking
from articles.search.indexes import ArticleIndex

from .conftest import found, make_article, mark

pytestmark = pytest.mark.django_db


def check(*options):
    """The exit code of check_archive."""
    try:
        call_command("check_archive", *options, verbosity=0)
    except SystemExit as stop:
        return stop.code
    return 0


def test_absent_index_is_made_and_what_waits_is_written(index):
    article = make_article("山花")
    assert not index.exists()
    assert check() == 0
    assert found("山花") == [article.pk]


def test_empty_archive_agrees_with_an_empty_index(capsys):
    assert check() == 0
    assert "agree" in capsys.readouterr().out


def test_missing_surplus_and_doubled_documents_are_named_and_repaired(capsys):
    kept, missing, surplus, doubled = (make_article("山花") for _ in range(4))
    check()
    backend = connections["default"].get_backend()
    backend.remove(missing)
    with backend.writing() as writing:
        writing.add(ArticleIndex().prepare_all([doubled]))
    surplus.withdrawn = True
    surplus.save()
    assert checking.differences() == checking.Differences([missing.pk], [surplus.pk], [doubled.pk])
    assert check() == 1
    assert f"missing 1: {missing.pk}" in capsys.readouterr().err
    assert check("--repair") == 0
    assert check() == 0
    assert found("山花") == [kept.pk, missing.pk, doubled.pk]


def test_rebuild_writes_one_segment_and_readers_use_the_former_one_until_then(index):
    for _ in range(3):
        make_article("山花")
        found()
    backend = connections["default"].get_backend()
    seen = []
    checking.rebuild(lambda count: seen.append(backend.index.doc_count()))
    assert seen == [3]
    assert len(list(index.glob("*.trm"))) == 1
    assert len(found("山花")) == 3


def test_rebuild_drops_what_is_not_shown_and_goes_on_with_what_waits():
    shown, hidden = make_article("山花"), make_article("山花")
    found()
    type(hidden).objects.filter(pk=hidden.pk).update(withdrawn=True)
    mark(shown)
    call_command("rebuild_search", verbosity=0)
    assert IndexTask.objects.count() == 0
    assert found("山花") == [shown.pk]


def test_rebuild_says_when_another_process_writes(monkeypatch):
    monkeypatch.setattr("articles.search.backend.LOCK_SECONDS", 0)
    with connections["default"].get_backend().writing(), pytest.raises(CommandError, match="another process"):
        call_command("rebuild_search", verbosity=0)
