"""The fields of the index, as Haystack declares them. `field_type` chooses the engine's field."""

from haystack import indexes

from articles.models import Article

from .documents import chains, document, with_everything


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
        return with_everything(Article.objects.visible_to(None))

    def prepare_all(self, articles):
        """The documents of articles, with a number of queries that does not grow with them."""
        articles = list(articles)
        of = chains(articles)
        for article in articles:
            article.chain = of[article.number]
            yield self.full_prepare(article)

    def prepare(self, obj):
        chain = getattr(obj, "chain", None) or chains([obj])[obj.number]
        self.prepared_data = {**self.identity(obj.number), **document(chain)}
        return self.prepared_data

    def identity(self, number):
        """What Haystack knows an article's document by."""
        return {"id": f"articles.article.{number}", "django_ct": "articles.article", "django_id": str(number)}
