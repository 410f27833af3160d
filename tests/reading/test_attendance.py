"""Who was there: the layouts in which councils print it. All names are invented."""

from tests.reading.attendance_papers import block, by_name, standing, table


def test_comma_list_with_roles_honours_and_a_substitute_in_brackets():
    people = by_name(
        "Present: Councillor Nela Carver (Chairman), Councillors Rufus Adeyo-Lark (Vice-Chairman), T H "
        "Birch, JP and Ifor ap Cadell (substituting for Councillor Nuala O’Hern)"
    )

    assert standing(people) == {
        "Nela Carver": ("chair", "present"),
        "Rufus Adeyo-Lark": ("vice_chair", "present"),
        "T H Birch, JP": ("member", "present"),
        "Ifor ap Cadell": ("substitute", "present"),
        "Nuala O’Hern": ("member", "absent"),
    }
    assert people["Ifor ap Cadell"].replaces == "Nuala O’Hern"


def test_columns_of_names_and_three_replaced_respectively():
    people = by_name(
        "Present:",
        "County Councillor Walt Thrush (Chair)",
        "County Councillors",
        table(("A Pond", "A Hale"), ("C Marl", "K Frost"), ("R Nolan- Thorpe", "")),
        "County Councillors C Marl and K Frost replaced County Councillors T Lisk and C Bramble respectively.",
    )

    assert people["R Nolan-Thorpe"].role == "member"
    assert (people["C Marl"].role, people["C Marl"].replaces) == ("substitute", "T Lisk")
    assert (people["K Frost"].role, people["K Frost"].replaces) == ("substitute", "C Bramble")
    assert (people["T Lisk"].role, people["T Lisk"].status) == ("member", "absent")


def test_names_run_together_where_the_gap_between_columns_was_lost():
    people = by_name("Present:", "M HartleyR PondS FinchN Wold", "Co-opted members", "Peter Holm Simon Reeve")

    assert list(people) == ["M Hartley", "R Pond", "S Finch", "N Wold", "Peter Holm", "Simon Reeve"]
    assert people["Simon Reeve"].role == "co_opted"


def test_a_role_behind_a_group_is_that_of_all_before_it():
    people = by_name("Present: Miss V Elm, Mr O Reed, Councillors, Mr C Pell, Clerk")

    assert standing(people) == {
        "Miss V Elm": ("member", "present"),
        "Mr O Reed": ("member", "present"),
        "Mr C Pell": ("officer", "present"),
    }


def test_side_labels_with_posts_and_bodies_behind_names():
    people = by_name(
        table(
            ("Present:", "Ms T K Dove (Chairman) and Mrs B K O E Heron"),
            (
                "Also attended:",
                "Mr P D Crane, Cabinet Member with Responsibility for Roads; Ruth Fenn, Exe Healthwatch",
            ),
            ("Officers:", "Robin Tewk (Equality Manager), Jo Vale (Director of Roads, Waste and Parks)"),
            ("Available papers", "The agenda papers (previously circulated)"),
        )
    )

    assert standing(people) == {
        "Ms T K Dove": ("chair", "present"),
        "Mrs B K O E Heron": ("member", "present"),
        "Mr P D Crane": ("cabinet_member", "present"),
        "Ruth Fenn": ("guest", "present"),
        "Robin Tewk": ("officer", "present"),
        "Jo Vale": ("officer", "present"),
    }
    assert people["Jo Vale"].position == "Director of Roads, Waste and Parks"
    assert people["Ruth Fenn"].position == "Exe Healthwatch"


def test_a_joint_committee_has_its_councils_beside_the_names():
    people = by_name(
        block("Members present", "heading"),
        table(
            ("Exe District Council", "Councillors Giles Orchard (in the Chair) and Mrs Demelza Frith"),
            ("Port Wye City Council", "Councillors Halina Bryl and P Q Larkin (for Councillor Portia Meek)"),
        ),
        block("Officers present", "heading"),
        table(
            ("Exe", "Hester Quill, Monitoring Officer; Toby Wold, Democratic Services Officer"),
            ("Port Wye", "Ade Moss, Finance Partner"),
        ),
    )

    assert standing(people) == {
        "Giles Orchard": ("chair", "present"),
        "Mrs Demelza Frith": ("member", "present"),
        "Halina Bryl": ("member", "present"),
        "P Q Larkin": ("substitute", "present"),
        "Hester Quill": ("officer", "present"),
        "Toby Wold": ("officer", "present"),
        "Ade Moss": ("officer", "present"),
        "Portia Meek": ("member", "absent"),
    }


def test_a_table_with_a_header_tells_role_body_and_status():
    people = by_name(
        block("Attendance", "heading"),
        table(
            ("Name", "Role", "Organisation", "Present / Apologies / Substitute for"),
            ("Councillor Connie Wold", "Chair", "Norham MBC", "Present"),
            ("Councillor Leroy St. Ives", "Member", "Norham MBC", "Apologies"),
            ("Councillor Olive Dunnock", "Member", "Norham MBC", "Substitute for Cllr St. Ives"),
            ("Councillor Colm O’Bryn", "Member", "Norham MBC", "Absent"),
            ("Mr Alban Reck", "Co-opted (non-voting)", "Healthwatch Norham", "Present"),
            ("Dr Tunde Marsh", "Chief Medical Officer", "Norham Hospitals NHS Trust", "Present"),
            ("Simran Dale", "Director of Adult Services", "Norham MBC", "Present"),
        ),
    )

    assert standing(people) == {
        "Connie Wold": ("chair", "present"),
        "Leroy St. Ives": ("member", "apologies"),
        "Olive Dunnock": ("substitute", "present"),
        "Colm O’Bryn": ("member", "absent"),
        "Mr Alban Reck": ("co_opted", "present"),
        "Dr Tunde Marsh": ("guest", "present"),
        "Simran Dale": ("officer", "present"),
    }
    assert people["Olive Dunnock"].replaces == "Leroy St. Ives"


def test_columns_with_their_labels_on_top_and_initials():
    people = by_name(
        table(
            ("Present:", "Members of the public:"),
            ("Alan Sedge (AS) [chair]", "Norma Quick"),
            ("Cora Firth (CF) CLERK", "Martin Dale"),
        )
    )

    assert standing(people) == {
        "Alan Sedge": ("chair", "present"),
        "Cora Firth": ("officer", "present"),
        "Norma Quick": ("guest", "present"),
        "Martin Dale": ("guest", "present"),
    }
    assert "AS" in people["Alan Sedge"].forms


def test_notes_of_part_attendance_and_remote_attendance_are_kept():
    people = by_name("Present:", "Cllr Ifan ap Rhun (until 4.20 p.m.)", "R Teal†", "† joined the meeting remotely")

    assert people["Ifan ap Rhun"].note == "until 4.20 p.m."
    assert people["R Teal"].note == "joined the meeting remotely"


def test_members_of_the_cabinet_are_cabinet_members_at_its_own_meeting():
    people = by_name(
        "PRESENT: Mr P K Lund (Chairman) and Mr S Teal",
        "IN ATTENDANCE: Dr A Banik (Director of Public Health)",
        committee="Cabinet",
    )

    assert standing(people) == {
        "Mr P K Lund": ("chair", "present"),
        "Mr S Teal": ("cabinet_member", "present"),
        "Dr A Banik": ("officer", "present"),
    }


def test_a_portfolio_report_is_its_authors_attendance():
    people = by_name("Report from: Councillor Owen Marl, Portfolio Holder for Adult Services", kind="portfolio_report")

    assert standing(people) == {"Owen Marl": ("cabinet_member", "present")}


def test_every_quote_stands_in_the_paper():
    people = by_name("Present: Councillors A Marrow (Chair) and B Oakes; Apologies: Councillor C Pike")

    assert [person.quote.text for person in people.values()] == ["A Marrow (Chair)", "B Oakes", "Councillor C Pike"]
    assert people["C Pike"].status == "apologies"


def test_names_in_capitals_are_written_as_names():
    people = by_name("PRESENT", "COUNCILLOR J SEDGE (CHAIR)", "COUNCILLORS A MARL, MRS C FROST AND D O'BRYN")

    assert list(people) == ["J Sedge", "A Marl", "Mrs C Frost", "D O'Bryn"]


def test_semicolons_dashes_and_a_substitute_behind_one_who_sent_apologies():
    people = by_name(
        "Members in attendance: Cllr Ann Mossop (Chair); Cllr Bob Nashe",
        "Apologies: Cllr Dee Platt; Cllr Ed Quilter (substitute Cllr Flo Rudge)",
        "In attendance: Gil Stow – Head of Parks; Hal Tait – Solicitor; Ivy Upson - Healthwatch Norham",
    )

    assert standing(people) == {
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
    people = by_name(
        table(
            ("Councillor", "Present", "Apologies", "Absent"),
            ("Cllr P Dale (Chair)", "✓", "", ""),
            ("Cllr Q Eden", "", "✓", ""),
            ("Cllr R Forde", "", "", "✓"),
        )
    )

    assert standing(people) == {
        "P Dale": ("chair", "present"),
        "Q Eden": ("member", "apologies"),
        "R Forde": ("member", "absent"),
    }
