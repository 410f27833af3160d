"""Rows of meetings, and the facts of one in a line."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString

from minutes.models import CheckState, Kind, Meeting, User
from minutes.plain import counted, words
from minutes.rows.cells import CELL, NAME, NONE, ROW, Address, body, day, joined, written

KINDS = dict(Kind.choices)
REPORT = (
    '<div class="app-quiet">With the <a class="govuk-link" href="{}">{}'
    '<span class="govuk-visually-hidden"> of {}</span></a>{}</div>'
)


def meeting(record: Meeting, user: User, page: Address) -> SafeString:
    return written(
        f'{ROW}<td class="govuk-table__cell app-nowrap">{{}}</td>'
        f'{NAME}<a class="govuk-link" href="{{}}">{{}}<span class="govuk-visually-hidden">, {{}}</span></a>'
        f"{{}}{{}}</th>{CELL}>{{}}</td>{CELL}>{{}}</td></tr>",
        day(record.date, "No date"),
        page(record.pk),
        body(record),
        words(record.date) if record.date else "no date",
        written('<div class="app-quiet">{}</div>', record.title) if record.title else NONE,
        its_reports(record, page),
        KINDS.get(record.kind) or "Not known",
        facts(record, user),
    )


def its_reports(record: Any, page: Address) -> SafeString:
    """The reports that went to a meeting, a line each."""
    return joined(
        written(
            REPORT,
            page(report.pk),
            str(KINDS.get(report.kind, "")).lower(),
            words(report.date) if report.date else "",
            written(" · <strong>{}</strong>", asked) if (asked := _questions(report)) else NONE,
        )
        for report in record.its_reports
    )


def facts(record: Any, user: User) -> SafeString:
    """What a meeting has, in figures, and for officers how far somebody has looked it over."""
    asked = _questions(record)
    return written(
        "{} · {}{}{}",
        counted(record.item_count, "item"),
        counted(record.action_count, "action"),
        written(" · <strong>{}</strong>", asked) if asked else NONE,
        f" · {check_state(record)}" if user.is_officer else "",
    )


def _questions(record: Any) -> str:
    return counted(record.question_count, "question") if record.question_count else ""


def check_state(record: Any) -> str:
    """How far somebody has looked a meeting's records over, in words."""
    if record.check_state == CheckState.CHECKED:
        later = ", before these questions came up" if record.question_count else ""
        return f"checked by {record.checker}, {words(timezone.localtime(record.checked_at))}{later}"
    return f"being checked by {record.checker}" if record.check_state == CheckState.BEING_CHECKED else "unchecked"
