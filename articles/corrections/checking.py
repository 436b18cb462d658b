"""Whether a changed object may be saved, and a sentence for the editor where it may not."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Page

CONSTRAINTS = {
    "issue_once": gettext_lazy("这份报纸这一天已有同一版别的一期。把版面改归那一期，或者另选版别。"),
    "issue_once_a_folder": gettext_lazy("这个文件夹已有一期。"),
    "page_once_an_issue": gettext_lazy("这一期已有这一版次的版面。"),
}
UPWARD = ("merged_into", "parent")  # a chain of these never comes back to where it started


def refresh(page: Page) -> None:
    """Take over what was changed of a page since it was looked at. Raises ValidationError if its text was
    replaced: the spans that an editor has chosen are not of this text."""
    seen = page.transcription_id
    page.refresh_from_db()
    if page.transcription_id != seen:
        raise ValidationError(_("这一版刚刚换了新的录文，请重新打开后再改。"))


def check(obj, field: str | None = None) -> None:
    """Check the changed field, or all of a new object. Raises ValidationError.

    Other fields are left alone: an editor is not held up by what a machine wrote there.
    """
    others = {f.name for f in obj._meta.fields} - {field} if field else set()
    obj.clean_fields(exclude=others)
    if field in UPWARD:
        _check_chain(obj, field)
    obj.validate_unique()
    for constraint in obj._meta.constraints:
        try:
            constraint.validate(type(obj), obj)
        except ValidationError as error:
            said = CONSTRAINTS.get(constraint.name)
            raise ValidationError({field: said} if said and field else said or error) from None


def _check_chain(obj, field: str) -> None:
    above = getattr(obj, field)
    while above is not None:
        if above == obj:
            raise ValidationError({field: _("不能归到它自己，也不能归到它自己的下级。")})
        above = getattr(above, field)
