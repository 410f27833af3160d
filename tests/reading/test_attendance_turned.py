"""Lists that print the surname first. All names are invented."""

import pytest

from ingest.reading.records.attendance import lists
from tests.reading.attendance_papers import head, people, told


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("MARROW, Ann", "Ann Marrow"),
        ("O’NEILL-PIKE, Ann (Chair)", "Ann O’Neill-Pike"),
        ("Marrow, Councillor Ann", "Ann Marrow"),
        ("Cllr MARROW, Ann", "Ann Marrow"),
        ("Marrow, A.", "A Marrow"),
        ("Marrow, A B (Chair)", "A B Marrow"),
        ("MARROW, Canon Ed", "Canon Ed Marrow"),
        ("Marrow, Ann (Head of Roads)", "Ann Marrow"),
        ("PIKE, C", "C Pike"),
    ],
)
def test_a_surname_before_its_first_names(printed, name):
    assert [one.found.name.text for one in lists.people(printed)] == [name]


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Cy Pike, HMT", ["Cy Pike"]),
        ("A Oakes, NCC", ["A Oakes"]),
        ("Mr Oakes, Mr Pike, Miss Quill", ["Mr Oakes", "Mr Pike", "Miss Quill"]),
        ("Councillors Oakes, Pike and Quill", ["Oakes", "Pike", "Quill"]),
        ("Oakes, Clerk", []),
        ("DEFRA, London", []),
    ],
)
def test_what_only_looks_turned(printed, names):
    assert [one.found.name.text for one in lists.people(printed)] == names


def test_a_register_in_which_all_are_turned():
    found = people(
        head("Present"),
        "Marrow, Ann (Chair); Oakes, Bob; Pike, Cy",
        head("Officers"),
        "QUILL, Dot (Head of Roads)",
        head("Apologies"),
        "ROWE, Ed",
    )

    assert told(found) == {
        "chair": ["Ann Marrow"],
        "member": ["Bob Oakes", "Cy Pike"],
        "officer": ["Dot Quill"],
        "apologies": ["Ed Rowe"],
    }


@pytest.mark.parametrize("title", ["District Councillor", "County Cllr", "PCSO", "Professor"])
def test_a_title_before_initials_is_no_post_of_the_one_before(title):
    found = lists.people(f"A Marrow (Chairman), B Oakes, {title} C Pike and D Quill")

    assert [(one.found.name.bare, one.position) for one in found] == [
        ("A Marrow", ""),
        ("B Oakes", ""),
        ("C Pike", ""),
        ("D Quill", ""),
    ]


def test_whole_names_with_their_councils_are_not_turned():
    found = lists.people("Cllr Ann Marrow, Norham (Chair); Cllr Bob Oakes, Exe; Cllr Cy Pike, Teme")

    assert [one.found.name.text for one in found] == ["Ann Marrow", "Bob Oakes", "Cy Pike"]
