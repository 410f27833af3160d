"""Attendance in tables. All names are invented."""

from ingest.reading.model import Cell
from tests.reading.attendance_papers import block, head, people, table, told


def test_rows_of_labels_names_and_posts():
    found = people(
        head("In attendance"),
        table(
            ("Committee Members", ""),
            ("Cllr Ada Bell (Chair)", "Tarn City Council"),
            ("Cllr Carole Tweed (sub for Cllr Ged Mall)", "Wear Council"),
            ("Rick Stobb", "Business Board representative"),
            ("Officers", ""),
            ("Cath Rids", "Director of Transport"),
            ("Guests", ""),
            ("Simon Odu", "Managing Director, Tyne Buses (item 6)"),
            ("Apologies", ""),
            ("Cllr Ged Mall", "Wear Council"),
        ),
    )

    assert told(found) == {
        "chair": ["Ada Bell"],
        "substitute": ["Carole Tweed"],
        "co_opted": ["Rick Stobb"],
        "officer": ["Cath Rids"],
        "guest": ["Simon Odu"],
        "apologies": ["Ged Mall"],
    }
    assert next(person.position for person in found if person.name == "Cath Rids") == "Director of Transport"


def test_councillors_in_attendance_are_the_members_where_no_other_list_has_them():
    found = people(
        table(
            ("Chairperson:", "Councillor C McAnes"),
            ("In attendance in Chamber:", "Councillor G Burns (Deputy Chairperson) / Councillor D Ó hEithir"),
            ("In attendance via Teams:", "Councillor A Magen"),
            ("Non-Members:", "Councillor T Savage"),
            ("Officials in attendance:", "Mr M Gall, Director of Communities"),
        ),
    )

    assert told(found) == {
        "chair": ["C McAnes"],
        "vice_chair": ["G Burns"],
        "member": ["D Ó hEithir", "A Magen"],
        "guest": ["T Savage"],
        "officer": ["Mr M Gall"],
    }


def test_members_below_their_parties_and_posts_with_a_colon():
    found = people(
        head("Present – Councillors"),
        table(
            tuple(Cell((head(party),)) for party in ("LABOUR", "CONSERVATIVE", "GREEN")),
            ("Kam Hussy / Bev Mullan", "Geoff Winn / Becca Whit", "Kev Warn-Lee"),
        ),
        block("Also Present:", bold=True),
        "Kev Gibb-Ward, Executive Director: Delivery",
        "Dame Ann James, Assistant Director: Contract Services",
        head("Councillor Hussy in the Chair"),
    )

    assert told(found) == {
        "chair": ["Kam Hussy"],
        "member": ["Bev Mullan", "Geoff Winn", "Becca Whit", "Kev Warn-Lee"],
        "officer": ["Kev Gibb-Ward", "Dame Ann James"],
    }


def test_those_who_attended_remotely_are_named_once_more():
    found = people(
        "Sederunt: Councillors Ann Marrow (Convener) and Bob Oakes", "Remotely: Councillors Marrow and Oakes."
    )

    assert told(found) == {"chair": ["Ann Marrow"], "member": ["Bob Oakes"]}


def test_governors_sit_for_those_whom_a_column_names():
    found = people(
        table(
            ("Governor", "Category", "Until", "Present?"),
            ("Ida Larch", "Foundation (Chair)", "30/09/2031", "Yes"),
            ("Rufus Quayle", "Co-opted governor (Vice Chair)", "14/02/2030", "Yes – until 6.50pm"),
            ("Rev. Simon Ashe", "Foundation (as vicar)", "–", "Yes"),
            ("Petra Lumb", "Parent", "01/05/2032", "Yes – by telephone"),
            ("Dominic Vane", "Local Authority", "09/12/2029", "Apologies – sent"),
            ("Olive Wick", "Staff", "17/03/2030", "No"),
            ("Nell Sparrow", "Headteacher", "–", "Yes"),
            ("Also attending", "", "", ""),
            ("Hope Lacey", "Business Manager", "", "Yes"),
        )
    )

    assert told(found) == {
        "chair": ["Ida Larch"],
        "vice_chair": ["Rufus Quayle"],
        "member": ["Rev. Simon Ashe", "Petra Lumb"],
        "apologies": ["Dominic Vane"],
        "absent": ["Olive Wick"],
        "officer": ["Nell Sparrow", "Hope Lacey"],
    }


def test_who_stayed_away_is_told_behind_the_post():
    found = people(
        head("Attendance"),
        table(
            ("Cllr Ada Bell", "Member", "17:55"),
            ("Cllr Ged Mall", "Member", "Apologies"),
            ("Cllr Pia Tweed", "Member", "Did not attend"),
            ("Rick Stobb", "Licensing Manager", "17:50"),
        ),
    )

    assert {one.name: one.status for one in found} == {
        "Ada Bell": "present",
        "Ged Mall": "apologies",
        "Pia Tweed": "absent",
        "Rick Stobb": "present",
    }
