"""Walking along an order, for a list that has many rows: it finds a page soon, whatever else a row must be.

SQLite does not consider how few rows are asked for. Where a list is filtered by a field that has an index, it collects
all rows with that value and sorts them. A plus before the field (https://www.sqlite.org/optoverview.html#uplus) leaves
the index aside, so that the one of the order is walked along; PostgreSQL plans for the rows that are asked for. An
index that begins with the field and goes on in the order does better than either, and is left to be used.
"""

from __future__ import annotations

from typing import Any

from django.db import connection, models
from django.db.models.expressions import Col
from django.db.models.lookups import Exact, In
from django.db.models.sql.constants import INNER
from django.db.models.sql.where import WhereNode

from minutes.paging_order import Order


class Beside(Exact):
    """``field = value`` that SQLite answers without an index on the field."""

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        told, given = self.as_sql(compiler, connection)
        return f"+{told}", given


class OneBeside(In):
    """The same for one of several values."""

    as_sqlite = Beside.as_sqlite


ASIDE: dict[type[Any], type[Any]] = {Exact: Beside, In: OneBeside}


def along(order: Order, rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """The same rows, to be found along the order."""
    if connection.vendor != "sqlite":
        return rows
    found = _asking_each(rows.all(), order)
    found.query.where = _beside(found.query.where, found.model, order.keys[0].path)
    return found


def _asking_each(rows: models.QuerySet[Any], order: Order) -> models.QuerySet[Any]:
    """The rows with the conditions on one row of another model (the answer to a resolution) asked of each in turn.

    Joined, SQLite would begin with all rows of that model, where these are fewer, and sort what it found.
    """
    found = rows
    for alias, field in _ones(rows):
        where = found.query.where
        of_it = [one for one in where.children if isinstance(getattr(one, "lhs", None), Col) and one.lhs.alias == alias]
        if where.negated or where.connector != "AND" or order.keys[0].path.startswith(f"{field.remote_field.name}__"):
            continue
        others = field.model._base_manager.filter(**{field.name: models.OuterRef("pk")}).order_by()
        for one in of_it:
            others.query.where.add(type(one)(Col(field.model._meta.db_table, one.lhs.target), one.rhs), "AND")
        found.query.where = WhereNode([one for one in where.children if one not in of_it])
        found.query.unref_alias(alias, len(of_it))
        found = found.filter(models.Exists(others)) if of_it else found
    return found


def _ones(rows: models.QuerySet[Any]) -> list[tuple[str, Any]]:
    """What must be there of models that have at most one row for a row of this one: an alias, and its field."""
    relations = [one for one in rows.model._meta.related_objects if one.one_to_one]
    names = {one.related_model._meta.db_table: one.field for one in relations}
    joined = ((alias, join) for alias, join in rows.query.alias_map.items() if join.join_type == INNER)
    return [(alias, names[join.table_name]) for alias, join in joined if join.table_name in names]


def _beside(where: WhereNode, model: type[models.Model], path: str) -> WhereNode:
    """The conditions with those on plain fields of the model itself set beside, where no index serves both."""
    if where.negated or where.connector != "AND":
        return where
    return WhereNode(
        [
            _beside(one, model, path) if isinstance(one, WhereNode) else _aside(one, model, path)
            for one in where.children
        ],
        where.connector,
    )


def _aside(condition: Any, model: type[models.Model], path: str) -> Any:
    other = _kind(condition)
    if other is None or not isinstance(condition.lhs, Col) or condition.lhs.target.model is not model:
        return condition
    field = condition.lhs.target
    if field.primary_key or (other is Beside and _has_index(model, field.name, path)):
        return condition
    return other(condition.lhs, condition.rhs)


def _kind(condition: Any) -> type[Any] | None:
    return next((other for kind, other in ASIDE.items() if isinstance(condition, kind)), None)


def _has_index(model: type[models.Model], field: str, path: str) -> bool:
    """Whether an index begins with a field and goes on in the order."""
    starts = ([name.lstrip("-") for name in index.fields[:2]] for index in model._meta.indexes)
    return any(start == [field, path] for start in starts)
