"""Newspaper pages, one file each, become issues, articles, people and organisations."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.importing import CannotImport, import_pages
from articles.importing.terminal import BarOnTerminal, add_processes, can_be_broken_off, tell
from articles.transcription import BadOption, given_from_options


class Command(BaseCommand):
    help = "Import newspaper pages: files or folders of transcriptions (.txt, .md), one file a page."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, or a folder with all below it")
        parser.add_argument("--newspaper", help="the newspaper's name")
        parser.add_argument("--date", help="the date: 2025-12-29, 1957-03")
        parser.add_argument(
            "--edition", help="morning, evening, extra, regional, supplement, or 早版, 号外 …"
        )
        parser.add_argument("--page", help="the page's label: 3, A08 (for a single file)")
        parser.add_argument("--batch", default="", metavar="NAME", help="the name of this import")
        add_processes(parser)
        parser.add_argument("--dry-run", action="store_true", help="say what would be done; touch nothing")
        parser.add_argument("--json", action="store_true", help="print the report as JSON")

    def handle(self, *args, paths, **options):
        stated = (options[name] for name in ("newspaper", "date", "edition", "page"))
        try:
            with can_be_broken_off():
                report = import_pages(
                    paths,
                    options=given_from_options(*stated),
                    dry_run=options["dry_run"],
                    progress=BarOnTerminal(_("导入")),
                    batch_name=options["batch"],
                    processes=options["processes"],
                )
        except BadOption as error:
            raise CommandError(_(error.message) % {"value": error.value}, returncode=2) from error
        except CannotImport as error:
            raise CommandError(str(error), returncode=2) from error
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, indent=1))
        else:
            tell(report, self.stdout, self.stderr)
        if report.exit_code:
            raise SystemExit(report.exit_code)
