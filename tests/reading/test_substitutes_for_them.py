"""Substitutes told by a pronoun: for whom, only the words before tell. All names are invented."""

import pytest

from tests.reading.attendance_papers import people

PRESENT = "Present: Councillors Ann Moss (Chair), Bob Jones, Cy Marlow, Dee Field and Eve Hart"


def substitutes(told: str) -> dict[str, str | None]:
    found = people(PRESENT, items=[("Apologies and substitutes", told)])
    return {person.name: person.replaces for person in found if person.role == "substitute"}


@pytest.mark.parametrize(
    "told",
    [
        "Apologies were given on behalf of Councillor Kit Vane with Councillor Eve Hart in attendance as substitute.",
        "Apologies were given by Councillor Kit Vane. It was noted that Councillor Hart was substituting for her.",
        "Apologies were given by Councillor Kit Vane. Councillor Hart attended as her substitute.",
        "Apologies were given by Councillor Kit Vane. Councillor Hart stood in for him.",
        "Apologies were given by Councillor Kit Vane. Councillor Eve Hart was in attendance in his place.",
        "Apologies came from Councillor Kit Vane and Councillor Hart was appointed as her substitute for the meeting.",
        "Councillor Kit Vane had sent apologies; Councillor Hart was her substitute.",
        "Councillor Kit Vane sent her apologies and Councillor Hart substituted.",
    ],
)
def test_one_came_for_the_only_one_who_was_away(told: str) -> None:
    assert substitutes(told) == {"Eve Hart": "Kit Vane"}


def test_several_came_respectively() -> None:
    away = "Apologies were received from Councillors Kit Vane and Lou Penn. "
    came = "Councillors Field and Hart were substituting for them"
    assert substitutes(f"{away}{came} respectively.") == {"Dee Field": "Kit Vane", "Eve Hart": "Lou Penn"}
    assert substitutes(f"{away}{came}.") == {"Dee Field": None, "Eve Hart": None}


def test_whoever_stood_in_elsewhere_was_not_here() -> None:
    told = "Mr Guy Thorne stood in for him at the meeting of the board in May."
    found = people(PRESENT, items=[("Ferry fares", told)])
    assert "Guy Thorne" not in " ".join(person.name for person in found)


@pytest.mark.parametrize(
    "told",
    [
        "Apologies were given by Councillor Kit Vane. Councillor Hart asked whether anybody had been found for her.",
        "Apologies were given by Councillor Kit Vane. No substitute was present.",
        "Apologies were given by Councillor Kit Vane. The Chair reminded members that substitutes are named by noon.",
    ],
)
def test_a_word_of_substitutes_makes_none(told: str) -> None:
    assert substitutes(told) == {}
