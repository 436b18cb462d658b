"""Pages are read by real processes of their own; what comes of it is the same as without them."""

import subprocess
from datetime import datetime
from functools import partial

import pytest
from django.apps import apps
from django.conf import settings
from django.db import transaction

from articles import corrections, reading_ahead
from articles.importing import import_pages, reread
from articles.models import Article, Batch, Page, Pin, Reading
from articles.reading import EMPTY, read
from articles.reading_ahead import AHEAD, PAGES_EACH, Readers
from articles.transcription import PageText
from articles.writing import holds

from .conftest import noisy, page_text

pytestmark = pytest.mark.django_db

ENOUGH = 2 * PAGES_EACH  # pages for two workers
FAULTY = """
import os, sys
sys.path.insert(0, sys.argv[1])
import newsroom
from articles import reading_ahead
real = reading_ahead.read
def read(page, *rest):
    if "炸" in page.text:
        {fault}
    return real(page, *rest)
reading_ahead.read = read
reading_ahead.serve()
"""


@pytest.fixture
def faulty(monkeypatch):
    """Let workers do something else with a page that has a 炸."""

    def do(fault):
        monkeypatch.setattr(reading_ahead, "PROGRAM", FAULTY.format(fault=fault))

    return do


@pytest.fixture
def started(monkeypatch):
    """The processes that were started."""
    processes = []

    def start(*args, **kwargs):
        processes.append(real(*args, **kwargs))
        return processes[-1]

    real = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", start)
    return processes


@pytest.fixture
def pages(put):
    return [put(f"云岭晨报/2031-04-08/{n:02}.txt", page_text(n)) for n in range(1, ENOUGH + 1)]


def tables():
    """Every row of every table, without times."""
    models = apps.get_app_config("articles").get_models(include_auto_created=True)
    return {
        model.__name__: [timeless(row) for row in model.objects.order_by("pk").values()] for model in models
    }


def timeless(row):
    if "report" in row:
        row = {**row, "report": {**row["report"], "seconds": 0}}
    return {name: value for name, value in row.items() if not isinstance(value, datetime)}


def outcomes(report):
    return {str(outcome): count for outcome, count in report.pages.items() if count}


def work(paths, processes):
    """An archive from nothing, some of it read again; what its tables held, and nothing is left of it."""
    with transaction.atomic():
        first = import_pages(paths, batch_name="四月", processes=processes)
        again = reread(newspaper="云岭晨报", everything=True, processes=processes)
        found = tables(), outcomes(first), outcomes(again)
        transaction.set_rollback(True)
    return found


def test_1_2_and_4_processes_make_the_same_tables(folder, put, started):
    for number, page in enumerate(sorted((settings.BASE_DIR / "tests/pages").glob("*.txt"))[:2]):
        put(f"望江时报/2031-04-08/{number + 1:02}.txt", page.read_text(encoding="utf-8"))
    for number in range(1, 9):
        put(f"云岭晨报/2031-04-08/{number:02}.txt", page_text(number))
    put("云岭晨报/2031-04-08/01 综合.txt", noisy(page_text(1)))
    put("副本.txt", page_text(2))
    put("空.txt", b"")
    paths = [settings.BASE_DIR / "sample", folder]
    alone = work(paths, 1)
    assert alone[1] == {"new": 4 * PAGES_EACH, "unchanged": 1, "waiting": 1, "failed": 1} and not started
    for processes in (2, 4):
        assert work(paths, processes) == alone
        assert len(started) == processes + 2
        started.clear()


def test_an_error_in_a_worker_fails_its_page_alone(faulty, put, pages, imported):
    faulty('raise ValueError("boom")')
    put("云岭晨报/2031-04-08/03.txt", page_text(3) + "炸")
    assert imported(processes=2) == {"new": ENOUGH - 1, "failed": 1}
    (failed,) = imported.report.files
    assert failed.file == str(pages[2]) and "（ValueError: boom）" in failed.reason


def test_a_worker_that_is_killed_fails_its_page_alone(faulty, put, pages, imported):
    faulty("os.kill(os.getpid(), 9)")
    for number in (3, 4):
        put(f"云岭晨报/2031-04-08/0{number}.txt", page_text(number) + "炸")
    assert imported(processes=2) == {"new": ENOUGH - 2, "failed": 2}
    assert [file.file for file in imported.report.files] == [str(pages[2]), str(pages[3])]
    assert all("-9" in file.reason and file.remedy for file in imported.report.files)
    assert Page.objects.count() == ENOUGH - 2


def test_a_page_on_which_rereading_breaks_does_not_stop_the_others(faulty, put, pages, imported):
    put("云岭晨报/2031-04-08/03.txt", page_text(3) + "炸")
    imported()
    faulty("os.kill(os.getpid(), 9)")
    report = reread(everything=True, processes=2)
    assert outcomes(report)["failed"] == 1 and sum(report.pages.values()) == ENOUGH
    (failed,) = (file for file in report.files if file.outcome == "failed")
    assert (report.exit_code, failed.file) == (1, str(Page.objects.get(label="3")))


@pytest.mark.parametrize("fault", ["import time; time.sleep(600)", "pass"])
def test_a_run_that_is_broken_off_leaves_no_process(faulty, started, put, pages, folder, fault):
    faulty(fault)
    put("云岭晨报/2031-04-08/05.txt", page_text(5) + "炸")

    def interrupted(sources):
        yield from sources[:2]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_pages([folder], progress=interrupted, processes=2)
    assert started and all(process.returncode is not None for process in started)
    assert Batch.objects.get().report["pages"]["new"] == Page.objects.count() == 2


def test_ctrl_c_at_a_command_is_answered_in_words(command, folder, pages, monkeypatch):
    def interrupted(self, things):
        raise KeyboardInterrupt

    monkeypatch.setattr("articles.importing.terminal.BarOnTerminal.__call__", interrupted)
    for name, *arguments in (("import_pages", folder), ("reread",)):
        code, _out, err = command(name, *arguments)
        assert code == 130 and "已中断" in err


def test_workers_have_no_django_and_one_thread_of_linear_algebra(faulty):
    faulty("return 'django' in sys.modules, os.environ['OPENBLAS_NUM_THREADS']")
    with Readers(EMPTY, 2, ENOUGH) as readers:
        assert readers.begin(PageText("炸"))() == (False, "1")


def test_a_few_pages_need_no_other_process(started, put, imported):
    for number in range(ENOUGH - 1):
        put(f"云岭晨报/2031-04-08/{number:02}.txt", page_text(number))
    imported(processes=8)
    assert Page.objects.count() == ENOUGH - 1 and not started


def test_texts_that_the_archive_has_start_no_process(started, pages, imported):
    imported()
    assert imported(processes=2) == {"unchanged": ENOUGH}
    assert not started


def test_pages_are_begun_only_so_far_ahead():
    begun = []
    with Readers(EMPTY, 2, 1000) as readers:
        coming = readers.ahead(begun.append, range(1000))
        for number in range(1, 11):
            next(coming)
            assert len(begun) == number + 2 * AHEAD
        assert len(list(coming)) == 990


def test_what_cannot_be_begun_is_raised_at_its_turn():
    with Readers(EMPTY, 1, 3) as readers:
        one, none, two = readers.ahead(partial(int, base=10), ["1", "x", "2"])
        assert (one(), two()) == (1, 2)
        with pytest.raises(ValueError):
            none()


@pytest.mark.parametrize("processes", [1, 2])
def test_a_reading_is_the_same_from_a_worker(processes):
    page = PageText(page_text(1))
    with Readers(EMPTY, processes, ENOUGH) as readers:
        assert readers.begin(page)() == read(page)


def test_a_pin_that_is_set_while_pages_are_read_holds(pages, imported, editor):
    imported()
    article = Article.objects.filter(page__label=str(ENOUGH // 2)).order_by("order").last()
    headline = article.blocks.get(role="headline")
    Reading.objects.update(version="0")

    def pinning(keys):
        yield keys[0]
        # By now the page's reading was begun without the pin.
        corrections.pin(article.page, Pin.Kind.ROLE, headline.start, headline.end, editor, value="kicker")
        yield from keys[1:]

    assert reread(progress=pinning, processes=2).exit_code == 0
    assert holds(Pin.objects.get())
