"""The words of a list's filter: looked up in the index, as the search does, for rows that the list then narrows down.

Of rare words the index gives the list's rows at once. Common ones stand in hundreds of thousands of records, and a
list shows thirty: it is walked along in its own order (see minutes.search.walking).
"""

# ruff: noqa: S608 - the SQL is put together of names of our own; what people type are parameters

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import F, Model, Q
from django.db.models.fields import BooleanField
from django.db.models.lookups import Lookup

from minutes.models import Action, AgendaItem, Document, Interest, Meeting, Resolution, SearchKind
from minutes.search.asking import understood
from minutes.search.engines import engine
from minutes.search.finding import Facets, forms
from minutes.search.wanted import Wanted

if TYPE_CHECKING:
    from minutes.models import User

FEW = 5_000  # rows that PostgreSQL's index finds: a list of them is sorted sooner than any other is walked along
NEWEST = 1_000  # rows that SQLite's index finds: where there are more, these are known at first


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list finds its rows by: their own words, and those of records within them.

    ``within`` names kinds of such records, each with its table and the column of it that has the row's key.
    ``row`` is SQL for the key of the list's row, by what a row of the index is of.
    """

    kind: SearchKind
    table: str
    row: str = "{record}"
    within: tuple[tuple[SearchKind, str, str], ...] = ()


LISTS: dict[type[Model], Listed] = {
    AgendaItem: Listed(SearchKind.ITEM, "minutes_agendaitem"),
    Resolution: Listed(SearchKind.RESOLUTION, "minutes_resolution"),
    Action: Listed(SearchKind.ACTION, "minutes_action"),
    Interest: Listed(SearchKind.INTEREST, "minutes_interest"),
    Meeting: Listed(
        SearchKind.MEETING,
        "minutes_meeting",
        "{meeting}",
        (
            (SearchKind.ITEM, "minutes_agendaitem", "meeting_id"),
            (SearchKind.RESOLUTION, "minutes_resolution", "meeting_id"),
        ),
    ),
    Document: Listed(
        SearchKind.PAPER,
        "minutes_document",
        f"CASE WHEN {{kind}} = {SearchKind.PAPER.value} THEN {{record}} "
        "ELSE (SELECT p.document_id FROM minutes_documentpage p WHERE p.id = {record}) END",
        ((SearchKind.PAGE, "minutes_documentpage", "document_id"),),
    ),
}


def told_in(model: type[Model], text: str, user: User | None = None, facets: Facets | None = None) -> Any:
    """The condition that all the words of a filter stand in a row, for a QuerySet of the model: one of LISTS.

    Of a row that others are within (a meeting, a paper), all stand in one of these that ``user`` may see, or in what
    the row is known by itself. ``facets`` are what the list is narrowed to besides, which the index may know; it is
    for the QuerySet to hold to them, and to leave out what the user may not see. Nothing that can be typed is an
    error, and nothing matches what has no word to look for.
    """
    asked = understood(text)
    if not asked:
        return Q(pk__in=[])
    wanted = Wanted(tuple(forms(term) for term in asked.terms), tuple(forms(term) for term in asked.unwanted))
    exempt = ("x1",) if user is not None and not user.is_officer else ()
    sought = Sought(LISTS[model], wanted, facets.marks() if facets else (), exempt)
    return Told(F("pk"), _looked_up(sought))


def _looked_up(sought: Sought) -> Sought:
    """With the keys that the index gives at once: of all rows, where they are few, or on SQLite of the newest."""
    if connection.vendor == "postgresql":
        found = engine().few(sought.listed.row, sought.parts(), FEW)
        return sought if found is None else replace(sought, found=tuple(dict.fromkeys(found)))
    keys = _newest(sought, NEWEST + 1)
    if len(keys) > NEWEST:
        return replace(sought, newest=tuple(dict.fromkeys(keys[:NEWEST])))
    return replace(sought, found=tuple(dict.fromkeys(keys)))


def _newest(sought: Sought, most: int) -> list[int]:
    """What SQLite's index gives of the newest rows; a row of the list may be found by several."""
    with connection.cursor() as cursor:
        cursor.execute(*engine().rows(sought.listed.row, sought.parts(), most))
        return [key for (key,) in cursor.fetchall()]


@dataclass(frozen=True)
class Sought:
    """Words in a list.

    ``found`` has the keys of all rows of the list that have them, where these are few; ``newest``, on SQLite, of some
    of the newest, where they are many.
    """

    listed: Listed
    wanted: Wanted
    marks: tuple[tuple[str, ...], ...] = ()
    unmarked: tuple[str, ...] = ()
    found: tuple[int, ...] | None = None
    newest: tuple[int, ...] = ()

    def parts(self) -> list[Wanted]:
        """What the index is asked for: rows of one of these."""
        own = replace(self.wanted, marks=((f"k{self.listed.kind.value}",), *self.marks))
        if not self.listed.within:
            return [own]
        kinds = tuple(f"k{kind.value}" for kind, _, _ in self.listed.within)
        within = replace(self.wanted, marks=(kinds, *self.marks), unmarked=self.unmarked)
        return [within, replace(own, listed=True)]

    def by_index(self) -> tuple[str, list[Any]]:
        """A subquery of the keys of the list's rows, with its parameters."""
        told, given = engine().rows(self.listed.row, self.parts())
        return str(told), list(given)

    def each(self, key: str) -> tuple[str, list[Any]]:
        """The condition that the row with a key is one of them, looked up for itself; with its parameters."""
        own = f"s.kind = {self.listed.kind.value} AND s.record = {key}"
        told = [self._there("minutes_searchrow s", own, replace(self.wanted, listed=bool(self.listed.within)))]
        for kind, table, column in self.listed.within:
            tables = f"{table} x CROSS JOIN minutes_searchrow s"
            where = f"x.{column} = {key} AND s.kind = {kind.value} AND s.record = x.id"
            told.append(self._there(tables, where, replace(self.wanted, unmarked=self.unmarked)))
        return f"({' OR '.join(sql for sql, _ in told)})", [one for _, given in told for one in given]

    def _there(self, tables: str, where: str, wanted: Wanted) -> tuple[str, list[Any]]:
        told, given = engine().stands_in(tables, where, wanted)
        return str(told), list(given)


class Told(Lookup):
    """A row with this primary key has the words.

    ``way`` says how that is found: by the "index"; by it, but "beside" the rows in their order; for "each" by itself;
    or among the "keys" that are ``given``.
    """

    lookup_name = "told"
    prepare_rhs = False
    output_field = BooleanField()

    def __init__(self, lhs: Any, sought: Sought, way: str = "index", given: Sequence[int] = ()) -> None:
        self.sought, self.way, self.given = sought, way, given
        super().__init__(lhs, sought)

    @property
    def is_few(self) -> bool:
        return self.sought.found is not None

    def another(self, way: str, given: Sequence[int] = ()) -> Told:
        return Told(self.lhs, self.sought, way, given)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        key, params = compiler.compile(self.lhs)
        if self.is_few or self.way == "keys":
            return self._among(key, list(params), self.given if self.way == "keys" else self.sought.found or ())
        if self.way == "each":
            told, given = self.sought.each(key)
            return told, given
        told, given = self.sought.by_index()
        # A plus has SQLite walk along the list, in place of sorting all that is found.
        return f"{'+' if self.way == 'beside' else ''}{key} IN ({told})", [*params, *given]

    def _among(self, key: str, params: list[Any], keys: Sequence[int]) -> tuple[str, list[Any]]:
        if connection.vendor == "postgresql":
            return f"{key} = ANY(%s)", [*params, list(keys)]
        return f"{key} IN (SELECT value FROM json_each(%s))", [*params, json.dumps(list(keys))]


def tolds(conditions: Any) -> Iterator[Told]:
    """The conditions by words that a list's rows must fulfil."""
    if conditions.connector == "AND" and not conditions.negated:
        yield from (one for one in conditions.children if isinstance(one, Told))
