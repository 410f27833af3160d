"""The fields of a list's filter, written at once: by the templates of forms they take as long as the list's rows.

What these templates do beyond that is left to them: a form with an error, and a field of another kind.
"""

from __future__ import annotations

from collections.abc import Callable

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from minutes.inputs import PARTS, DateParts, LongSelect
from minutes.rows.cells import NONE, joined, written

register = template.Library()

LABEL = '<label class="govuk-label govuk-label--s" for="{id}">{label}</label>'
LABELLED = f'<div class="govuk-form-group">{LABEL}{{hint}}{{input}}</div>'
HINT = '<div class="govuk-hint" id="{}">{}</div>'
TEXT = '<input type="text" name="{}"{}{} class="govuk-input"{} id="{}">'
TICKED = (
    '<div class="govuk-form-group">'
    '<div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">'
    '<div class="govuk-checkboxes__item"><input type="checkbox" name="{}" class="govuk-checkboxes__input" id="{}"{}>'
    '<label class="govuk-label govuk-checkboxes__label" for="{}">{}</label></div></div></div>'
)
DATE = (
    '<div class="govuk-form-group"><fieldset class="govuk-fieldset" role="group">'
    '<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{}</legend>'
    '<div class="govuk-date-input" id="{}">{}</div></fieldset></div>'
)
PART = (
    '<div class="govuk-date-input__item"><div class="govuk-form-group">'
    '<label class="govuk-label govuk-date-input__label" for="{id}">{label}</label>'
    '<input class="govuk-input govuk-date-input__input {width}" id="{id}" name="{name}" type="text"{value}{mode}>'
    "</div></div>"
)
CHECKED = SafeString(" checked")


@register.simple_tag
def filter_fields(form: forms.Form) -> SafeString:
    """The fields that a person sees, and then the hidden ones."""
    if form.errors:
        return form.render()
    return joined([*map(_field, form.visible_fields()), *map(_hidden, form.hidden_fields())])


def _field(field: BoundField) -> SafeString:
    write = WRITERS.get(type(field.field.widget))
    is_known = write is not None and (write in HINTED or not field.help_text)
    return write(field) if is_known else field.as_field_group()


def _text(field: BoundField) -> SafeString:
    longest = field.field.max_length
    most = written(' maxlength="{}"', longest) if longest else NONE
    told = written(' aria-describedby="{}"', _hinted(field)) if field.help_text else NONE
    text = written(TEXT, field.html_name, _value(field.value()), most, told, field.auto_id)
    return written(LABELLED, id=field.auto_id, label=field.label, hint=_hint(field), input=text)


def _hint(field: BoundField) -> SafeString:
    return written(HINT, _hinted(field), SafeString(field.help_text)) if field.help_text else NONE


def _hinted(field: BoundField) -> str:
    """The id of its hint."""
    return f"{field.auto_id}_helptext"


def _choice(field: BoundField) -> SafeString:
    attributes = {"class": "govuk-select", "id": field.auto_id}
    if field.help_text:
        attributes["aria-describedby"] = _hinted(field)
    choice = LongSelect(choices=field.field.widget.choices).render(field.html_name, field.value(), attributes)
    return written(LABELLED, id=field.auto_id, label=field.label, hint=_hint(field), input=choice)


def _tick(field: BoundField) -> SafeString:
    checked = CHECKED if field.field.widget.check_test(field.value()) else NONE
    return written(TICKED, field.html_name, field.auto_id, checked, field.auto_id, field.label)


def _date(field: BoundField) -> SafeString:
    """Its three parts as typed, or those of a whole date that a link wrote."""
    widget, typed = field.field.widget, field.value()
    parts = typed if isinstance(typed, list) else widget.decompress(typed)
    inputs = (
        written(
            PART,
            id=f"{field.auto_id}_{number}",
            label=own.attrs["label"],
            width=own.attrs["width"],
            name=f"{field.html_name}_{part}",
            value=_value(value or None),
            mode=written(' inputmode="{}"', own.attrs["inputmode"]) if "inputmode" in own.attrs else NONE,
        )
        for number, (part, own, value) in enumerate(zip(PARTS, widget.widgets, parts, strict=True))
    )
    return written(DATE, field.label, field.auto_id, joined(inputs))


def _hidden(field: BoundField) -> SafeString:
    return written('<input type="hidden" name="{}"{} id="{}">', field.html_name, _value(field.value()), field.auto_id)


def _value(typed: object) -> SafeString:
    return NONE if typed is None or typed == "" else written(' value="{}"', typed)


WRITERS: dict[type[forms.Widget], Callable[[BoundField], SafeString]] = {
    forms.TextInput: _text,
    forms.Select: _choice,
    LongSelect: _choice,
    forms.CheckboxInput: _tick,
    DateParts: _date,
}
HINTED = (_text, _choice)
