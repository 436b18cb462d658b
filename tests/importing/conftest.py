"""A folder of invented pages to import, and short words for doing so."""

import json
import random
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.importing import import_pages

PLACES = ("柳湾", "石桥", "青杨", "白鹭洲", "枣林", "望江", "南浦", "云台")
THINGS = ("渡口", "菜场", "夜校", "苗圃", "粮库", "轧钢车间", "乡村诊所", "少年宫", "水文站", "旧书店")
PEOPLE = ("沈怀瑾", "罗春生", "贺小满", "雷鸣远", "梁素秋", "魏大川", "穆晓云", "祝长庚")
VERBS = ("翻修一新", "迎来新主人", "添了十二台设备", "办起了读书会", "提前完成全年任务", "三年没有出过差错")
DETAILS = (
    "附近的居民说，从前要绕两里路，如今推门就到。",
    "负责人介绍，全部费用来自上年的结余，没有向住户多收一分钱。",
    "清早五点，值班的老师傅已经把炉火生好，等着第一班人来。",
    "遇上雨天，大家就在走廊里排队，没有人抱怨。",
    "账目每月贴在门口，谁都可以上前核对。",
    "年轻人提议把闲置的仓房改成自修室，很快有了回音。",
    "入冬以前，这里还要换上双层的窗子。",
    "统计下来，一年里有四千七百多人次受益。",
)


def page_text(seed, masthead="", stories=2):
    """An invented page of some 450 characters; another seed gives another page."""
    chooser = random.Random(seed)
    parts = [masthead] if masthead else []
    for _ in range(stories):
        place, thing, person = chooser.choice(PLACES), chooser.choice(THINGS), chooser.choice(PEOPLE)
        paragraphs = [
            f"　　{''.join(chooser.sample(DETAILS, 2))}{chooser.choice(PEOPLE)}在{chooser.choice(PLACES)}说起{number}号{thing}。"
            for number in chooser.sample(range(100, 999), 3)
        ]
        lead = f"　　本报讯（记者{person}）日前，{place}{thing}{chooser.choice(VERBS)}。"
        parts.append("\n".join([f"{place}{thing}{chooser.choice(VERBS)}", "", lead, *paragraphs]))
    return "\n\n".join(parts) + "\n"


def noisy(text, share=0.02, seed=3):
    """Another transcription of the same print: some characters misread, lines broken elsewhere."""
    chooser = random.Random(seed)
    misread = ("田" if not char.isspace() and chooser.random() < share else char for char in text)
    lines = []
    for line in "".join(misread).split("\n"):
        lines += [line[start : start + 29] for start in range(0, len(line), 29)] or [""]
    return "\n".join(lines)


def masthead(day="2031年4月8日", label="2", newspaper="云岭晨报"):
    return f"{newspaper}\n\n{day} 星期二\n第{label}版 综合"


@pytest.fixture
def folder(tmp_path):
    """Where pages lie; not the test's own folder, which holds the index."""
    path = tmp_path / "pages"
    path.mkdir()
    return path


@pytest.fixture
def put(folder):
    """Write a page: `put("云岭晨报/2031-04-08/01.txt", text)`."""

    def write(name, text, encoding="utf-8"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


@pytest.fixture
def imported(folder):
    """Import paths, the whole folder by default; the figures of the report that are not 0."""

    def run(*paths, **options):
        report = import_pages(paths or [folder], **options)
        run.report = report
        return {str(outcome): count for outcome, count in report.pages.items() if count}

    return run


@pytest.fixture
def command():
    """Run a command: (exit code, stdout, stderr)."""

    def run(name, *arguments):
        out, err = StringIO(), StringIO()
        try:
            call_command(name, *map(str, arguments), stdout=out, stderr=err)
            code = 0
        except SystemExit as stop:
            code = stop.code
        except CommandError as error:
            code, err = error.returncode, StringIO(str(error))
        return code, out.getvalue(), err.getvalue()

    return run


@pytest.fixture
def json_report(command):
    def run(*arguments):
        return json.loads(command("import_pages", "--json", *arguments)[1])

    return run


@pytest.fixture
def editor():
    return User.objects.create_user("editor")
