"""How what became of something is shown: the answer to a recommendation, its number, how long ago it was heard of."""

from __future__ import annotations

from django import template

from minutes.following.forms import AnswerForm, ClockForm
from minutes.following.sheets import reference_of
from minutes.models import Resolution
from minutes.plain import ago
from minutes.rows.followed import answer_stands

register = template.Library()
register.simple_tag(answer_stands)
register.filter("ago", ago)


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
