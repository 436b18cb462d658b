"""A newspaper by any of its names."""

from django.utils.translation import gettext as _

from articles.models import Newspaper, NewspaperName, ReviewItem
from articles.transcription import plain

from .reviewing import ask


def find_newspaper(name: str | None) -> Newspaper | None:
    """The newspaper known by this name, in whichever script and spacing it is written."""
    if not name:
        return None
    if exact := Newspaper.objects.named(name):
        return min(exact, key=lambda newspaper: newspaper.pk)
    wanted = plain(name)
    forms = [*Newspaper.objects.values_list("name", flat=True)]
    forms += NewspaperName.objects.values_list("form", flat=True)
    alike = [
        newspaper for form in forms if plain(form) == wanted for newspaper in Newspaper.objects.named(form)
    ]
    return min(alike, key=lambda newspaper: newspaper.pk, default=None)


def newspaper_called(name: str | None) -> Newspaper | None:
    """The newspaper of this name; a new one goes to review. None without a name."""
    if not name or (found := find_newspaper(name)):
        return found if name else None
    newspaper = Newspaper.objects.create(name=name.strip()[:100])
    ask(newspaper, ReviewItem.Kind.NEWSPAPER, _("导入时新建的报纸，请核对名称。"))
    return newspaper
