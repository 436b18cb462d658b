"""Filters of lists."""

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .readable import field_label


def content_type(model) -> ContentType:
    return ContentType.objects.get_for_model(model)


class WhetherFilter(admin.SimpleListFilter):
    """Yes or no to the condition that a subclass states."""

    def condition(self):
        raise NotImplementedError

    def lookups(self, request, model_admin):
        return (("1", _("是")), ("0", _("否")))

    def queryset(self, request, queryset):
        if self.value() == "1":
            return queryset.filter(self.condition())
        return queryset.exclude(self.condition()) if self.value() == "0" else queryset


class KindFilter(admin.SimpleListFilter):
    """By the kind of object, of those kinds that occur."""

    title = gettext_lazy("种类")
    parameter_name = "object_kind"

    def lookups(self, request, model_admin):
        numbers = model_admin.model._default_manager.order_by().values("content_type").distinct()
        return [(row.pk, row.name) for row in ContentType.objects.filter(pk__in=numbers)]

    def queryset(self, request, queryset):
        return queryset.filter(content_type=self.value()) if self.value() else queryset


class FieldFilter(admin.SimpleListFilter):
    """By the field, under the name that the forms print; of those that occur."""

    title = gettext_lazy("字段")
    parameter_name = "field"

    def lookups(self, request, model_admin):
        found = model_admin.model._default_manager.order_by().values_list("content_type", "field").distinct()
        labels = {
            field: field_label(ContentType.objects.get_for_id(kind).model_class(), field)
            for kind, field in found
        }
        return sorted(labels.items(), key=lambda item: item[1])

    def queryset(self, request, queryset):
        return queryset.filter(field=self.value()) if self.value() else queryset
