"""What an engine is asked for: the same for both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from minutes.search.asking import Term


@dataclass(frozen=True, slots=True)
class Wanted:
    """One term of each group in ``terms`` must stand in a row, and none of ``unwanted``.

    ``marks`` are facets as the index has them ("k4", "c12"), one of each group; ``unmarked`` those that must not be
    there. With ``in_title`` the terms stand in the title; with ``listed`` they are of those by which a list finds the
    row, and no search.
    """

    terms: tuple[tuple[Term, ...], ...]
    unwanted: tuple[tuple[Term, ...], ...] = ()
    marks: tuple[tuple[str, ...], ...] = ()
    unmarked: tuple[str, ...] = ()
    in_title: bool = False
    listed: bool = False


class Hit(NamedTuple):
    """A row that was found: SearchRow's columns."""

    id: int
    kind: int
    record: int
    committee: int | None
    year: int | None
    person: int | None
