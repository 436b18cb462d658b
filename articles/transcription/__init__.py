from .page_text import Given, PageText

__all__ = ["Given", "PageText"]
