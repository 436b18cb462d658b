"""The form behind every change: nothing that was typed is lost, and nobody overwrites another unawares.

Every field carries along the value that it had when the form was opened. So the form knows what this
editor changed, and what has changed since by another's hand or a new reading.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Correction, FieldOverride

from .readable import Words, field_label


class CarefulForm(forms.ModelForm):
    """Saves nothing by itself; constraints are checked by `corrections`, which says them in its words."""

    refusal: ValidationError | None = None  # why `corrections` refused this very form

    def __init__(self, data=None, files=None, **kwargs):
        super().__init__(_unified(data), files, **kwargs)
        self.moved: dict[str, str] = {}  # fields that others changed meanwhile, and their values now
        for name in self.initial.keys() & self.fields.keys() if self.instance.pk else ():
            opened_with = not self.is_bound or self[name].html_initial_name in self.data
            self.fields[name].show_hidden_initial = opened_with

    def clean(self):
        # `corrections` checks what is unique and what constraints demand, and says it in an editor's
        # words; so not `super().clean()`, and no constraints when the instance is checked after this.
        self.instance.validate_constraints = lambda exclude=None: None
        if self.refusal is not None:
            self._show(self.refusal)
        for name, field in self.fields.items():
            if field.show_hidden_initial:
                self._compare(name, field)
        return self.cleaned_data

    def changed_fields(self) -> list[str]:
        """The model's fields that this editor changed."""
        names = {
            field.name for field in (*self._meta.model._meta.fields, *self._meta.model._meta.many_to_many)
        }
        return [name for name in self.changed_data if name in names]

    def _show(self, refusal: ValidationError) -> None:
        if not hasattr(refusal, "error_dict"):
            self.add_error(None, refusal)
            return
        for name, errors in refusal.error_dict.items():
            self.add_error(name if name in self.fields else None, errors)

    def _compare(self, name: str, field: forms.Field) -> None:
        """Tell the editor where the value is no longer the one that the form was opened with."""
        bound, now = self[name], self.initial.get(name)
        opened = field.hidden_widget().value_from_datadict(self.data, self.files, bound.html_initial_name)
        if not field.has_changed(now, opened):
            return
        typed = name in self.changed_data and field.has_changed(now, bound.data)
        raw = _raw(field.prepare_value(now))
        self.data.setlist(bound.html_initial_name, raw)
        value, who = _now(self.instance, name, now)
        if typed:
            message = _("此间%(who)s已把它改为“%(value)s”。您所填的仍在，再次保存即以您的为准。")
            self.add_error(name, message % {"who": who, "value": value})
        else:
            self.data.setlist(bound.html_name, raw)
            self.moved[name] = _("此间%(who)s把“%(field)s”改为“%(value)s”，这一处保持不动。") % {
                "who": who,
                "field": field_label(type(self.instance), name),
                "value": value,
            }


class CorrectingForm(CarefulForm):
    """The form of an object's own page: with the reason for the ledger, and the machine's word beside."""

    why = forms.CharField(
        label=gettext_lazy("理由"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("为什么这样改。理由与改动一同记入更正记录，也可以不填。"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self._say_machine()

    def _say_machine(self) -> None:
        """Beside a field that an editor decided: what the machine reads, and what stood there before."""
        model = type(self.instance)
        overrides = [o for o in FieldOverride.objects.of(self.instance) if o.field in self.fields]
        if not overrides:
            return
        names = [override.field for override in overrides]
        last = {}
        for row in Correction.objects.of(self.instance).filter(field__in=names).select_related("user"):
            last.setdefault(row.field, row)
        values = [(model, o.field, o.printed) for o in overrides]
        words = Words([*values, *((model, row.field, row.before) for row in last.values())])
        for override in overrides:
            said = [_("机器所读：“%s”。") % words.say(model, override.field, override.printed)]
            if row := last.get(override.field):
                before = words.say(model, row.field, row.before)
                said.append(
                    _("改前：“%(before)s”（%(user)s）。") % {"before": before, "user": row.user or "—"}
                )
            field = self.fields[override.field]
            field.help_text = format_html(
                '{} <span class="machine">{}</span>', field.help_text, " ".join(said)
            )


def _unified(data):
    """What was posted, with the line ends that the archive has."""
    if data is None:
        return None
    data = data.copy()
    for name, values in data.lists():
        data.setlist(name, [v.replace("\r\n", "\n") if isinstance(v, str) else v for v in values])
    return data


def _raw(value) -> list[str]:
    values = value if isinstance(value, list | tuple) else [value]
    return ["" if value is None else str(value) for value in values]


def _now(instance, name: str, value) -> tuple[str, str]:
    """A field's present value in words, and who gave it."""
    model = type(instance)
    numbers = [getattr(item, "pk", item) for item in value] if isinstance(value, list) else value
    plain = numbers.isoformat() if hasattr(numbers, "isoformat") else numbers
    last = Correction.objects.of(instance).filter(field=name).select_related("user").first()
    by_editor = last is not None and last.after == plain
    who = str(last.user or _("一位编辑")) if by_editor else _("机器重读时")
    return Words([(model, name, plain)]).say(model, name, plain), who
