"""What a search can be narrowed to: its facets with their counts, and the addresses that choosing one leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from minutes.inputs import whole_number
from minutes.models import Committee, Meeting, Person, SearchKind, year_in_words
from minutes.search.finding import Facets, Found
from minutes.search.results import known_to

if TYPE_CHECKING:
    from minutes.models import User

OFFERED = 8  # values of a facet that are in view; the others can be opened
MOST_COMMITTEES = 40  # that are offered without a count

KINDS = {
    "item": (SearchKind.ITEM, "Agenda items"),
    "resolution": (SearchKind.RESOLUTION, "Resolutions"),
    "action": (SearchKind.ACTION, "Actions"),
    "interest": (SearchKind.INTEREST, "Interests"),
    "person": (SearchKind.PERSON, "People"),
    "page": (SearchKind.PAGE, "Pages of papers"),
}
KIND_NAMES = {kind.value: name for name, (kind, _) in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: its name, how many results have it (None where nobody counted), where it leads."""

    label: str
    count: int | None
    address: str


@dataclass(frozen=True, slots=True)
class Facet:
    """``chosen`` is the value in use, with the address that the search has without it."""

    label: str
    values: list[Value]
    chosen: Value | None = None

    @property
    def first(self) -> list[Value]:
        return self.values[:OFFERED]

    @property
    def rest(self) -> list[Value]:
        return self.values[OFFERED:]


def facets_of(query: Mapping[str, str]) -> Facets:
    """What an address narrows a search to; what is no value of a facet narrows nothing."""
    kind = KINDS.get(query.get("kind", ""))
    committee, year, person = (whole_number(query.get(name)) for name in ("committee", "year", "person"))
    return Facets(kind[0] if kind else None, committee, year, person)


def shown(user: User, query: Mapping[str, str], found: Found, chosen: Facets) -> Iterator[Facet]:
    """The facets that there is something to choose in, or that are in use."""
    kind = chosen.kind.value if chosen.kind else None
    labels = {kind.value: label for kind, label in KINDS.values()}
    yield from _facet(query, found, "kind", "Kind", labels, list(labels), kind)
    wanted = {*found.counts.get("committee", ()), chosen.committee}
    committees = _committees(wanted, found.is_part)
    by_count = sorted(committees, key=lambda pk: (-_count(found, "committee", pk), committees[pk]))
    yield from _facet(query, found, "committee", "Committee", committees, by_count, chosen.committee)
    years = {year: year_in_words(year) for year in sorted(_years(user, found, chosen), reverse=True)}
    yield from _facet(query, found, "year", "Municipal year", years, list(years), chosen.year)
    people = [pk for pk, _ in found.counts.get("person", Counter()).most_common(2 * OFFERED)]
    named = {*people, *(known_to(user, [chosen.person]) if chosen.person else ())}
    names = dict(Person.objects.filter(pk__in=named).values_list("pk", "name"))
    yield from _facet(query, found, "person", "Person", names, people, chosen.person)


def _facet(
    query: Mapping[str, str],
    found: Found,
    name: str,
    label: str,
    labels: dict[int, str],
    offered: Iterable[int],
    chosen: int | None,
) -> Iterator[Facet]:
    if chosen is not None:
        yield Facet(label, [], Value(labels.get(chosen, "Not known"), None, with_value(query, name)))
        return
    others = with_value(query, name)  # encoded once: a facet has many values, and none that needs encoding
    counts = found.counts.get(name, Counter())
    values = [
        Value(labels[pk], counts[pk] or None, f"{others}&{name}={KIND_NAMES[pk] if name == 'kind' else pk}")
        for pk in offered
        if pk in labels and (found.is_part or counts[pk])
    ]
    if len(values) > 1:
        yield Facet(label, values)


def _count(found: Found, name: str, value: int) -> int:
    return found.counts[name][value] if name in found.counts else 0


def _committees(wanted: set[int | None], more: bool) -> dict[int, str]:
    """Committees by their keys: those of the results; all, where there are more results and not too many of them."""
    rows = Committee.objects.order_by("name").values_list("pk", "short_name", "name", "council__name")
    every = list(rows[: MOST_COMMITTEES + 1]) if more else []
    if not every or len(every) > MOST_COMMITTEES:
        every = list(rows.filter(pk__in=wanted - {None}))
    labels = {pk: short or name for pk, short, name, _ in every}
    twice = {label for label, times in Counter(labels.values()).items() if times > 1}
    return {pk: f"{labels[pk]}, {council}" if labels[pk] in twice else labels[pk] for pk, _, _, council in every}


def _years(user: User, found: Found, chosen: Facets) -> set[int]:
    """The years of the results; all that there are, where there are more results than were counted."""
    years = {*found.counts.get("year", ()), *([chosen.year] if chosen.year else [])}
    if not found.is_part:
        return years
    return years | set(Meeting.objects.visible_to(user).years_spanned())


# --- addresses -------------------------------------------------------------------------------------------------------


def with_value(query: Mapping[str, str], name: str, value: Any = None) -> str:
    """The address of this search with another value, from its first page again; without it where None."""
    changed = {old: query[old] for old in query if old not in (name, "page")}
    return f"?{urlencode(changed | ({} if value is None else {name: value}))}"


def without_facets(query: Mapping[str, str]) -> str:
    """The address of this search without any facet."""
    return f"?{urlencode({name: query[name] for name in ('q', 'order') if name in query})}"
