"""What a list calls an article."""

import pytest

from articles.models import Article


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"headline": "水库蓄水", "body": "河口水库今冬蓄水。"}, "水库蓄水"),
        ({"body": "河口水库今冬蓄水。"}, "河口水库今冬蓄水。"),
        (
            {"column": "简讯", "body": "河口水库今冬蓄水两千万方，比去年多出整整一成。"},
            "简讯：河口水库今冬蓄水两千万方，比去年多出整整…",
        ),
        ({"column": "天气", "body": "| 日期 | 天气 |\n\n明天有雨。"}, "天气：明天有雨。"),
        ({"body": "| 日期 | 天气 |"}, "消息"),
    ],
)
def test_title_is_headline_else_column_and_first_words(fields, title):
    assert Article(**fields).title == title
