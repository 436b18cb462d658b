from .drafts import ArticleDraft, Block, Kind, PageDraft, PrintedFacts, Role
from .pins import Pin, PinKind
from .segmenting import segment

__all__ = ["ArticleDraft", "Block", "Kind", "PageDraft", "Pin", "PinKind", "PrintedFacts", "Role", "segment"]
