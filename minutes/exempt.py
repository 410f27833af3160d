"""The condition that what a record belongs to is not exempt, asked of the few that are.

Of a hundred meetings one is exempt, and fewer of the items: an index of these alone is small and stays in memory.
Joined, each row of a list would have its meeting and its item looked up among all of them, to see that they are not.
"""

# ruff: noqa: S608 - the SQL is put together of names of our own

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, F, Func


class NotExempt(Func):
    """What a foreign key leads to is not exempt, or of what belongs to that, nothing is. True where it leads nowhere.

    ``of`` names the relation from there to what belongs to it: the "items" of a meeting.
    """

    output_field = BooleanField()

    def __init__(self, led_by: F, of: str = "", **known: Any) -> None:
        super().__init__(led_by, of=of, **known)

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, Any]:
        return self._asked(compiler, "e.{column} = {key}")

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, Any]:
        # A single key SQLite would look up in the table. A span of keys it looks up in the index.
        return self._asked(compiler, "e.{column} = {key}" if self.extra["of"] else "e.{column} BETWEEN {key} AND {key}")

    def _asked(self, compiler: Any, is_its: str) -> tuple[str, Any]:
        (led_by,) = self.get_source_expressions()
        key, given = compiler.compile(led_by)
        field = led_by.target.related_model._meta.pk
        if self.extra["of"]:
            field = field.model._meta.get_field(self.extra["of"]).field
        quoted = compiler.connection.ops.quote_name
        table, column, exempt = (
            quoted(name)
            for name in (field.model._meta.db_table, field.column, field.model._meta.get_field("exempt").column)
        )
        its = is_its.format(column=column, key=key)
        return f"NOT EXISTS (SELECT 1 FROM {table} e WHERE e.{exempt} AND {its})", [*given] * is_its.count("{key}")
