"""Postings through the writer, the disk and segments that are merged, against a plain dictionary."""

import random
import threading
from types import SimpleNamespace

import numpy as np
import pytest
from whoosh.fields import ID, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.writing import NO_MERGE, OPTIMIZE

from articles.search import _whoosh
from articles.search._whoosh.codec import ArrayMatcher, Places
from articles.search._whoosh.fields import Characters, Number
from articles.search._whoosh.pool import POOL_BYTES, Pool
from articles.search._whoosh.postings import Postings, pack, unpack


def open_index(folder):
    schema = Schema(id=ID(stored=True, unique=True), text=Characters(), number=Number())
    return _whoosh.open_index(str(folder), schema)


def places(texts, char):
    return [(number, place) for number, text in enumerate(texts) for place, c in enumerate(text) if c == char]


def stored(arrays, char):
    """Number of the document and position, wherever the document stands in the index."""
    keys = arrays.places("text", char)
    assert (np.diff(keys) > 0).all()
    numbers = arrays.numbers("number")[keys >> 32]
    return sorted(zip(numbers.tolist(), (keys & 0xFFFFFFFF).tolist(), strict=True))


@pytest.mark.parametrize("limit", [POOL_BYTES, 2000])
@pytest.mark.parametrize("merge", [NO_MERGE, OPTIMIZE])
def test_places_survive_runs_segments_and_merges(tmp_path, limit, merge):
    chance = random.Random(1)
    texts = [
        "".join(chance.choices("山花河口一", (1, 2, 5, 40, 300), k=chance.randint(0, 400))) for _ in range(60)
    ]
    texts += ["一", "一一", "川"]
    index = open_index(tmp_path)
    for start in range(0, len(texts), 25):
        writer = index.writer()
        writer.pool = Pool(writer.temp_storage(), limit)
        for number in range(start, min(start + 25, len(texts))):
            writer.add_document(id=str(number), text=[texts[number]], number=number)
        writer.commit(mergetype=merge)
    arrays = index.arrays()
    for char in "山花河口一川无":
        assert stored(arrays, char) == places(texts, char)
        documents, counts = arrays.counts("text", char)
        assert dict(zip(arrays.numbers("number")[documents].tolist(), counts.tolist(), strict=True)) == {
            number: text.count(char) for number, text in enumerate(texts) if char in text
        }
    assert sorted(arrays.numbers("number").tolist()) == list(range(len(texts)))


def test_deleted_documents_are_gone_after_a_merge(tmp_path):
    index = open_index(tmp_path)
    with index.writer() as writer:
        for number in range(10):
            writer.add_document(id=str(number), text=["山" * number + "花"], number=number)
    writer = index.writer()
    for number in (0, 3, 9):
        writer.delete_by_term("id", str(number))
    writer.commit(merge=False)
    assert index.arrays().numbers("number")[index.arrays().alive].tolist() == [1, 2, 4, 5, 6, 7, 8]
    writer = index.writer()
    writer.commit(optimize=True)
    arrays = index.arrays()
    assert arrays.numbers("number").tolist() == [1, 2, 4, 5, 6, 7, 8]
    assert stored(arrays, "花") == [(number, number) for number in (1, 2, 4, 5, 6, 7, 8)]
    assert arrays.counts("text", "山")[1].tolist() == [1, 2, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(
    "numbers", [[], [0], [7], [255], [256], [70000], [5, 5, 5], [0, 0], [1, 300], [1, 70000, 3]]
)
def test_numbers_are_packed_narrowly(numbers):
    record = pack(np.array(numbers, "u4"))
    read, end = unpack(record, 0, len(numbers))
    assert read.tolist() == numbers
    assert end == len(record)


def test_whoosh_reads_the_same_postings():
    postings = Postings(np.array([2, 5, 9]), np.array([1, 2, 1]), np.array([4, 0, 8, 3]))
    matcher = ArrayMatcher(postings, Places(), SimpleNamespace())
    matcher.skip_to(3)
    assert (matcher.id(), matcher.weight(), matcher.value_as("positions")) == (5, 2.0, [0, 8])
    matcher.next()
    assert (matcher.id(), [span.start for span in matcher.spans()]) == (9, [3])
    matcher.next()
    assert not matcher.is_active()


def test_two_openings_of_an_absent_index_make_one(tmp_path):
    first = open_index(tmp_path)
    with first.writer() as writer:
        writer.add_document(id="1", text=["山"], number=1)
    assert open_index(tmp_path).doc_count() == 1
    assert FileStorage(str(tmp_path)).list()


def test_reader_sees_whole_states_while_another_thread_writes(tmp_path):
    """A commit deletes the files of the state before: what is open must stay whole."""
    with open_index(tmp_path).writer() as writer:
        for number in range(1, 31):
            writer.add_document(id=str(number), text=[f"山{number}"], number=number)

    def replace():
        index = open_index(tmp_path)
        for turn in range(40):
            writer = index.writer(timeout=5)
            for number in range(turn % 3 + 1, 31, 3):
                writer.delete_by_term("id", str(number))
                writer.add_document(id=str(number), text=[f"山{number}"], number=number)
            writer.commit()

    index, thread = open_index(tmp_path), threading.Thread(target=replace)
    thread.start()
    states = set()
    while thread.is_alive():
        arrays = index.arrays()
        states.add(index._state)
        assert sorted(arrays.numbers("number")[arrays.alive].tolist()) == list(range(1, 31))
        assert arrays.alive[arrays.documents("text", "山")].sum() == 30
    thread.join()
    assert len(states) > 1


def test_index_that_is_held_does_not_change(tmp_path):
    index, other = open_index(tmp_path), open_index(tmp_path)
    with index.held():
        with other.writer() as writer:
            writer.add_document(id="1", text=["山"], number=1)
        assert index.doc_count() == 0
    assert index.doc_count() == 1


def test_haystack_s_optimize_keeps_the_codec(tmp_path):
    index = open_index(tmp_path)
    for number in range(3):
        with index.writer() as writer:
            writer.add_document(id=str(number), text=["山花"], number=number)
    index.optimize()
    assert len(list(tmp_path.glob("*.trm"))) == 1
    assert stored(index.arrays(), "花") == [(0, 1), (1, 1), (2, 1)]
