"""Bodies of partners, where everybody listed sits on the body; and those who came to any body beside it."""

from tests.reading.attendance_papers import by_name, head, table


def roles(found):
    return {name: (person.role, person.status) for name, person in found.items()}


def test_groups_of_a_religious_council_are_its_members():
    found = by_name(
        head("PRESENT"),
        head("Committee A: Christian denominations and other religions"),
        "Jane Marrow (Methodist), Raj Oakes (Sikh)",
        head("Committee B: Church of England"),
        "Revd Tim Pike, Gill Quill",
        head("Committee C: Teachers’ associations"),
        "Louise Rowe (NASUWT)",
        head("In attendance"),
        "Jo Stow (Clerk to SACRE)",
        committee="Norham SACRE",
    )

    assert {person.role for name, person in found.items() if name != "Jo Stow"} == {"member"}
    assert found["Jo Stow"].role == "officer"


def test_trade_unions_of_a_forum_sit_on_it():
    found = by_name(
        "Present:",
        "Primary heads: Ann Marrow (Mill Lane Primary)",
        "Trade unions: Bob Oakes (NASUWT)",
        committee="Norham Schools Forum",
    )

    assert [person.role for person in found.values()] == ["member", "member"]


def test_whoever_sends_apologies_to_a_board_of_partners_sits_on_it():
    found = by_name(
        "Board members present: Councillor Ann Marrow (Chair), Bob Oakes (Norham NHS Trust)",
        "Apologies: Cy Pike, Dale Hospitals NHS Trust; Dot Quill, Head of Finance; Ed Rowe, Clerk",
        committee="Norham Health and Wellbeing Board",
    )

    assert roles(found)["Cy Pike"] == ("member", "apologies")
    assert found["Dot Quill"].role is None
    assert "role" in [doubt.field for doubt in found["Dot Quill"].doubts]
    assert found["Ed Rowe"].role == "officer"


def test_apologies_from_another_body_to_a_committee_are_no_members():
    found = by_name(
        "Present: Councillors Ann Marrow (Chair), Bob Oakes and Cy Pike",
        "Apologies: Councillor Dot Quill; Ed Rowe, Dale Hospitals NHS Trust",
        committee="Health Scrutiny Committee",
    )

    assert found["Ed Rowe"].role == "guest"


def test_the_independent_chair_among_the_members_chairs():
    label = by_name(
        "Present",
        "Independent Chair (non-voting): Ann Marrow",
        "Employer representatives: Bob Oakes",
        committee="Norham Pension Board",
    )
    beside = by_name("Present: Mr Al Marrow (Independent Chair), Bob Oakes", committee="Norham Pension Board")

    assert [label["Ann Marrow"].role, label["Bob Oakes"].role] == ["chair", "member"]
    assert beside["Mr Al Marrow"].role == "chair"


def test_absent_without_apologies_is_absent():
    found = by_name(
        "Present: Councillors Ann Marrow (Chair) and Bob Oakes", "Absent without apologies: Councillor Cy Pike"
    )

    assert found["Cy Pike"].status == "absent"


def test_members_who_are_no_part_of_the_executive_are_guests_there():
    found = by_name(
        head("Cabinet Members present"),
        table(("Councillor Ann Marrow", "Leader of the Council (Chair)"), ("Councillor Bob Oakes", "Housing")),
        head("Non-Executive Members present"),
        table(
            ("Councillor Cy Pike", "Leader of the Opposition"), ("Councillor Dot Quill", "Chair, Scrutiny Committee")
        ),
        committee="Cabinet",
    )

    assert [found[name].role for name in ("Cy Pike", "Dot Quill")] == ["guest", "guest"]


def test_an_observer_with_a_job_elsewhere_observes():
    found = by_name(
        "Present: Councillors Ann Marrow (Chair) and Bob Oakes",
        "In attendance: Cy Pike (Clerk), Ms Dot Quill (Observer – trainee teacher)",
    )

    assert [found[name].role for name in ("Cy Pike", "Ms Dot Quill")] == ["officer", "guest"]


def test_the_chaplain_is_a_guest():
    found = by_name(
        "Present: Councillors Ann Marrow (Chair) and Bob Oakes",
        "The Mayor’s Chaplain, the Reverend C Pike, was also present.",
    )

    assert found["Reverend C Pike"].role == "guest"


def test_a_director_for_a_contractor_among_guests_is_one():
    found = by_name(
        "Present: Councillors Ann Marrow (Chair) and Bob Oakes",
        "Guests",
        "Cy Pike - Contract Director, Tidemark Leisure",
    )

    assert found["Cy Pike"].role == "guest"


def test_officers_of_councils_stand_apart_from_those_of_a_trust():
    found = by_name(
        "Present: Cllr Ann Marrow (Chair), Cllr Bob Oakes",
        head("Health representatives and officers:"),
        "Cy Pike – Medical Director, Dale Integrated Care Board",
        "Dot Quill – Principal Scrutiny Officer, London Borough of Norham",
    )

    assert [found[name].role for name in ("Cy Pike", "Dot Quill")] == ["guest", "officer"]


def test_a_proxy_is_a_substitute():
    found = by_name(
        "Present", "Councillor Ann Marrow (Chair)", "Dr Bob Oakes (proxy for Mrs C Pike)", "Councillor Dot Quill"
    )

    assert (found["Dr Bob Oakes"].role, found["Dr Bob Oakes"].replaces) == ("substitute", "Mrs C Pike")


def test_members_without_a_vote_sit_on_a_joint_board():
    found = by_name(
        "PRESENT",
        "Voting Members",
        "Councillor Ann Marrow (Chair)",
        "Non-Voting Members",
        "Ms Cy Pike, Carer Representative",
        committee="Norham Integration Joint Board",
    )

    assert found["Ms Cy Pike"].role == "member"


def test_whoever_has_no_vote_among_councillors_is_co_opted():
    found = by_name(
        "Present:", "Councillors: Ann Marrow (Chair) and Bob Oakes", "Port Users’ Adviser: Mr C Pike (non-voting)"
    )

    assert found["Mr C Pike"].role == "co_opted"


def test_a_register_of_a_forum_seats_whoever_is_no_officer():
    found = by_name(
        table(
            ("Sector", "Name", "School / body", "Present"),
            ("Primary", "Ann Marrow (Chair)", "Headteacher, Mill Lane Primary", "✓"),
            ("", "Bob Oakes", "Governor, Dale Primary School", "✓"),
            ("", "Cy Pike", "Norham Academy Trust", "Apologies"),
            ("Authority", "Dot Quill", "Local Authority officer", "✓"),
        ),
        committee="Norham Schools Forum",
    )

    assert [found[name].role for name in ("Ann Marrow", "Bob Oakes", "Cy Pike")] == ["chair", "member", "member"]
    assert found["Dot Quill"].role is None


def test_a_label_before_a_gap_leads_the_names():
    found = by_name(
        "Present: Councillors Ann Marrow (Chair) and Bob Oakes",
        "Co-opted  Mrs C Pike (Dale Humanists)",
        "Absent  Mr D Quill",
    )

    assert found["Mrs C Pike"].role == "co_opted"
    assert found["Mr D Quill"].status == "absent"


def test_labels_in_capitals_lead_a_list_behind_a_dash():
    found = by_name(
        "PRESENT – Councillor Marrow (in the Chair); Councillors Oakes and Rowe.",
        "INVITEES – Councillors Pike and Quill.",
        "APOLOGIES – Councillor Stow.",
        "OFFICERS – Chief Executive; and Mrs L Tait, Democratic Manager.",
    )

    assert [found[name].role for name in ("Pike", "Quill", "Mrs L Tait")] == ["guest", "guest", "officer"]
    assert found["Stow"].status == "apologies"
    assert found["Mrs L Tait"].position == "Democratic Manager"


def test_surnames_below_one_another_are_those_of_councillors():
    found = by_name(
        "PRESENT:",
        "In the Chair: Councillor Marrow",
        "Councillors: Oakes",
        "Pike",
        "Quill",
        "Officers: Ed Rowe (Clerk)",
    )

    assert [found[name].role for name in ("Oakes", "Pike", "Quill", "Ed Rowe")] == [
        "member",
        "member",
        "member",
        "officer",
    ]


def test_surnames_that_are_words_are_names_behind_councillors():
    found = by_name("Present:", "Councillors: Rule (Chairman), Mrs Birch, Kite and Trude")

    assert [found[name].role for name in ("Rule", "Mrs Birch", "Kite", "Trude")] == [
        "chair",
        "member",
        "member",
        "member",
    ]


def test_a_service_behind_an_untitled_name_among_councillors_is_an_officers():
    found = by_name("Present: Cllr Ann Marrow (Chair), Cllr Bob Oakes, Cllr Cy Pike", "Dot Quill (Scrutiny)")
    assert (found["Dot Quill"].role if "Dot Quill" in found else None) == "officer"


def test_letters_of_a_rank_leave_the_role_open_among_members():
    found = by_name("Present: Councillors Marrow (Chair), Oakes and Pike", "ACFO D Quill and GC E Rowe")

    assert [found[name].role for name in ("D Quill", "E Rowe")] == [None, None]


def test_the_letters_and_names_of_bodies_are_no_people():
    found = by_name(
        "Present:",
        "Cllr Ann Marrow (Chair)          Norham MBC",
        "Also in attendance: Mr B Oakes, Sport Northern Ireland",
    )

    assert list(found) == ["Ann Marrow", "Mr B Oakes"]


def test_apologies_from_the_meeting_are_those_of_the_people_behind():
    found = by_name(
        "Present: Councillors Marrow (Chair) and Oakes",
        items=[
            (
                "Apologies",
                "Apologies for absence from the meeting were submitted on behalf of Councillors Pike and Quill.",
            )
        ],
    )

    assert [found[name].status for name in ("Pike", "Quill")] == ["apologies", "apologies"]


def test_posts_without_holders_give_nobody_their_title():
    found = by_name(
        "Present: Councillors Marrow (Chair) and Oakes",
        "Officers: The Strategic Director (Place); Ms C Pike, Head of Highways; Mr D Quill, Transport Planner",
    )

    assert [found[name].position for name in ("Ms C Pike", "Mr D Quill")] == ["Head of Highways", "Transport Planner"]


def test_both_sides_of_a_joint_committee_sit_on_it():
    found = by_name(
        "Present:",
        "Employer’s Side: Councillors Ann Marrow (Chairman) and Bob Oakes",
        "Staff Side: Ms C Pike (UNISON), Mr D Quill",
        "Officers: Ed Rowe (HR Manager)",
        "Apologies: Mr F Stow (GMB)",
        committee="Joint Consultative Committee",
    )

    assert [found[name].role for name in ("Ann Marrow", "Bob Oakes")] == ["chair", "member"]
    assert [found[name].role for name in ("Ms C Pike", "Mr D Quill", "Mr F Stow")] == ["member"] * 3
    assert found["Ed Rowe"].role == "officer"


def test_as_what_somebody_is_said_to_have_attended():
    found = by_name(
        "Present: Councillors Marrow (Chair) and Oakes",
        "Mr C Pike, Tenants’ Federation, attended as a co-opted member.",
        "Cllr Dot Quill (Chairman, Pensions Committee) and Mr E Rowe attended as observers.",
    )

    assert [found[name].role for name in ("Mr C Pike", "Dot Quill", "Mr E Rowe")] == ["co_opted", "guest", "guest"]


def test_the_clerk_among_representatives_may_be_theirs():
    found = by_name(
        "Parish Council Representatives",
        "Cllr Ann Marrow, Bob Oakes (Clerk)",
        "Officers present: Cy Pike (Chief Executive)",
    )

    assert found["Bob Oakes"].role is None
    assert "role" in [doubt.field for doubt in found["Bob Oakes"].doubts]


def test_a_first_name_that_is_a_particle_too_begins_a_name():
    assert "Di Marrow" in by_name("Officers present", "Di Marrow – Head of Roads")


def test_who_only_looks_on_and_is_away_has_no_seat_on_a_board_of_partners():
    found = by_name(
        "Present: Councillor Ann Marrow (Chair), Bob Oakes (Director of Public Health)",
        "Apologies: Cy Pike (Observer), Dot Quill (Norham NHS Trust)",
        committee="Health and Wellbeing Board",
    )

    assert [found[name].role for name in ("Cy Pike", "Dot Quill")] == ["guest", "member"]
