import json

import pytest

from articles.models import Batch, Page

from .conftest import page_text

pytestmark = pytest.mark.django_db


def test_a_clean_import_ends_with_a_summary_and_0(command, put, folder):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    put("README.md", "about")
    code, out, err = command("import_pages", folder)
    assert (code, err) == (0, "")
    assert "新 1" in out and "略过 1" in out


def test_a_failed_file_is_named_with_reason_and_remedy_and_ends_with_1(command, put, folder):
    put("甲\n乙.txt", b"")
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    code, out, err = command("import_pages", folder)
    assert code == 1
    assert "失败 1" in out
    line = next(line for line in err.splitlines() if "空的" in line)
    assert "甲\\n乙.txt" in line and "请" in line


def test_json_is_for_machines(json_report, put, folder):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    put("bad.txt", b"")
    report = json_report(folder)
    assert report["pages"] == {"new": 1, "changed": 0, "unchanged": 0, "moved": 0, "failed": 1, "waiting": 0}
    assert report["files"][0]["outcome"] == "failed"
    assert report == {**json.loads(json.dumps(Batch.objects.get().report)), "notes": report["notes"]}


@pytest.mark.parametrize(
    "arguments",
    [
        ["/no/such/folder"],
        ["{folder}", "--date", "2031-02-30"],
        ["{folder}", "--edition", "豪华版"],
        ["{folder}", "--page", "3"],
        ["{folder}", "--batch", "taken"],
    ],
)
def test_wrong_usage_ends_with_2_before_anything_is_written(command, put, folder, arguments):
    Batch.objects.create(name="taken")
    put("a.txt", page_text(1))
    put("b.txt", page_text(2))
    code, _out, err = command("import_pages", *[text.format(folder=folder) for text in arguments])
    assert code == 2
    assert err
    assert (Page.objects.count(), Batch.objects.count()) == (0, 1)


def test_a_broken_manifest_stops_the_run_before_anything_is_written(command, put, folder):
    put("a.txt", page_text(1))
    put("manifest.csv", "一,二\n")
    code, _out, err = command("import_pages", folder)
    assert code == 2 and "manifest.csv" in err
    assert not Page.objects.exists()


def test_dry_run_says_so(command, put, folder):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    code, out, _err = command("import_pages", "--dry-run", folder)
    assert code == 0 and "试运行" in out
    assert not Page.objects.exists()


def test_options_reach_the_import(command, put):
    file = put("x.txt", page_text(1))
    command(
        "import_pages",
        file,
        "--newspaper",
        "云岭晨报",
        "--date",
        "2031-04-08",
        "--page",
        "A08",
        "--edition",
        "号外",
    )
    page = Page.objects.get()
    assert (str(page.issue.date), page.issue.edition, page.label) == ("2031-04-08", "extra", "A08")


def test_reread_and_remove_batch_answer_in_words(command, put, folder):
    put("云岭晨报/2031-04-08/01.txt", page_text(1))
    command("import_pages", folder, "--batch", "四月")
    assert command("reread", "--all")[0] == 0
    assert command("reread", "--newspaper", "无此报")[0] == 2
    code, out, _err = command("remove_batch", "四月", "--purge")
    assert code == 0 and "1 个版面" in out
    assert command("remove_batch", "四月")[0] == 2
