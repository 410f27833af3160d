"""Attendance told in prose: who presided, who came for whom, who arrived and who left. All names are invented."""

import pytest

from tests.reading.attendance_papers import block, by_name, entry, head, people, told


def test_a_front_in_prose_tells_chair_members_officers_and_guests():
    found = people(
        "The Chair, Councillor Ann Marrow, presided. Also present were Councillors Bob Oakes, Cy Pike and Dot Quill "
        "(substituting for Councillor Ed Rowe). The Head of Roads, Gil Stow, and the Clerk, Hal Tait, were in "
        "attendance. Mr Ivor Moss of the Ramblers attended for item 4. Councillor Ed Rowe had sent apologies."
    )

    assert told(found) == {
        "chair": ["Ann Marrow"],
        "member": ["Bob Oakes", "Cy Pike"],
        "substitute": ["Dot Quill"],
        "officer": ["Gil Stow", "Hal Tait"],
        "guest": ["Mr Ivor Moss"],
        "apologies": ["Ed Rowe"],
    }
    assert {person.name: person.position for person in found if person.position} == {
        "Gil Stow": "Head of Roads",
        "Hal Tait": "Clerk",
        "Mr Ivor Moss": "Ramblers",
    }


def test_people_below_the_body_they_come_from():
    found = people(
        head("Who was there"),
        "County Councillors Ann Marrow (Chair) and Bob Oakes.",
        "District Councillors Cy Pike (Castle Ward) and Dot Quill (Moss, for Councillor Ed Rowe).",
        "From the NHS: Dr Ada Stone (Consultant, Norham Hospitals), Fay Upton (Director of Operations, North Coast "
        "Ambulance Service) and Gil Stow (Urgent Care Lead, Norham CCGs).",
        "From the County Council: Hal Tait (Director of Adult Services) and Ivy Vane (Head of Service, Hospital "
        "Discharge).",
        "Norham Police: Jo West",
    )

    assert told(found) == {
        "chair": ["Ann Marrow"],
        "member": ["Bob Oakes", "Cy Pike"],
        "substitute": ["Dot Quill"],
        "guest": ["Dr Ada Stone", "Fay Upton", "Gil Stow", "Jo West"],
        "officer": ["Hal Tait", "Ivy Vane"],
        "absent": ["Ed Rowe"],
    }


INSTEAD = [
    (
        "The Solicitor reported, in accordance with Standing Order 9, that Councillor Oakes was attending as alternate "
        "for Councillor Bell and Councillor Pike for Councillor Dunn.",
        {"Oakes": "Bell", "Pike": "Dunn"},
    ),
    (
        "It was noted that Councillor Oakes was present as Substitute for Councillor Bell and that Councillor Pike was "
        "present as Substitute for Councillor Cy Dunn.",
        {"Oakes": "Bell", "Pike": "Cy Dunn"},
    ),
    (
        "Apologies were received from Councillor Bell (Councillor Oakes deputising) and Councillor Dunn (sub "
        "Councillor Pike).",
        {"Oakes": "Bell", "Pike": "Dunn"},
    ),
    (
        "Apologies were received from Councillors Bell, Dunn and Eve, who were replaced by Councillors Oakes, Pike and "
        "Quill respectively.",
        {"Oakes": "Bell", "Pike": "Dunn", "Quill": "Eve"},
    ),
    (
        "Apologies were received from Mr Bell (Ms H Oakes attended as substitute), Mr Dunn (Mr D Pike, Director "
        "attended in his absence) and Ms B Reeve, NHS England.",
        {"Ms H Oakes": "Mr Bell", "Mr D Pike": "Mr Dunn"},
    ),
    ("Councillors Oakes and Pike deputised for Councillors Bell and Dunn.", {"Oakes": "Bell", "Pike": "Dunn"}),
    ("Councillor Oakes attended in Councillor Bell’s place.", {"Oakes": "Bell"}),
    (
        "The following substitutions were noted: Councillor Oakes for Councillor Bell; Councillor Pike for Councillor "
        "Dunn.",
        {"Oakes": "Bell", "Pike": "Dunn"},
    ),
    ("Councillor Bell sent apologies and was represented by Councillor Oakes.", {"Oakes": "Bell"}),
    ("Councillor Bell apologised for absence and Councillor Oakes attended in his place.", {"Oakes": "Bell"}),
    (
        "An apology for absence was received from Cllr Ann Bell and Cllr Gary Oakes attended as substitute.",
        {"Gary Oakes": "Ann Bell"},
    ),
    ("It was noted that Mrs Bell had replaced Mr Dunn as a permanent member of the Committee.", {}),
]


@pytest.mark.parametrize(("sentence", "instead"), INSTEAD)
def test_who_came_in_whose_place(sentence, instead):
    found = people(items=[("Apologies and substitutions", sentence)])

    assert {person.name: person.replaces for person in found if person.replaces} == instead
    assert {person.name for person in found if person.role == "substitute"} == set(instead)
    assert not [person.name for person in found if person.name in instead and person.status != "present"]


def test_who_arrived_and_who_left_is_noted():
    found = people(
        "Present: Councillors A Marrow (Chair), B Oakes and C Pike",
        items=[
            ("Apologies", "Apologies for lateness were received from Councillor Pike, who arrived at 6.52 pm."),
            ("Roads", "Councillor B Oakes left the meeting at 8.05 pm."),
        ],
    )

    assert {person.name: person.note for person in found} == {
        "A Marrow": None,
        "B Oakes": "left the meeting at 8.05 pm",
        "C Pike": "arrived at 6.52 pm",
    }


def test_who_takes_the_chair_for_an_item_is_not_the_meetings_chair():
    found = people(
        "Present: Councillors A Marrow (Chair), B Oakes and C Pike",
        items=[("Roads", "Councillor B Oakes took the chair.")],
    )

    assert told(found) == {"chair": ["A Marrow"], "member": ["B Oakes", "C Pike"]}


def test_who_is_elected_chair_for_the_meeting_chairs_it():
    found = people(
        "Present: Councillors A Marrow, B Oakes and C Pike",
        items=[
            (
                "Chair",
                "Moved by Councillor Marrow and resolved that Councillor B Oakes be elected Chair for the meeting.",
            )
        ],
    )

    assert told(found) == {"member": ["A Marrow", "C Pike"], "chair": ["B Oakes"]}


def test_members_of_the_public_who_speak_with_whom_they_speak_for():
    found = people(
        "Present: Councillors A Marrow (Chair) and B Oakes",
        items=[
            (
                "Public participation",
                "Mrs Oriel Tansy-Holt, Friends of Otter Park, spoke about benches.",
                "Adam Reyn, Stride Pedal Norbury, asked when the survey would be published.",
                "A deputation from Save Hawthorn Court was received.",
            ),
            (
                "Representations",
                "Two members of the public had come to speak under the rules for deputations:",
                entry("Mr Julian Satter, Friends of Amber Hill – Item 9", "•"),
                entry("Ms Kirsty Bain – Item 8", "•"),
                block("The Chair thanked them."),
            ),
        ],
    )

    assert sorted(told(found)["guest"]) == ["Adam Reyn", "Mr Julian Satter", "Mrs Oriel Tansy-Holt", "Ms Kirsty Bain"]
    assert {person.name: person.position for person in found if person.position} == {
        "Mrs Oriel Tansy-Holt": "Friends of Otter Park",
        "Adam Reyn": "Stride Pedal Norbury",
        "Mr Julian Satter": "Friends of Amber Hill",
    }


OFFICERS_OR_NOT = [
    ("In attendance: Gil Stow, Hal Tait and Ivy Upton", {"officer": ["Gil Stow", "Hal Tait", "Ivy Upton"]}),
    (
        "In attendance: Gil Stow (Head of Roads), Hal Tait (Fen Mallow Water) and Ivy Upton",
        {"officer": ["Gil Stow", "Ivy Upton"], "guest": ["Hal Tait"]},
    ),
    (
        "Officers and partners: Gil Stow (Head of Roads), Hal Tait (Programme Lead, Bright Harbour Review), Ivy Upton "
        "(Director of Place, Exe Borough Council)",
        {"officer": ["Gil Stow", "Ivy Upton"], None: ["Hal Tait"]},
    ),
    (
        "Also present: Ms Dee Farn (Chief Executive, Exe Women’s Aid), Mared Lois (Head of Area, Mudiad Meithrin)",
        {"guest": ["Ms Dee Farn", "Mared Lois"]},
    ),
]


@pytest.mark.parametrize(("line", "expected"), OFFICERS_OR_NOT)
def test_whom_nothing_tells_from_an_officer_has_no_role_but_a_doubt(line, expected):
    found = people("Present: Councillor A Marrow (Chair)", line)

    assert {role: names for role, names in told(found).items() if role != "chair"} == expected
    for person in found:
        assert [doubt.field for doubt in person.doubts] == ([] if person.role else ["role"])


def test_whom_the_chair_welcomes_without_a_post_may_be_anybody():
    found = people(
        "Present: Councillor A Marrow (Chair)",
        items=[("Roads", "The Chair welcomed Gil Stow, Head of Roads, and Hal Tait to the meeting.")],
    )

    assert told(found) == {"chair": ["A Marrow"], "officer": ["Gil Stow"], None: ["Hal Tait"]}


def test_officers_and_guests_among_the_apologies_are_no_members():
    found = people(
        "Apologies: Cllr Imti Amee, Cllr Rosie Hold, Olly Tarn (Chair, Norham Drivers’ Association) and Gemma Ask "
        "(Legal Services)"
    )

    assert {person.name: person.role for person in found} == {
        "Imti Amee": "member",
        "Rosie Hold": "member",
        "Olly Tarn": "guest",
        "Gemma Ask": "officer",
    }


def test_those_away_may_be_grouped_under_the_item():
    found = people(
        head("PRESENT"),
        "School members:",
        "Paul Burl, Mary Cope, Sue Mans (Chair), Sarah",
        "North, Raj Sing",
        "Non school members:",
        "Peter Mayer",
        "Nominated subs:",
        "Sally Joyce",
        "Officers:",
        "Kath Tuns",
        items=[
            (
                "Apologies for absence",
                "Apologies with the reason for the absence had been received from:",
                head("School members"),
                "Gill Jameson, Nick Well",
                head("Officers"),
                "Hal Tait",
            )
        ],
    )

    assert told(found) == {
        "member": ["Paul Burl", "Mary Cope", "Sarah North", "Raj Sing", "Peter Mayer"],
        "chair": ["Sue Mans"],
        "substitute": ["Sally Joyce"],
        "officer": ["Kath Tuns"],
        "apologies": ["Gill Jameson", "Nick Well", "Hal Tait"],
    }


def test_who_works_for_the_council_itself_is_its_officer():
    found = people(
        "Present: Cllr A Marrow (Chair)",
        head("In Attendance:"),
        "Mr W Grove Clerk and Executive Officer to Nether Moss Parish Council",
        "Mrs P Alder Assistant Clerk and Management Officer, Nether Moss Parish Council",
        council="Nether Moss Parish Council",
    )

    assert told(found) == {"chair": ["A Marrow"], "officer": ["Mr W Grove", "Mrs P Alder"]}


def test_names_without_anything_between_them():
    found = people(
        "Present: Mr W P Gret (Chairman) and Mrs F Oborn",
        "Also attended: Mrs E B Tarn Ruth Fenn, Norham Healthwatch Robin Tewk (Diversity Manager)",
    )

    assert [person.name for person in found][2:] == ["Mrs E B Tarn", "Ruth Fenn", "Robin Tewk"]


def test_whoever_is_welcomed_as_standing_in_for_another():
    found = by_name(
        "Present: Councillors Ann Marrow (Chair) and Bob Oakes",
        items=[("Apologies", "The Chair welcomed Cy Pike, who was standing in for Dot Quill.")],
    )

    assert (found["Cy Pike"].role, found["Cy Pike"].replaces) == ("substitute", "Dot Quill")


def test_who_was_replaced_stands_between_commas_and_the_next_is_away_too():
    found = by_name(
        "Present: Councillors Ann Marrow (Chair), Bob Oakes and Cy Pike",
        items=[
            (
                "Apologies",
                "Apologies had been received from Councillor Dot Quill, who was replaced by Councillor Cy Pike, and "
                "Councillor Ed Rowe.",
            )
        ],
    )

    assert (found["Cy Pike"].role, found["Cy Pike"].replaces) == ("substitute", "Dot Quill")
    assert found["Ed Rowe"].status == "apologies"


def test_a_body_stands_in_for_nobody():
    found = people(
        "Present: Councillors Ann Marrow (Chair) and Bob Oakes",
        items=[("Appointments", "Bob Oakes was appointed to the Complaints Sub-Committee in place of Dot Quill.")],
    )

    assert "Complaints Sub-Committee" not in [one.name for one in found]
