"""Rows inside the form of the object that they belong to."""

from django.contrib import admin
from django.forms.models import BaseInlineFormSet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles import corrections
from articles.models import (
    Article,
    Contribution,
    Mention,
    NewspaperName,
    OrganizationName,
    Page,
    PersonName,
    Pin,
)

from .forms import CarefulForm
from .readable import percent


class CorrectingFormSet(BaseInlineFormSet):
    """After `save(commit=False)`, `correct` brings what was changed to `corrections`."""

    def add_fields(self, form, index):
        """In a table the head of a column names its boxes; one who does not see it hears the name."""
        super().add_fields(form, index)
        for field in form.fields.values():
            if not field.widget.is_hidden:
                field.widget.attrs.setdefault("aria-label", field.label)

    def correct(self, user, why: str) -> None:
        """Nothing to do where rows are only read."""


class CorrectingInline(admin.TabularInline):
    """Whoever may change the object may change these rows of it."""

    form = CarefulForm
    extra = 0

    def has_view_permission(self, request, obj=None):
        return True

    def has_add_permission(self, request, obj=None):
        return self._may(request)

    def has_change_permission(self, request, obj=None):
        return self._may(request)

    def has_delete_permission(self, request, obj=None):
        return self._may(request)

    def _may(self, request):
        app, name = self.parent_model._meta.app_label, self.parent_model._meta.model_name
        return any(request.user.has_perm(f"{app}.{verb}_{name}") for verb in ("add", "change"))


class ReadOnlyInline(CorrectingInline):
    formset = CorrectingFormSet
    can_delete = False
    max_num = 0
    verb = _("查看")

    def _may(self, request):
        return False

    def get_fields(self, request, obj=None):
        return (*super().get_fields(request, obj), "link")

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), "link")

    @admin.display(description=_("办理"))
    def link(self, row):
        """The way to the row's own form."""
        address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
        return format_html('<a href="{}">{}</a>', address, self.verb)


class AuthorFormSet(CorrectingFormSet):
    def correct(self, user, why):
        for row in self.deleted_objects:
            corrections.remove_contribution(row, user, why)
        for row, fields in self.changed_objects:
            values = {field: getattr(row, field) for field in fields if field != "person"}
            values |= {"person": row.person} if "person" in fields else {}  # last: it makes another row of it
            for field, value in values.items():
                corrections.change(row, field, value, user, why)
        for row in self.new_objects:
            corrections.add_contribution(
                self.instance, row.person, user, role=row.role, normal_role=row.normal_role, why=why
            )


class NameFormSet(CorrectingFormSet):
    def correct(self, user, why):
        changed = [row for row, _fields in self.changed_objects]
        wanted = [(row.form, row.kind) for row in [*changed, *self.new_objects]]
        for row in [*self.deleted_objects, *changed]:
            row.refresh_from_db()
            corrections.remove_form(row, user, why)
        for form, kind in wanted:
            corrections.add_form(self.instance, form, kind, user, why)


class AuthorInline(CorrectingInline):
    model = Contribution
    formset = AuthorFormSet
    fields = ("person", "role", "normal_role")
    autocomplete_fields = ("person",)
    verbose_name_plural = _("作者")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person")


class MentionInline(ReadOnlyInline):
    model = Mention
    fields = readonly_fields = ("surface", "named", "title", "state", "sureness")
    verbose_name_plural = _("提及的人物和机构")
    verb = _("确认、否定或改归他人")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "organization")

    @admin.display(description=_("人物或机构"))
    def named(self, mention):
        return mention.named

    @admin.display(description=_("把握"))
    def sureness(self, mention):
        return percent(mention.confidence)


class NameInline(CorrectingInline):
    formset = NameFormSet
    fields = ("form", "kind")


class PersonNameInline(NameInline):
    model = PersonName


class OrganizationNameInline(NameInline):
    model = OrganizationName


class NewspaperNameInline(NameInline):
    model = NewspaperName


class PageInline(ReadOnlyInline):
    model = Page
    verb = _("修改")
    fields = readonly_fields = ("label", "name", "state", "withdrawn")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("issue__newspaper")


class ArticleInline(ReadOnlyInline):
    model = Article
    verb = _("修改")
    fk_name = "page"
    fields = readonly_fields = ("order", "kind", "title", "withdrawn")

    def get_queryset(self, request):
        return super().get_queryset(request).current().defer("layout")

    @admin.display(description=_("标题"))
    def title(self, article):
        return article.title


class PinInline(ReadOnlyInline):
    model = Pin
    fields = readonly_fields = (
        "kind",
        "value",
        "surface",
        "person",
        "organization",
        "state",
        "user",
        "created",
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "organization", "user")
