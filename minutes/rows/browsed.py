"""Rows of agenda items, resolutions, declarations of interest, people, committees and their members."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString

from minutes.committees.members import Member
from minutes.models import AgendaItem, Committee, Decision, Interest, InterestKind, Person, Resolution
from minutes.models.person import Side
from minutes.plain import begun, counted
from minutes.rows.cells import (
    CELL,
    NAME,
    NONE,
    ROW,
    TO_CHECK,
    Address,
    day,
    first_words,
    item_referred_to,
    met,
    quiet,
    written,
)
from minutes.rows.sources import change_link, source_link

DECISIONS, KINDS, SIDES = dict(Decision.choices), dict(InterestKind.choices), dict(Side.choices)
EXEMPT = SafeString(' <strong class="govuk-tag govuk-tag--red">Exempt</strong>')
LEFT = SafeString('<div class="app-small">Left the room</div>')
NOTHING = SafeString('<span class="app-quiet">none</span>')


def item(record: AgendaItem, page: Address, meeting: Address, paper: Address) -> SafeString:
    return written(
        f'{ROW}{NAME}<a class="govuk-link" href="{{}}">{{}}</a>{{}}{{}}</th>'
        f'{CELL} data-label="Records">{{}}</td>{CELL} data-label="Meeting">{{}}{{}}</td></tr>',
        page(record.pk),
        record,
        EXEMPT if record.exempt else NONE,
        TO_CHECK if record.doubt_count else NONE,
        _records(record),
        met(record.meeting, meeting(record.meeting_id)),
        source_link(record, paper),
    )


def _records(record: Any) -> SafeString:
    """What was decided and agreed under an item, in figures."""
    found = ((record.resolution_count, "resolution"), (record.action_count, "action"))
    facts = [f'<span class="app-fact">{counted(number, thing)}</span>' for number, thing in found if number]
    return SafeString("".join(facts)) if facts else NOTHING


def resolution(record: Resolution, page: Address, meeting: Address, paper: Address) -> SafeString:
    return written(
        f'{ROW}{NAME}<a class="govuk-link" href="{{}}">{{}}</a>{{}}{{}}</th>'
        f'{CELL} data-label="Decision">{{}}{{}}</td>{CELL} data-label="Meeting">{{}}{{}}</td></tr>',
        page(record.pk),
        first_words(begun(record.text), 45),
        quiet(place_of(record)),
        TO_CHECK if record.doubt_count else NONE,
        DECISIONS.get(record.decision) or "Not known",
        quiet(f"to {record.recipient}" if record.recipient else ""),
        met(record.meeting, meeting(record.meeting_id)),
        source_link(record, paper),
    )


def place_of(record: Resolution) -> str:
    """The item that it stands under, and its clause; nothing where it stands under none."""
    if not record.item:
        return ""
    return begun(item_referred_to(record.item)) + (f", clause {record.number}" if record.number else "")


def interest(record: Interest, person: Address, meeting: Address, paper: Address, edit: Address | None) -> SafeString:
    """``edit`` is where the reader may change it, for who may."""
    return written(
        f'{ROW}{NAME}{{}}</th>{CELL}>{{}}{{}}{{}}{{}}</td>{CELL} data-label="Kind">{{}}</td>'
        f'{CELL} data-label="Meeting">{{}}<span class="app-nowrap">{{}}{{}}</span></td></tr>',
        _who(record, person),
        record.description or "Nothing more is said",
        quiet(begun(item_referred_to(record.item)) if record.item else ""),
        LEFT if record.left_the_room else NONE,
        TO_CHECK if record.doubt_count else NONE,
        KINDS.get(record.kind, record.kind),
        met(record.meeting, f"{meeting(record.meeting_id)}#interests"),
        source_link(record, paper),
        change_link(record, edit(record.pk)) if edit else NONE,
    )


def _who(record: Interest, person: Address) -> SafeString | str:
    if record.person is None:
        return written("{}", record.name)
    link = '<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>'
    return written(link, person(record.person.pk), record.person.name)


def person(record: Person, page: Address) -> SafeString:
    found: Any = record  # with the figures of the list
    return written(
        f'{ROW}{NAME}<a class="govuk-link govuk-link--no-visited-state" href="{{}}">{{}}</a></th>'
        f'{CELL} data-label="Member or officer">{{}}</td>'
        '<td class="govuk-table__cell app-table__number" data-label="Meetings attended">{}</td>'
        '<td class="govuk-table__cell app-table__number" data-label="Actions outstanding">{}</td></tr>',
        page(found.pk),
        found.name,
        SIDES.get(found.side) or "Not known",
        found.meeting_count,
        found.action_count,
    )


def committee(record: Committee, page: Address, actions: str) -> SafeString:
    """``actions`` is where the actions are."""
    found: Any = record  # with the figures of the list
    return written(
        f'{ROW}{NAME}<a class="govuk-link" href="{{}}">{{}}</a>{{}}</th>'
        '<td class="govuk-table__cell app-table__number" data-label="Meetings">{}</td>'
        '<td class="govuk-table__cell app-nowrap" data-label="First meeting">{}</td>'
        '<td class="govuk-table__cell app-nowrap" data-label="Latest meeting">{}</td>'
        f'{CELL}><a class="govuk-link govuk-link--no-visited-state" href="{{}}?committee={{}}">Outstanding actions'
        '<span class="govuk-visually-hidden"> of {}</span></a></td></tr>',
        page(found.pk),
        found.name,
        quiet(found.council.name if found.council else ""),
        found.meeting_count,
        day(found.first_met, "none"),
        day(found.last_met, "none"),
        actions,
        found.pk,
        found.name,
    )


def member(record: Member, page: Address) -> SafeString:
    """Somebody who belongs to a committee."""
    absent = f"{record.apologies} with apologies" if record.apologies else ""
    return written(
        f'{ROW}{NAME}<a class="govuk-link govuk-link--no-visited-state" href="{{}}">{{}}</a></th>'
        f'{CELL} data-label="Role">{{}}</td>'
        '<td class="govuk-table__cell app-table__number" data-label="Attended">{}{}</td>'
        f'{CELL} data-label="Years">{{}}</td></tr>',
        page(record.person),
        record.name,
        record.roles_in_words,
        record.attended,
        written('<div class="app-quiet app-small app-nowrap">{}</div>', absent) if absent else NONE,
        record.years_in_words,
    )
