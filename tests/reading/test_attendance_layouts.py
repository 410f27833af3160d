"""Attendance blocks in the layouts of many kinds of council. All names are invented."""

import datetime as dt
import time

import pytest

from ingest.reading.model import Block, Cell, MeetingRead, Paper, Piece, Section
from ingest.reading.records.attendance import attendees


def block(text, kind="paragraph", **looks):
    """A block of one or more printed lines, joined by a space as the layout does."""
    pieces, start = [], 0
    for line in text.split("\n"):
        pieces.append(Piece(line, start))
        start += len(line) + 1
    return Block(kind, text.replace("\n", " "), tuple(pieces), **looks)


def entry(text, marker):
    return block(text, "entry", marker=marker)


def head(text):
    return block(text, "heading", bold=True)


def cell(text, spans=1):
    return Cell(tuple(block(line) for line in text.split(" / ")) if text else (), spans)


def table(*rows):
    cells = [tuple(part if isinstance(part, Cell) else cell(part) for part in row) for row in rows]
    return Block("table", "", rows=tuple(cells))


def sections(items):
    for number, (title, *parts) in enumerate(items, 1):
        blocks = tuple(block(part) if isinstance(part, str) else part for part in parts)
        yield Section(str(number), title, (head(title),), blocks)


def people(*front, items=(), date=None, council=None):
    paper = Paper(
        "minutes",
        tuple(block(part) if isinstance(part, str) else part for part in front),
        tuple(sections(items)),
    )
    return attendees(paper, MeetingRead(date=date, council=council))


def told(found):
    """Roles, and who was away, as lines: "chair: A Marrow, B Oakes"."""
    groups = {}
    for person in found:
        kind = person.role if person.status == "present" else person.status
        groups.setdefault(kind, []).append(person.name)
    return groups


LEGENDS = [
    (
        "marks in a column of their own",
        (
            head("Elected Members:"),
            "(* = present)",
            table(("*", "Hanna Carr"), ("", "Angus Goodie"), ("r", "Frank Kellow"), ("*", "Trev Hoggard (Chairman)")),
            "r = remote attendance",
        ),
        {"member": ["Hanna Carr", "Frank Kellow"], "absent": ["Angus Goodie"], "chair": ["Trev Hoggard"]},
    ),
    (
        "marks that were read as bullets",
        (
            head("Elected Members:"),
            "(* = present)",
            entry("Hanna Carr", "*"),
            "Angus Goodie",
            entry("Nick Dash (Vice-Chairman) r Frank Kellow", "*"),
            "r = remote attendance",
        ),
        {"member": ["Hanna Carr", "Frank Kellow"], "absent": ["Angus Goodie"], "vice_chair": ["Nick Dash"]},
    ),
    (
        "marks before names in a list",
        (
            "Members: *Councillor A Marrow (Chair), *Councillor B Oakes, Councillor C Pike and *Councillor D Quill",
            "*denotes attendance",
        ),
        {"chair": ["A Marrow"], "member": ["B Oakes", "D Quill"], "absent": ["C Pike"]},
    ),
    (
        "the legend above, marks behind the names",
        ("Members (* Present)", "Cllr Ann Marrow* (Chair)", "Cllr Bob Oakes", "Cllr Cy Pike*"),
        {"chair": ["Ann Marrow"], "absent": ["Bob Oakes"], "member": ["Cy Pike"]},
    ),
    (
        "a mark for those away",
        ("Present: Councillors A Marrow (Chair), B Oakes* and C Pike", "* Absent with apologies"),
        {"chair": ["A Marrow"], "apologies": ["B Oakes"], "member": ["C Pike"]},
    ),
    (
        "a mark for substitutes",
        (
            "Present: Councillors A Marrow (Chair), B Oakes* and C Pike",
            "*Substitute in accordance with Procedure Rule 31",
        ),
        {"chair": ["A Marrow"], "substitute": ["B Oakes"], "member": ["C Pike"]},
    ),
    (
        "daggers for remote attendance",
        ("Present: Councillors A Marrow (Chair), B Oakes† and C Pike‡", "† attended remotely", "‡ part of the meeting"),
        {"chair": ["A Marrow"], "member": ["B Oakes", "C Pike"]},
    ),
    (
        "a mark for apologies beside one for presence",
        (
            "Committee Members:",
            "* Councillor A Marrow (Chair)",
            "+ Councillor B Oakes",
            "Councillor C Pike",
            "* Present",
            "+ Apologies",
        ),
        {"chair": ["A Marrow"], "apologies": ["B Oakes"], "absent": ["C Pike"]},
    ),
    (
        "letters",
        (
            head("Attendance"),
            "P – Present  A – Apologies  AB – Absent",
            table(("Cllr A Marrow (Chair)", "P"), ("Cllr B Oakes", "A"), ("Cllr C Pike", "AB"), ("Cllr D Quill", "P")),
        ),
        {"chair": ["A Marrow"], "apologies": ["B Oakes"], "absent": ["C Pike"], "member": ["D Quill"]},
    ),
]


@pytest.mark.parametrize(("front", "expected"), [case[1:] for case in LEGENDS], ids=[case[0] for case in LEGENDS])
def test_a_legend_tells_what_marks_mean(front, expected):
    assert told(people(*front)) == expected


GRID = (
    ("Member", "13 June 2023", "12 Sept", "5 December 2023"),
    ("Cllr A Marrow (Chair)", "P", "P", ""),
    ("Cllr B Oakes", "P", "A", ""),
    ("Cllr C Pike", "A", "P", ""),
)


def test_a_grid_of_meetings_is_read_in_the_column_of_this_one():
    found = people(head("Attendance"), table(*GRID), date=dt.date(2023, 9, 12))

    assert told(found) == {"chair": ["A Marrow"], "apologies": ["B Oakes"], "member": ["C Pike"]}


def test_a_grid_without_this_meetings_date_is_read_in_the_last_one_before_it():
    found = people(head("Attendance"), table(*GRID), date=dt.date(2023, 9, 26))

    assert told(found) == {"chair": ["A Marrow"], "apologies": ["B Oakes"], "member": ["C Pike"]}


def test_a_grid_of_ticks_and_crosses():
    rows = (
        ("Name", "03/05/2024", "07/06/2024"),
        ("Ann Marrow", "✓", "✓"),
        ("Bob Oakes", "✓", "x"),
        ("Cy Pike", "Apologies", "✓"),
    )

    assert told(people(head("Members present"), table(*rows), date=dt.date(2024, 6, 7))) == {
        "member": ["Ann Marrow", "Cy Pike"],
        "absent": ["Bob Oakes"],
    }


BLOCKS = [
    (
        "two groups side by side, an officers' row between",
        (
            table(
                (cell("Attendees", 2), cell("Apologies for Absence", 2)),
                ("Name", "Council", "Name", "Council"),
                ("Cllr Ann Marrow (Chair)", "Norham", "Cllr Dot Quill", "Exe"),
                ("Cllr Bob Oakes", "Exe", "", ""),
                (cell("Officers", 4),),
                ("Gil Stow", "Norham", "Hal Tait", "Norham"),
            ),
        ),
        {
            "chair": ["Ann Marrow"],
            "apologies": ["Dot Quill"],
            "member": ["Bob Oakes"],
            "officer": ["Gil Stow", "Hal Tait"],
        },
    ),
    (
        "columns of names in a table",
        (
            head("Present:"),
            table(
                ("Char Atkins", "Ann Edgell (Vice-Chairman (Scrutiny))"),
                ("Bob Oakes (Chairman)", "Cy Pike"),
                ("Dot Quill", ""),
            ),
        ),
        {
            "member": ["Char Atkins", "Cy Pike", "Dot Quill"],
            "vice_chair": ["Ann Edgell"],
            "chair": ["Bob Oakes"],
        },
    ),
    (
        "columns of names by tabs",
        ("Present:", "Char Atkins\tAnn Edgell (Vice-Chairman)\tCy Pike", "Bob Oakes (Chairman)\tDot Quill"),
        {"member": ["Char Atkins", "Cy Pike", "Dot Quill"], "vice_chair": ["Ann Edgell"], "chair": ["Bob Oakes"]},
    ),
    (
        "the chair first, the members under a heading",
        ("Present: Jem Pert (Chairman)", head("Attendance"), "Char Atkins", "Bob Oakes", head("Officers"), "Gil Stow"),
        {"chair": ["Jem Pert"], "member": ["Char Atkins", "Bob Oakes"], "officer": ["Gil Stow"]},
    ),
    (
        "surnames alone",
        (
            table(("Present:", "Councillor McGarr (Chairperson) / Councillors Ahmad, Ali-Rez, Carter and O’Dowd")),
            "Apologies: Councillor Larby and Muskett",
        ),
        {"chair": ["McGarr"], "member": ["Ahmad", "Ali-Rez", "Carter", "O’Dowd"], "apologies": ["Larby", "Muskett"]},
    ),
    (
        "Scottish titles",
        (
            table(
                (
                    "Present:",
                    "Provost William Hendry, Bailie Karen Conagh, Depute Provost Jo McCall and Councillors Jon Moon "
                    "and Martin Roone, and Mr Chris Johns.",
                ),
                (
                    "Attending:",
                    "Joyce Whyte, Chief Executive; Ange Wilson, Strategic Director – Change; and Craig Stew, "
                    "Committee Officer.",
                ),
                ("Also Attending:", "Ms Carol Hislop, Senior Audit Manager, Auditworks Scotland."),
                ("Apologies:", "Apologies for absence were intimated on behalf of Councillors Jim Brown and Dan Lenn."),
            ),
            "Councillor Jon Moon in the Chair",
        ),
        {
            "member": ["William Hendry", "Karen Conagh", "Jo McCall", "Martin Roone", "Mr Chris Johns"],
            "chair": ["Jon Moon"],
            "officer": ["Joyce Whyte", "Ange Wilson", "Craig Stew"],
            "guest": ["Ms Carol Hislop"],
            "apologies": ["Jim Brown", "Dan Lenn"],
        },
    ),
    (
        "sederunt",
        (
            "Sederunt: Convener Ann Marrow; Lord Provost Bob Oakes; Baillie Cy Pike; Reverend Dot Quill; Canon Ed Rowe",
            "In Attendance: G Stow, Head of Roads; H Tait, Clerk to the Committee",
        ),
        {
            "chair": ["Ann Marrow"],
            "member": ["Bob Oakes", "Cy Pike", "Reverend Dot Quill", "Canon Ed Rowe"],
            "officer": ["G Stow", "H Tait"],
        },
    ),
    (
        "a northern Irish council",
        (
            "PRESENT: The Right Worshipful the Mayor Councillor R T Beck",
            "Deputy Mayor Alderman A Grehan",
            "Aldermen D Drysd, A G Ewar MBE and T Jeffs",
            "Councillors N Anders, J Bairdy and Jenny Palmy",
            "IN ATTENDANCE: Chief Executive (Mr D Burn), Director of Leisure (Mrs E Roy), Member Services Officer",
        ),
        {
            "member": [
                "R T Beck", "A Grehan", "D Drysd", "A G Ewar, MBE", "T Jeffs", "N Anders", "J Bairdy", "Jenny Palmy",
            ],
            "officer": ["Mr D Burn", "Mrs E Roy"],
        },
    ),
    (
        "parties and wards",
        (
            "Present: Councillor Ann Marrow (Chair) (Labour), Councillor Bob Oakes (Con, Castle Ward), "
            "Councillor Cy Pike (LD) and Councillor Dot Quill (Green)",
        ),
        {"chair": ["Ann Marrow"], "member": ["Bob Oakes", "Cy Pike", "Dot Quill"]},
    ),
    (
        "parties behind a dash",
        (
            "Present:",
            "Councillor Ann Marrow – Labour (Chair)",
            "Councillor Bob Oakes - Castle Ward",
            "Councillor Cy Pike, Green Party",
        ),
        {"chair": ["Ann Marrow"], "member": ["Bob Oakes", "Cy Pike"]},
    ),
    (
        "councils behind a dash",
        (
            head("Attendance Details"),
            "Cllr Norma Steph OBE - Exe Borough Council - EBC",
            "Cllr Chris Barley - Norham Borough Council - NBC",
            "Sharon Jonas - Governance & Scrutiny Officer - EVCA",
            "Julie Gill - Chief Executive - EVCA",
            "Apologies for absence:",
            "Cllr Paddy Browne - Wye Borough Council - WBC",
        ),
        {
            "member": ["Norma Steph, OBE", "Chris Barley"],
            "officer": ["Sharon Jonas", "Julie Gill"],
            "apologies": ["Paddy Browne"],
        },
    ),
    (
        "a shire county",
        (
            "Present:",
            table(
                (
                    "Voting Members:",
                    "Councillor Kier Mall – in the Chair / Councillor Dr Yve Const / Councillor Judy Rob-Hay",
                ),
                (
                    "Other Members in Attendance:",
                    "Councillor Jude Edwards, Cabinet Member for Public Health\n"
                    "Councillor Andy Gant, Cabinet Member for Transport Management",
                ),
                (
                    "Officers:",
                    "Bill Cott, Corporate Director for Environment and Place\nPaul Ferm, Director of Highways and "
                    "Operations / Ben Pint, Scrutiny Officer",
                ),
            ),
        ),
        {
            "chair": ["Kier Mall"],
            "member": ["Dr Yve Const", "Judy Rob-Hay"],
            "cabinet_member": ["Jude Edwards", "Andy Gant"],
            "officer": ["Bill Cott", "Paul Ferm", "Ben Pint"],
        },
    ),
    (
        "deputies are no substitutes",
        (
            "Present: Councillor Green – in the Chair",
            "Also present:",
            "Councillor T. Robin, Executive Member for Health",
            "Councillor Chamber, Deputy Executive Member for Health",
            "Tom Hinch, Deputy Place Lead, Integrated Care Board",
            "Cllr Guy Nicholl, Deputy Mayor",
            "Sal Dee (Deputy Chief Executive)",
        ),
        {
            "chair": ["Green"],
            "cabinet_member": ["T. Robin".replace(".", ""), "Chamber"],
            "guest": ["Tom Hinch", "Guy Nicholl"],
            "officer": ["Sal Dee"],
        },
    ),
    (
        "members of the cabinet in brackets behind two",
        (
            "Present: Councillors A Marrow (Chair) and B Oakes",
            "In attendance: Councillors T Cole and J Lamb (Cabinet Members), Councillor P Vine (Ward Member)",
        ),
        {"chair": ["A Marrow"], "member": ["B Oakes"], "cabinet_member": ["T Cole", "J Lamb"], "guest": ["P Vine"]},
    ),
    (
        "executive members",
        (
            "Members Present: Councillor A Marrow (Chairman); Councillor B Oakes (Vice Chairman)",
            "Executive Members: Councillor C Pike",
            "Also in attendance: Councillor D Quill",
            "Officers in Attendance: Gil Stow and Hal Tait",
            "Other People in Attendance: Ivy Upton",
        ),
        {
            "chair": ["A Marrow"],
            "vice_chair": ["B Oakes"],
            "cabinet_member": ["C Pike"],
            "guest": ["D Quill", "Ivy Upton"],
            "officer": ["Gil Stow", "Hal Tait"],
        },
    ),
    (
        "attendees of every kind in one list",
        (
            "Attendees: Cllr Jo Penb (Chair), Cllr Denz Trew, Martin Clem (Lead Flood Manager), Ruth Varc (Democratic "
            "Officer), Sal-Ann Pask (Environment Agency)",
            "Apologies: Cllr Art Nancy",
        ),
        {
            "chair": ["Jo Penb"],
            "member": ["Denz Trew"],
            "officer": ["Martin Clem", "Ruth Varc"],
            "guest": ["Sal-Ann Pask"],
            "apologies": ["Art Nancy"],
        },
    ),
    (
        "a parish council",
        (
            head("Nether Moss Parish Council"),
            "Present: Cllrs. G. Tam (Chair), S. Lidge, Mrs. B. Quill and D. Rush",
            "In attendance: Mrs. J. Farn (Clerk), District Councillor M. Easter, County Cllr P. West and 6 members of "
            "the public",
        ),
        {
            "chair": ["G Tam"],
            "member": ["S Lidge", "Mrs. B Quill", "D Rush"],
            "officer": ["Mrs. J Farn"],
            "guest": ["M Easter", "P West"],
        },
    ),
    (
        "a county councillor in the parish's list",
        (
            head("Nether Moss Parish Council"),
            "Present: Cllr G Tam (Chairman), Cllr S Lidge, County Councillor P West, Jo Farn (Clerk)",
        ),
        {"chair": ["G Tam"], "member": ["S Lidge"], "guest": ["P West"], "officer": ["Jo Farn"]},
    ),
    (
        "Welsh labels",
        (
            "Presennol / Present: Y Cynghorydd / Councillor Huw Rees (Cadeirydd / Chair)",
            "Y Cynghorwyr: Mair Pugh, Gwyn Lloyd-Puw",
            "Swyddogion: Siân Morse, Pennaeth Addysg",
            "Ymddiheuriadau: Cynghorydd Rhys Vaughan",
        ),
        {
            "chair": ["Huw Rees"],
            "member": ["Mair Pugh", "Gwyn Lloyd-Puw"],
            "officer": ["Siân Morse"],
            "apologies": ["Rhys Vaughan"],
        },
    ),
    (
        "Yn bresennol",
        (
            "YN BRESENNOL:",
            "Y Cynghorwyr Lewis Davy, Jim Evans, C Ll Everet",
            "YMDDIHEURIADAU:",
            "Y Cynghorydd Eric Jons",
        ),
        {"member": ["Lewis Davy", "Jim Evans", "C Ll Everet"], "apologies": ["Eric Jons"]},
    ),
    (
        "substitutes named behind apologies",
        (
            "Present: Councillors A Marrow (Chair) and B Oakes",
            "Apologies: Councillor C Pike (substitute: Councillor Coxwell), "
            "Councillor D Quill (sub – Councillor E Rowe)",
        ),
        {
            "chair": ["A Marrow"],
            "member": ["B Oakes"],
            "apologies": ["C Pike", "D Quill"],
            "substitute": ["Coxwell", "E Rowe"],
        },
    ),
    (
        "a label for substitutes",
        (
            "Present: Councillor A Marrow (Chair), Councillor B Oakes",
            "Substitutes: Cllr D Stock for Cllr I Hadle; and Cllr J Bern (for Cllr G Moh)",
        ),
        {
            "chair": ["A Marrow"],
            "member": ["B Oakes"],
            "substitute": ["D Stock", "J Bern"],
            "absent": ["I Hadle", "G Moh"],
        },
    ),
    (
        "the chair behind the list",
        ("Present: Councillors A Marrow, B Oakes and C Pike", "Councillor B Oakes in the Chair."),
        {"member": ["A Marrow", "C Pike"], "chair": ["B Oakes"]},
    ),
    (
        "a mayor and a leader",
        (
            "Present: Councillor A Marrow (Chair), Councillor B Oakes",
            "Also present: Mayor Jo Grand, Councillor C Pike (Leader of the Council), Jane Vane MP, "
            "Chief Superintendent Tom Rudd (Exe Police)",
        ),
        {
            "chair": ["A Marrow"],
            "member": ["B Oakes"],
            "guest": ["Jo Grand", "Jane Vane, MP", "Tom Rudd"],
            "cabinet_member": ["C Pike"],
        },
    ),
    (
        "a police and crime panel",
        (
            "Present: Councillor Ann Marrow (Norham Council) (Chair), Councillor Bob Oakes (Exe), Mr Cy Pike "
            "(Independent Member), Mrs Dot Quill (Co-opted Independent Member)",
            "Also Present: Jane Vane – Police and Crime Commissioner, Tom Lea – Chief Executive, OPCC, "
            "Chief Constable Ruth Moss – Exe Police, Kit Foss – Democratic Services Officer",
        ),
        {
            "chair": ["Ann Marrow"],
            "member": ["Bob Oakes"],
            "co_opted": ["Mr Cy Pike", "Mrs Dot Quill"],
            "guest": ["Jane Vane", "Tom Lea", "Ruth Moss"],
            "officer": ["Kit Foss"],
        },
    ),
    (
        "arrivals and departures",
        (
            "Present: Councillors A Marrow (Chair), B Oakes (from 6:15 pm) and C Pike (left at 8.05pm, during item 6)",
            "Councillor D Quill (arrived 10:20)",
        ),
        {"chair": ["A Marrow"], "member": ["B Oakes", "C Pike", "D Quill"]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("front", "expected"), [case[1:] for case in BLOCKS], ids=[case[0] for case in BLOCKS])
def test_an_attendance_block_tells_who_was_there_as_what(front, expected):
    assert told(people(*front)) == expected


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


SENTENCES = [
    (
        "Apologies were received from Cllr Bart-Stone and Cllr Rouan, substituted by Cllr Rob-Hay.",
        {"apologies": ["Bart-Stone", "Rouan"], "substitute": ["Rob-Hay"]},
        {"Rob-Hay": "Rouan"},
    ),
    (
        "Apologies were received from Cllr. P. McDonal with Cllr S. Dougal attending as his substitute.",
        {"apologies": ["P McDonal"], "substitute": ["S Dougal"]},
        {"S Dougal": "P McDonal"},
    ),
    (
        "Apologies for inability to attend were reported from Alderman McCoub and Councillors Beatt and Cobay.",
        {"apologies": ["McCoub", "Beatt", "Cobay"]},
        {},
    ),
    (
        "An apology for absence was received on behalf of Councillor R. J. Laid.",
        {"apologies": ["R J Laid"]},
        {},
    ),
    (
        "The Committee noted that Councillor H Kaney had been appointed as substitute for Councillor P Stalk.",
        {"substitute": ["H Kaney"], "absent": ["P Stalk"]},
        {"H Kaney": "P Stalk"},
    ),
    (
        "Apologies for absence were received from Councillors R. Clark and S. R. Colel. Councillor C. Scurr confirmed "
        "he was attending as a substitute for Councillor S. R. Colel.",
        {"apologies": ["R Clark", "S R Colel"], "substitute": ["C Scurr"]},
        {"C Scurr": "S R Colel"},
    ),
    (
        "Apologies were received from Councillor M France-Mirr and Councillor L Thorn. Councillor R Jones was in "
        "attendance as a substitute for Councillor France-Mirr.",
        {"apologies": ["M France-Mirr", "L Thorn"], "substitute": ["R Jones"]},
        {"R Jones": "M France-Mirr"},
    ),
    (
        "Apologies were received and accepted from Cllr. T. Vint (work commitments) and Mrs Holm (holiday).",
        {"apologies": ["T Vint", "Mrs Holm"]},
        {},
    ),
    (
        "Apologies had been received from the Lord Mayor Councillor Jo Marrow and Bailie Oakes.",
        {"apologies": ["Jo Marrow", "Oakes"]},
        {},
    ),
    ("Cllr D Stock for Cllr I Hadle; and", {"substitute": ["D Stock"], "absent": ["I Hadle"]}, {"D Stock": "I Hadle"}),
    ("There were no apologies for absence.", {}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected", "instead"), SENTENCES)
def test_apologies_and_substitutions_under_their_item(sentence, expected, instead):
    title = "Substitute Members" if sentence.startswith("Cllr D Stock") else "Apologies for absence and substitutions"
    found = people(items=[(title, sentence)])

    assert told(found) == expected
    assert {person.name: person.replaces for person in found if person.replaces} == instead


def test_those_listed_under_an_item_came_for_it():
    found = people(
        "Present: Councillors A Marrow (Chair) and B Oakes",
        items=[
            ("Minutes", "The minutes were agreed."),
            (
                "Mental health",
                block("Witnesses:", bold=True),
                "Claire Edge, Executive Director – Adults and Wellbeing",
                "Graham Ware, Chief Executive, Exe Partnership NHS Foundation Trust",
                block("Key points made during the discussion:", bold=True),
                "The Chief Executive explained that Kath Moor had retired.",
            ),
            (
                "Buildings",
                "In attendance for this item were:",
                entry("Councillor Debra Coup - Executive Member for Resources", "•"),
                entry("Lee Hemm – Chief Officer, Community Hubs", "•"),
                "Key areas of discussion included:",
                entry("Wards – Members would be consulted on each building, as Tom Rudd had asked.", "•"),
            ),
            (
                "Roads",
                "Officers in attendance: Gil Stow (Highways Manager), Hal Tait (Engineer)",
                "The report was noted.",
            ),
            (
                "Bins",
                table(
                    ("Witnesses", "Ivy Upton, Head of Waste / Jo Vane, Norham Friends of the Earth"),
                    ("Key lines", "Cost"),
                ),
            ),
        ],
    )  # fmt: skip

    assert told(found) == {
        "chair": ["A Marrow"],
        "member": ["B Oakes"],
        "officer": ["Claire Edge", "Lee Hemm", "Gil Stow", "Hal Tait", "Ivy Upton"],
        "guest": ["Graham Ware", "Jo Vane"],
        "cabinet_member": ["Debra Coup"],
    }
    assert {person.name: person.items for person in found if person.items} == {
        "Claire Edge": (1,), "Graham Ware": (1,), "Debra Coup": (2,), "Lee Hemm": (2,), "Gil Stow": (3,),
        "Hal Tait": (3,), "Ivy Upton": (4,), "Jo Vane": (4,),
    }  # fmt: skip


def test_an_attendance_block_that_was_taken_for_an_item_is_read():
    unnumbered = Section(
        None,
        "5 FEBRUARY 2020",
        (head("5 FEBRUARY 2020"),),
        (table(("Present:", "Councillor McGarr (Chairperson) / Councillors Ahmad and Carter")),),
    )
    found = attendees(Paper("minutes", (head("SCRUTINY COMMITTEE"),), (unnumbered,)), MeetingRead())

    assert told(found) == {"chair": ["McGarr"], "member": ["Ahmad", "Carter"]}


@pytest.mark.parametrize(
    "text",
    [
        "Present: " + "Councillor A" * 400,
        "Present: " + "A " * 3000,
        "Present: " + "Councillors A Marrow, " * 500,
        "Apologies were received from " + "Councillor Marrow and " * 400,
        "Present: " + "(" * 2000,
        "Present: " + "Head of Roads and " * 500,
        "* " + "= present; * " * 300,
        "The Chair welcomed " + "Ann Marrow, Head of " * 400,
        "Attendance " + "Deputy Lord " * 800,
        "Councillor A Marrow replaced " * 300,
    ],
)
def test_long_lines_of_any_kind_are_read_in_time(text):
    start = time.process_time()
    people(text, items=[("Apologies", text), ("Roads", text)])

    assert time.process_time() - start < 6
