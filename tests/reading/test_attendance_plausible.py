"""What cannot be all true of those who came is left blank with a sentence. All names are invented."""

import pytest

from tests.reading.attendance_papers import by_name, head, people, told

MEMBERS = "Present: Councillors Ida Bey (Chair), Wyn Maddox and Ola Quist."


def _blank(person, field):
    return getattr(person, field) is None and [doubt.field for doubt in person.doubts] == [field]


def test_two_chairs_without_times_are_both_left_open():
    found = by_name("Present: Councillors Ida Bey (Chair), Wyn Maddox (Chair) and Ola Quist.")
    assert _blank(found["Ida Bey"], "role")
    assert _blank(found["Wyn Maddox"], "role")
    assert found["Ola Quist"].role == "member"


@pytest.mark.parametrize("office", ["Co-Chair", "Joint Chair", "Co-Convener"])
def test_co_chairs_are_two(office):
    found = people(f"Present: Councillors Ida Bey ({office}), Wyn Maddox ({office}) and Ola Quist.")
    assert told(found) == {"chair": ["Ida Bey", "Wyn Maddox"], "member": ["Ola Quist"]}
    assert all(person.doubts == () for person in found)


def test_co_chairs_below_a_label_of_theirs_are_two():
    found = people("Co-Chairs: Councillors Ida Bey and Wyn Maddox", "Members: Councillors Ola Quist and Tom Rudge")
    assert told(found) == {"chair": ["Ida Bey", "Wyn Maddox"], "member": ["Ola Quist", "Tom Rudge"]}


def test_three_vice_chairs_are_none():
    found = by_name("Chair: Councillor Ida Bey", "Vice-Chairs: Councillors Wyn Maddox, Ola Quist and Tom Rudge")
    assert [found[name].role for name in ("Wyn Maddox", "Ola Quist", "Tom Rudge")] == [None, None, None]
    assert "one of 3" in found["Tom Rudge"].doubts[0].sentence


def test_two_vice_chairs_are_believed():
    found = people("Chair: Councillor Ida Bey", "Vice-Chairs: Councillors Wyn Maddox and Ola Quist")
    assert told(found) == {"chair": ["Ida Bey"], "vice_chair": ["Wyn Maddox", "Ola Quist"]}


def test_a_councillor_who_took_the_minutes_is_a_guest():
    roll = by_name(MEMBERS, "Officers: Hal Tait, Solicitor", "Clerk: Councillor Tom Rudge")
    assert (roll["Hal Tait"].role, roll["Tom Rudge"].role) == ("officer", "guest")


def test_whoever_moves_a_motion_is_no_guest():
    items = (
        ("Roads", "It was moved by Councillor Tom Rudge and seconded by Councillor Ola Quist that the plan be noted."),
    )
    found = by_name(MEMBERS, "Also present: Councillor Tom Rudge", items=items)
    assert _blank(found["Tom Rudge"], "role")
    assert found["Ola Quist"].role == "member"


def test_whoever_seconds_a_motion_was_there():
    items = (("Roads", "Councillor Una Flint seconded the motion."),)
    found = by_name(MEMBERS, "Apologies: Councillors Una Flint and Sal Mood", items=items)
    assert _blank(found["Una Flint"], "status")
    assert found["Sal Mood"].status == "apologies"


def test_a_guest_who_moved_on_sits_nowhere():
    items = (("Roads", "Councillor Tom Rudge moved to the public gallery."),)
    assert by_name(MEMBERS, "Also present: Councillor Tom Rudge", items=items)["Tom Rudge"].role == "guest"


def test_a_member_who_is_replaced_was_not_there():
    items = (("Apologies", "Councillor Una Flint attended in place of Councillor Ola Quist."),)
    found = by_name(MEMBERS, items=items)
    assert _blank(found["Ola Quist"], "status")
    assert (found["Una Flint"].role, found["Una Flint"].replaces) == ("substitute", "Ola Quist")


def test_not_everybody_is_co_opted():
    found = by_name("Co-opted members: Mr Hal Tait, Mrs Jo Marsh and Dr Ann Lund")
    assert all(_blank(person, "role") for person in found.values())


def test_co_opted_members_beside_councillors_are_believed():
    found = by_name(MEMBERS, "Co-opted members: Mr Hal Tait, Mrs Jo Marsh and Dr Ann Lund")
    assert found["Mr Hal Tait"].role == "co_opted"


def test_more_substitutes_than_members_are_left_open():
    found = by_name("Present: Councillor Ida Bey", "Substitutes: Councillors Wyn Maddox, Ola Quist and Tom Rudge")
    assert [found[name].role for name in ("Ida Bey", "Wyn Maddox", "Tom Rudge")] == ["member", None, None]


def test_a_register_without_contradictions_loses_nothing():
    front = (
        head("Members present"),
        "Councillor Ida Bey (Chair)",
        "Councillor Wyn Maddox (Vice-Chair)",
        "Councillor Ola Quist",
    )
    assert told(people(*front, "Officers: Hal Tait, Solicitor")) == {
        "chair": ["Ida Bey"],
        "vice_chair": ["Wyn Maddox"],
        "member": ["Ola Quist"],
        "officer": ["Hal Tait"],
    }


def test_an_officer_called_ward_is_no_post_of_the_one_before():
    found = people("Present:", "Ann Marrow (Chair)", "Mark Ward, Head of Finance", "Tom Oakes, Director of Place")

    assert told(found) == {"chair": ["Ann Marrow"], "officer": ["Mark Ward", "Tom Oakes"]}
    assert [person.position for person in found] == [None, "Head of Finance", "Director of Place"]


def test_wards_behind_councillors_stay_places_where_somebody_is_called_ward():
    found = people(
        "Present: Cllr Ida Bey, Eastgate Ward; Cllr Wyn Maddox, Castle Ward",
        "Apologies: Mark Ward",
    )

    assert told(found) == {"member": ["Ida Bey", "Wyn Maddox"], "apologies": ["Mark Ward"]}
