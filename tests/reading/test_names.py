"""Printed names: taken apart, found, and told apart."""

import pytest

from ingest.reading.language import names


@pytest.mark.parametrize(
    ("printed", "text", "first", "surname"),
    [
        ("County Councillor Mrs J L M A Fairburn, OBE", "Mrs J L M A Fairburn, OBE", ("J", "L", "M", "A"), "Fairburn"),
        ("R Norman- Thornby", "R Norman-Thornby", ("R",), "Norman-Thornby"),
        ("D O'Leary", "D O'Leary", ("D",), "O'Leary"),
        ("Cllr. Marion St. Aubyn", "Marion St. Aubyn", ("Marion",), "St. Aubyn"),
        ("Dr Nuala Ó Briain", "Dr Nuala Ó Briain", ("Nuala",), "Ó Briain"),
        ("Hywel ap Rhydderch", "Hywel ap Rhydderch", ("Hywel",), "ap Rhydderch"),
        ("P.J. Oakes", "P J Oakes", ("P", "J"), "Oakes"),
        ("Jo Vane MSP", "Jo Vane, MSP", ("Jo",), "Vane"),
        ("Sue Marrow CC", "Sue Marrow", ("Sue",), "Marrow"),
        ("COUNCILLOR JOHN O'DOWD", "John O'Dowd", ("John",), "O'Dowd"),
        ("Councillor June Hall", "June Hall", ("June",), "Hall"),
        ("Chief Inspector Ruth Vane", "Ruth Vane", ("Ruth",), "Vane"),
        ("Cllr Dornay", "Dornay", (), "Dornay"),
        ("Councillor P Ward", "P Ward", ("P",), "Ward"),
        ("Mark Ward", "Mark Ward", ("Mark",), "Ward"),
        ("Jane A. Ward", "Jane A Ward", ("Jane", "A"), "Ward"),
        ("Jane Anne Ward", "Jane Anne Ward", ("Jane", "Anne"), "Ward"),
        ("Mr Constable", "Mr Constable", (), "Constable"),
        ("Ms Jo Senior", "Ms Jo Senior", ("Jo",), "Senior"),
        ("County Borough Councillor J Oakes", "J Oakes", ("J",), "Oakes"),
    ],
)
def test_a_printed_name_is_taken_apart(printed, text, first, surname):
    name = names.parse(printed)

    assert name is not None
    assert (name.text, name.first, name.surname) == (text, first, surname)


@pytest.mark.parametrize(
    "text",
    [
        "Internal Drainage Board",
        "Castle Ward",
        "Victoria Ward",
        "St Mark Ward",
        "Director of Place",
        "Apologies",
        "none",
        "",
        "J",
    ],
)
def test_what_is_no_name_is_not_taken_for_one(text):
    assert names.parse(text) is None


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("A Chadwick", "Anne Chadwick", True),
        ("P J Oakes", "Peter Oakes", True),
        ("Cllr Fane de Court", "Archibald Fane de Court", True),
        ("St. Aubyn", "Marion St. Aubyn", True),
        ("R Norman Thornby", "R Norman-Thornby", True),
        ("Gareth Bowen", "Gareth Huw Bowen", True),
        ("O’Leary", "D O'Leary", True),
        ("Mr A Smith", "Mrs A Smith", False),
        ("Alan Smith", "Anne Smith", False),
        ("R J Thomas", "R K Thomas", False),
        ("A Smith", "A Smithson", False),
    ],
)
def test_two_forms_are_told_to_be_one_person_or_not(a, b, same):
    first, second = names.parse(a), names.parse(b)

    assert first is not None
    assert second is not None
    assert names.same_person(first, second) is same
    assert names.same_person(second, first) is same


@pytest.mark.parametrize(
    ("printed", "name"),
    [("Councillor A Lord", "A Lord"), ("Cllr Major", "Major"), ("Councillor Constable", "Constable"),
     ("Councillor Lord Marrow", "Lord Marrow")],
)  # fmt: skip
def test_titles_that_are_surnames(printed, name):
    parsed = names.parse(printed)

    assert parsed is not None
    assert parsed.text == name


def test_a_word_is_a_surname_below_a_title_over_the_list():
    assert names.at("English, Hall", 0, listed=True) is None

    found = names.at("English, Hall", 0, listed=True, titled=True)

    assert found is not None
    assert found.name.surname == "English"


def test_names_are_found_in_running_text_with_their_places():
    text = "Mrs Delia Garth, a resident, asked Cllr Pugh-Jones why. In January Janet Buckley had replied."

    assert [text[f.start : f.end] for f in names.find(text)] == ["Mrs Delia Garth", "Cllr Pugh-Jones", "Janet Buckley"]


@pytest.mark.parametrize(
    ("name", "initials", "fits"),
    [("Rory McDowd-Lees", "RMcD", True), ("Nora Strang-Ives", "NSI", True), ("Nora Strang-Ives", "NS", True),
     ("Nick Oakley", "NO", True), ("Nick Oakley", "NK", False), ("Sarah-Anne Price", "SAP", True),
     ("Sarah-Anne Price", "SP", True), ("Sarah-Anne Price", "AP", False)],
)  # fmt: skip
def test_initials_fit_a_name(name, initials, fits):
    parsed = names.parse(name)

    assert parsed is not None
    assert names.fits_initials(parsed, initials) is fits


def test_the_fuller_form_keeps_what_the_other_one_tells():
    short, long = names.parse("Mrs A Chadwick"), names.parse("County Councillor Anne Chadwick")

    assert short is not None
    assert long is not None
    assert names.fuller(short, long).text == "Mrs Anne Chadwick"


def test_a_ward_behind_a_councillor_is_no_part_of_the_name():
    found = names.find("Councillor Oakes, Castle Ward, the Helen Ward at the hospital, and Mark Ward")

    assert [each.name.text for each in found] == ["Oakes", "Mark Ward"]
