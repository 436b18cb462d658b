"""A better reader is of use to the pages that came in before it, too."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.importing import CannotImport, reread
from articles.importing.terminal import BarOnTerminal, add_processes, can_be_broken_off, tell


class Command(BaseCommand):
    help = "Read stored transcriptions again with today's reader: pages that an older one read, or all."

    def add_arguments(self, parser):
        parser.add_argument("--newspaper", default="", metavar="NAME", help="only pages of this newspaper")
        parser.add_argument("--batch", default="", metavar="NAME", help="only pages of this import")
        parser.add_argument("--all", action="store_true", help="also pages that today's reader has read")
        add_processes(parser)
        parser.add_argument("--dry-run", action="store_true", help="say what would change; touch nothing")
        parser.add_argument("--json", action="store_true", help="print the report as JSON")

    def handle(self, *args, **options):
        try:
            with can_be_broken_off():
                report = reread(
                    newspaper=options["newspaper"],
                    batch=options["batch"],
                    everything=options["all"],
                    dry_run=options["dry_run"],
                    progress=BarOnTerminal(_("重新解读")),
                    processes=options["processes"],
                )
        except CannotImport as error:
            raise CommandError(str(error), returncode=2) from error
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, indent=1))
        else:
            tell(report, self.stdout, self.stderr)
        if report.exit_code:
            raise SystemExit(report.exit_code)
