from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Contribution, Correction, FieldOverride

from .base import CorrectingAdmin
from .filters import WhetherFilter, content_type
from .forms import CorrectingForm
from .inlines import AuthorInline, MentionInline


class ArticleForm(CorrectingForm):
    def clean_parent(self):
        parent = above = self.cleaned_data["parent"]
        while above is not None:
            if above == self.instance:
                raise ValidationError(_("文章不能属于它自己，也不能属于它自己的链接。"))
            above = above.parent
        return parent


class CorrectedFilter(WhetherFilter):
    title = gettext_lazy("编辑改过")
    parameter_name = "corrected"

    def condition(self):
        overrides = FieldOverride.objects.filter(content_type=content_type(Article), object_id=OuterRef("pk"))
        return Exists(overrides)


@admin.register(Article)
class ArticleAdmin(CorrectingAdmin):
    form = ArticleForm
    list_display = ("heading", "kind", "column", "place", "withdrawn", "superseded", "sureness")
    list_filter = (
        "kind",
        "withdrawn",
        "superseded",
        CorrectedFilter,
        "page__state",
        ("page__issue__newspaper", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("page__issue__newspaper",)
    deferred = ("layout",)
    date_hierarchy = "page__issue__date"
    search_fields = ("headline", "kicker", "deck", "column", "byline", "body")
    search_help_text = gettext_lazy("在标题、栏目、署名和正文中查找。")
    autocomplete_fields = ("parent",)
    readonly_fields = ("page", "order", "continues", "sureness")
    inlines = (AuthorInline, MentionInline)
    fieldsets = (
        (
            gettext_lazy("标题"),
            {
                "fields": ("column", "kicker", "headline", "deck"),
                "description": gettext_lazy(
                    "所填的内容会代替机器所读，以后重新识别也不会改变；机器所读的一直保留在旁。正文中的错字请用勘误来改。"
                ),
            },
        ),
        (
            gettext_lazy("署名和电头"),
            {
                "fields": ("byline", "lead", "dateline", "agency"),
                "description": gettext_lazy("署名是所印的那一行；作者是谁，请在下面“作者”一栏里改。"),
            },
        ),
        (
            gettext_lazy("归类"),
            {
                "fields": ("kind", "parent", "to_page", "from_page"),
                "description": gettext_lazy(
                    "“所属主文”把一篇链接放到它的主文之下；转版的版次相合，两部分便连成一篇。"
                ),
            },
        ),
        (
            gettext_lazy("撤下"),
            {
                "fields": ("withdrawn", "withdrawn_reason"),
                "description": gettext_lazy("撤下的文章不再显示，也不能被搜索到，它的网址回答“已撤下”。"),
            },
        ),
        (gettext_lazy("所在"), {"fields": ("page", "order", "continues", "sureness")}),
    )

    @admin.display(description=gettext_lazy("标题"), ordering="headline")
    def heading(self, article):
        return article.title

    @admin.display(description=gettext_lazy("版面"), ordering="page__issue__date")
    def place(self, article):
        return article.page

    def has_change_permission(self, request, obj=None):
        """An article that was merged into another is history."""
        return super().has_change_permission(request, obj) and not (obj and obj.superseded)

    def get_search_results(self, request, queryset, search_term):
        found, duplicates = super().get_search_results(request, queryset, search_term)
        return (found.current() if "field_name" in request.GET else found), duplicates

    def tools(self, article):
        page = article.page_id
        return [
            (_("添加提及"), f"{reverse('admin:articles_mention_add')}?article={article.pk}"),
            (_("添加勘误"), f"{reverse('admin:articles_emendation_add')}?page={page}"),
            (_("所在版面"), reverse("admin:articles_page_change", args=[page])),
        ]

    def beside(self, article):
        return article.layout

    def corrections_of(self, article):
        mentions = Q(
            content_type=content_type(article.mentions.model), object_id__in=article.mentions.values("pk")
        )
        own = Q(content_type=content_type(Article), object_id=article.pk)
        return Correction.objects.filter(own | mentions)


@admin.register(Contribution)
class ContributionAdmin(CorrectingAdmin):
    list_display = ("person", "role", "normal_role", "article")
    list_filter = ("normal_role",)
    list_select_related = ("person", "article")
    deferred = ("article__layout",)
    search_fields = ("person__name", "person__names__form", "role", "article__headline")
    search_help_text = gettext_lazy("在人名、所印身份和文章标题中查找。")
    autocomplete_fields = ("person",)
    readonly_fields = ("article",)
    fieldsets = (
        (
            None,
            {
                "fields": ("article", "person", "role", "normal_role"),
                "description": gettext_lazy(
                    "改动后，这篇文章的作者就由编辑核定。增减作者请到文章的“作者”一栏。"
                ),
            },
        ),
    )

    def in_order(self, fields):
        return sorted(fields, key="person".__eq__)  # another person makes another row of it
