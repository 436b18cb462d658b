"""How fast pages are read and imported, beside bare jieba cutting of the same text, in one run.

python benchmarks/import_speed.py [FOLDER]      (default: the sample newspaper)
"""

import logging
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def timed(work, *arguments):
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start


def main(folder):
    import django
    import jieba

    jieba.setLogLevel(logging.WARNING)
    django.setup()
    from django.core.management import call_command

    from articles.importing import import_pages
    from articles.reading import read
    from articles.transcription import from_path

    files = sorted(file for file in folder.rglob("*") if file.suffix in (".txt", ".md") and file.is_file())
    pages = [from_path(file) for file in files]
    characters = sum(len(page.text) for page in pages)
    jieba.initialize()
    read(pages[0])  # load what is loaded once
    cutting = timed(lambda: [list(jieba.cut(page.text)) for page in pages])
    reading = timed(lambda: [read(page) for page in pages])
    call_command("migrate", verbosity=0)
    importing = timed(import_pages, [folder])
    print(f"{len(pages)} pages, {characters} characters")
    for name, seconds in (("jieba cutting", cutting), ("reading", reading), ("importing", importing)):
        rate = characters / seconds
        print(
            f"{name:14} {seconds:7.2f} s {rate:10,.0f} characters/s {cutting / seconds:7.3f} of jieba's rate"
        )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as data:
        os.environ["NEWSROOM_DATA"] = data
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "sample")
