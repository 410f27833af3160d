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
