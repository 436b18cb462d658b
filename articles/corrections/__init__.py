"""What editors change: every change is made here, wins over the machine for ever, and is in the ledger.

All functions run in one transaction each, mark the articles whose index documents they touch, and
raise `django.core.exceptions.ValidationError` with a sentence for the editor where a change cannot be made.
"""

from .fields import add, change
from .forms import add_form, remove_form
from .names import add_contribution, add_mention, printed_surfaces, remove_contribution
from .structure import pin, reread_page, unpin
from .text import emend, undo_emendation
from .waiting import take_waiting_text

__all__ = [
    "add",
    "add_contribution",
    "add_form",
    "add_mention",
    "change",
    "emend",
    "pin",
    "printed_surfaces",
    "remove_contribution",
    "remove_form",
    "reread_page",
    "take_waiting_text",
    "undo_emendation",
    "unpin",
]
