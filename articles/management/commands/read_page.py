import json
import os
import shutil
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.management.reading_outline import outline
from articles.reading import as_json, read
from articles.transcription import UnreadablePage, from_path

PIPED_COLUMNS = 100  # of what is no terminal


class Command(BaseCommand):
    help = "Read pages and print what the machine understood, without a database."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--json", action="store_true", help="print the whole reading as JSON")
        parser.add_argument(
            "--output", type=Path, metavar="DIR", help="write DIR/NAME.json for each NAME.txt"
        )

    def handle(self, *args, files, output, **options):
        if output:
            self.check_names(files)
            output.mkdir(parents=True, exist_ok=True)
        columns = shutil.get_terminal_size((PIPED_COLUMNS, 0)).columns
        failed = 0
        for file in files:
            try:
                page = from_path(file)
            except UnreadablePage as error:
                self.stderr.write(f"{file}: {error}")
                failed += 1
                continue
            reading = read(page)
            if not (output or options["json"]):
                drawn = outline(str(file), page, reading, columns, self.in_colour(**options))
                self.stdout.write(f"{drawn}\n\n")
                continue
            whole = json.dumps(as_json(page, reading), ensure_ascii=False, indent=1)
            if output:
                (output / f"{file.stem}.json").write_text(whole, encoding="utf-8")
            else:
                self.stdout.write(whole)
        if failed:
            raise CommandError(f"{failed} of {len(files)} files could not be read.", returncode=1)

    def in_colour(self, force_color, no_color, **options):
        """As Django decides it, and only where the output itself is a terminal that wants colours."""
        if force_color or no_color:
            return force_color
        styled = self.style.NOTICE("") != ""  # DJANGO_COLORS=nocolor says no
        return styled and self.stdout.isatty() and not os.environ.get("NO_COLOR")

    def check_names(self, files):
        """Two files of one name would overwrite each other: say so before anything is written."""
        first = {}
        for file in files:
            if file.stem in first:
                raise CommandError(
                    f"{first[file.stem]} and {file} would both be written to {file.stem}.json: read them apart.",
                    returncode=2,
                )
            first[file.stem] = file
