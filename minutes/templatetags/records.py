"""How records are shown: their source, their state in words, and what is unsure of them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString

from minutes import plain
from minutes.checking.doubts import DIFFERENCE, GONE
from minutes.kinds import kind_of
from minutes.models import Indicator, Meeting
from minutes.permissions import can
from minutes.rows import cells, followed, sources

register = template.Library()

register.simple_tag(followed.status)
register.simple_tag(followed.lateness)
register.simple_tag(cells.body)
register.simple_tag(cells.body_short)
register.filter("numbered", cells.item_referred_to)


@register.simple_tag
def source_link(record: Any, of: str = "") -> SafeString:
    """A link that opens the paper at the record's words: "page 3 ↗". Nothing for what a person added."""
    return sources.source_link(record, of=of)


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


@register.filter
def clock(time: Any) -> str:
    """A time as it is written for people: 10:30am."""
    return plain.words(time) if time else ""


@register.filter
def row_of(indicator: Indicator, periods: list[str]) -> list[str]:
    """An indicator's values under the headings of its table; empty where it has fewer."""
    values = [value.get("value") or "" for value in indicator.values]
    return [*values, *[""] * (len(periods) - len(values))]


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
