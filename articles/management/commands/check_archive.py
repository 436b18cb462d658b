"""Compare index and database, after what waited for the index has been written to it."""

import sys

from django.core.management.base import BaseCommand

from articles.models import IndexTask
from articles.search import checking, drain

SHOWN = 20  # numbers that a line lists


class Command(BaseCommand):
    help = "Write what waits for the index, then compare index and database. Exit code 1 if they differ."

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="index the articles anew that differ")

    def handle(self, *args, repair, **options):
        drained = drain()
        found = checking.differences()
        if found and repair:
            self.report(found)
            checking.repair(found)
            found = checking.differences()
        self.report(found)
        waiting = IndexTask.objects.count()
        self.stdout.write(f"tasks done {drained}, waiting {waiting}")
        if found or waiting:
            sys.exit(1)

    def report(self, found):
        for what, numbers in vars(found).items():
            if numbers:
                more = " …" if len(numbers) > SHOWN else ""
                self.stderr.write(f"{what} {len(numbers)}: {', '.join(map(str, numbers[:SHOWN]))}{more}")
        if not found:
            self.stdout.write(self.style.SUCCESS("index and database agree"))
