"""What is said of a file from outside: options, the table beside it, its path, in this order of belief."""

import os
from collections.abc import Iterable
from pathlib import Path

from articles.transcription import (
    Given,
    Manifest,
    Statement,
    combine,
    given_from_path,
    read_manifest,
)
from articles.transcription.manifest import MANIFEST

from .files import Source


class Stating:
    """Reads every manifest.csv once, when it is made; raises UnusableManifest."""

    def __init__(self, sources: Iterable[Source], options: Given) -> None:
        self.options = options
        self.manifests: dict[Path, Manifest] = {}
        folders = {folder for source in sources for folder in _folders(source)}
        for folder in sorted(folders):
            if os.path.isfile(folder / MANIFEST):
                self.manifests[folder] = read_manifest(folder / MANIFEST)

    @property
    def warnings(self) -> list[str]:
        return [warning for manifest in self.manifests.values() for warning in manifest.warnings]

    def given(self, source: Source) -> Given:
        """Everything that is said of a file, contradictions among them."""
        tables = (self.manifests[folder] for folder in _folders(source) if folder in self.manifests)
        listed = next((said for table in tables if (said := table.of(source.path))), Given())
        return combine(
            [
                Statement("选项", self.options),
                Statement("清单", listed),
                Statement("路径", given_from_path(source.path, source.root)),
            ]
        )

    def unlisted(self, sources: Iterable[Source]) -> list[tuple[Path, str]]:
        """Files that a table lists and nobody found: (table, file)."""
        found = {source.path for source in sources}
        missing = []
        for folder, manifest in self.manifests.items():
            for name in manifest.given:
                path = folder / name
                if not {path, path.with_name(f"{path.name}.txt"), path.with_name(f"{path.name}.md")} & found:
                    missing.append((folder / MANIFEST, name))
        return missing


def _folders(source: Source) -> list[Path]:
    """A file's folder and those above it up to the imported one, nearest first."""
    folders = [source.path.parent, *source.path.parent.parents]
    if source.root not in folders:
        return folders[:1]
    return folders[: folders.index(source.root) + 1]
