"""Letter-spaced words of titles and labels. All names are invented."""

import pytest

from ingest.reading.language import spaced
from ingest.reading.model import Block, MeetingRead, Paper, Piece
from ingest.reading.records.attendance import attendees
from ingest.reading.records.meeting import meeting


def line(text: str) -> Block:
    return Block("paragraph", text, (Piece(text, 0),))


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("N O R B U R Y   D I S T R I C T   C O U N C I L", "NORBURY DISTRICT COUNCIL"),
        ("N O R B U R Y D I S T R I C T C O U N C I L", "NORBURY DISTRICT COUNCIL"),
        ("S C R U T I N Y C O M M I T T E E, 4 March", "SCRUTINY COMMITTEE, 4 March"),
        ("O X F O R D B O R O U G H C O U N C I L", "OXFORD BOROUGH COUNCIL"),
        ("Mrs J L M A P Griffiths", "Mrs J L M A P Griffiths"),
        ("Options A B C D E", "Options A B C D E"),
        ("Plan B", "Plan B"),
    ],
)
def test_letter_spaced_words_are_closed_up_and_initials_are_not(printed: str, words: str) -> None:
    assert spaced.unspaced(printed) == words


def test_a_letter_spaced_title_names_the_council_and_its_body() -> None:
    top = (line("N O R B U R Y   D I S T R I C T   C O U N C I L"), line("S C R U T I N Y C O M M I T T E E"))
    read = meeting(Paper("minutes", top, ()))

    assert (read.council, read.committee) == ("Norbury District Council", "Scrutiny Committee")
    assert "".join(read.quotes["council"].text.split()) == "NORBURYDISTRICTCOUNCIL"


def test_a_letter_spaced_label_stands_over_its_list() -> None:
    front = (line("P R E S E N T"), line("Councillor A Marrow (Chair)"), line("Councillors B Oakes and C Pike"))

    assert [(one.name, one.role) for one in attendees(Paper("minutes", front, ()), MeetingRead())] == [
        ("A Marrow", "chair"),
        ("B Oakes", "member"),
        ("C Pike", "member"),
    ]
