"""One row of every model, made by hand, and an editor who is logged in."""

import pytest
from django.contrib.auth.models import User

from articles import corrections
from articles.models import Batch, Conflict, Organization, Person, Redirect, ReviewItem
from tests.admin.posting import Desk
from tests.hand import article_of, author_of, issue_of, mention_of, names_of, page_of, write

TEXT = """\
# 河口水库蓄水两千万方

本报记者 柳闻笛

河口水库管理所所长魏大川说，今冬蓄水两千万方。魏大川很高兴，他说水比去年多。

# 果园新路修通

果农修通了上山的路，全长八里。摘果子的人说，路修通以后，果子当天就能下山。
"""


@pytest.fixture
def editor(db):
    return User.objects.create_superuser("穆编辑", password="secret")


@pytest.fixture
def desk(editor, client):
    client.force_login(editor)
    return Desk(client)


@pytest.fixture
def front(db):
    page = page_of(issue_of())
    dam = article_of(
        TEXT, "headline:# 河口水库蓄水两千万方", "byline:本报记者 柳闻笛", f"paragraph:{TEXT.splitlines()[4]}"
    )
    road = article_of(
        TEXT, "headline:# 果园新路修通", f"paragraph:{TEXT.splitlines()[8]}", start=TEXT.index("# 果园")
    )
    names = names_of(
        [
            mention_of(TEXT, "河口水库管理所", "organization"),
            mention_of(TEXT, "魏大川", title="所长", title_sort="post"),
            mention_of(TEXT, "魏大川", nth=1),
        ],
        [author_of(TEXT, "柳闻笛", "本报记者")],
    )
    write(page, TEXT, dam, road, names=[names])
    return page


@pytest.fixture
def article(front):
    return front.articles.get(order=0)


@pytest.fixture
def archive(front, article, editor):
    """The page and its like, and something of every other model."""
    page = front
    paper = page.issue.newspaper
    corrections.add_form(paper, "青禾报", "short", editor)
    corrections.add_form(Person.objects.get(name="魏大川"), "老魏", "short", editor)
    corrections.add_form(Organization.objects.get(), "水管所", "short", editor)
    corrections.change(article, "column", "要闻", editor)
    corrections.emend(page, TEXT.index("八里"), TEXT.index("八里") + 2, "九里", editor)
    page.pins.create(
        transcription=page.transcription, kind="start", start=0, end=4, surface="# 河口", user=editor
    )
    batch = Batch.objects.get()
    batch.report = {"页": {"新": 1}}
    batch.save()
    Redirect.objects.create(old_path="/articles/0/", new_path=article.get_absolute_url())
    ReviewItem.objects.create(kind="segmentation", object=article, message="请看这一篇的起止。")
    Conflict.objects.create(
        kind="file",
        page=page,
        batch=batch,
        source="x/2.txt",
        theirs="新的一行",
        ours="旧的一行",
        reason="日期恐怕不对",
    )
    return page
