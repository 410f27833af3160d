"""Posts become the people who hold them, where a paper says who does; where two may be meant, nobody."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from ingest.reading.model import AttendeeRead
from ingest.reading.records.actions import actions
from ingest.reading.records.owners import Owners
from ingest.reading.records.resolutions import resolutions
from tests.reading.invented import MEETING, PEOPLE, attendee, paper

ROADS = attendee("Hugh Dane", "officer", "Director of Roads")
PLACE = attendee("Ivy Cole", "officer", "Corporate Director for Place")
CARE = attendee("Olga Reeve", "officer", "Director of Care")


def owner_of(line: str, *people: AttendeeRead, before: tuple[str, ...] = ()) -> tuple[str | None, list[str]]:
    """The owner of the one action of a line, and what is doubted about it."""
    whole = paper(*before, line)
    (found,) = actions(whole, MEETING, people or PEOPLE, resolutions(whole, MEETING))
    return found.owner, [doubt.sentence for doubt in found.doubts]


AGREED = "The Director agreed to circulate the list of bridges."


def test_the_one_whose_post_begins_with_the_word() -> None:
    assert owner_of(AGREED, ROADS, PLACE) == ("Hugh Dane", [])


def test_the_one_who_is_spoken_of_under_the_item() -> None:
    assert owner_of(AGREED, ROADS, CARE, before=("The Director of Care gave a presentation.",)) == ("Olga Reeve", [])
    assert owner_of(AGREED, ROADS, PLACE, before=("Ms Cole gave a presentation.",)) == ("Ivy Cole", [])


def test_nobody_where_two_may_be_meant() -> None:
    assert owner_of(AGREED, ROADS, CARE) == (None, ["Two people may be meant by Director."])


def test_a_deputy_is_not_meant_by_the_post() -> None:
    chief = attendee("Ann Loveday", "guest", "Police and Crime Commissioner")
    deputy = attendee("Bea Stirling", "guest", "Deputy Police and Crime Commissioner")
    line = "The Commissioner undertook to send the Panel a map of patrols."
    assert owner_of(line, deputy, chief) == ("Ann Loveday", [])


def test_a_post_with_its_holder_beside_it() -> None:
    line = "The Chairman asked the Drainage Officer, Ms. Rhona Firth, to find a day for a visit."
    assert owner_of(line) == ("Ms. Rhona Firth", [])


def test_words_before_a_comma_are_no_holder() -> None:
    owner = Owners((), "On CCTV, the Safety Manager is to agree a plan by the end of June.").of("the Safety Manager")
    assert owner
    assert owner.name == "Safety Manager"


def test_a_rank_printed_before_a_name() -> None:
    officer = attendee("Carl Bright", "guest", "Fenshire Police")
    before = ("Assistant Chief Constable Carl Bright attended.",)
    line = "The Assistant Chief Constable agreed to supply the figures by area."
    assert owner_of(line, officer, before=before) == ("Carl Bright", [])


def test_officers_are_many_and_no_post() -> None:
    assert owner_of("Officers agreed to circulate the list.", ROADS, CARE) == ("Officers", [])


def test_he_is_the_last_of_two_who_spoke() -> None:
    before = "Cllr Penn asked how many gates were broken; the Head of Parks said that it was six."
    line = f"{before} She would let the Panel have a list."
    assert owner_of(line) == ("Wendy Marsh", [])


def test_a_request_that_is_to_be_actioned_is_what_was_undertaken() -> None:
    whole = paper(
        "Heating costs: warming the halls was dear. The Head of Parks agreed to provide the cost for each hall.",
        "RESOLVED:",
        "(a) That the report be noted.",
        "(b) That the request about heating costs for each hall be followed up by officers.",
    )
    (found,) = actions(whole, MEETING, PEOPLE, resolutions(whole, MEETING))
    assert (found.owner, found.resolution) == ("officers", 1)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("A visit to the depot be organised for members in July", dt.date(2024, 7, 31)),
        ("The Head of Parks be asked whether it would survey the path in July", None),
        ("A visit to the depot be organised in July", dt.date(2024, 7, 31)),
        ("The Head of Parks be asked to report back in July", dt.date(2024, 7, 31)),
        ("Members be sent the survey of paths carried out in July", None),
        ("Members be told of the fall in visitors in July", None),
        ("The survey carried out in March be circulated", None),
        ("A visit be arranged in April", None),
        ("The list be circulated by the end of the week", dt.date(2024, 5, 17)),
        ("The list be circulated by the end of next week", dt.date(2024, 5, 24)),
        ("The answer be brought to the July meeting", dt.date(2024, 7, 9)),
        ("The answer be brought to the September meeting", None),
    ],
)
def test_by_when(words: str, day: dt.date | None) -> None:
    whole = paper(f"RESOLVED: That {words[0].lower()}{words[1:]}.")
    (found,) = actions(whole, replace(MEETING), PEOPLE, resolutions(whole, MEETING))
    assert found.due == day


def test_one_who_is_asked_for_in_another_item_keeps_an_answer_of_its_own() -> None:
    owners = Owners((ROADS, CARE))
    care = owners.within("The Director of Care spoke.").of("The Director")
    roads = owners.within("The Director of Roads spoke.").of("The Director")
    assert [one and one.name for one in (care, roads)] == ["Olga Reeve", "Hugh Dane"]


def test_the_commissioner_is_not_who_works_for_one() -> None:
    line = "RESOLVED that the Commissioner be requested to report to the Panel in June."
    chief = attendee("Honor Slate", "officer", "Police and Crime Commissioner")
    money = attendee("Vera Oram", "officer", "Commissioner’s Chief Finance Officer")
    assert owner_of(line, chief, money) == ("Honor Slate", [])
    assert owner_of(line, money)[0] != "Vera Oram"


def test_whoever_somebody_else_tells_of_is_the_one_who_will_do_it() -> None:
    line = (
        "The Director of Roads reported that Mr Gary Frith, who had hoped to come, had been called away and would send "
        "his questions in."
    )
    assert owner_of(line, ROADS, attendee("Mr Gary Frith", "guest"))[0] == "Mr Gary Frith"


def test_the_name_of_a_body_does_not_begin_in_the_paragraph_before() -> None:
    words = "Report of the Harbour Master for Quays and Moorings\n\nWest Quay Task\nGroup: first findings"
    owner = Owners((), words).of("the Task Group")
    assert owner is not None
    assert owner.name == "West Quay Task Group"
