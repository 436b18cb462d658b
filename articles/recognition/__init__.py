from .drafts import ORGANIZATION, PERSON, ArticleNames, ContributionDraft, MentionDraft
from .recognising import recognise
from .register import EMPTY, Known, Register

__all__ = [
    "EMPTY",
    "ORGANIZATION",
    "PERSON",
    "ArticleNames",
    "ContributionDraft",
    "Known",
    "MentionDraft",
    "Register",
    "recognise",
]
