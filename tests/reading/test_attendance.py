"""Who was there: the layouts in which councils print it. All names are invented."""

import pytest

from ingest.reading.model import Block, Cell, MeetingRead, Paper, Piece, Section
from ingest.reading.records.attendance import attendees


def block(text, kind="paragraph", **looks):
    return Block(kind, text, (Piece(text, 0),), **looks)


def table(*rows):
    return Block("table", "", rows=tuple(tuple(Cell((block(text),) if text else ()) for text in row) for row in rows))


def read(*front, items=(), committee=None, kind="minutes"):
    sections = tuple(
        Section(str(number), title, (block(title, "heading"),), tuple(block(text) for text in texts))
        for number, (title, *texts) in enumerate(items, 1)
    )
    paper = Paper(kind, tuple(block(part) if isinstance(part, str) else part for part in front), sections)
    return {person.name: person for person in attendees(paper, MeetingRead(committee=committee))}


def told(people):
    return {name: (person.role, person.status) for name, person in people.items()}


def test_comma_list_with_roles_honours_and_a_substitute_in_brackets():
    people = read(
        "Present: Councillor Priya Raman (Chairman), Councillors Desmond Oyelade-Pike (Vice-Chairman), E W "
        "Rowse, JP and "
        "Huw ap Rhys (substituting for Councillor Bernadette O’Shea)"
    )

    assert told(people) == {
        "Priya Raman": ("chair", "present"),
        "Desmond Oyelade-Pike": ("vice_chair", "present"),
        "E W Rowse, JP": ("member", "present"),
        "Huw ap Rhys": ("substitute", "present"),
        "Bernadette O’Shea": ("member", "absent"),
    }
    assert people["Huw ap Rhys"].replaces == "Bernadette O’Shea"


def test_columns_of_names_and_three_replaced_respectively():
    people = read(
        "Present:",
        "County Councillor Bill Wendle (Chair)",
        "County Councillors",
        table(("A Barn", "A Scholes"), ("C Derry", "K Snow"), ("R Norman- Thornby", "")),
        "County Councillors C Derry and K Snow replaced County Councillors T Byrne and C Prichard respectively.",
    )

    assert people["R Norman-Thornby"].role == "member"
    assert (people["C Derry"].role, people["C Derry"].replaces) == ("substitute", "T Byrne")
    assert (people["K Snow"].role, people["K Snow"].replaces) == ("substitute", "C Prichard")
    assert (people["T Byrne"].role, people["T Byrne"].status) == ("member", "absent")


def test_names_run_together_where_the_gap_between_columns_was_lost():
    people = read("Present:", "M CliffordR WoolS BarnesN Kahn", "Co-opted members", "David Barr John Withers")

    assert list(people) == ["M Clifford", "R Wool", "S Barnes", "N Kahn", "David Barr", "John Withers"]
    assert people["John Withers"].role == "co_opted"


def test_a_role_behind_a_group_is_that_of_all_before_it():
    people = read("Present: Miss T Locke, Mr D Moss, Councillors, Mr A Manders, Clerk")

    assert told(people) == {
        "Miss T Locke": ("member", "present"),
        "Mr D Moss": ("member", "present"),
        "Mr A Manders": ("officer", "present"),
    }


def test_side_labels_with_posts_and_bodies_behind_names():
    people = read(
        table(
            ("Present:", "Ms L R Duff (Chairman) and Mrs J L M A Griffin"),
            (
                "Also attended:",
                "Mr M L Bayes, Cabinet Member with Responsibility for Roads; Jane Standing, Exe Healthwatch",
            ),
            ("Officers:", "Robin Tewk (Equality Manager), Jo Ridge (Director of Roads, Waste and Parks)"),
            ("Available papers", "The agenda papers (previously circulated)"),
        )
    )

    assert told(people) == {
        "Ms L R Duff": ("chair", "present"),
        "Mrs J L M A Griffin": ("member", "present"),
        "Mr M L Bayes": ("cabinet_member", "present"),
        "Jane Standing": ("guest", "present"),
        "Robin Tewk": ("officer", "present"),
        "Jo Ridge": ("officer", "present"),
    }
    assert people["Jo Ridge"].position == "Director of Roads, Waste and Parks"
    assert people["Jane Standing"].position == "Exe Healthwatch"


def test_a_joint_committee_has_its_councils_beside_the_names():
    people = read(
        block("Members present", "heading"),
        table(
            ("Exe District Council", "Councillors Hugh Pender (in the Chair) and Mrs Tamsin Roe"),
            ("Port Wye City Council", "Councillors Danuta Pych and N J Tivett (for Councillor Cordelia Bland)"),
        ),
        block("Officers present", "heading"),
        table(
            ("Exe", "Judith Carne, Monitoring Officer; Kit Fossett, Democratic Services Officer"),
            ("Port Wye", "Olu Fash, Finance Partner"),
        ),
    )

    assert told(people) == {
        "Hugh Pender": ("chair", "present"),
        "Mrs Tamsin Roe": ("member", "present"),
        "Danuta Pych": ("member", "present"),
        "N J Tivett": ("substitute", "present"),
        "Judith Carne": ("officer", "present"),
        "Kit Fossett": ("officer", "present"),
        "Olu Fash": ("officer", "present"),
        "Cordelia Bland": ("member", "absent"),
    }


def test_a_table_with_a_header_tells_role_body_and_status():
    people = read(
        block("Attendance", "heading"),
        table(
            ("Name", "Role", "Organisation", "Present / Apologies / Substitute for"),
            ("Councillor Bernie Thack", "Chair", "Norham MBC", "Present"),
            ("Councillor Marlon St. Clare", "Member", "Norham MBC", "Apologies"),
            ("Councillor Edna Ramm", "Member", "Norham MBC", "Substitute for Cllr St. Clare"),
            ("Councillor Derek O’Dare", "Member", "Norham MBC", "Absent"),
            ("Mr Keith Postle", "Co-opted (non-voting)", "Healthwatch Norham", "Present"),
            ("Dr Segun Olat", "Chief Medical Officer", "Norham Hospitals NHS Trust", "Present"),
            ("Gurpreet Roy", "Director of Adult Services", "Norham MBC", "Present"),
        ),
    )

    assert told(people) == {
        "Bernie Thack": ("chair", "present"),
        "Marlon St. Clare": ("member", "apologies"),
        "Edna Ramm": ("substitute", "present"),
        "Derek O’Dare": ("member", "absent"),
        "Mr Keith Postle": ("co_opted", "present"),
        "Dr Segun Olat": ("guest", "present"),
        "Gurpreet Roy": ("officer", "present"),
    }
    assert people["Edna Ramm"].replaces == "Marlon St. Clare"


def test_columns_with_their_labels_on_top_and_initials():
    people = read(
        table(
            ("Present:", "Members of the public:"),
            ("Alan Smythe (AS) [chair]", "Norma Johns"),
            ("Cathy Fleetham (CF) CLERK", "Malcolm Sweet"),
        )
    )

    assert told(people) == {
        "Alan Smythe": ("chair", "present"),
        "Cathy Fleetham": ("officer", "present"),
        "Norma Johns": ("guest", "present"),
        "Malcolm Sweet": ("guest", "present"),
    }
    assert "AS" in people["Alan Smythe"].forms


def test_one_record_a_person_under_the_fullest_name():
    people = read(
        "Present: County Councillors A Cheadle and N Kahn",
        items=[
            ("Interests", "County Councillor Anne Cheadle declared a personal interest."),
            ("Roads", "CC Cheadle spoke."),
        ],
    )

    assert list(people) == ["Anne Cheadle", "N Kahn"]
    assert "A Cheadle" in people["Anne Cheadle"].forms


@pytest.mark.parametrize(
    ("sentence", "away", "substitute", "replaced"),
    [
        (
            "Apologies were received from Cllr Stuart Johns. Cllr Barry Yeats replaced Cllr Peter Britton.",
            "Stuart Johns",
            "Barry Yeats",
            "Peter Britton",
        ),
        (
            "Apologies for absence had been received from Councillor G Oxley. Councillor Mrs H Raye substituted "
            "for Councillor L Foul.",
            "G Oxley",
            "Mrs H Raye",
            "L Foul",
        ),
        (
            "Apologies were received from Ms D Thack, for whom Mr B Whitt substituted.",
            "Ms D Thack",
            "Mr B Whitt",
            "Ms D Thack",
        ),
        (
            "Apologies were received from Councillor Coombe. Councillor Jo Clarke attended as substitute.",
            "Coombe",
            "Jo Clarke",
            "Coombe",
        ),
        (
            "Apologies were received from Councillor Roy Ilsley. Councillor Warre attended the meeting as the "
            "duly appointed substitute for Councillor Ilsley.",
            "Roy Ilsley",
            "Warre",
            "Roy Ilsley",
        ),
    ],
)
def test_apologies_and_substitutes_in_sentences(sentence, away, substitute, replaced):
    people = read("Present: Councillor Ann Other (Chair)", items=[("Apologies for absence", sentence)])

    assert people[away].status == "apologies"
    assert (people[substitute].role, people[substitute].status, people[substitute].replaces) == (
        "substitute",
        "present",
        replaced,
    )


def test_those_welcomed_to_an_item_attended():
    people = read(
        items=[
            (
                "Families",
                "The Chair welcomed Jackie Olde, Executive Director of Education and Children's Services, "
                "Louise Andrews, Director of "
                "Social Care and Georgina Lea, Head of Service, Front Door, Assessment and Adolescent "
                "Services to the meeting.",
            )
        ]
    )

    assert {name: person.position for name, person in people.items()} == {
        "Jackie Olde": "Executive Director of Education and Children's Services",
        "Louise Andrews": "Director of Social Care",
        "Georgina Lea": "Head of Service, Front Door, Assessment and Adolescent Services",
    }
    assert all(person.items == (0,) and person.role == "officer" for person in people.values())


def test_public_speakers_attended_and_people_merely_mentioned_did_not():
    people = read(
        items=[
            (
                "Public questions",
                "Mrs Delia Garth, a resident of Nether Moss, asked about bins. Her neighbour, Mr Alfred "
                "Thwaites, who was 91, had been "
                "missed. The Chairman read out a letter from Mr Cuthbert Yeo. Derek Rush, Broad Tenants’ "
                "Association, asked when.",
            )
        ]
    )

    assert told(people) == {"Mrs Delia Garth": ("guest", "present"), "Derek Rush": ("guest", "present")}


def test_two_people_of_one_surname_stay_two():
    people = read("Present: Councillors A Smith and Alan Smith", items=[("Roads", "Councillor Smith asked why.")])

    assert list(people) == ["A Smith", "Alan Smith"]


def test_notes_of_part_attendance_and_remote_attendance_are_kept():
    people = read("Present:", "Cllr Rhodri ap Gwyn (until 3.10 p.m.)", "R Kirkby†", "† joined the meeting remotely")

    assert people["Rhodri ap Gwyn"].note == "until 3.10 p.m."
    assert people["R Kirkby"].note == "joined the meeting remotely"


def test_members_of_the_cabinet_are_cabinet_members_at_its_own_meeting():
    people = read(
        "PRESENT: Mr R W Goff (Chairman) and Mr N Barker",
        "IN ATTENDANCE: Dr A Ghose (Director of Public Health)",
        committee="Cabinet",
    )

    assert told(people) == {
        "Mr R W Goff": ("chair", "present"),
        "Mr N Barker": ("cabinet_member", "present"),
        "Dr A Ghose": ("officer", "present"),
    }


def test_a_portfolio_report_is_its_authors_attendance():
    people = read("Report from: Councillor David Brook, Portfolio Holder for Adult Services", kind="portfolio_report")

    assert told(people) == {"David Brook": ("cabinet_member", "present")}


def test_every_quote_stands_in_the_paper():
    people = read("Present: Councillors A Marrow (Chair) and B Oakes; Apologies: Councillor C Pike")

    assert [person.quote.text for person in people.values()] == ["A Marrow (Chair)", "B Oakes", "Councillor C Pike"]
    assert people["C Pike"].status == "apologies"


def test_names_in_capitals_are_written_as_names():
    people = read("PRESENT", "COUNCILLOR J SMYTHE (CHAIR)", "COUNCILLORS A BROWNE, MRS C GREENE AND D O'NEAL")

    assert list(people) == ["J Smythe", "A Browne", "Mrs C Greene", "D O'Neal"]


def test_semicolons_dashes_and_a_substitute_behind_one_who_sent_apologies():
    people = read(
        "Members in attendance: Cllr Ann Mossop (Chair); Cllr Bob Nashe",
        "Apologies: Cllr Dee Platt; Cllr Ed Quilter (substitute Cllr Flo Rudge)",
        "In attendance: Gil Stow – Head of Parks; Hal Tait – Solicitor; Ivy Upson - Healthwatch Norham",
    )

    assert told(people) == {
        "Ann Mossop": ("chair", "present"),
        "Bob Nashe": ("member", "present"),
        "Dee Platt": ("member", "apologies"),
        "Ed Quilter": ("member", "apologies"),
        "Gil Stow": ("officer", "present"),
        "Hal Tait": ("officer", "present"),
        "Ivy Upson": ("guest", "present"),
        "Flo Rudge": ("substitute", "present"),
    }
    assert people["Flo Rudge"].replaces == "Ed Quilter"


def test_a_grid_with_a_column_of_ticks_for_each_status():
    people = read(
        table(
            ("Councillor", "Present", "Apologies", "Absent"),
            ("Cllr P Dale (Chair)", "✓", "", ""),
            ("Cllr Q Eden", "", "✓", ""),
            ("Cllr R Forde", "", "", "✓"),
        )
    )

    assert told(people) == {
        "P Dale": ("chair", "present"),
        "Q Eden": ("member", "apologies"),
        "R Forde": ("member", "absent"),
    }


def test_who_was_appointed_in_place_of_another_did_not_substitute():
    text = "It was noted that Councillor Tariq Mahoud had been appointed Chair in place of Councillor Meg Oller."

    assert read("Present: Councillor Tariq Mahoud (Chair)", items=[("Appointment of Chair", text)]).keys() == {
        "Tariq Mahoud"
    }
