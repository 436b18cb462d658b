from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from articles.recognition.decoding import best_set

SPANS = st.lists(
    st.tuples(st.integers(0, 8), st.integers(1, 4), st.integers(-3, 5)).map(
        lambda s: (s[0], s[0] + s[1], s[2])
    ),
    max_size=7,
)


def _apart(spans):
    return all(a[1] <= b[0] or b[1] <= a[0] for a, b in combinations(spans, 2))


@given(SPANS)
def test_no_set_without_overlap_scores_higher(spans):
    chosen = best_set([(*span, span) for span in spans])
    best = max(
        sum(span[2] for span in group)
        for size in range(len(spans) + 1)
        for group in combinations(spans, size)
        if _apart(group)
    )
    assert _apart(chosen) and sum(span[2] for span in chosen) == best
