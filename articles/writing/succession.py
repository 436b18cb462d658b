"""What becomes of an article whose text went elsewhere, and of one whose text is there again."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from rapidfuzz.distance import Levenshtein

from articles.folding import fold
from articles.models import Article, Conflict, FieldOverride, Page, Redirect
from articles.models.redirect import address

SAME = 0.8  # share of its characters that an article which comes back must have kept


def revive(article: Article, retired: list[Article]) -> None:
    """Give a new article number and state of the one that it was before that was merged away; taken
    from `retired`."""
    text = _plain(article)
    alike = [(Levenshtein.normalized_similarity(text, _plain(former)), former) for former in retired]
    likeness, former = max(alike, key=lambda pair: pair[0], default=(0, None))
    if likeness < SAME:
        return
    retired.remove(former)
    article.number, article.superseded = former.number, False
    article.withdrawn, article.withdrawn_reason = former.withdrawn, former.withdrawn_reason
    Redirect.objects.filter(old_path=address(former)).delete()
    _lost_words(article.page, former).update(state=Conflict.State.RESOLVED)


def _plain(article: Article) -> str:
    return "".join(fold("".join(part["text"] for part in article.layout)).split())


def stay_withdrawn(article: Article, kin: Iterable[Article]) -> None:
    """An article that shows what stood in a withdrawn one is withdrawn too; does not save."""
    withdrawn = next((former for former in kin if former.withdrawn), None)
    if withdrawn and not article.withdrawn:
        article.withdrawn, article.withdrawn_reason = True, withdrawn.withdrawn_reason


def supersede(article: Article, heir: Article | None) -> None:
    """An article without heir: its address leads to where its text went, or is gone."""
    article.superseded, article.continues, article.parent = True, None, None
    article.save(update_fields=["superseded", "continues", "parent"])
    article.mentions.all().delete()
    article.contributions.all().delete()
    Redirect.objects.lead(address(article), address(heir) if heir else "")
    _tell_of_lost_words(article, heir)


def _tell_of_lost_words(article: Article, heir: Article | None) -> None:
    """What an editor said of an article that is not shown any more waits for him."""
    words = [f"{_field_name(row.field)}：{row.value}" for row in FieldOverride.objects.of(article)]
    if article.withdrawn:
        words.append(f"{_field_name('withdrawn')}：{article.withdrawn_reason}")
    if not words:
        return
    places = {"article": address(article), "heir": address(heir) if heir else _("版面杂件")}
    Conflict.objects.create(
        kind=Conflict.Kind.PIN,
        page=article.page,
        batch=article.page.batch,
        source=article.page.source,
        given={"article": article.number},
        ours="\n".join(words),
        theirs=heir.title if heir else "",
        reason=_("文章 %(article)s 的文字现在归入 %(heir)s，编辑对它的更正不再显示。") % places,
    )


def _lost_words(page: Page, article: Article):
    return Conflict.objects.filter(page=page, kind=Conflict.Kind.PIN, given__article=article.number)


def _field_name(field: str) -> str:
    found = Article._meta.get_field(field)
    return str(getattr(found, "verbose_name", None) or found.related_model._meta.verbose_name)
