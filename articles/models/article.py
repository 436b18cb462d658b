from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class ArticleQuerySet(models.QuerySet):
    def current(self):
        """The articles of pages as they are read today, continuations and withdrawn ones too."""
        return self.filter(superseded=False)

    def visible_to(self, user=None):
        """The articles with an address of their own that the site shows, the same to everyone."""
        return self.current().filter(withdrawn=False, page__withdrawn=False, continues=None)

    def mentioning(self, thing):
        """Articles that mention this person or organisation, rejected mentions apart."""
        field = "organization" if thing._meta.model_name == "organization" else "person"
        return self.filter(
            **{f"mentions__{field}": thing}, mentions__state__in=("found", "confirmed", "added")
        ).distinct()

    def by(self, person):
        """Articles that this person wrote or photographed."""
        return self.filter(contributions__person=person).distinct()

    def in_reading_order(self):
        return self.order_by("page__issue", "page__sort_key", "page", "order")

    def newest_first(self):
        return self.order_by(
            models.F("page__issue__date").desc(nulls_last=True), "page__sort_key", "page", "order"
        )

    def with_place(self):
        return self.select_related("page__issue__newspaper")


class Article(models.Model):
    """A piece of a page. Its text fields are a cache that only `writing` fills, from the
    transcription's blocks and from what editors decided."""

    class Kind(models.TextChoices):
        NEWS = "news", _("消息")
        COMMENTARY = "commentary", _("评论")
        FEATURE = "feature", _("通讯")
        SIDEBAR = "sidebar", _("链接")
        PHOTO = "photo", _("图片")
        NOTICE = "notice", _("公告")
        INDEX = "index", _("导读")
        INTERVIEW = "interview", _("访谈")
        LETTER = "letter", _("来信")
        POEM = "poem", _("诗歌")
        BRIEF = "brief", _("简讯")
        CORRECTION = "correction", _("更正")
        ADVERT = "advert", _("广告")

    number = models.BigAutoField(_("编号"), primary_key=True)
    page = models.ForeignKey("articles.Page", models.PROTECT, related_name="articles", verbose_name=_("版面"))
    order = models.PositiveIntegerField(_("次序"), default=0)
    kind = models.CharField(_("体裁"), max_length=12, choices=Kind, default=Kind.NEWS)
    column = models.CharField(_("栏目"), max_length=200, blank=True)
    kicker = models.TextField(_("引题"), blank=True)
    headline = models.TextField(_("主题"), blank=True)
    deck = models.TextField(_("副题"), blank=True)
    byline = models.TextField(_("署名"), blank=True, help_text=_("如所印的一行；作者另列。"))
    lead = models.TextField(_("电头"), blank=True)
    dateline = models.CharField(_("电头地点和日期"), max_length=100, blank=True)
    agency = models.CharField(_("消息来源"), max_length=50, blank=True)
    body = models.TextField(_("正文"), blank=True, editable=False)
    layout = models.JSONField(_("各部分"), default=list, editable=False)
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="sidebars", verbose_name=_("所属主文")
    )
    to_page = models.CharField(_("转至版次"), max_length=20, blank=True)
    from_page = models.CharField(_("接自版次"), max_length=20, blank=True)
    continues = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, editable=False,
        related_name="continuations", verbose_name=_("上接"),
    )  # fmt: skip
    confidence = models.FloatField(_("把握"), default=1.0, editable=False)
    superseded = models.BooleanField(_("已并入他文"), default=False, editable=False)
    withdrawn = models.BooleanField(_("撤下"), default=False)
    withdrawn_reason = models.CharField(_("撤下原因"), max_length=200, blank=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("文章")
        ordering = ["page", "order"]
        indexes = [models.Index(fields=["page", "superseded", "order"])]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("article", args=[self.number])

    @property
    def title(self):
        """What a list calls this article: headline, else column and first words, else the kind."""
        if self.headline:
            return self.headline
        lines = (line for line in self.body[:200].split("\n") if line and not line.startswith("|"))
        first = next(lines, "")
        words = f"{first[:20]}…" if first and len(self.body) > 20 else first
        if self.column and words:
            return f"{self.column}：{words}"
        return self.column or words or str(self.get_kind_display())

    @property
    def whole(self):
        """The head of the chain of jumps that this article belongs to."""
        article = self
        while article.continues is not None:
            article = article.continues
        return article
