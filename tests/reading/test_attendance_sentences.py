"""Who was there by what the items say: apologies, substitutes, whom the chair welcomed and who spoke. All invented."""

import pytest

from tests.reading.attendance_papers import by_name, standing


def test_one_record_a_person_under_the_fullest_name():
    people = by_name(
        "Present: County Councillors A Thrush and N Wold",
        items=[
            ("Interests", "County Councillor Anne Thrush declared a personal interest."),
            ("Roads", "CC Thrush spoke."),
        ],
    )

    assert list(people) == ["Anne Thrush", "N Wold"]
    assert "A Thrush" in people["Anne Thrush"].forms


@pytest.mark.parametrize(
    ("sentence", "away", "substitute", "replaced"),
    [
        (
            "Apologies were received from Cllr Alec Thorn. Cllr Hugo Plum replaced Cllr Simon Dray.",
            "Alec Thorn",
            "Hugo Plum",
            "Simon Dray",
        ),
        (
            "Apologies for absence had been received from Councillor G Larch. Councillor Mrs H Finch substituted "
            "for Councillor L Wren.",
            "G Larch",
            "Mrs H Finch",
            "L Wren",
        ),
        (
            "Apologies were received from Ms D Wold, for whom Mr B Alder substituted.",
            "Ms D Wold",
            "Mr B Alder",
            "Ms D Wold",
        ),
        (
            "Apologies were received from Councillor Hazel. Councillor Jo Rook attended as substitute.",
            "Hazel",
            "Jo Rook",
            "Hazel",
        ),
        (
            "Apologies were received from Councillor Max Elmer. Councillor Pell attended the meeting as their "
            "duly appointed substitute for Councillor Elmer.",
            "Max Elmer",
            "Pell",
            "Max Elmer",
        ),
    ],
)
def test_apologies_and_substitutes_in_sentences(sentence, away, substitute, replaced):
    people = by_name("Present: Councillor Ann Other (Chair)", items=[("Apologies for absence", sentence)])

    assert people[away].status == "apologies"
    assert (people[substitute].role, people[substitute].status, people[substitute].replaces) == (
        "substitute",
        "present",
        replaced,
    )


def test_those_welcomed_to_an_item_attended():
    people = by_name(
        items=[
            (
                "Families",
                "The Chair welcomed Rowena Falk, Executive Director of Housing and Residents' Services, "
                "Petra Stone, Director of "
                "Leisure and Imogen Cray, Head of Service, Welcome Desk, Lettings and Tenancy "
                "Services to the meeting.",
            )
        ]
    )

    assert {name: person.position for name, person in people.items()} == {
        "Rowena Falk": "Executive Director of Housing and Residents' Services",
        "Petra Stone": "Director of Leisure",
        "Imogen Cray": "Head of Service, Welcome Desk, Lettings and Tenancy Services",
    }
    assert all(person.items == (0,) and person.role == "officer" for person in people.values())


def test_public_speakers_attended_and_people_merely_mentioned_did_not():
    people = by_name(
        items=[
            (
                "Public questions",
                "Mrs Mavis Garth, a resident of Nether Moss, asked about bins. Her neighbour, Mr Edgar "
                "Tansy, who was 91, had been "
                "missed. The Chairman read out a letter from Mr Lambert Foy. Basil Hurd, Quay Tenants’ "
                "Association, asked when.",
            )
        ]
    )

    assert standing(people) == {"Mrs Mavis Garth": ("guest", "present"), "Basil Hurd": ("guest", "present")}


def test_two_people_of_one_surname_stay_two():
    people = by_name("Present: Councillors A Smith and Alan Smith", items=[("Roads", "Councillor Smith asked why.")])

    assert list(people) == ["A Smith", "Alan Smith"]


def test_who_was_appointed_in_place_of_another_did_not_substitute():
    text = "It was noted that Councillor Karim Vale had been appointed Chair in place of Councillor Tilda Frome."

    assert by_name("Present: Councillor Karim Vale (Chair)", items=[("Appointment of Chair", text)]).keys() == {
        "Karim Vale"
    }
