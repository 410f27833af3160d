"""Who belongs to a committee, as far as its papers say who came to it as what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from minutes.models import Attendance, Attendee, AttendeeRole, Committee, User, municipal_year, year_in_words

OWN = {role: str(role.label) for role in (AttendeeRole.CHAIR, AttendeeRole.VICE_CHAIR, AttendeeRole.MEMBER)}
OWN[AttendeeRole.CO_OPTED] = str(AttendeeRole.CO_OPTED.label)
ROLES = list(OWN)
Row = tuple[int, str, str, str, str, int]  # a person, the names, role and status, and the municipal year


@dataclass(slots=True)
class Member:
    """Somebody of a committee: in which roles, at how many meetings there or sending apologies, and in which years."""

    person: int
    name: str
    sort_name: str
    roles: set[str] = field(default_factory=set)
    attended: int = 0
    apologies: int = 0
    years: set[int] = field(default_factory=set)

    @property
    def roles_in_words(self) -> str:
        return ", ".join(label for role, label in OWN.items() if role in self.roles)

    @property
    def years_in_words(self) -> str:
        first, last = min(self.years), max(self.years)
        return year_in_words(first) if first == last else f"{year_in_words(first)} to {year_in_words(last)}"

    @property
    def place(self) -> tuple[int, str]:
        """The chair first, then by surname."""
        return min(ROLES.index(AttendeeRole(role)) for role in self.roles), self.sort_name


def members(committee: Committee, year: int, user: User) -> tuple[list[Member], list[Member]]:
    """The members of a municipal year, and those of other years alone. One query.

    Meetings of the year are counted for the first, of all years for the others; the years are those of all.
    """
    rows = list(_attended(committee, user))
    of_the_year = _told(row for row in rows if row[-1] == year)
    ever = _told(rows)
    years = {member.person: member.years for member in ever}
    for member in of_the_year:
        member.years = years[member.person]
    now = {member.person for member in of_the_year}
    return of_the_year, [member for member in ever if member.person not in now]


def _attended(committee: Committee, user: User) -> Iterator[Row]:
    seen = Attendee.objects.visible_to(user).filter(meeting__committee=committee, role__in=ROLES).at_meetings()
    known = seen.exclude(person=None).exclude(meeting__date=None).order_by()
    names = known.values_list("person", "person__name", "person__sort_name", "role", "status", "meeting__date")
    for person, name, sort_name, role, status, day in names:
        yield person, name, sort_name, role, status, municipal_year(day)


def _told(rows: Iterable[Row]) -> list[Member]:
    found: dict[int, Member] = {}
    for person, name, sort_name, role, status, year in rows:
        member = found.get(person) or found.setdefault(person, Member(person, name, sort_name))
        member.roles.add(role)
        member.years.add(year)
        member.attended += status == Attendance.PRESENT
        member.apologies += status == Attendance.APOLOGIES
    return sorted(found.values(), key=lambda member: member.place)
