from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command

from articles.models import Page

SAMPLE = "sample"  # the folder, and the name of the batch


class Command(BaseCommand):
    help = "Fill an empty archive: with the sample newspaper, or with the folder of pages that is named."

    def add_arguments(self, parser):
        parser.add_argument(
            "folder", nargs="?", help="a folder of your own pages; imported again, it changes nothing"
        )

    def handle(self, *args, folder, **options):
        if folder:
            self.import_own(Path(folder).expanduser())
        elif not Page.objects.exists():
            call_command("import_pages", str(settings.BASE_DIR / "sample"), batch=SAMPLE)

    def import_own(self, folder):
        if not folder.exists():
            raise CommandError(
                f"There is no folder {folder}. Name one that holds .txt or .md files, a page each."
            )
        call_command("import_pages", str(folder))
