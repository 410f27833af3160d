"""The table of contents of a backup, by which it is known and held to be whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

NAME, SUM = "manifest.json", "manifest.sha256"
FORMAT, VERSION = "scrutiny records, backup", 1
ROWS, PAPERS = "rows", "papers"
PIECE = 1024 * 1024


class NotWhole(Exception):
    """A backup that is damaged, foreign or cannot be restored here; its words are for an administrator."""


@dataclass(slots=True)
class Manifest:
    """``rows`` and ``papers`` give for each name the sha-256 and the number of rows, or the size in bytes.

    ``migrations`` are those that were applied, by app; ``missing`` are papers that a row names and the storage has not.
    """

    made_at: str
    migrations: dict[str, list[str]]
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    papers: dict[str, dict[str, Any]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def write(self, folder: Path) -> None:
        words = json.dumps({"format": FORMAT, "version": VERSION} | asdict(self), indent=1, sort_keys=True)
        (folder / NAME).write_text(words)
        (folder / SUM).write_text(f"{sha256(folder / NAME)}  {NAME}\n")

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """The manifest of a backup. Raises NotWhole where there is none, or none of ours."""
        try:
            words, known = (folder / NAME).read_text(), (folder / SUM).read_text().split()[0]
            told = json.loads(words)
        except (OSError, ValueError, IndexError) as problem:
            raise NotWhole(
                f"{folder} is not a backup of scrutiny records: it has no {NAME} that can be read."
            ) from problem
        if not isinstance(told, dict) or told.pop("format", None) != FORMAT:
            raise NotWhole(f"{folder} is not a backup of scrutiny records.")
        if sha256(folder / NAME) != known:
            raise NotWhole(f"{NAME} was changed after the backup was made.")
        if told.pop("version") != VERSION:
            raise NotWhole("This backup was made by a newer version of scrutiny records. Restore it with that version.")
        return cls(**told)

    def check(self, folder: Path) -> None:
        """Raises NotWhole where a file is gone or is not what it was."""
        for part, entries in ((ROWS, self.rows), (PAPERS, self.papers)):
            for name, entry in entries.items():
                path = folder / part / name
                if not path.is_file():
                    raise NotWhole(f"{part}/{name} is missing from the backup.")
                if sha256(path) != entry["sha256"]:
                    raise NotWhole(f"{part}/{name} is damaged: it is not what was backed up.")


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
