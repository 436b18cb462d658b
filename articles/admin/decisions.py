"""What editors decided about a page's text: emendations and pins. They are taken back, not changed."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import corrections
from articles.models import Emendation, Page, Pin

from .base import ReadOnlyAdmin, asked_for, printed_page
from .forms import CorrectingForm

AROUND = 12  # characters shown before and after an occurrence


class UndoAdmin(ReadOnlyAdmin):
    """A list whose rows an editor with the right to change them takes back."""

    actions = ("undo",)

    def has_undo_permission(self, request):
        app, name = self.opts.app_label, self.opts.model_name
        return request.user.has_perm(f"{app}.change_{name}")

    def standing(self, queryset):
        """Those that can still be taken back."""
        raise NotImplementedError

    def take_back(self, row, user):
        raise NotImplementedError

    @admin.action(description=gettext_lazy("撤销所选的项"), permissions=["undo"])
    def undo(self, request, queryset):
        numbers = list(self.standing(queryset).values_list("pk", flat=True))
        for number in numbers:
            self.take_back(self.model.objects.get(pk=number), request.user)
        said = _("已撤销 %d 项。") % len(numbers)
        self.message_user(request, said, messages.SUCCESS if numbers else messages.INFO)


@admin.register(Pin)
class PinAdmin(UndoAdmin):
    list_display = (
        "__str__",
        "page",
        "kind",
        "surface",
        "person",
        "organization",
        "state",
        "user",
        "created",
    )
    list_filter = ("state", "kind", ("user", admin.RelatedOnlyFieldListFilter), "created")
    list_select_related = ("page__issue__newspaper", "person", "organization", "user")
    search_fields = ("surface", "person__name", "organization__name", "page__issue__newspaper__name")
    search_help_text = gettext_lazy("在所印的文字、人物和机构的名称、报名中查找。")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "page",
                    "kind",
                    "value",
                    "surface",
                    "person",
                    "organization",
                    "everywhere",
                    "confirms",
                ),
                "description": gettext_lazy(
                    "固定是编辑对文字的决定，每次识别都在它之下进行。撤销在列表里选中它来做，版面随即重新识别。"
                ),
            },
        ),
        (
            gettext_lazy("位置"),
            {"fields": ("start", "end", "other_start", "other_end", "title", "title_sort")},
        ),
        (gettext_lazy("状态"), {"fields": ("state", "user", "created")}),
    )

    def standing(self, queryset):
        return queryset.exclude(state=Pin.State.UNDONE)

    def take_back(self, pin, user):
        corrections.unpin(pin, user)


class EmendationForm(CorrectingForm):
    page = forms.ModelChoiceField(Page.objects.select_related("issue__newspaper"), label=gettext_lazy("版面"))
    occurrence = forms.IntegerField(
        label=gettext_lazy("第几处"),
        min_value=1,
        required=False,
        help_text=gettext_lazy("所印的字在版面上出现不止一次时才须填写，从 1 数起。"),
    )

    def clean(self):
        said = super().clean()
        page, printed = said.get("page"), said.get("printed")
        if page and printed:
            said["start"] = self._place(page.transcription.text if page.transcription else "", printed)
        return said

    def _place(self, text: str, printed: str) -> int | None:
        places = [at for at in range(len(text)) if text.startswith(printed, at)]
        wanted = self.cleaned_data.get("occurrence") or (1 if len(places) == 1 else None)
        if not places:
            self.add_error("printed", _("版面的录文里没有“%s”，请照录文原样填写。") % printed)
        elif wanted is None:
            around = "；".join(
                f"{number}：…{text[max(0, at - AROUND) : at + len(printed) + AROUND]}…"
                for number, at in enumerate(places, 1)
            )
            message = _("“%(printed)s”出现了 %(count)d 次，请填第几处。%(around)s")
            values = {"printed": printed, "count": len(places), "around": around}
            self.add_error("occurrence", message % values)
        elif wanted > len(places):
            self.add_error("occurrence", _("“%(printed)s”只出现了 %(count)d 次。") % {
                "printed": printed, "count": len(places)
            })  # fmt: skip
        else:
            return places[wanted - 1]
        return None


FIELDSETS = (
    (
        None,
        {
            "fields": ("page", "printed", "replacement", "start", "end", "active", "created"),
            "description": gettext_lazy("勘误不能改，只能撤销：在列表里选中它。撤销后重新添加即可。"),
        },
    ),
)
ADD_FIELDSETS = (
    (
        None,
        {
            "fields": ("page", "printed", "occurrence", "replacement"),
            "description": gettext_lazy(
                "勘误只改误识的字：读者看到改正的字，所印的字仍然看得见，也搜得到。所印的字须在一行之内。"
            ),
        },
    ),
)


@admin.register(Emendation)
class EmendationAdmin(UndoAdmin):
    list_display = ("__str__", "page", "active", "created")
    list_filter = ("active", "created")
    list_select_related = ("transcription__page__issue__newspaper",)
    deferred = ("transcription__text", "transcription__fingerprint")
    search_fields = ("printed", "replacement", "transcription__page__issue__newspaper__name")
    search_help_text = gettext_lazy("在所印的字、改正的字和报名中查找。")
    fieldsets = FIELDSETS
    add_fieldsets = ADD_FIELDSETS

    def has_add_permission(self, request):
        app, name = self.opts.app_label, self.opts.model_name
        return request.user.has_perm(f"{app}.add_{name}")

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is not None:
            return super().get_form(request, obj, change=change, **kwargs)
        form = super().get_form(request, obj, change=change, **{**kwargs, "form": EmendationForm})
        # A pin's page, because the widget looks for a field of a model that points at a page.
        widget = AutocompleteSelect(Pin._meta.get_field("page"), self.admin_site)
        form.base_fields["page"].widget = widget
        widget.choices = form.base_fields["page"].choices
        return form

    def beside_new(self, request):
        page = asked_for(Page, request, "page")
        return printed_page(page) if page else []

    @admin.display(description=gettext_lazy("版面"))
    def page(self, emendation):
        return emendation.transcription.page

    def save_model(self, request, obj, form, change):
        said = form.cleaned_data
        if said["start"] is None:
            raise ValidationError(_("请说明是哪一处。"))
        end = said["start"] + len(said["printed"])
        row = corrections.emend(
            said["page"], said["start"], end, said["replacement"], request.user, said["why"]
        )
        obj.pk = row.pk
        obj.refresh_from_db()

    def standing(self, queryset):
        return queryset.filter(active=True, transcription=F("transcription__page__transcription"))

    def take_back(self, emendation, user):
        corrections.undo_emendation(emendation, user)
