"""Of what kind a clause is: what its verbs say, of whom they say it, and what stands beside them."""

import pytest

from ingest.reading.language.decisions import decision_of
from tests.reading.invented import table
from tests.reading.invented_records import pairs


@pytest.mark.parametrize(
    ("clause", "decision"),
    [
        # what its own chair sends goes out from the body; what others send is asked for
        ("That the Chairman send the Panel’s report to the Board by 8 May.", "agreed"),
        ("the Vice-Chair submit a reply on behalf of the Panel", "agreed"),
        ("the Head of Parks send a report to the Panel", "requested"),
        ("the Head of Parks return to the Panel in May with a list of the gates", "requested"),
        ("the Warden comes back to the Committee with figures", "requested"),
        ("the Head of Parks return the keys", "agreed"),
        # what is to become of a thing is said last
        ("that the list of items to be considered in May be agreed.", "agreed"),
        ("that the roof needs to be mended and that the price would be accepted", "agreed"),
        ("that the notes to be published next week be endorsed", "agreed"),
        ("that proposals to be considered in May be brought to the Panel and be agreed", "requested"),
        ("that the report be adopted and sent to the Trust, whose reply was to be sought in May", "agreed"),
        ("that the report be sent to members", "requested"),
        # a body takes note of what it has, and asks for what is to come
        ("That the Panel receive a list of the kilns at its May meeting", "requested"),
        ("That the Panel receive the list", "noted"),
        ("that the Panel to note the report and to note its duties", "noted"),
        ("the Clerk write to the Board to note its silence", "agreed"),
        # noting is no confirming of notes
        ("to note the audit and to recommend that Council approve the accounts", None),
        ("That the notes of 4 May be approved", "approved"),
        ("the notes taken on 4 May be agreed as correct", "approved"),
        ("That the notes of the Panel held on 4 May be agreed, subject to the addition of Mrs Archer", "approved"),
        ("that the notes of how the kiln was lit be agreed by the curator", "agreed"),
        # on what terms, and what was read before, is not what was decided
        ("That, subject to the visit being held in May, the plan be approved.", "approved"),
        ("that, subject to the price, the kiln be bought", "agreed"),
        ("That the Panel reviewed and noted the accounts", "noted"),
        ("that approval be given to the kiln", "approved"),
        # what goes out to others is not brought back
        ("that the above responses be submitted to the District Council", "agreed"),
        ("that feedback be given to the three potters within a month", "agreed"),
        ("that a list of the kilns be provided to Members", "requested"),
        ("that a further report be submitted to the next meeting of the Panel", "requested"),
    ],
)
def test_the_kind_of_a_clause(clause: str, decision: str | None) -> None:
    assert decision_of(clause) == decision


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ("The complaints procedure was reviewed and adopted.", "agreed"),
        ("The accounts were checked and approved.", "approved"),
    ],
)
def test_what_was_adopted_is_agreed(line: str, decision: str) -> None:
    assert [kind for _, kind in pairs(line)] == [decision]


def test_the_head_of_a_column_leads_into_the_cells_below_it_and_not_beside_it() -> None:
    heads = ("Decision", "Lead", "Date")
    found = pairs(table(heads, ("That the map be noted", "AB", "May"), ("To raise the rents", "CD", "June")))
    assert found == [("That the map be noted", "noted"), ("To raise the rents", "agreed")]
    beside = pairs(table(("Item", "Decision", "Action by"), ("Roads", "The report was noted", "AB")))
    assert beside == [("The report was noted", "noted")]
    assert pairs("Decision:", "That the map be noted.") == [("That the map be noted", "noted")]
