"""Having an installation back from a backup: all of it or nothing, and only where nothing is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from ingest.backup import files, rows
from ingest.backup.making import applied
from ingest.backup.manifest import PAPERS, ROWS, Manifest, NotWhole
from minutes.models import Council, Document, Meeting, User
from minutes.search import keeping

Say = Callable[[str], None]
IN_USE = (User, Document, Meeting, Council)


def restore(folder: Path, say: Say) -> Manifest:
    """Restores a backup into an empty installation. Raises NotWhole, with nothing done, where that cannot be.

    The database gets the tables as they were, then the rows, and then what later versions changed.
    """
    manifest = Manifest.read(folder)
    say("Checking the backup ...")
    manifest.check(folder)
    _refuse_used()
    old = _as_it_was(manifest)
    say(f"Restoring {len(manifest.papers)} files ...")
    for name in manifest.papers:
        files.copy_in(name, folder / PAPERS / name)
    say(f"Restoring {sum(entry['rows'] for entry in manifest.rows.values())} rows ...")
    keeping.let_go()
    with transaction.atomic():
        _load(manifest, old, folder / ROWS)
    call_command("migrate", verbosity=0, interactive=False)
    keeping.rebuild()
    return manifest


def _refuse_used() -> None:
    tables = connection.introspection.table_names()
    used = [model for model in IN_USE if model._meta.db_table in tables and model._base_manager.exists()]
    if used:
        words = ", ".join(str(model._meta.verbose_name_plural) for model in used)
        raise NotWhole(f"This installation is in use: it has {words}. A backup is restored into an empty one.")


def _as_it_was(manifest: Manifest) -> Any:
    """The models of the version that made the backup, with their tables in the database."""
    executor = MigrationExecutor(connection)
    wanted = {(app, name) for app, names in manifest.migrations.items() for name in names}
    known = executor.loader.graph.nodes
    ours = {key for key in wanted if key[0] in executor.loader.migrated_apps}
    if unknown := sorted(key for key in ours if key not in known and key not in executor.loader.replacements):
        raise NotWhole(f"This backup was made by a newer version ({unknown[0][0]} {unknown[0][1]}). Restore with that.")
    nodes = [key for key in ours if key in known]
    leaves = [
        key for key in nodes if not any(child.key in ours for child in executor.loader.graph.node_map[key].children)
    ]
    present = {(app, name) for app, names in applied().items() for name in names}
    if present - wanted:
        raise NotWhole(
            "The tables in this database are those of a newer version than the backup’s. "
            "Restore into a database without tables: they are made as they were, and brought up to date then."
        )
    executor.migrate(leaves)
    return MigrationExecutor(connection).loader.project_state(leaves).apps


def _load(manifest: Manifest, old: Any, folder: Path) -> None:
    kept = rows.kept_models(old)
    by_name = {f"{model._meta.label_lower}.jsonl.gz": model for model in kept}
    if unknown := sorted(name for name in manifest.rows if name not in by_name):
        raise NotWhole(f"This backup has rows that this version knows nothing of: {unknown[0]}.")
    for model in kept:  # what making the tables put in: kinds of content, permissions, rules
        if model._base_manager.exists():
            model._base_manager.all()._raw_delete(connection.alias)
    for name, entry in manifest.rows.items():
        if rows.load(by_name[name], folder / name) != entry["rows"]:
            raise NotWhole(f"{ROWS}/{name} has not as many rows as were backed up.")
    rows.go_on_counting(kept)
