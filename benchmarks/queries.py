"""The number of database queries of every view, in archives of 20 and of 2,000 articles.

    python benchmarks/queries.py [ARTICLES…]

Works in a data folder of its own, which is removed at the end.
"""

import logging
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def views(Article, Organization, Person):
    """Name and address of one page of every view."""
    article = Article.objects.visible_to().earliest("pk")
    page, issue = article.page, article.page.issue
    return {
        "home": "/",
        "newspaper": issue.newspaper.get_absolute_url(),
        "issue-list": "/issues/",
        "issue": issue.get_absolute_url(),
        "page": page.get_absolute_url(),
        "article": article.get_absolute_url(),
        "person-list": "/people/",
        "person": Person.objects.first().get_absolute_url(),
        "organization-list": "/organizations/",
        "organization": Organization.objects.first().get_absolute_url(),
        "search, empty": "/search/",
        "search, a word": "/search/?q=班车",
        "not found": "/nothing/here/",
    }


def measure(articles):
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from articles.models import Article, IndexTask, Organization, Person
    from articles.search import drain
    from tests.make import make_archive

    call_command("flush", interactive=False, verbosity=0)
    with transaction.atomic():
        made = make_archive(articles)
        IndexTask.objects.mark(article.pk for article in made)
    drain()
    client = Client()
    found = {}
    for name, address in views(Article, Organization, Person).items():
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            start = time.perf_counter()
            client.get(address)
            found[name] = len(queries), 1000 * (time.perf_counter() - start)
    return found


def main(sizes):
    import django
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.WHITENOISE_AUTOREFRESH = True
    logging.disable(logging.ERROR)
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    tables = [measure(size) for size in sizes]
    print(f"{'view':20}" + "".join(f"{f'{size} articles':>22}" for size in sizes))
    for name in tables[0]:
        cells = (table[name] for table in tables)
        print(f"{name:20}" + "".join(f"{queries:>8} q {ms:>9.1f} ms" for queries, ms in cells))
    return any(len({table[name][0] for table in tables}) > 1 for name in tables[0])


if __name__ == "__main__":
    folder = tempfile.mkdtemp()
    os.environ |= {"NEWSROOM_DATA": folder, "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    sys.path.insert(0, str(ROOT))
    try:
        sys.exit(main([int(size) for size in sys.argv[1:]] or [20, 2000]))
    finally:
        shutil.rmtree(folder)
