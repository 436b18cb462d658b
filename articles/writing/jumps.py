"""Jumps (下转, 上接): which article goes on which other of the same issue.

Computed for a whole issue whenever one of its pages changes, so the order in which pages arrive
does not matter and a pair comes apart when one of its pages is replaced.
"""

from collections.abc import Iterable, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Article, IndexTask, Issue, ReviewItem

from .pairing import pair

DOUBTFUL = 0.5  # weight of the question


def join_jumps(issue: Issue) -> None:
    """Set `continues` of every current article of the issue; mark those whose joined text changes, and ask
    editors about jumps that cannot be joined although the page that they name is there."""
    current = Article.objects.current().filter(page__issue=issue)
    if not current.filter(Q(continues__isnull=False) | ~Q(to_page="") | ~Q(from_page="")).exists():
        _ask_about(issue, ())
        return
    articles = list(current.select_related("page").defer("layout").in_reading_order())
    pairs = pair([a for a in articles if not (a.withdrawn or a.page.withdrawn)])
    changed = set()
    for article in articles:
        head = pairs.heads.get(article.number)
        if article.continues_id != head:
            changed |= {article.number, head, article.continues_id}
            article.continues_id = head
            article.save(update_fields=["continues"])
    IndexTask.objects.mark(changed - {None})
    _ask_about(issue, pairs.doubtful)


def _ask_about(issue: Issue, doubtful: Sequence[Article]) -> None:
    """One open question for every doubtful end; those that no longer arise are taken back."""
    content_type = ContentType.objects.get_for_model(Article)
    wanted = {(article.number, message) for article in doubtful for message in _questions(article)}
    asked = ReviewItem.objects.filter(
        kind=ReviewItem.Kind.FACTS,
        content_type=content_type,
        object_id__in=Article.objects.filter(page__issue=issue).values("number"),
    )
    known = {(item.object_id, item.message) for item in asked}
    asked.filter(
        pk__in=[
            item.pk
            for item in asked
            if item.state == ReviewItem.State.OPEN and (item.object_id, item.message) not in wanted
        ]
    ).delete()
    ReviewItem.objects.bulk_create(
        ReviewItem(
            kind=ReviewItem.Kind.FACTS,
            content_type=content_type,
            object_id=number,
            message=message,
            weight=DOUBTFUL,
        )
        for number, message in sorted(wanted - known)
    )


def _questions(article: Article) -> Iterable[str]:
    if article.from_page and not article.continues_id:
        yield _("这篇上接%(page)s版，却找不到能确定的上文，请核对版次。") % {"page": article.from_page}
    elif article.to_page:
        yield _("这篇下转%(page)s版，却找不到能确定的下文，请核对版次。") % {"page": article.to_page}
