"""What a reader may ask the search for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Newspaper, Organization, Person

LONGEST = 200  # characters of a query that are looked at


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("关键词"), required=False, widget=forms.TextInput({"type": "search", "autocomplete": "off"})
    )
    newspaper = forms.ModelChoiceField(
        Newspaper.objects.none(), label=_("报纸"), required=False, empty_label=_("全部报纸"),
        error_messages={"invalid_choice": _("没有这份报纸。")},
    )  # fmt: skip
    person = forms.CharField(label=_("人物"), required=False, max_length=100)
    organization = forms.CharField(label=_("机构"), required=False, max_length=100)
    date_from = forms.DateField(
        label=_("起始日期"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        error_messages={"invalid": _("日期请写作 2025-12-29。")},
    )  # fmt: skip
    date_to = forms.DateField(
        label=_("截止日期"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        error_messages={"invalid": _("日期请写作 2025-12-29。")},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("体裁"), required=False, choices=[("", _("全部体裁")), *Article.Kind.choices],
        error_messages={"invalid_choice": _("没有这种体裁。")},
    )  # fmt: skip
    sort = forms.ChoiceField(
        label=_("排序"), required=False, choices=[("", _("相关度")), ("newest", _("新的在前")), ("oldest", _("旧的在前"))],
        error_messages={"invalid_choice": _("没有这种排序。")},
    )  # fmt: skip

    def __init__(self, data, user):
        super().__init__(data, label_suffix="", use_required_attribute=False)
        self.user = user
        self.fields["newspaper"].queryset = Newspaper.objects.visible_to(user)

    def clean_q(self):
        return " ".join(self.cleaned_data["q"].split())[:LONGEST]

    def clean_person(self):
        return self.known(Person, self.cleaned_data["person"], _("没有叫“%s”的人物。"))

    def clean_organization(self):
        return self.known(Organization, self.cleaned_data["organization"], _("没有叫“%s”的机构。"))

    def known(self, model, written, unknown):
        """Those of this name, or the one of this number."""
        if not written:
            return []
        if written.isascii() and written.isdecimal():
            found = [thing.heir for thing in model.objects.filter(pk=written).select_related("merged_into")]
        else:
            found = model.objects.called(written)
        found = [thing for thing in found if not thing.withdrawn]
        if not found:
            raise forms.ValidationError(unknown % written)
        return found

    def clean(self):
        first, last = self.cleaned_data.get("date_from"), self.cleaned_data.get("date_to")
        if first and last and first > last:
            self.add_error("date_to", _("截止日期早于起始日期。"))

    @property
    def filters(self):
        """The filters for the façade, those that are set."""
        data = self.cleaned_data
        filters = {name: data[name] for name in ("date_from", "date_to", "kind") if data.get(name)}
        if data.get("newspaper"):
            filters["newspaper"] = data["newspaper"].pk
        for name in ("person", "organization"):
            if data.get(name):
                filters[name] = [thing.pk for thing in data[name]]
        return filters

    @property
    def narrowed(self):
        """Whether anything beside the words is asked for."""
        return any(self.data.get(name) for name in self.fields if name not in ("q", "sort"))
