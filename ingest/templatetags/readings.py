"""What the pages of papers show of their readings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.safestring import SafeString

from ingest.models import Reading, State
from minutes.addresses import address_of
from minutes.models import Kind, Version
from minutes.plain import counted
from minutes.rows.cells import CELL, NONE, ROW, Address, body_short, day, joined, written

register = template.Library()

COLOURS: dict[str, str] = {
    State.READ: "govuk-tag--green",
    State.READ_WITH_PROBLEMS: "govuk-tag--yellow",
    State.COULD_NOT_READ: "govuk-tag--red",
    State.READING: "govuk-tag--blue",
}
STATES, KINDS, VERSIONS = dict(State.choices), dict(Kind.choices), dict(Version.choices)


@register.simple_tag
def paper_rows(documents: Iterable[Any]) -> SafeString:
    """The rows of a list of papers, each with its newest reading. One query."""
    shown = list(documents)
    newest = Reading.objects.latest().filter(document__in=[document.pk for document in shown])
    readings = {reading.document_id: reading for reading in newest.order_by().only("document", "state", "problems")}
    paper, meeting = address_of("paper"), address_of("meeting")
    return joined(_row(document, readings.get(document.pk), paper, meeting) for document in shown)


def _row(document: Any, reading: Reading | None, paper: Address, meeting: Address) -> SafeString:
    return written(
        f'{ROW}<th class="govuk-table__header govuk-!-font-weight-regular app-break" scope="row">'
        f'<a class="govuk-link" href="{{}}">{{}}</a><div class="app-quiet">{{}}{{}}</div></th>{CELL}>{{}}</td>'
        f'{CELL}>{{}}</td><td class="govuk-table__cell app-nowrap">{{}}</td></tr>',
        paper(document.pk),
        document.filename,
        paper_facts(document),
        f" · {VERSIONS[document.version].lower()}" if document.version else "",
        _met(document, meeting),
        _read(reading) if reading else NONE,
        day(timezone.localtime(document.uploaded_at)),
    )


@register.simple_tag
def paper_facts(document: Any) -> str:
    """What kind of paper it is and how long, in words."""
    facts = (
        KINDS.get(document.kind, ""),
        counted(document.page_count, "page") if document.page_count else "",
        filesizeformat(document.size),
        "read from a scan" if document.scanned else "",
    )
    return " · ".join(fact for fact in facts if fact)


def _met(document: Any, meeting: Address) -> SafeString:
    if document.meeting is None:
        return NONE
    words = f"{body_short(document.meeting)}, {day(document.meeting.date)}"
    return written('<a class="govuk-link" href="{}">{}</a>', meeting(document.meeting.pk), words)


def _read(reading: Reading) -> SafeString:
    """How a reading stands, with the first sentence of what is wrong."""
    wrong = [written('<p class="app-quiet">{}</p>', sentence) for sentence in reading.sentences[:1]]
    return joined([state_of(reading), *wrong])


@register.simple_tag
def state_of(reading: Reading) -> SafeString:
    """The state of a reading, in words and in a colour."""
    colour = COLOURS.get(reading.state, "govuk-tag--grey")
    return written('<strong class="govuk-tag {}">{}</strong>', colour, STATES[reading.state])


@register.simple_tag
def reading_of(document: Any) -> Reading | None:
    """The newest reading of a document."""
    found: Reading | None = Reading.objects.for_rows().filter(document=document).first()
    return found
