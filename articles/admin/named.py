"""People and organisations, whose forms are alike."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import corrections
from articles.models import Mention, Organization, OrganizationName, Person, PersonName

from .base import CorrectingAdmin, ReadOnlyAdmin
from .forms import CorrectingForm
from .inlines import OrganizationNameInline, PersonNameInline

NAME_FIELDSET = (
    None,
    {
        "fields": ("name", "note"),
        "description": gettext_lazy(
            "改名之后，原来的名称会留作曾用名，所以再读到它仍是同一个。其他写法请列在下面的“别名”里。"
        ),
    },
)
SAME_FIELDSET = (
    gettext_lazy("同名与归并"),
    {
        "fields": ("merged_into", "not_same"),
        "description": gettext_lazy(
            "并入之后，所有的提及和署名都归那一个，旧网址自动转到新网址。确实不是同一个的，请记在“不是同一”里，以后不再询问。"
        ),
    },
)
WITHDRAW_FIELDSET = (gettext_lazy("撤下"), {"fields": ("withdrawn",)})


class NamedForm(CorrectingForm):
    def clean_not_same(self):
        others = self.cleaned_data["not_same"]
        if self.instance.pk and others.filter(pk=self.instance.pk).exists():
            raise ValidationError(_("不能与它自己比较。"))
        return others


class NamedAdmin(CorrectingAdmin):
    addable = True
    form = NamedForm
    list_display = ("name", "note", "forms", "mentions_count", "decided", "withdrawn", "merged_into")
    list_filter = ("decided", "withdrawn", ("merged_into", admin.EmptyFieldListFilter), "created")
    list_select_related = ("merged_into",)
    search_fields = ("name", "names__form", "note")
    search_help_text = gettext_lazy("在名称、别名和辨识说明中查找。")

    def get_queryset(self, request):
        rows = super().get_queryset(request).prefetch_related("names")
        kind = self.model._meta.model_name
        counted = (
            Mention.objects.filter(**{kind: OuterRef("pk")})
            .order_by()
            .values(kind)
            .annotate(count=Count("pk"))
            .values("count")
        )
        return rows.annotate(mentioned=Coalesce(Subquery(counted, output_field=IntegerField()), 0))

    def get_search_results(self, request, queryset, search_term):
        found, duplicates = super().get_search_results(request, queryset, search_term)
        return (found.filter(merged_into=None) if "field_name" in request.GET else found), duplicates

    @admin.display(description=gettext_lazy("别名"))
    def forms(self, thing):
        return "、".join(name.form for name in thing.names.all())

    @admin.display(description=gettext_lazy("提及"), ordering="mentioned")
    def mentions_count(self, thing):
        return thing.mentioned

    def tools(self, thing):
        query = f"?{thing._meta.model_name}__id__exact={thing.pk}"
        return [(_("所有提及"), reverse("admin:articles_mention_changelist") + query)]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        others, why = form.cleaned_data.get("not_same"), form.cleaned_data["why"]
        if not change and others:
            corrections.change(obj, "not_same", others, request.user, why)

    def in_order(self, fields):
        return sorted(fields, key="merged_into".__eq__)  # last: it is the heir's from then on


@admin.register(Person)
class PersonAdmin(NamedAdmin):
    inlines = (PersonNameInline,)
    autocomplete_fields = ("merged_into", "not_same")
    fieldsets = (NAME_FIELDSET, SAME_FIELDSET, WITHDRAW_FIELDSET)

    def tools(self, person):
        query = f"?person__id__exact={person.pk}"
        return [
            *super().tools(person),
            (_("所有署名"), reverse("admin:articles_contribution_changelist") + query),
        ]


@admin.register(Organization)
class OrganizationAdmin(NamedAdmin):
    inlines = (OrganizationNameInline,)
    autocomplete_fields = ("parent", "merged_into", "not_same")
    fieldsets = (
        NAME_FIELDSET,
        (
            gettext_lazy("上级"),
            {"fields": ("parent",), "description": gettext_lazy("下级机构会列在上级机构的页面上。")},
        ),
        SAME_FIELDSET,
        WITHDRAW_FIELDSET,
    )


class NameRowAdmin(ReadOnlyAdmin):
    """Other names in one list, to be searched; they are changed in the form of what bears them."""

    list_filter = ("kind",)
    search_help_text = gettext_lazy("在别名和名称中查找。增减别名请打开它所属的人物、机构或报纸。")


@admin.register(PersonName)
class PersonNameAdmin(NameRowAdmin):
    list_display = fields = ("form", "kind", "person")
    list_select_related = ("person",)
    search_fields = ("form", "person__name")


@admin.register(OrganizationName)
class OrganizationNameAdmin(NameRowAdmin):
    list_display = fields = ("form", "kind", "organization")
    list_select_related = ("organization",)
    search_fields = ("form", "organization__name")
