"""What cannot be true together, on rolls that no list known to the reader would give. All names are invented."""

from __future__ import annotations

from ingest.reading.language import names
from ingest.reading.model import AttendeeRead, Block, Piece, Role
from ingest.reading.records.attendance.joining import Person
from ingest.reading.records.attendance.plausible import Roll, checked
from ingest.reading.records.attendance.sighting import Sighting
from tests.reading.invented import attendee

NAMES = ("Ida Bey", "Wyn Maddox", "Ola Quist", "Tom Rudge", "Una Flint", "Sal Mood", "Hal Tait", "Ivy Post")
MORE = ("Bo Lark", "Cy Dunn", "Di Ferr", "Ed Gow", "Fay Hurst", "Gil Irvin")


def _person(name: str, civic: bool) -> Person:
    parsed = names.parse(f"Councillor {name}" if civic else name)
    assert parsed is not None
    block = Block("paragraph", name, (Piece(name, 0),))
    return Person(parsed, [Sighting(parsed, block, 0, len(name), civic=civic)])


def roles(
    *groups: tuple[Role, tuple[str, ...], bool], post: str | None = None, titled: bool = False
) -> dict[str, Role | None]:
    """The roles that are left of groups of people: their role, their names, and whether they are councillors."""
    told = [(role, name, civic) for role, people, civic in groups for name in people]
    records: list[AttendeeRead] = [attendee(name, role, post) for role, name, _ in told]
    roll = Roll([_person(name, civic) for _, name, civic in told], records, [], titled=titled, executive=False)
    return {one.name: one.role for one in checked(roll)}


def test_an_executive_has_ten_members() -> None:
    assert set(roles(("cabinet_member", NAMES + MORE[:4], True)).values()) == {None}
    assert set(roles(("cabinet_member", NAMES, True)).values()) == {"cabinet_member"}


def test_more_councillors_are_not_co_opted_than_sit_in_their_own_right() -> None:
    seated = ("member", NAMES[:2], True)
    assert roles(seated, ("co_opted", NAMES[2:6], True))["Ola Quist"] is None
    assert roles(seated, ("co_opted", NAMES[2:6], False))["Ola Quist"] == "co_opted"


def test_where_nobody_sits_councillors_are_no_guests() -> None:
    assert set(roles(("guest", NAMES[:3], True)).values()) == {None}
    assert roles(("chair", NAMES[:1], True), ("guest", NAMES[1:3], True))["Wyn Maddox"] == "guest"


def test_a_councillor_is_no_officer_of_the_council() -> None:
    assert roles(("officer", NAMES[:1], True))["Ida Bey"] is None
    assert roles(("officer", NAMES[:1], False))["Ida Bey"] == "officer"


def test_whoever_holds_an_officer_s_post_is_no_member_among_councillors() -> None:
    assert roles(("member", NAMES[:1], False), post="Head of Parks", titled=True)["Ida Bey"] is None
    assert roles(("member", NAMES[:1], True), post="Head of Parks", titled=True)["Ida Bey"] == "member"
    assert roles(("member", NAMES[:1], False), post="Head of Parks")["Ida Bey"] == "member"
