"""The ledger and what editors' values stand over: to be read."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.utils.translation import gettext_lazy

from articles.models import Correction, FieldOverride

from .base import ReadOnlyAdmin
from .filters import FieldFilter, KindFilter
from .readable import Entries, Words, field_label
from .review import NAMED, object_link, object_name


class LedgerList(ChangeList):
    """Looks up, once for the whole list, the rows that its values name."""

    def get_results(self, request):
        super().get_results(request)
        entries = Entries(self.result_list)
        for row, entry in zip(entries.rows, entries, strict=True):
            row.entry = entry
        self.result_list = entries.rows


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    list_display = (
        "created",
        "user",
        "kind",
        "about",
        "what",
        "machine_text",
        "before_text",
        "after_text",
        "why",
    )
    list_display_links = ("created",)
    list_filter = (("user", admin.RelatedOnlyFieldListFilter), KindFilter, "created", FieldFilter)
    list_select_related = ("content_type", "user")
    date_hierarchy = "created"
    search_fields = ("label", "why", "user__username")
    search_help_text = gettext_lazy("在对象的名称、理由和编辑的用户名中查找。")
    fieldsets = (
        (
            None,
            {
                "fields": ("created", "user", "kind", "about", "what", "why"),
                "description": gettext_lazy("更正记录只增不改，也不能删除。"),
            },
        ),
        (gettext_lazy("内容"), {"fields": ("machine_text", "before_text", "after_text")}),
    )

    def get_changelist(self, request, **kwargs):
        return LedgerList

    @admin.display(description=gettext_lazy("种类"), ordering="content_type")
    def kind(self, row):
        return row.content_type.name

    @admin.display(description=gettext_lazy("对象"), ordering="label")
    def about(self, row):
        return object_link(row, row.label)

    @admin.display(description=gettext_lazy("字段"), ordering="field")
    def what(self, row):
        return _entry(row)["field"]

    @admin.display(description=gettext_lazy("机器所读"))
    def machine_text(self, row):
        return _entry(row)["machine"] if row.machine is not None else "—"

    @admin.display(description=gettext_lazy("改前"))
    def before_text(self, row):
        return _entry(row)["before"]

    @admin.display(description=gettext_lazy("改后"))
    def after_text(self, row):
        return _entry(row)["after"]


def _entry(row: Correction) -> dict:
    if not hasattr(row, "entry"):
        row.entry = next(iter(Entries([row])))
    return row.entry


@admin.register(FieldOverride)
class FieldOverrideAdmin(ReadOnlyAdmin):
    list_display = ("about", "what", "value_text", "printed_text")
    list_display_links = ("what",)
    list_filter = (KindFilter, FieldFilter)
    list_select_related = ("content_type",)
    search_fields = ("field", "object_id")
    search_help_text = gettext_lazy("按字段名或对象的编号查找。")
    fields = ("about", "what", "value_text", "printed_text")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related(NAMED)

    def get_changelist(self, request, **kwargs):
        return OverrideList

    @admin.display(description=gettext_lazy("对象"))
    def about(self, row):
        return object_link(row, object_name(row))

    @admin.display(description=gettext_lazy("字段"), ordering="field")
    def what(self, row):
        return field_label(row.content_type.model_class(), row.field)

    @admin.display(description=gettext_lazy("编辑所定"))
    def value_text(self, row):
        return _words(row).say(row.content_type.model_class(), row.field, row.value)

    @admin.display(description=gettext_lazy("机器所读"))
    def printed_text(self, row):
        return _words(row).say(row.content_type.model_class(), row.field, row.printed)


def _values(row: FieldOverride):
    model = row.content_type.model_class()
    return [(model, row.field, row.value), (model, row.field, row.printed)]


def _words(row: FieldOverride) -> Words:
    if not hasattr(row, "words"):
        row.words = Words(_values(row))
    return row.words


class OverrideList(ChangeList):
    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        words = Words(value for row in self.result_list for value in _values(row))
        for row in self.result_list:
            row.words = words
