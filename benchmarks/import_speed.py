"""How fast pages are read, and imported with 1, 2 and 4 processes, beside bare jieba cutting of the same text,
in one run.

python benchmarks/import_speed.py [FOLDER…]      (default: the sample newspaper and our labelled pages)
"""

import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import newsroom  # noqa: E402, F401, I001 (keeps linear algebra to one thread, and must be first)
import jieba  # noqa: E402

from articles.reading import read  # noqa: E402
from articles.transcription import from_path  # noqa: E402


def timed(work, *arguments):
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start


def importing(folders, processes):
    """Seconds that an import into an empty archive reports."""
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, "NEWSROOM_DATA": data}
        manage = [sys.executable, str(ROOT / "manage.py")]
        subprocess.run([*manage, "migrate", "--verbosity", "0"], env=environment, check=True)
        arguments = ["--processes", str(processes), "--json", *map(str, folders)]
        done = subprocess.run([*manage, "import_pages", *arguments], env=environment, stdout=subprocess.PIPE)
        return json.loads(done.stdout)["seconds"]


def main(folders):
    files = [file for folder in folders for file in sorted(folder.rglob("*.txt"))]
    pages = [from_path(file) for file in files]
    characters = sum(len(page.text) for page in pages)
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    read(pages[0])  # load what is loaded once
    cutting = timed(lambda: [list(jieba.cut(page.text)) for page in pages])
    times = {"jieba cutting": cutting, "reading": timed(lambda: [read(page) for page in pages])}
    for processes in (1, 2, 4):
        times[f"importing, {processes} process{'es' * (processes > 1)}"] = importing(folders, processes)
    print(f"{len(pages)} pages, {characters:,} characters, {os.cpu_count()} processors")
    for name, seconds in times.items():
        rate = characters / seconds
        print(
            f"{name:22} {seconds:7.2f} s {rate:10,.0f} characters/s {cutting / seconds:7.3f} of jieba's rate"
        )


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [ROOT / "sample", ROOT / "tests" / "pages"])
