"""Which rows are a committee's: everything that hangs on its meetings, and whom and what that names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Model, Q

from minutes.exchange.kinds import KINDS, fields_of, name_of
from minutes.exchange.references import renumbered
from minutes.exchange.rows import in_parts, row_of
from minutes.models import Committee, User

OF_MEETINGS = ("agendaitem", "attendee", "resolution", "action", "interest", "indicator", "checkstep")
# The ways from a kind of row to the committee that it belongs to.
PATHS = {
    "meeting": ("committee",),
    **dict.fromkeys(OF_MEETINGS, ("meeting__committee",)),
    "actionupdate": ("action__meeting__committee",),
    "response": ("resolution__meeting__committee",),
    "judgement": ("action__meeting__committee", "resolution__meeting__committee"),
    "recommendationnumber": ("committee",),
    "responserule": ("committee",),
    "itemthread": ("committee",),
    "threaditem": ("thread__committee",),
    "document": ("meeting__committee",),
}


class Chosen:
    """A committee's rows by kind and primary key, and the accounts that they name."""

    def __init__(self, committee: Committee) -> None:
        self.rows: dict[str, dict[int, Model]] = {kind: {} for kind in KINDS}
        self._take("committee", Q(pk=committee.pk))
        for kind, paths in PATHS.items():
            for path in paths:
                self._take(kind, Q(**{path: committee}))
        self._take_proposals(committee)
        self._take_corrections(self.rows)
        self._take_what_is_named()
        self._take_corrections(("council", "person", "nameform"))
        self.users = {user.pk: user for user in User.objects.filter(pk__in=self._named()["user"]).order_by("pk")}

    def has(self, kind: str, key: int) -> bool:
        return key in (self.users if kind == "user" else self.rows[kind])

    def _take(self, kind: str, condition: Q) -> None:
        self.rows[kind] |= {row.pk: row for row in all_of(kind).filter(condition).order_by("pk")}

    def _take_where(self, kind: str, field: str, keys: Collection[int], and_: Q | None = None) -> None:
        for some in in_parts(keys):
            self._take(kind, Q(**{f"{field}__in": some}) & (and_ or Q()))

    def _take_proposals(self, committee: Committee) -> None:
        """Proposals from this committee's papers about its own records."""
        own = (Q(action=None) | Q(action__meeting__committee=committee)) & (
            Q(resolution=None) | Q(resolution__meeting__committee=committee)
        )
        self._take("proposal", own & Q(meeting__committee=committee))

    def _take_corrections(self, kinds: Iterable[str]) -> None:
        for kind in kinds:
            self._take_where("correction", "record_id", self.rows[kind].keys(), Q(kind=kind))

    def _take_what_is_named(self) -> None:
        named = self._named()
        for kind in ("document", "responserule"):
            self._take_where(kind, "pk", named[kind])
        self._take_where("documentpage", "document", self.rows["document"].keys())
        self._take_people(named["person"])
        self._take_where("council", "pk", self._named()["council"])

    def _take_people(self, keys: set[int]) -> None:
        """The people named, those who were merged into them or they into, and all that was said of any of them."""
        while new := keys - self.rows["person"].keys():
            self._take_where("person", "pk", new)
            self._take_where("person", "merged_into", new)
            for side in ("origin", "target"):
                self._take_where("joining", side, new)
            named = self._named()["person"]
            keys = named | self.rows["person"].keys()
            if not new & self.rows["person"].keys():  # named in JSON alone, and gone
                break
        self._take_where("nameform", "person", self.rows["person"].keys())

    def _named(self) -> dict[str, set[int]]:
        """What the rows taken so far point to, by kind, in columns and in JSON."""
        named: dict[str, set[int]] = defaultdict(set)

        def note(kind: str, key: int) -> int:
            named[kind].add(key)
            return key

        for kind, rows in self.rows.items():
            pointing = [field for field in fields_of(KINDS[kind]) if field.is_relation]
            for row in rows.values():
                for field in pointing:
                    if (key := getattr(row, field.attname)) is not None:
                        note(name_of(field.related_model), key)
                renumbered(kind, row_of(row), note)
        return named


def all_of(kind: str) -> Any:
    """Every row of a kind, those that were removed from lists included."""
    return getattr(KINDS[kind], "everything", KINDS[kind]._base_manager).all()
