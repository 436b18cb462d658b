"""Reports and facts kept as JSON, as nested tables in words that an editor reads."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Issue

WORDS = {
    "articles": gettext_lazy("文章"),
    "batch": gettext_lazy("批次"),
    "changed": gettext_lazy("有改动"),
    "contradictions": gettext_lazy("说法不一"),
    "date": gettext_lazy("日期"),
    "date_precision": gettext_lazy("日期精度"),
    "date_source": gettext_lazy("日期来源"),
    "dry_run": gettext_lazy("只试不存"),
    "edition": gettext_lazy("版别"),
    "failed": gettext_lazy("失败"),
    "file": gettext_lazy("文件"),
    "files": gettext_lazy("有话要说的文件"),
    "given": gettext_lazy("外部所述"),
    "inferred": gettext_lazy("推断的日期"),
    "label": gettext_lazy("版次"),
    "moved": gettext_lazy("移动"),
    "new": gettext_lazy("新"),
    "newspaper": gettext_lazy("报纸"),
    "notes": gettext_lazy("备注"),
    "older_reader": gettext_lazy("由旧版识读"),
    "organizations": gettext_lazy("新增机构"),
    "outcome": gettext_lazy("结果"),
    "page": gettext_lazy("版面编号"),
    "page_name": gettext_lazy("版名"),
    "pages": gettext_lazy("版面"),
    "people": gettext_lazy("新增人物"),
    "reason": gettext_lazy("缘由"),
    "remedy": gettext_lazy("办法"),
    "seconds": gettext_lazy("用时（秒）"),
    "skipped": gettext_lazy("略过的文件"),
    "unchanged": gettext_lazy("无改动"),
    "waiting": gettext_lazy("待处理"),
}
VALUES = {
    "outcome": WORDS,
    "edition": dict(Issue.Edition.choices),
    "date_precision": dict(Issue.Precision.choices),
    "date_source": dict(Issue.DateSource.choices),
}


def nested(value):
    """A report or another JSON value as nested tables and lists.

    >>> nested({"页": [1, "<2>"]})
    '<table class="nested"><tr><th scope="row">页</th><td><ul><li>1</li><li>&lt;2&gt;</li></ul></td></tr></table>'
    """
    if isinstance(value, dict) and value:
        rows = format_html_join(
            "",
            '<tr><th scope="row">{}</th><td>{}</td></tr>',
            ((WORDS.get(key, key), nested(_word(key, item))) for key, item in value.items()),
        )
        return format_html('<table class="nested">{}</table>', rows)
    if isinstance(value, list) and value:
        return format_html(
            "<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((nested(item),) for item in value))
        )
    if value in (None, "", [], {}):
        return "—"
    if isinstance(value, bool):
        return str(_("是") if value else _("否"))
    return format_html("{}", value)


def _word(key, value):
    return VALUES[key].get(value, value) if key in VALUES and isinstance(value, str) else value
