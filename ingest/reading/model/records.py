"""The records of a paper, one dataclass a kind; each with the words it was read from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ingest.reading.model.blocks import Quote
from ingest.reading.model.papers import Kind
from ingest.reading.model.said import Doubt


@dataclass(frozen=True, slots=True)
class NextMeeting:
    date: dt.date | None = None
    time: dt.time | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingRead:
    """The meeting itself. ``quotes`` has the source of each value by the name of its field."""

    kind: Kind | None = None
    council: str | None = None
    committee: str | None = None
    title: str | None = None
    date: dt.date | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    venue: str | None = None
    next_meeting: NextMeeting | None = None
    signatory: str | None = None
    quotes: Mapping[str, Quote] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()


Role = Literal["chair", "vice_chair", "member", "substitute", "co_opted", "cabinet_member", "officer", "guest"]
Status = Literal["present", "apologies", "absent"]


@dataclass(frozen=True, slots=True)
class AttendeeRead:
    """One person under the fullest name of the paper. ``forms`` are the other names it is printed under.

    ``role`` and ``status`` are None where the paper does not tell them; a doubt says so then.

    ``items`` are the indices of the items that the person came for; ``note`` is what the paper says of arrival,
    departure or remote attendance, verbatim.
    """

    name: str
    role: Role | None
    status: Status | None
    quote: Quote
    position: str | None = None
    replaces: str | None = None
    forms: tuple[str, ...] = ()
    items: tuple[int, ...] = ()
    note: str | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItemRead:
    """``text`` is what stands under the heading, paragraphs joined by a blank line."""

    number: str | None
    title: str
    quote: Quote
    text: str = ""
    doubts: tuple[Doubt, ...] = ()


Decision = Literal["approved", "noted", "recommended", "requested", "agreed"]


@dataclass(frozen=True, slots=True)
class ResolutionRead:
    """One clause of a decision. ``item`` is an index into the items; ``recipient`` whom a recommendation is made to.

    ``stem`` are the words that the clause shares with those beside it ("That the Head of Parks be asked to").
    """

    item: int | None
    number: str | None
    text: str
    decision: Decision | None
    quote: Quote
    recipient: str | None = None
    doubts: tuple[Doubt, ...] = ()
    stem: str = ""


@dataclass(frozen=True, slots=True)
class ActionRead:
    """Something to be done after the meeting. ``resolution`` is an index into the resolutions.

    ``owner`` is a full name where the paper allows, else a post or a body; ``due_printed`` the words that ``due``
    was worked out from.
    """

    item: int | None
    text: str
    quote: Quote
    owner: str | None = None
    owner_printed: str | None = None
    due: dt.date | None = None
    due_printed: str | None = None
    resolution: int | None = None
    doubts: tuple[Doubt, ...] = ()


InterestKind = Literal["pecuniary", "non_pecuniary", "unspecified", "party_whip"]


@dataclass(frozen=True, slots=True)
class InterestRead:
    """A declaration. ``item`` is the item that it concerns; ``declared_under`` the one it is printed under."""

    name: str
    kind: InterestKind
    item: int | None
    description: str | None
    quote: Quote
    kind_printed: str | None = None
    declared_under: int | None = None
    left_the_room: bool | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorRead:
    """A row of a performance table: ``values`` stand under ``periods``, both as printed, in the columns' order."""

    name: str
    target: str | None
    values: tuple[str, ...]
    quote: Quote
    periods: tuple[str, ...] = ()
    commentary: str | None = None
    item: int | None = None
    doubts: tuple[Doubt, ...] = ()
