"""How records are shown: their source, their state in words, and what is unsure of them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from minutes import plain
from minutes.checking.doubts import DIFFERENCE, GONE
from minutes.figures import SOON
from minutes.kinds import kind_of
from minutes.models import Action, AgendaItem, Delivery, Indicator, Meeting
from minutes.papers.places import source_address
from minutes.permissions import can

register = template.Library()

STATUS_COLOURS = {
    Delivery.OUTSTANDING: "govuk-tag--blue",
    Delivery.IN_PROGRESS: "govuk-tag--yellow",
    Delivery.COMPLETE: "govuk-tag--green",
}


@register.simple_tag
def source_link(record: Any, of: str = "") -> SafeString | str:
    """A link that opens the paper at the record's words: "page 3 ↗". Nothing for what a person added."""
    address = source_address(record)
    if not address:
        return ""
    shown = f"page {record.page}" if record.page else "source"
    return format_html(
        '<a class="app-source" href="{}">{}<span class="govuk-visually-hidden"> of the paper{}</span>'
        '<span aria-hidden="true"> ↗</span></a>',
        address,
        shown,
        f": {of or shorten(str(record))}",
    )


def shorten(words: str, most: int = 60) -> str:
    """The first words, for a link's name; whole ones.

    >>> shorten("That the report be noted.", 12)
    'That the…'
    """
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + "…"


@register.inclusion_tag("components/doubts.html", takes_context=True)
def doubts(context: dict[str, Any], record: Any) -> dict[str, Any]:
    """What the reader, or a new reading, is unsure of, in sentences, and for officers the two ways to settle it.

    Nothing where all is clear.
    """
    request = context["request"]
    on_its_form = request.path == edit_address(record)
    return {
        "sentences": [doubt["sentence"] for doubt in record.doubts],
        "record": record,
        "kind": kind_of(record),
        "may_settle": can(request.user, "edit", record),
        "on_its_form": on_its_form,
        "answer_at": _answer_address(record),
        "back": "" if on_its_form else request.get_full_path(),
        "csrf_token": context.get("csrf_token"),
    }


def _answer_address(record: Any) -> str:
    """Where a question is answered that has answers of its own: theirs or the new reading's. Empty for others."""
    if not any(doubt["kind"] in (DIFFERENCE, GONE) for doubt in record.doubts):
        return ""
    meeting = record.pk if isinstance(record, Meeting) else record.meeting_id
    return f"{reverse('check', args=[meeting])}?{urlencode({'at': f'{kind_of(record)}-{record.pk}'})}#record"


@register.inclusion_tag("components/status.html")
def status(action: Action) -> dict[str, str]:
    return {"label": action.get_status_display(), "colour": STATUS_COLOURS.get(action.status, "govuk-tag--grey")}


@register.simple_tag
def lateness(action: Action) -> SafeString | str:
    """How an outstanding action's date stands to today, in words; nothing for one that is closed or has no date."""
    if action.due is None or not action.is_outstanding:
        return ""
    days = (action.due - timezone.localdate()).days
    if days > 0:
        return f"due in {plain.counted(days, 'day')}" if days <= SOON else ""
    late = f"{plain.counted(-days, 'day')} overdue" if days else "due today"
    return format_html('<span class="app-late">{}</span>', late)


@register.simple_tag
def body(meeting: Meeting) -> str:
    """Who met: the committee, else the council, else what the paper is called."""
    return meeting.body or "Committee not known"


@register.simple_tag
def body_short(meeting: Meeting) -> str:
    """The committee's short name, for tables, where it has one."""
    return (meeting.committee.short_name if meeting.committee else "") or body(meeting)


@register.filter
def clock(time: Any) -> str:
    """A time as it is written for people: 10:30am."""
    return plain.words(time) if time else ""


@register.filter
def row_of(indicator: Indicator, periods: list[str]) -> list[str]:
    """An indicator's values under the headings of its table; empty where it has fewer."""
    values = [value.get("value") or "" for value in indicator.values]
    return [*values, *[""] * (len(periods) - len(values))]


@register.filter
def numbered(item: AgendaItem) -> str:
    """An item as it is referred to: "item 5, Home to school transport"; its title alone where it has no number."""
    return f"item {item.number}, {item.title}" if item.number else f"“{item.title}”"


@register.simple_tag
def edit_address(record: Any) -> str:
    return reverse("edit", args=[kind_of(record), record.pk])


@register.inclusion_tag("components/sort_header.html", takes_context=True)
def sort_header(context: dict[str, Any], key: str, label: str) -> dict[str, Any]:
    """A column's heading that sorts by it, and by it backwards when it is sorted by already."""
    now = context["sort"]
    query = context["request"].GET.copy()
    query.pop("page", None)
    query["sort"] = f"-{key}" if now == key else key
    order = {key: "ascending", f"-{key}": "descending"}.get(now, "none")
    return {"label": label, "order": order, "address": f"?{query.urlencode()}"}
