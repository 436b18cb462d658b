import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search import query as queries
from articles.search.query import parse


def read(text):
    """A query as lists of strings; phrases in brackets."""
    query = parse(text)
    clauses = [
        [f"[{term.text}]" if term.phrase else term.text for term in clause] for clause in query.clauses
    ]
    return clauses, [term.text for term in query.excluded]


@pytest.mark.parametrize(
    ("text", "clauses", "excluded"),
    [
        ("", [], []),
        (" \u3000\n", [], []),
        ("工会", [["工会"]], []),
        ("工会　职工", [["工会"], ["职工"]], []),
        ('"工会 职工"', [["[工会职工]"]], []),
        ("“工会”", [["[工会]"]], []),
        ("”工会”", [["[工会]"]], []),
        ("「工会」『职工』", [["[工会]"], ["[职工]"]], []),
        ('工会"职工"', [["工会"], ["[职工]"]], []),
        ("工会 -职工", [["工会"]], ["职工"]),
        ('工会 －"职工 书屋"', [["工会"]], ["职工书屋"]),
        ("-工会", [], ["工会"]),
        ("A-1 型", [["a-1"], ["型"]], []),
        ("工会 OR 职工 书屋", [["工会", "职工"], ["书屋"]], []),
        ("工会 OR 职工 OR “书屋”", [["工会", "职工", "[书屋]"]], []),
        ("工会 or 职工", [["工会"], ["or"], ["职工"]], []),
        ("《工会》", [["《工会》"]], []),
    ],
)
def test_query_is_read(text, clauses, excluded):
    assert read(text) == (clauses, excluded)
    assert not parse(text).hint


@pytest.mark.parametrize(
    ("text", "clauses", "hint"),
    [
        ('"工会 职工', [["工会"], ["职工"]], queries.HINT_QUOTE),
        ("工会」职工", [["工会"], ["职工"]], queries.HINT_QUOTE),
        ("“工会", [["工会"]], queries.HINT_QUOTE),
        ("OR 工会", [["工会"]], queries.HINT_OR),
        ("工会 OR", [["工会"]], queries.HINT_OR),
        ("工会 OR OR 职工", [["工会"], ["职工"]], queries.HINT_OR),
        ("工会 OR -职工", [["工会"], ["职工"]], queries.HINT_OR),
        ("OR", [["or"]], queries.HINT_OR),
        ("工会 - 职工", [["工会"], ["职工"]], queries.HINT_MINUS),
        ("--工会", [["工会"]], queries.HINT_MINUS),
        ("-", [["-"]], queries.HINT_MINUS),
    ],
)
def test_malformed_query_is_plain_text_and_says_so(text, clauses, hint):
    assert read(text) == (clauses, [])
    assert parse(text).hint == hint


@pytest.mark.parametrize(
    "text", ["中国~9", "工会*", "?会", "text:工会", "[20250101 TO 20251231]", "(工会 AND", "a^9"]
)
def test_the_engine_s_own_syntax_is_plain_text(text):
    assert read(text)[0] == [[piece.lower()] for piece in text.split()]


def test_long_text_is_cut_and_says_so():
    query = parse("工" * 10_000)
    assert len(query.clauses[0][0].text) == queries.LIMIT
    assert query.hint == queries.HINT_LONG


@given(st.text(st.sampled_from('工会 \u3000"“”「」『』-－OR\n*~\x00\u200b')))
def test_nothing_typed_is_an_error(text):
    query = parse(text)
    assert all(term.text for term in (*query.terms, *query.excluded))
