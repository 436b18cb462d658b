"""What every source of names gives: spans that may be names."""

from dataclasses import dataclass

from .passages import Passage


@dataclass(frozen=True)
class Candidate:
    """A span of a passage that may be a name of a person or an organisation.

    `shape` says of what make the name is ("chinese", "foreign", "latin", "called", "plain" for people,
    an ending's class or "known", "short", "latin" for organisations); `source` which rule proposed it.
    """

    passage: Passage
    start: int
    end: int
    kind: str
    shape: str
    source: str

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def plain(self) -> str:
        return self.passage.plain[self.start : self.end]

    @property
    def span(self) -> tuple[int, int, int, str]:
        return (id(self.passage), self.start, self.end, self.kind)
