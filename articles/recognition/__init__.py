from .drafts import ORGANIZATION, PERSON, ArticleNames, ContributionDraft, MentionDraft
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
]
