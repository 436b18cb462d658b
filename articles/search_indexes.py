"""Haystack looks for indexes here."""

from articles.search.indexes import ArticleIndex

__all__ = ["ArticleIndex"]
