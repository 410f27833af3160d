"""`manage.py migrate`, which also keeps the search index: its triggers stand on tables that migrations change.

SQLite makes a table anew to change a column: triggers on it would be gone without a word, and those that name it
would stop the migration. So they are taken away before and made again after. See minutes.search.keeping.
"""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from minutes.search import keeping


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        if options["plan"] or options["check_unapplied"] or options["database"] != "default":
            super().handle(*args, **options)
            return
        if not _is_up_to_date() or options["app_label"]:
            keeping.let_go()
            super().handle(*args, **options)
            keeping.settle(anew=True)
            return
        super().handle(*args, **options)
        keeping.settle()


def _is_up_to_date() -> bool:
    executor = MigrationExecutor(connections["default"])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
