"""How the meetings of one body hang together: which confirmed whose minutes, and to which one a report went.

Worked out anew from all that is filed of the body whenever a paper of it is, so that it does not matter in which
order papers come in. What a person said about it stays.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ingest.reading.language.dates import dates
from minutes.models import Correction, Kind, Meeting, MinutesStatus, Resolution

# "be confirmed and signed", "were agreed as a correct record", "be signed by the Chair as a correct record",
# "be taken as read and correctly recorded", "were agreed as accurate"
_CONFIRMS = re.compile(
    r"\b(?:confirm|approv|agree|accept|adopt|sign|correctly recorded|(?:correct|accurate|true)\s+record)", re.IGNORECASE
)
# "be not confirmed", "confirmation of the minutes be deferred to the next meeting"
_REFUSES = re.compile(
    r"\b(?:not\s+(?:be\s+)?(?:confirm|approv|agree|accept|sign)|be\s+not\b|defer|withdrawn)", re.IGNORECASE
)
# "subject to the figure of 46 being amended to read 64", "were confirmed and signed after the correction of"
_AMENDS = re.compile(
    r"\b(?:subject\s+to|amend(?:ed|ing|ments?)|corrections?|corrected|(?:addition|deletion)\s+of)\b", re.IGNORECASE
)
_UNAMENDED = re.compile(
    r"\b(?:without|no|not\s+be(?:ing)?)\s+(?:any\s+|further\s+)?(?:amend|correct)\w*", re.IGNORECASE
)
_PREVIOUS = re.compile(r"\b(?:previous|last|preceding)\s+(?:\w+\s+)?(?:meeting|minutes)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Confirmation:
    """A clause that confirms minutes: of which days, with an amendment or without."""

    meeting: Meeting
    item_id: int | None
    days: tuple[dt.date, ...]
    previous: bool
    amended: bool


def connect(*bodies: tuple[int | None, int | None]) -> None:
    """Work out the links among all meetings of each body: the primary keys of a council and of its committee."""
    for council, committee in set(bodies):
        _connect_body(council, committee)


def _connect_body(council: int | None, committee: int | None) -> None:
    if council is None and committee is None:
        return
    whose = {"committee": committee} if committee else {"committee": None, "council": council}
    every = list(Meeting.objects.filter(**whose).exclude(date=None).order_by("date", "pk"))
    said = _said_by_people(every)
    minutes = [meeting for meeting in every if meeting.kind == Kind.MINUTES]
    confirmed = _confirmed(minutes)
    for meeting in every:
        values = _standing_of(meeting, confirmed.get(meeting.pk), said) | _way_of(meeting, minutes, said)
        _keep(meeting, values)


def _said_by_people(meetings: Iterable[Meeting]) -> set[tuple[int, str]]:
    fields = ("status", "confirmed_in", "reported_to")
    standing = Correction.objects.standing().filter(kind="meeting", field__in=fields)
    return set(standing.filter(record_id__in=[one.pk for one in meetings]).values_list("record_id", "field"))


def _keep(meeting: Meeting, values: dict[str, Any]) -> None:
    if all(getattr(meeting, field) == value for field, value in values.items()):
        return
    for field, value in values.items():
        setattr(meeting, field, value)
    meeting.version += 1
    meeting.save(update_fields=[*values, "version"])


# --- minutes confirmed by a later meeting ----------------------------------------------------------------------------


def _standing_of(meeting: Meeting, by: _Confirmation | None, said: set[tuple[int, str]]) -> dict[str, Any]:
    if {(meeting.pk, "status"), (meeting.pk, "confirmed_in")} & said:
        here = by is not None and meeting.confirmed_in_id == by.meeting.pk
        return {"confirmed_under_id": by.item_id if by and here else None}
    if by is None:
        return {"status": MinutesStatus.DRAFT, "confirmed_in_id": None, "confirmed_under_id": None}
    status = MinutesStatus.AMENDED if by.amended else MinutesStatus.CONFIRMED
    return {"status": status, "confirmed_in_id": by.meeting.pk, "confirmed_under_id": by.item_id}


def _confirmed(minutes: list[Meeting]) -> dict[int, _Confirmation]:
    """By meeting, the first clause of a later one that confirms its minutes."""
    on_day: dict[dt.date | None, list[Meeting]] = defaultdict(list)
    for meeting in minutes:
        on_day[meeting.date].append(meeting)
    found: dict[int, _Confirmation] = {}
    for one in _confirmations(minutes):
        days = one.days or _day_before(one, minutes)
        for day in days:
            held = on_day.get(day, [])
            if len(held) == 1:  # of two meetings on one day, the words do not tell which
                found.setdefault(held[0].pk, one)
    return found


def _confirmations(minutes: list[Meeting]) -> Iterator[_Confirmation]:
    """In the order of the meetings' days."""
    clauses: dict[int, list[Resolution]] = defaultdict(list)
    about = Resolution.objects.filter(meeting__in=minutes, text__icontains="minutes").select_related("item")
    for clause in about.order_by("order", "pk"):
        clauses[clause.meeting_id].append(clause)
    for meeting in minutes:
        for clause in clauses[meeting.pk]:
            if confirmation := _read(clause, meeting):
                yield confirmation


def _read(clause: Resolution, meeting: Meeting) -> _Confirmation | None:
    """What a clause confirms; None where it does not, or where nothing says of which meeting."""
    text = clause.text
    title = clause.item.title if clause.item and not clause.item.is_removed else ""
    if not _CONFIRMS.search(text) or _REFUSES.search(text):
        return None
    days = _days_before(text, meeting) or _days_before(title, meeting)
    previous = bool(_PREVIOUS.search(f"{text} {title}"))
    amended = bool(_AMENDS.search(_UNAMENDED.sub(" ", text)))
    return _Confirmation(meeting, clause.item_id if title else None, days, previous, amended)


def _days_before(words: str, meeting: Meeting) -> tuple[dt.date, ...]:
    """The days before a meeting that words print; one without a year is the last such day before it."""
    found = []
    for one in dates(words, meeting.date):
        day = one.date
        while not one.exact and meeting.date and day >= meeting.date:
            day = _a_year_earlier(day)
        if meeting.date and day < meeting.date:
            found.append(day)
    return tuple(found)


def _a_year_earlier(day: dt.date) -> dt.date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _day_before(one: _Confirmation, minutes: list[Meeting]) -> tuple[dt.date, ...]:
    """ "The minutes of the previous meeting": the last one that we have, if it named this one as its next."""
    earlier = [meeting for meeting in minutes if meeting.date and one.meeting.date and meeting.date < one.meeting.date]
    last = earlier[-1] if earlier else None
    if one.previous and last is not None and last.date and last.next_date == one.meeting.date:
        return (last.date,)
    return ()


# --- reports to a meeting --------------------------------------------------------------------------------------------


def _way_of(meeting: Meeting, minutes: list[Meeting], said: set[tuple[int, str]]) -> dict[str, Any]:
    """A portfolio holder's report of a day goes to the body's meeting of that day, where there was one alone."""
    if (meeting.pk, "reported_to") in said:
        return {}
    of_the_day = [one.pk for one in minutes if one.date == meeting.date]
    is_report = meeting.kind == Kind.PORTFOLIO_REPORT
    return {"reported_to_id": of_the_day[0] if is_report and len(of_the_day) == 1 else None}
