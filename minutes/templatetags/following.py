"""How what became of something is shown: the answer to a recommendation, its number, how long ago it was heard of."""

from __future__ import annotations

import datetime as dt

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from minutes.following import clock
from minutes.following.forms import AnswerForm, ClockForm
from minutes.following.sheets import reference_of, response_of
from minutes.models import Resolution
from minutes.plain import counted

register = template.Library()


@register.simple_tag
def answer_stands(resolution: Resolution) -> SafeString:
    """How the answer stands to today, in words; lateness stands out."""
    response = response_of(resolution)
    said = clock.standing(response)
    if response.days_late() and not response.is_answered:
        return format_html('<span class="app-late">{}</span>', said)
    return format_html("{}", said)


@register.filter
def numbered_as(resolution: Resolution) -> str:
    """The number that a recommendation keeps: "CF 25/26 03"; empty where it has none yet."""
    return reference_of(resolution)


@register.filter
def field_of_answer(name: str) -> str:
    """What a value of an answer is called on its forms."""
    for form in (AnswerForm, ClockForm):
        if field := form.base_fields.get("meeting" if name == "answered_in" else name):
            return str(field.label)
    return {"due_by": "Who says when it is due"}.get(name, name)


@register.filter
def ago(day: dt.date | None) -> str:
    """How long ago a day was, roughly: "10 months ago"; empty without a day, and for what is to come."""
    days = (timezone.localdate() - day).days if day else -1
    if days < 0:
        return ""
    for length, unit in ((365, "year"), (30, "month"), (7, "week"), (1, "day")):
        if days >= 2 * length or (unit in ("year", "month") and days >= length):
            return f"{counted(days // length, unit)} ago"
    return "yesterday" if days else "today"
