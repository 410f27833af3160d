"""`manage.py migrate`, which also keeps the search index: its triggers stand on tables that migrations change.

SQLite makes a table anew to change a column: triggers on it would be gone without a word, and those that name it
would stop the migration. So they are taken away before and made again after. See minutes.search.keeping.
"""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations import RunPython, RunSQL
from django.db.migrations.executor import MigrationExecutor

from minutes.search import keeping


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        if options["plan"] or options["check_unapplied"] or options["database"] != DEFAULT_DB_ALIAS:
            super().handle(*args, **options)
            return
        plan = _plan()
        if plan or options["app_label"]:
            keeping.let_go()
        super().handle(*args, **options)
        # Meanwhile no trigger noticed what a migration wrote.
        keeping.settle(anew=bool(options["app_label"]) or any(_writes(migration) for migration in plan))
        if connection.vendor == "sqlite":
            _look_over()


def _look_over() -> None:
    """Have SQLite count what its indexes hold: of a new one it would think that it finds a row or two.

    At every start and after a restore, for a database that filled up meanwhile was last counted when it was empty.
    """
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # whole: with analysis_limit it took the wrong index for lists of a million rows


def _plan() -> list[Any]:
    executor = MigrationExecutor(connection)
    return [migration for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def _writes(migration: Any) -> bool:
    return any(isinstance(operation, RunPython | RunSQL) for operation in migration.operations)
