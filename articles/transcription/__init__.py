"""From a file to a transcription, and what its surroundings say of the page."""

from .combining import Statement, agree, combine, plain
from .likeness import fingerprint, likeness
from .loading import LARGEST_FILE, MOST_LINES, from_bytes, from_path
from .manifest import Manifest, UnusableManifest, read_manifest
from .options import BadOption, given_from_options
from .page_text import Given, PageText
from .paths import given_from_path
from .unreadable import UnreadablePage

__all__ = [
    "LARGEST_FILE",
    "MOST_LINES",
    "BadOption",
    "Given",
    "Manifest",
    "PageText",
    "Statement",
    "UnreadablePage",
    "UnusableManifest",
    "agree",
    "combine",
    "fingerprint",
    "from_bytes",
    "from_path",
    "given_from_options",
    "given_from_path",
    "likeness",
    "plain",
    "read_manifest",
]
