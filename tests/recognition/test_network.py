from concurrent.futures import ThreadPoolExecutor

import pytest

from articles.recognition import network, recognising
from articles.recognition.network import load
from articles.segmentation import Role

CLAUSES = ["青石市总工会主席邓怀山出席会议", "", "车工苗玉兰说", "A", "在北京的公园里" * 12]


@pytest.fixture
def loaded():
    return load() or pytest.skip("jieba's network is not installed")


def test_batch_reads_each_clause_as_alone(loaded):
    together = loaded.tag(CLAUSES)
    assert [t.words for t in together] == [loaded.tag([clause])[0].words for clause in CLAUSES]


def test_words_tile_the_clause(loaded):
    for clause, tagging in zip(CLAUSES, loaded.tag(CLAUSES), strict=True):
        assert "".join(clause[start:end] for start, end, _ in tagging.words) == clause


def test_chances_are_probabilities(loaded):
    tagging = loaded.tag(["青石市总工会主席邓怀山出席会议"])[0]
    assert all(
        0 <= chance <= 1.0001
        for its in (tagging.begins, tagging.inside)
        for row in its.values()
        for chance in row
    )
    assert tagging.begins["PER"][8] > 0.9


def test_threads_share_one_network():
    with ThreadPoolExecutor(4) as pool:
        assert len({id(n) for n in pool.map(lambda _: load(), range(8))}) == 1


def test_without_the_network_form_still_names(monkeypatch, recognise_parts):
    monkeypatch.setattr(recognising.network, "load", lambda: None)
    _, names = recognise_parts((Role.PARAGRAPH, "青石市总工会主席邓怀山说，职工夜校要办到车间。"))
    assert "邓怀山" in {m.surface for m in names.mentions}


def test_missing_package_gives_no_network(monkeypatch):
    monkeypatch.setattr(network.importlib.util, "find_spec", lambda name: None)
    assert network._read() is None
