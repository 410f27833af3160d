"""What a new reading says against a person's work is a question with two answers, and answering settles it."""

import dataclasses

import pytest

from ingest import filing
from ingest.reading.model import Doubt
from minutes import corrections
from minutes.checking import answers
from minutes.corrections import NotPossible
from minutes.models import Act, Action, AgendaItem, Attendee, Correction, Interest, Resolution
from tests.builders import a_document
from tests.ingest.papers import a_reading, acts, attends, declares, item, meets, paper, resolves

pytestmark = pytest.mark.django_db

READ = paper(
    meets(venue="Room A"),
    attendees=[attends("P Nair")],
    items=[item("4", "Interests"), item("5", "Home to school transport")],
    resolutions=[resolves("That the report be noted.")],
    actions=[acts("Rewrite the web page", owner="D Okoro"), acts("Share the slides")],
)


@pytest.fixture
def document():
    return a_document(filename="draft.pdf")


@pytest.fixture
def action(document):
    filing.file(a_reading(document), READ)
    return Action.objects.get(text="Rewrite the web page")


def again(document, owner="Head of Transport", **changes):
    read = dataclasses.replace(READ, actions=(acts("Rewrite the web page", owner=owner), READ.actions[1]))
    filing.file(a_reading(document), dataclasses.replace(read, **changes))


def asked(record):
    record.refresh_from_db()
    question = answers.asked(record, ())
    return question and {one.value: one.label for one in question.answers}


def answer(record, value, officer, field="owner"):
    record.refresh_from_db()
    answers.answer(record, field, value, officer, record.version)
    record.refresh_from_db()


def test_a_difference_asks_theirs_or_the_reader_s(action, document, officer):
    corrections.correct(action, {"owner": "Damian Okoro"}, officer)
    again(document)
    assert asked(action) == {
        "stays": "Keep “Damian Okoro”, as Ann Officer corrected it",
        "read": "Take “Head of Transport”, as the new reading says",
    }


@pytest.mark.parametrize(("value", "owner"), [("stays", "Damian Okoro"), ("read", "Head of Transport")])
def test_an_answer_settles_a_difference_for_good(action, document, officer, value, owner):
    corrections.correct(action, {"owner": "Damian Okoro"}, officer)
    again(document)
    answer(action, value, officer)
    assert (action.owner, action.doubts) == (owner, [])
    again(document)
    action.refresh_from_db()
    assert (action.owner, action.doubts) == (owner, [])
    again(document, owner="Somebody else")
    assert "Take “Somebody else”, as the new reading says" in asked(action).values()


def test_an_answer_can_be_taken_back_and_asks_again(action, document, officer):
    corrections.correct(action, {"owner": "Damian Okoro"}, officer)
    again(document)
    answer(action, "read", officer)
    corrections.take_back(Correction.objects.about(action).first(), officer)
    action.refresh_from_db()
    assert action.owner == "Damian Okoro"
    assert "read" in asked(action)


def test_a_confirmed_record_says_who_confirmed_it(action, document, officer):
    corrections.confirm(action, officer)
    again(document)
    assert asked(action)["stays"] == "Keep “D Okoro”, as Ann Officer confirmed it"


def test_a_later_version_is_named_as_such(action, document, officer):
    corrections.correct(action, {"owner": "Damian Okoro"}, officer)
    again(a_document())
    assert asked(action)["read"] == "Take “Head of Transport”, as the later version says"


def test_a_record_that_a_reading_lacks_is_kept_and_still_follows_readings(action, document, officer):
    again(document, actions=READ.actions[1:])
    assert asked(action) == {"stays": "Keep it: it is right", "remove": "Remove it: it is no record"}
    answer(action, "stays", officer, field="")
    assert (action.doubts, action.is_confirmed) == ([], False)
    assert Correction.objects.about(action).first().act == Act.KEPT
    again(document, actions=READ.actions[1:])
    assert asked(action) is None
    again(document)
    action.refresh_from_db()
    assert action.owner == "Head of Transport"


def test_a_keeping_is_taken_back_and_asks_again(action, document, officer):
    again(document, actions=READ.actions[1:])
    answer(action, "stays", officer, field="")
    corrections.take_back(Correction.objects.about(action).first(), officer)
    assert asked(action)["remove"] == "Remove it: it is no record"


def test_a_record_that_a_reading_lacks_is_removed_and_stays_so(action, document, officer):
    again(document, actions=READ.actions[1:])
    asked(action)
    answer(action, "remove", officer, field="")
    again(document)
    assert not Action.objects.filter(pk=action.pk).exists()
    assert Action.everything.filter(pk=action.pk).exists()


def test_every_kind_of_record_that_a_reading_lacks_asks(action, document):
    again(document, attendees=(), resolutions=())
    for model in (Attendee, Resolution):
        assert list(asked(model.objects.get())) == ["stays", "remove"]


def test_only_what_a_reading_lacks_is_kept_against_it(action, officer):
    with pytest.raises(NotPossible):
        corrections.keep(action, officer)


def test_an_interest_in_an_item_that_nobody_knows_offers_the_items(document, officer):
    doubt = Doubt("The interest is in agenda item 6.", "item")
    filing.file(a_reading(document), dataclasses.replace(READ, interests=(declares("P Nair", None, doubts=(doubt,)),)))
    interest, home = Interest.objects.get(), AgendaItem.objects.get(number="5")
    assert list(asked(interest).values()) == [
        "It is 4 Interests",
        "It is 5 Home to school transport",
        "Leave it empty: the paper does not say",
    ]
    answer(interest, f"item-{home.pk}", officer, field="item")
    assert (interest.item, interest.doubts) == (home, [])
