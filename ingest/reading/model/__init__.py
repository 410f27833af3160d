"""What travels through reading: from positioned words to records.

Everything here is frozen and plain: no Django, no PDF library, no spaCy. Lengths are points (1/72 inch),
measured from the top left corner of a page; pages count from 1, paragraphs from 1.
"""

from ingest.reading.model.blocks import ACTION_COLUMN, Align, Block, BlockKind, Cell, Piece, Quote
from ingest.reading.model.pages import Box, Line, Page, Rule, Span
from ingest.reading.model.papers import Kind, Paper, Section
from ingest.reading.model.readings import MinutesRead, PageRead, Progress, Unreadable
from ingest.reading.model.records import (
    ActionRead,
    AgendaItemRead,
    AttendeeRead,
    Decision,
    IndicatorRead,
    InterestKind,
    InterestRead,
    MeetingRead,
    NextMeeting,
    ResolutionRead,
    Role,
    Status,
)
from ingest.reading.model.said import Doubt, Problem

__all__ = [
    "ACTION_COLUMN",
    "ActionRead",
    "AgendaItemRead",
    "Align",
    "AttendeeRead",
    "Block",
    "BlockKind",
    "Box",
    "Cell",
    "Decision",
    "Doubt",
    "IndicatorRead",
    "InterestKind",
    "InterestRead",
    "Kind",
    "Line",
    "MeetingRead",
    "MinutesRead",
    "NextMeeting",
    "Page",
    "PageRead",
    "Paper",
    "Piece",
    "Problem",
    "Progress",
    "Quote",
    "ResolutionRead",
    "Role",
    "Rule",
    "Section",
    "Span",
    "Status",
    "Unreadable",
]
