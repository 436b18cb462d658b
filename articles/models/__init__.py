from .article import Article
from .batch import Batch
from .block import Block
from .conflict import Conflict
from .contribution import Contribution
from .correction import Correction
from .emendation import Emendation
from .field_override import FieldOverride
from .index_task import IndexTask
from .issue import Issue
from .mention import Mention
from .newspaper import Newspaper, NewspaperName
from .organization import Organization, OrganizationName
from .page import Page
from .person import Person, PersonName
from .pin import Pin
from .reading import Reading
from .redirect import Redirect
from .review_item import ReviewItem
from .transcription import Transcription

__all__ = [
    "Article",
    "Batch",
    "Block",
    "Conflict",
    "Contribution",
    "Correction",
    "Emendation",
    "FieldOverride",
    "IndexTask",
    "Issue",
    "Mention",
    "Newspaper",
    "NewspaperName",
    "Organization",
    "OrganizationName",
    "Page",
    "Person",
    "PersonName",
    "Pin",
    "Reading",
    "Redirect",
    "ReviewItem",
    "Transcription",
]
