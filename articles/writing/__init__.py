"""A reading becomes rows and index tasks. `articles.importing` and `articles.corrections` write through here."""

from .carrying import Carried, active_pins, carry_pins
from .fields import refresh_fields
from .holding import holds
from .known import register_snapshot
from .page import Written, write_reading
from .stored import given_json, stored_text

__all__ = [
    "Carried",
    "Written",
    "active_pins",
    "carry_pins",
    "given_json",
    "holds",
    "refresh_fields",
    "register_snapshot",
    "stored_text",
    "write_reading",
]
