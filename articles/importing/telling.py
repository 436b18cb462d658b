"""A report as lines for a person at a terminal."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .names import printable
from .report import Outcome, Report


def troubles(report: Report) -> Iterator[str]:
    """One line for each file that failed, waits, moved or was remarked on, with reason and remedy."""
    words = {
        Outcome.NEW: _("新版面"),
        Outcome.CHANGED: _("有改动"),
        Outcome.UNCHANGED: _("无改动"),
        Outcome.MOVED: _("已移动"),
        Outcome.FAILED: _("失败"),
        Outcome.WAITING: _("待处理"),
    }
    for file in report.files:
        said = "".join((file.reason, file.remedy, *file.notes))
        if said:
            yield printable(f"{words[file.outcome]}  “{file.file}”：{said}")
    yield from map(printable, report.notes)


def summary(report: Report) -> str:
    """The run in two lines."""
    figures = {
        "new": report.pages[Outcome.NEW],
        "changed": report.pages[Outcome.CHANGED],
        "unchanged": report.pages[Outcome.UNCHANGED],
        "moved": report.pages[Outcome.MOVED],
        "failed": report.pages[Outcome.FAILED],
        "waiting": report.pages[Outcome.WAITING],
        "skipped": report.skipped,
        "articles": report.articles,
        "people": report.people,
        "organizations": report.organizations,
        "seconds": f"{report.seconds:.1f}",
    }
    lines = [
        _(
            "版面：新 %(new)s，有改动 %(changed)s，无改动 %(unchanged)s，移动 %(moved)s，"
            "失败 %(failed)s，待处理 %(waiting)s；另略过 %(skipped)s 个非版面文件。"
        )
        % figures,
        _("文章 %(articles)s 篇；新增人物 %(people)s 个，机构 %(organizations)s 个；用时 %(seconds)s 秒。")
        % figures,
    ]
    if report.older:
        lines.append(
            _("有 %(count)s 个版面由旧版程序解读，可用 reread 命令重新解读。") % {"count": report.older}
        )
    if report.dry_run:
        lines.append(_("这是试运行，什么也没有写入。"))
    return "\n".join(lines)
