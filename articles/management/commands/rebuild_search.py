"""Write the index anew, as after a change of its fields or of how texts are analysed."""

import sys

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.models import Article
from articles.search import checking
from articles.search.backend import IndexBusy


class Command(BaseCommand):
    help = "Write the whole index anew. Readers search the former one until the new one is complete."

    def handle(self, *args, verbosity, **options):
        total = Article.objects.visible_to(None).count()
        hidden = verbosity == 0 or not sys.stderr.isatty()
        try:
            with tqdm(total=total, disable=hidden, unit="article") as bar:
                count = checking.rebuild(bar.update)
        except IndexBusy as error:
            raise CommandError("The index is being written by another process. Try again later.") from error
        if verbosity:
            self.stdout.write(f"articles indexed: {count}")
