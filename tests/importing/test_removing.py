import pytest

from articles import corrections, search
from articles.importing import CannotImport, remove_batch
from articles.models import (
    Article,
    Batch,
    Block,
    Contribution,
    IndexTask,
    Issue,
    Mention,
    Newspaper,
    Organization,
    Page,
    Person,
    Reading,
    Redirect,
    ReviewItem,
    Transcription,
)

from .conftest import noisy, page_text

pytestmark = pytest.mark.django_db

BROUGHT = (
    Article, Block, Contribution, Issue, Mention, Newspaper, Organization, Page, Person,
    Reading, Redirect, ReviewItem, Transcription,
)  # fmt: skip


@pytest.fixture
def sample(put, imported):
    imported(
        put("样报晨报/2031-04-08/01.txt", page_text(1)),
        put("样报晨报/2031-04-08/02.txt", page_text(2)),
        batch_name="sample",
    )
    return Batch.objects.get(name="sample")


def test_a_withdrawn_batch_stays_in_the_archive_and_out_of_sight(sample, put, imported, folder):
    headline = Article.objects.order_by("number").last().headline
    removed = remove_batch("sample")
    assert (removed.pages, Page.objects.filter(withdrawn=True).count()) == (2, 2)
    assert "sample" in Page.objects.first().withdrawn_reason
    assert not Article.objects.visible_to(None).exists()
    assert search.search(f'"{headline}"').total == 0
    assert imported() == {"unchanged": 2}
    assert Page.objects.filter(withdrawn=True).count() == 2
    assert remove_batch("sample").pages == 0


def test_a_purged_batch_leaves_nothing(sample, put, imported, folder):
    headline = Article.objects.order_by("number").last().headline
    put("样报晨报/2031-04-08/01.txt", noisy(page_text(1)))
    imported(folder / "样报晨报/2031-04-08/01.txt")
    remove_batch("sample", purge=True)
    for model in BROUGHT:
        assert not model.objects.exists(), model
    assert not Batch.objects.filter(name="sample").exists()
    assert not IndexTask.objects.exists()
    assert search.search(f'"{headline}"').total == 0


def test_a_purge_keeps_what_other_batches_use(sample, put, imported):
    imported(
        put("样报晨报/2031-04-08/03.txt", page_text(1, "续")), put("样报晨报/2031-04-09/01.txt", page_text(4))
    )
    kept = Person.objects.filter(contributions__article__page__batch__name__startswith="import").distinct()
    names = set(kept.values_list("name", flat=True))
    remove_batch("sample", purge=True)
    assert Page.objects.count() == 2
    assert Newspaper.objects.count() == 1
    assert Issue.objects.count() == 2
    assert names <= set(Person.objects.values_list("name", flat=True))


@pytest.mark.parametrize("what", ["article", "page", "issue", "person", "pin", "newspaper"])
def test_a_batch_that_an_editor_has_touched_is_not_purged(sample, editor, what):
    article = Article.objects.order_by("number").last()
    if what == "article":
        corrections.change(article, "headline", "编辑定的标题", editor)
    elif what == "page":
        corrections.change(article.page, "label", "9", editor)
    elif what == "issue":
        corrections.change(article.page.issue, "serial", "第7号", editor)
    elif what == "newspaper":
        corrections.change(article.page.issue.newspaper, "name", "样报", editor)
    elif what == "person":
        corrections.change(Person.objects.first(), "name", "沈怀玉", editor)
    else:
        block = article.blocks.first()
        corrections.pin(article.page, "start", block.start, block.end, editor)
    pages = Page.objects.count()
    with pytest.raises(CannotImport) as refused:
        remove_batch("sample", purge=True)
    assert "--purge" in str(refused.value)
    assert Page.objects.count() == pages
    assert remove_batch("sample").pages == 2


def test_an_unknown_batch_is_refused():
    with pytest.raises(CannotImport):
        remove_batch("无")
