"""Tables of people that tell by themselves what each column is: grids, registers, rows of posts, bodies or presence."""

from __future__ import annotations

import datetime as dt

from ingest.reading.model import Block
from ingest.reading.records.attendance import coded, entries, grids, organisations
from ingest.reading.records.attendance.legends import Legend
from ingest.reading.records.attendance.sighting import Group, Sighting


def read(block: Block, group: Group, legend: Legend, date: dt.date | None) -> list[Sighting] | None:
    """The people of such a table, standing under ``group``; None where it is of labels and lists.

    ``date`` is the meeting's, for grids of several meetings.
    """
    own = group if group.status == "present" else Group(default="member")  # a register tells itself who came
    if grid := grids.dated(block, date):
        return list(grids.grid(block, grid, own, legend))
    if register := coded.register(block, own, legend):
        return register
    if organisations.are_rows(block):
        return list(organisations.people(block, group))
    if entries.are_dashed(block):
        return list(entries.dashed(block, group))
    if entries.are_stated(block):
        return list(entries.stated(block, own))
    if codes := grids.undated(block):
        return list(grids.grid(block, codes, own, legend))
    return None
