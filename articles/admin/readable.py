"""What the ledger keeps as JSON, in words that an editor reads."""

from collections import defaultdict
from collections.abc import Iterable

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Contribution, Correction, Issue, Person, Pin

# What the ledger calls a change that is not one of a field.
DEEDS = {
    "*": gettext_lazy("新建"),
    "names": gettext_lazy("别名"),
    "mentions": gettext_lazy("提及"),
    "contributions": gettext_lazy("作者"),
    "text": gettext_lazy("勘误"),
}
RELATED = {Issue: ("newspaper",)}  # what else the name of such a row needs


def percent(share: float) -> str:
    """A share of one: 0.99744 is 99.7%."""
    return f"{share:.1%}"


def field_label(model, field: str) -> str:
    """The name of a field as the forms print it."""
    if field in DEEDS:
        return str(DEEDS[field])
    if field.startswith("pin:"):
        return str(_("固定：%(kind)s")) % {"kind": dict(Pin.Kind.choices).get(field[4:], field[4:])}
    found = _model_field(model, field)
    return str(found.verbose_name) if found else field


def _model_field(model, name: str):
    try:
        return model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None


def _related_model(model, field: str):
    if field == "contributions":
        return Person
    found = _model_field(model, field)
    return found.related_model if found is not None and found.is_relation and field not in DEEDS else None


def _numbers(value) -> list[int]:
    """The numbers of rows in a value of a relation."""
    if isinstance(value, list):
        return [number for item in value for number in _numbers(item)]
    if isinstance(value, dict):
        return _numbers(value.get("person"))
    return [value] if isinstance(value, int) else []


class Words:
    """Turns values into words; looks the rows that they name up once, however many values there are."""

    def __init__(self, values: Iterable[tuple] = ()):
        """`values`: (model, field, value) of everything that will be asked for."""
        wanted = defaultdict(set)
        for model, field, value in values:
            if related := _related_model(model, field):
                wanted[related].update(_numbers(value))
        self.rows = {
            model: model._base_manager.select_related(*RELATED.get(model, ())).in_bulk(numbers)
            for model, numbers in wanted.items()
            if numbers
        }

    def say(self, model, field: str, value) -> str:
        related = _related_model(model, field)
        if value is None or value == "" or value == []:
            return str(_("（空）"))
        if isinstance(value, bool):
            return str(_("是") if value else _("否"))
        if isinstance(value, list):
            return "、".join(self.say(model, field, item) for item in value)
        if field == "contributions" and isinstance(value, dict):
            return self._author(value)
        if related and isinstance(value, int):
            row = self.rows.get(related, {}).get(value)
            return f"{row}（{value}）" if row else f"№ {value}"
        if isinstance(value, dict):
            return self._pin(value)
        choices = dict(getattr(_model_field(model, field), "flatchoices", None) or ())
        return str(choices.get(value, value))

    def _author(self, author: dict) -> str:
        person = self.rows.get(Person, {}).get(author.get("person"))
        name = person.name if person else f"№ {author.get('person')}"
        role = author.get("role") or dict(Contribution.Role.choices).get(author.get("normal_role"), "")
        return f"{role} {name}".strip()

    def _pin(self, pin: dict) -> str:
        words = [pin.get("value"), f"“{pin.get('surface', '')}”", pin.get("name")]
        return " ".join(str(word) for word in words if word)


class Entries:
    """Rows of the ledger, ready to be read."""

    def __init__(self, corrections: Iterable[Correction]):
        self.rows = list(corrections)
        self.words = Words(
            (_model(row), row.field, value)
            for row in self.rows
            for value in (row.machine, row.before, row.after)
        )

    def __iter__(self):
        return (self.entry(row) for row in self.rows)

    def entry(self, row: Correction) -> dict:
        model = _model(row)
        said = {
            name: self.words.say(model, row.field, getattr(row, name))
            for name in ("machine", "before", "after")
        }
        return {
            "row": row,
            "field": field_label(model, row.field),
            **said,
            "has_machine": row.machine is not None,
        }


def _model(row: Correction):
    return row.content_type.model_class()


def sentence(entry: dict) -> str:
    """主题：“甲” → “乙”"""
    return f"{entry['field']}：“{entry['before']}” → “{entry['after']}”"
