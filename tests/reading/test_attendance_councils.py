"""Attendance blocks as councils of many kinds write them. All names are invented."""

import pytest

from tests.reading.attendance_papers import head, people, table, told

BLOCKS = [
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
                    "Councillor Robin Halse, Cabinet Member for Public Health\n"
                    "Councillor Ollie Tranter, Cabinet Member for Transport Management",
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
            "cabinet_member": ["Robin Halse", "Ollie Tranter"],
            "officer": ["Bill Cott", "Paul Ferm", "Ben Pint"],
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
        "offices of a parish council, and who looks after its books",
        (
            head("Nether Moss Parish Council"),
            "Present: Cllr G Tam (Chairman), Cllr S Lidge, B Quill (Treasurer)",
            "In attendance: Jo Farn (Treasurer)",
        ),
        {
            "chair": ["G Tam"],
            "member": ["S Lidge", "B Quill"],
            "officer": ["Jo Farn"],
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
]  # fmt: skip


@pytest.mark.parametrize(("front", "expected"), [case[1:] for case in BLOCKS], ids=[case[0] for case in BLOCKS])
def test_an_attendance_block_tells_who_was_there_as_what(front, expected):
    assert told(people(*front)) == expected
