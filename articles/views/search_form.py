"""What a reader may ask the search for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Newspaper, Organization, Person

LONGEST = 200  # characters of a query that are looked at


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("关键词"),
        required=False,
        widget=forms.TextInput({"type": "search", "autocomplete": "off", "maxlength": LONGEST}),
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
        self.choices = {}
        self.fields["newspaper"].queryset = Newspaper.objects.visible_to(user)

    def clean_q(self):
        return " ".join(self.cleaned_data["q"].split())[:LONGEST]

    def clean_person(self):
        return self.known("person", Person, _("没有叫“%s”的人物。"), _("叫“%s”的人物不止一位，请选一位："))

    def clean_organization(self):
        return self.known(
            "organization", Organization, _("没有叫“%s”的机构。"), _("叫“%s”的机构不止一个，请选一个：")
        )

    def known(self, name, model, unknown, ambiguous):
        """The one of this name or number; several of one name are offered as `choices`."""
        written = self.cleaned_data[name].strip()
        if not written:
            return None
        if written.isascii() and written.isdecimal():
            found = [thing.heir for thing in model.objects.filter(pk=int(written[:18]))]
        else:
            found = model.objects.called(written)
        found = [thing for thing in found if not thing.withdrawn]
        if len(found) == 1:
            return found[0]
        self.choices[name] = found
        raise forms.ValidationError((ambiguous if found else unknown) % written)

    def clean(self):
        first, last = self.cleaned_data.get("date_from"), self.cleaned_data.get("date_to")
        if first and last and first > last:
            self.add_error("date_to", _("截止日期早于起始日期。"))

    @property
    def filters(self):
        """The filters for the façade, those that are set."""
        data = self.cleaned_data
        filters = {name: data[name] for name in ("date_from", "date_to", "kind") if data.get(name)}
        for name in ("newspaper", "person", "organization"):
            if data.get(name):
                filters[name] = data[name].pk
        return filters

    def show_names(self):
        """In the boxes stands a name where a number was given, unless others have the name too."""
        self.data = self.data.copy()
        for name in ("person", "organization"):
            thing = self.cleaned_data[name]
            if thing and type(thing).objects.called(thing.name) == [thing]:
                self.data[name] = thing.name

    @property
    def narrowed(self):
        """Whether anything beside the words is asked for."""
        return any(self.data.get(name) for name in self.fields if name not in ("q", "sort"))
