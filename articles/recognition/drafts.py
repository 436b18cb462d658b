"""What recognition gives: mentions and contributions. Offsets are into the page's text."""

from dataclasses import dataclass

PERSON = "person"
ORGANIZATION = "organization"


@dataclass(frozen=True)
class MentionDraft:
    """A name as it is printed, and whose name it is held to be.

    `start`, `end`: the printed characters, line ends inside a broken name among them; `surface`:
    the name as shown, without those. `name`: the canonical name. `title` as printed, its sort
    "post", "honour" or "occupation". `evidence`: from which sources the decision came
    ("form:title", "network", "register", "page", "pin"). `key`: the `Known.key` or pin's key it
    was resolved to, if any.
    """

    start: int
    end: int
    surface: str
    kind: str
    name: str
    title: str = ""
    title_sort: str = ""
    evidence: tuple[str, ...] = ()
    confidence: float = 1.0
    key: int | None = None


@dataclass(frozen=True)
class ContributionDraft:
    """Who wrote or photographed an article. `role` as printed (本报记者) or "", `normal_role` one of
    "author", "reporter", "correspondent", "photographer", "translator", "other"."""

    name: str
    role: str
    normal_role: str
    start: int
    end: int
    key: int | None = None


@dataclass(frozen=True)
class ArticleNames:
    mentions: tuple[MentionDraft, ...] = ()
    contributions: tuple[ContributionDraft, ...] = ()
