"""Making a backup."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from ingest.backup import files, rows
from ingest.backup.manifest import PAPERS, ROWS, Manifest, NotWhole, sha256
from minutes.models import Document

Say = Callable[[str], None]


def make(folder: Path, say: Say) -> Manifest:
    """Writes a backup into ``folder``, which must not be there yet and is not there before it is whole.

    ``say`` is told what an administrator should know: papers that are missing or that are not what was uploaded.
    """
    if folder.exists():
        raise NotWhole(f"{folder} is there already. Name a folder that is not.")
    draft = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(draft, ignore_errors=True)
    for part in (ROWS, PAPERS):
        (draft / part).mkdir(parents=True, mode=0o700)
    draft.chmod(0o700)  # it holds everything, exempt papers and the sums of passwords included
    manifest, papers = _rows(draft / ROWS)
    _papers(manifest, papers, draft / PAPERS, say)
    manifest.write(draft)
    draft.rename(folder)
    return manifest


def _rows(folder: Path) -> tuple[Manifest, dict[str, str]]:
    """The rows, all of one moment; and the sum of each paper by the name of its file."""
    with rows.snapshot():
        manifest = Manifest(timezone.now().isoformat(), applied())
        for model in rows.kept_models():
            name = f"{model._meta.label_lower}.jsonl.gz"
            number = rows.write(model, folder / name)
            manifest.rows[name] = {"sha256": sha256(folder / name), "rows": number}
        return manifest, dict(Document.objects.values_list("file", "sha256"))


def _papers(manifest: Manifest, sums: dict[str, str], folder: Path, say: Say) -> None:
    for name in files.names():
        try:
            manifest.papers[name] = files.copy_out(name, folder)
        except FileNotFoundError:
            continue  # a picture of a page that was made anew meanwhile
        if manifest.papers[name]["sha256"] != sums.get(name, manifest.papers[name]["sha256"]):
            say(f"{name} is not the file that was uploaded: it was changed or damaged where papers are kept.")
    manifest.missing = sorted(set(sums).difference(manifest.papers))
    for name in manifest.missing:
        say(f"{name} is missing where papers are kept; its records are in the backup.")


def applied() -> dict[str, list[str]]:
    """The migrations that the database has seen, by app."""
    found: dict[str, list[str]] = {}
    for app, name in sorted(MigrationRecorder(connection).applied_migrations()):
        found.setdefault(app, []).append(name)
    return found
