"""What is kept as JSON is read in words."""

from articles.admin.reports import nested


def test_a_report_speaks_no_code():
    shown = nested(
        {"pages": {"new": 2, "waiting": 0}, "files": [{"file": "new", "outcome": "failed", "reason": "空"}]}
    )
    assert '<th scope="row">版面</th>' in shown and '<th scope="row">新</th><td>2</td>' in shown
    assert '<th scope="row">结果</th><td>失败</td>' in shown
    assert '<th scope="row">文件</th><td>new</td>' in shown


def test_facts_of_a_page_say_their_source():
    shown = nested(
        {"date_source": "masthead", "date_precision": "day", "edition": "extra", "page_name": None}
    )
    assert "来自报头" in shown and "<td>日</td>" in shown and "号外" in shown
    assert '<th scope="row">版名</th><td>—</td>' in shown
