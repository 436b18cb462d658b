import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.reading import as_json, read
from articles.transcription import UnreadablePage, from_path


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
        failed = 0
        for file in files:
            try:
                page = from_path(file)
            except UnreadablePage as error:
                self.stderr.write(f"{file}: {error}")
                failed += 1
                continue
            reading = as_json(page, read(page))
            if output:
                target = output / f"{file.stem}.json"
                target.write_text(json.dumps(reading, ensure_ascii=False, indent=1), encoding="utf-8")
            elif options["json"]:
                self.stdout.write(json.dumps(reading, ensure_ascii=False, indent=1))
            else:
                self.stdout.write(outline(file, reading))
        if failed:
            raise CommandError(f"{failed} of {len(files)} files could not be read.", returncode=1)

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


def outline(file, reading):
    """A reading in a few lines, for a person at a terminal."""
    page = reading["page"]
    lines = [
        f"{file}: {page['newspaper'] or '?'} {page['date'] or '?'} {page['page_label'] or '?'} {page['page_name'] or ''}"
    ]
    for number, article in enumerate(reading["articles"], 1):
        title = article["headline"] or article["column"] or (article["paragraphs"] or [""])[0][:20]
        names = "、".join(entry["name"] for entry in article["byline"])
        lines.append(f"  {number}. [{article['kind']}] {title}" + (f"  {names}" if names else ""))
        for key in ("people", "organizations"):
            if article[key]:
                lines.append(f"     {key}: " + "、".join(entry["name"] for entry in article[key]))
    lines += [f"  ! {warning}" for warning in reading["warnings"]]
    return "\n".join(lines)
