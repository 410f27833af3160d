"""More fronts of papers: what stands there besides the members' list. All names are invented."""

from tests.reading.attendance_papers import entry, head, people, table, told


def test_a_front_in_prose_below_the_name_of_a_parish_council():
    found = people(
        head("NETHER MOSS TOWN COUNCIL"),
        "The Chairman, Cllr. Mrs. J. Attwat, declared the meeting open at 7.02 pm. Cllrs. R. Pull (Vice-Chairman), "
        "G. Amis and Miss S. Kaur were in attendance, together with Mrs. H. Corf (Town Clerk). Also in attendance was "
        "District Councillor P. March.",
    )

    assert told(found) == {
        "chair": ["Mrs. J Attwat"],
        "vice_chair": ["R Pull"],
        "member": ["G Amis", "Miss S Kaur"],
        "officer": ["Mrs. H Corf"],
        "guest": ["P March"],
    }


def test_a_status_behind_each_members_council():
    found = people(
        head("Membership and attendance"),
        entry("Councillor Gwen Ash (Chair), Newmoss City Council – present", "•"),
        entry("Councillor Beth Lowe, Charn District Council – apologies", "•"),
        entry("Councillor Piers Hall, Charn District Council – present (substitute for Councillor Lowe)", "•"),
        entry("Councillor Daphne Merry, Mossdale County Council – absent", "•"),
    )

    assert told(found) == {
        "chair": ["Gwen Ash"],
        "apologies": ["Beth Lowe"],
        "substitute": ["Piers Hall"],
        "absent": ["Daphne Merry"],
    }
    assert [person.position for person in found] == [None] * 4


def test_a_convener_in_the_chair_behind_the_list():
    found = people(
        "Sederunt: Councillors Eilidh Bracken, Fergus Loan and Torquil Heath",
        "Apologies: Councillor Doug Petry and the Rev. Iain Colq (co-opted religious representative).",
        "Councillor Bracken, Convener, in the Chair.",
    )

    assert [(person.name, person.role, person.status) for person in found] == [
        ("Eilidh Bracken", "chair", "present"),
        ("Fergus Loan", "member", "present"),
        ("Torquil Heath", "member", "present"),
        ("Doug Petry", "member", "apologies"),
        ("Rev. Iain Colq", "co_opted", "apologies"),
    ]


def test_members_in_person_and_remotely_under_their_councils():
    found = people(
        "PRESENT: Councillor Wilson Thirl in the Chair",
        "Attending in person:",
        "Marrow Council: Councillors Doreen Hind and Edwin Purv",
        "Attending via Microsoft Teams:",
        "Tyne Borough Council: Councillors Leon Ogbon (Vice Chair) and Marj Cragg",
    )

    assert told(found) == {
        "chair": ["Wilson Thirl"],
        "member": ["Doreen Hind", "Edwin Purv", "Marj Cragg"],
        "vice_chair": ["Leon Ogbon"],
    }


def test_a_table_of_items_and_decisions_lists_nobody():
    found = people(
        table(
            ("No", "Item", "Key decisions"),
            ("1.", "Apologies", "Councillor Devenn"),
            ("2.", "Broken Gates – Repair Figures", "Noted"),
        ),
        "Members Present: Councillors Bonn and Wyle",
    )

    assert told(found) == {"member": ["Bonn", "Wyle"]}


def test_officers_with_ranks_churches_away_and_chairs_of_other_bodies():
    found = people(
        "Present: Councillor A Marrow (Chair), Councillor Ff. Madd",
        "Officers: Mr D Catt (Assistant Chief Fire Officer), Area Manager K Whit",
        "In attendance: Mr D Croth, Chairperson; Tyler Amp (Nether Moss Youth Council)",
        "Apologies: Councillor B Oakes; Canon Jem Lath (Church of England Diocese)",
    )

    assert [(person.name, person.role) for person in found] == [
        ("A Marrow", "chair"),
        ("Ff Madd", "member"),
        ("Mr D Catt", "officer"),
        ("K Whit", "officer"),
        ("Mr D Croth", "guest"),
        ("Tyler Amp", "guest"),
        ("B Oakes", "member"),
        ("Canon Jem Lath", "co_opted"),
    ]
