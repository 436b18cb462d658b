"""The one base of the archive's admin: what an editor saves goes through `corrections`, into the ledger."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.forms import ModelChoiceField, Textarea
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import corrections
from articles.models import Correction
from articles.models.redirect import address

from .forms import CorrectingForm
from .readable import Entries, percent, sentence

ENTRIES_A_PAGE = 100


def is_number(value):
    return value.isdecimal() and len(value) < 19


def asked_for(model, request, name):
    """The object that a form of adding was opened for or is filled in with, None where there is none."""
    number = request.POST.get(name) or request.GET.get(name, "")
    return model.objects.filter(pk=number).first() if is_number(number) else None


def printed_page(page):
    """A page's transcription, to be read beside a form."""
    return [{"role": "transcription", "text": page.transcription.text}] if page.transcription else []


class CorrectingAdmin(admin.ModelAdmin):
    """Nothing is deleted, and nothing is saved but by `corrections`."""

    form = CorrectingForm
    addable = False
    add_fieldsets = None  # where the form that adds is another one
    deferred: tuple[str, ...] = ()  # large columns that lists can do without
    object_history_template = "admin/articles/history.html"
    formfield_overrides = {
        models.TextField: {"widget": Textarea(attrs={"rows": 2, "class": "vLargeTextField"})}
    }
    list_per_page = 50
    show_full_result_count = False

    class Media:
        css = {"all": ["admin-newsroom.css"]}

    # Who may do what

    def has_add_permission(self, request):
        return self.addable and super().has_add_permission(request)

    def has_delete_permission(self, request, obj=None):
        return False

    # What is shown

    def get_queryset(self, request):
        related = self.list_select_related or ()
        return super().get_queryset(request).select_related(*related).defer(*self.deferred)

    def get_fieldsets(self, request, obj=None):
        adds_otherwise = obj is None and self.add_fieldsets
        fieldsets = self.add_fieldsets if adds_otherwise else super().get_fieldsets(request, obj)
        may_save = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return [*fieldsets, (gettext_lazy("修改说明"), {"fields": ["why"]})] if may_save else fieldsets

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", None)
        return form

    def get_changeform_initial_data(self, request):
        """What the address fills in, without what is no number where one is wanted."""
        fields = self.get_form(request).base_fields
        return {
            name: value
            for name, value in super().get_changeform_initial_data(request).items()
            if not isinstance(fields.get(name), ModelChoiceField)
            or all(map(is_number, value if isinstance(value, list) else [value]))
        }

    def view_on_site(self, obj):
        return address(obj) if hasattr(obj, "get_absolute_url") else None

    def tools(self, obj):
        """(name, address) of what else an editor can do with this object."""
        return []

    def beside(self, obj):
        """Parts of a text to be read beside the form, as in `Article.layout`."""
        return []

    def beside_new(self, request):
        """The same beside the form of an object that is being added."""
        return []

    @admin.display(description=gettext_lazy("把握"), ordering="confidence")
    def sureness(self, row):
        return percent(row.confidence)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is None:
            context.update(beside=self.beside_new(request))
        else:
            context.update(tools=self.tools(obj), beside=self.beside(obj))
        return super().render_change_form(request, context, add, change, form_url, obj)

    # Saving

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """As ever; where `corrections` refuses, the same form again with its reason and all that was typed."""
        if request.method == "POST":
            request.ledger_before = Correction.objects.aggregate(last=models.Max("pk"))["last"] or 0
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError as refusal:
            request.refusal = refusal
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        if not change:
            corrections.add(obj, request.user, form.cleaned_data["why"])
            return
        for field in self.in_order(form.changed_fields()):
            corrections.change(obj, field, form.cleaned_data[field], request.user, form.cleaned_data["why"])

    def in_order(self, fields):
        """The order in which changed fields are set, where one bears on another."""
        return fields

    def save_related(self, request, form, formsets, change):
        for formset in formsets:
            self.save_formset(request, form, formset, change)
        for told in form.moved.values():
            self.message_user(request, told, messages.WARNING)
        if change:
            request.said = self._said(request)

    def save_formset(self, request, form, formset, change):
        formset.save(commit=False)
        formset.correct(request.user, form.cleaned_data["why"])

    def _said(self, request):
        """What this request changed, as the ledger has it."""
        rows = Correction.objects.filter(pk__gt=request.ledger_before, user=request.user)
        entries = Entries(rows.select_related("content_type").order_by("pk"))
        return "；".join(sentence(entry) for entry in entries)

    def message_user(self, request, message, level=messages.INFO, *args, **kwargs):
        """Django's word of success gives way to what was changed."""
        if level == messages.SUCCESS and hasattr(request, "said"):
            level = messages.SUCCESS if request.said else messages.INFO
            message = request.said or _("没有改动。")
        super().message_user(request, message, level, *args, **kwargs)

    # The ledger

    def corrections_of(self, obj):
        return Correction.objects.of(obj)

    def history_view(self, request, object_id, extra_context=None):
        obj = self.get_object(request, unquote(object_id))
        rows = self.corrections_of(obj) if obj else Correction.objects.none()
        rows = rows.select_related("content_type", "user")
        page = Paginator(rows, ENTRIES_A_PAGE).get_page(request.GET.get("entries"))
        context = {"entries": Entries(page), "entries_page": page, **(extra_context or {})}
        return super().history_view(request, object_id, context)


class ReadOnlyAdmin(CorrectingAdmin):
    """Rows that the machine or the ledger writes: to be read, never to be changed."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
