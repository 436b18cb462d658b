"""Other forms of a person's, an organisation's or a newspaper's name."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import NewspaperName, OrganizationName, PersonName

from .ledger import mark, record, touched_by

ROWS = {"person": PersonName, "organization": OrganizationName, "newspaper": NewspaperName}


def _row_model(thing):
    return ROWS[thing._meta.model_name]


def keep_former_name(thing, name: str) -> None:
    """A renamed person or organisation is found by its former name too, so it is never created again."""
    kind = thing._meta.model_name
    rows = _row_model(thing).objects
    rows.filter(**{kind: thing, "form": thing.name}).delete()
    rows.get_or_create(**{kind: thing, "form": name}, defaults={"kind": "former"})


@transaction.atomic
def add_form(thing, form: str, form_kind: str, user, why: str = ""):
    """Add another form of a name; the next reading knows it."""
    kind = thing._meta.model_name
    form = form.strip()
    if not form:
        raise ValidationError(_("请填写名称的写法。"))
    if form == thing.name or thing.names.filter(form=form).exists():
        raise ValidationError(_("“%(form)s”已经是它的名称。") % {"form": form})
    row = _row_model(thing)(**{kind: thing, "form": form, "kind": form_kind})
    row.full_clean()
    row.save()
    _decide(thing)
    record(thing, "names", before=None, after=form, user=user, why=why)
    mark(touched_by(thing))
    return row


@transaction.atomic
def remove_form(row, user, why: str = "") -> None:
    """Take a form away again."""
    thing = next(getattr(row, kind) for kind in ROWS if hasattr(row, kind))
    row.delete()
    _decide(thing)
    record(thing, "names", before=row.form, after=None, user=user, why=why)
    mark(touched_by(thing))


def _decide(thing) -> None:
    if hasattr(thing, "decided") and not thing.decided:
        thing.decided = True
        thing.save(update_fields=["decided"])
