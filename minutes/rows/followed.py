"""Rows of actions and of recommendations: what is to be done, and how it stands today."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString

from minutes.figures import SILENT, SOON
from minutes.following import clock
from minutes.following.sheets import reference_of, response_of
from minutes.models import Action, Delivery, Resolution
from minutes.plain import ago, begun, counted
from minutes.rows.browsed import place_of
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
from minutes.rows.sources import source_link

COLOURS: dict[str, str] = {
    Delivery.OUTSTANDING: "govuk-tag--blue",
    Delivery.IN_PROGRESS: "govuk-tag--yellow",
    Delivery.COMPLETE: "govuk-tag--green",
}
STATES = dict(Delivery.choices)
FOLDED = (
    '<details class="govuk-details app-on-phone"><summary class="govuk-details__summary">'
    '<span class="govuk-details__summary-text">{}<span class="govuk-visually-hidden">: {}</span></span></summary>'
    '<div class="govuk-details__text">{}Agreed {}</div></details>'
)


def action(record: Action, page: Address, meeting: Address, paper: Address, today: dt.date) -> SafeString:
    """On a phone what was agreed and heard is folded away, as a card each would be a screen high."""
    text = first_words(begun(record.text), 40)
    about = written(
        '{}<div class="app-small">{}</div>',
        quiet(begun(item_referred_to(record.item)) if record.item else ""),
        _heard(record),
    )
    agreed = written(
        "{}{}",
        met(record.meeting, meeting(record.meeting_id), f"{ago(record.meeting.date, today)}, "),
        source_link(record, paper),
    )
    return written(
        f'{ROW}<td class="govuk-table__cell app-nowrap app-in-line">{{}}{{}}{{}}</td>'
        f'{NAME}<a class="govuk-link" href="{{}}">{{}}</a><div class="app-on-wide">{{}}</div>{{}}</th>'
        f'{CELL} data-label="Owner">{{}}</td>{CELL}><div class="app-on-wide">{{}}</div>{{}}</td></tr>',
        day(record.due, "No date"),
        _beneath(lateness(record, today)),
        _beneath(status(record) if record.status != Delivery.OUTSTANDING else NONE),
        page(record.pk),
        text,
        about,
        TO_CHECK if record.doubt_count else NONE,
        record.owner_name or "Nobody named",
        agreed,
        written(FOLDED, _last_word(record), first_words(text, 8), about, agreed),
    )


def _last_word(record: Any) -> str:
    """The newest that is known of an action, in a few words."""
    if record.heard_on:
        return f"Last heard {day(record.heard_on)}"
    if record.meeting.date is None:
        return "What is known"
    return f"{'Nothing since' if record.silent_for else 'Agreed'} {day(record.meeting.date)}"


def _beneath(words: SafeString | str) -> SafeString:
    return written("<div>{}</div>", words) if words else NONE


def _heard(record: Any) -> SafeString:
    """What was last heard of an action, and for how many meetings nothing was."""
    said = "" if record.heard_on or not record.silent_for else "Nothing since it was agreed"
    if record.heard_on:
        text = f": {first_words(record.heard_text, 16)}" if record.heard_text else ""
        said = f"Last heard {day(record.heard_on)}{text}"
    return written("{}{}", said, _silence(record) if record.silent_for else NONE)


def _silence(record: Any) -> SafeString:
    before, after = (" · no word for ", "") if record.heard_on else (", ", " ago")
    long = "<strong>{}</strong>" if record.silent_for >= SILENT else "{}"
    return written(before + long, counted(record.silent_for, "meeting") + after)


def status(record: Action) -> SafeString:
    """What became of an action, in words and in a colour."""
    colour = COLOURS.get(record.status, "govuk-tag--grey")
    return written('<strong class="govuk-tag {}">{}</strong>', colour, STATES[record.status])


def lateness(record: Action, today: dt.date | None = None) -> SafeString | str:
    """How an outstanding action's date stands to today, in words; nothing for one that is closed or has no date."""
    if record.due is None or not record.is_outstanding:
        return ""
    days = (record.due - (today or timezone.localdate())).days
    if days > 0:
        return f"due in {counted(days, 'day')}" if days <= SOON else ""
    late = f"{counted(-days, 'day')} overdue" if days else "due today"
    return written('<span class="app-late">{}</span>', late)


def recommendation(record: Resolution, page: Address, meeting: Address, paper: Address, today: dt.date) -> SafeString:
    return written(
        f'{ROW}{NAME}{{}}<a class="govuk-link" href="{{}}">{{}}</a>{{}}</th>{CELL} data-label="To">{{}}</td>'
        f'{CELL} data-label="Answer">{{}}{{}}</td>{CELL} data-label="Recommended">{{}}{{}}</td></tr>',
        _number(reference_of(record)),
        page(record.pk),
        first_words(begun(record.text), 40),
        quiet(place_of(record)),
        record.recipient or "Nobody named",
        answer_stands(record, today),
        quiet(_last_day(record)),
        met(record.meeting, meeting(record.meeting_id)),
        source_link(record, paper),
    )


def _number(number: str) -> SafeString:
    return written('<div class="app-small app-nowrap"><strong>{}</strong></div>', number) if number else NONE


def _last_day(record: Resolution) -> str:
    """When an answer that is awaited is due, as far as that is known."""
    response = response_of(record)
    return f"due {day(response.due)}" if response.due and not response.is_answered else ""


def answer_stands(record: Resolution, today: dt.date | None = None) -> SafeString:
    """How the answer to a recommendation stands to today, in words; lateness stands out."""
    response = response_of(record)
    late = response.days_late(today) and not response.is_answered
    return written('<span class="app-late">{}</span>' if late else "{}", clock.standing(response, today))
