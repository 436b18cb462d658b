"""The fields of the index, as Haystack declares them. `field_type` chooses the engine's field."""

from haystack import indexes

from articles.models import Article

from .documents import chains, document, load_names


class CharactersField(indexes.MultiValueField):
    field_type = "characters"


class WordsField(indexes.MultiValueField):
    field_type = "words"


class TermsField(indexes.MultiValueField):
    field_type = "terms"


class NumberField(indexes.IntegerField):
    field_type = "number"


class ArticleIndex(indexes.SearchIndex, indexes.Indexable):
    text = CharactersField(document=True)
    names = CharactersField()
    head_words = WordsField()
    name_words = WordsField()
    body_words = WordsField()
    newspaper = TermsField()
    year = TermsField()
    page = TermsField()
    kind = TermsField()
    column = TermsField()
    agency = TermsField()
    person = TermsField()
    organization = TermsField()
    number = NumberField()
    day = NumberField()
    date = indexes.DateField(null=True)

    def get_model(self):
        return Article

    def index_queryset(self, using=None):
        return Article.objects.visible_to(None).with_place()

    def prepare_all(self, articles):
        """The documents of articles, with a number of queries that does not grow with them."""
        found = chains(articles)
        load_names([part for chain in found.values() for part in chain])
        for number, chain in found.items():
            yield {**self.identity(number), **document(chain)}

    def prepare(self, obj):
        self.prepared_data = next(self.prepare_all([obj]))
        return self.prepared_data

    def identity(self, number):
        """What Haystack knows an article's document by."""
        return {"id": f"articles.article.{number}", "django_ct": "articles.article", "django_id": str(number)}
