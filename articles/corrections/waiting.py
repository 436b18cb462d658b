"""A file that waits as a conflict: an editor may say that it is the page's better transcription."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Conflict, Transcription
from articles.reading import read
from articles.transcription.likeness import fingerprint
from articles.writing import carry_pins, register_snapshot, stored_text, write_reading

from .ledger import mark, record


@transaction.atomic
def take_waiting_text(conflict: Conflict, user, why: str = "") -> None:
    """Make the waiting text the page's current transcription, read under the decisions carried over to it.

    The former transcription is kept; a decision that has no place in the new text becomes a conflict.
    """
    conflict = Conflict.objects.select_for_update().get(pk=conflict.pk)
    if conflict.kind != Conflict.Kind.FILE or conflict.state != Conflict.State.OPEN:
        raise ValidationError(_("只有待处理的文件可以采用。"))
    page = conflict.page
    former = page.transcription
    transcription = Transcription.objects.create(
        page=page,
        text=conflict.theirs,
        checksum=conflict.checksum,
        byte_checksum=conflict.checksum,
        fingerprint=fingerprint(conflict.theirs),
        given=conflict.given,
        source=conflict.source,
        encoding=former.encoding,
    )
    carried = carry_pins(page, conflict.theirs)
    reading = read(stored_text(transcription), carried.pins, register_snapshot())
    write_reading(page, transcription, reading, carried=carried)
    conflict.state = Conflict.State.RESOLVED
    conflict.save(update_fields=["state"])
    record(page, "transcription", before=former.source, after=conflict.source, user=user, why=why)
    mark(Article.objects.filter(page=page))
