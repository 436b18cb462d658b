"""Newspapers, issues and pages: where an article stands."""

from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Issue, Newspaper, NewspaperName, Page

from .base import CorrectingAdmin, printed_page
from .inlines import ArticleInline, NewspaperNameInline, PageInline, PinInline
from .named import NameRowAdmin
from .reports import nested


@admin.register(Newspaper)
class NewspaperAdmin(CorrectingAdmin):
    addable = True
    list_display = ("name", "slug", "cn_code", "issn", "merged_into")
    list_filter = (("merged_into", admin.EmptyFieldListFilter),)
    list_select_related = ("merged_into",)
    search_fields = ("name", "names__form", "slug", "cn_code", "issn")
    search_help_text = gettext_lazy("在报名、别名、网址名和刊号中查找。")
    autocomplete_fields = ("merged_into",)
    inlines = (NewspaperNameInline,)
    fieldsets = (
        (
            None,
            {
                "fields": ("name", "slug"),
                "description": gettext_lazy(
                    "报名的其他写法（曾用名、简称、误识）请列在下面，导入时照样认得。"
                ),
            },
        ),
        (gettext_lazy("刊号"), {"fields": ("cn_code", "issn", "postal_code")}),
        (
            gettext_lazy("归并"),
            {
                "fields": ("merged_into",),
                "description": gettext_lazy("并入另一种报纸之后，它的各期都归那一种，旧网址自动转到新网址。"),
            },
        ),
    )

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj is None and "slug" in form.base_fields:
            form.base_fields["slug"].required = False  # made from the name where it is left empty
        return form


@admin.register(NewspaperName)
class NewspaperNameAdmin(NameRowAdmin):
    list_display = fields = ("form", "kind", "newspaper")
    list_select_related = ("newspaper",)
    search_fields = ("form", "newspaper__name")


@admin.register(Issue)
class IssueAdmin(CorrectingAdmin):
    addable = True
    list_display = ("newspaper_name", "date_text", "edition", "date_source", "serial", "folder")
    list_filter = (
        "date_source",
        "edition",
        "date_precision",
        ("newspaper", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("newspaper",)
    date_hierarchy = "date"
    search_fields = ("newspaper__name", "date", "serial", "folder")
    search_help_text = gettext_lazy("在报名、日期（2025-12-29）、期号和文件夹中查找。")
    autocomplete_fields = ("newspaper",)
    readonly_fields = ("date_source", "folder")
    inlines = (PageInline,)
    fieldsets = (
        (
            None,
            {
                "fields": ("newspaper", "date", "date_precision", "edition", "serial"),
                "description": gettext_lazy(
                    "改动日期或报纸之后，这一期和它各版的网址随之改变，旧网址自动转到新网址。不知道的留空，不要估计。"
                ),
            },
        ),
        (gettext_lazy("来历"), {"fields": ("date_source", "folder")}),
    )

    @admin.display(description=gettext_lazy("报纸"), ordering="newspaper__name")
    def newspaper_name(self, issue):
        return issue.newspaper_name

    @admin.display(description=gettext_lazy("日期"), ordering="date")
    def date_text(self, issue):
        return issue.date_text


@admin.register(Page)
class PageAdmin(CorrectingAdmin):
    list_display = ("__str__", "label", "name", "state", "withdrawn", "batch")
    list_filter = (
        "state",
        "withdrawn",
        ("batch", admin.RelatedOnlyFieldListFilter),
        ("issue__newspaper", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("issue__newspaper", "batch")
    date_hierarchy = "issue__date"
    search_fields = ("issue__newspaper__name", "issue__date", "label", "name", "source")
    search_help_text = gettext_lazy("在报名、日期（2025-12-29）、版次、版名和来源文件中查找。")
    autocomplete_fields = ("issue",)
    readonly_fields = ("transcription", "reading", "batch", "source", "picture", "facts")
    inlines = (ArticleInline, PinInline)
    fieldsets = (
        (
            None,
            {
                "fields": ("issue", "label", "name", "state"),
                "description": gettext_lazy("版面放错了期，就在这里改归另一期；那一期还没有时，请先添加。"),
            },
        ),
        (
            gettext_lazy("撤下"),
            {
                "fields": ("withdrawn", "withdrawn_reason"),
                "description": gettext_lazy("撤下的版面和它的文章都不再显示，也不能被搜索到。"),
            },
        ),
        (
            gettext_lazy("机器所读"),
            {"fields": ("facts", "source", "picture", "batch", "transcription", "reading")},
        ),
    )

    @admin.display(description=gettext_lazy("版面所印"))
    def facts(self, page):
        return nested(page.machine_facts)

    def tools(self, page):
        emendations = f"?transcription__id__exact={page.transcription_id}"
        return [
            (_("添加勘误"), f"{reverse('admin:articles_emendation_add')}?page={page.pk}"),
            (_("本版勘误"), reverse("admin:articles_emendation_changelist") + emendations),
        ]

    def beside(self, page):
        return printed_page(page)
