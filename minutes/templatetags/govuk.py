"""Forms in the GOV.UK Design System: what Django's own form and field templates ask about a field."""

from __future__ import annotations

from django import forms, template
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from minutes.inputs import DateParts

register = template.Library()

CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "govuk-checkboxes__input"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.RadioSelect, "govuk-radios__input"),
    (forms.Select, "govuk-select"),
    (forms.Textarea, "govuk-textarea"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.widgets.Input, "govuk-input"),
)
FILL_IN = str(forms.Field.default_error_messages["required"])
NOT_OFFERED = {
    str(message)
    for kind in (forms.ChoiceField, forms.ModelChoiceField, forms.ModelMultipleChoiceField)
    for name, message in kind.default_error_messages.items()
    if name in ("invalid_choice", "invalid_pk_value")
}
CHOICES = (forms.RadioSelect, forms.CheckboxSelectMultiple, forms.CheckboxInput)


@register.simple_tag
def govuk_widget(field: BoundField) -> SafeString:
    """The field's widget with the design system's classes; the widget's own classes stay."""
    widget = field.field.widget
    if isinstance(widget, DateParts):
        return field.as_widget(attrs={"invalid": True} if field.errors else {})
    base = next((css for kind, css in CLASSES if isinstance(widget, kind)), "")
    wrong = f"{base}--error" if field.errors and not isinstance(widget, CHOICES) else ""
    names = " ".join(name for name in (base, wrong, widget.attrs.get("class", "")) if name)
    # A placeholder vanishes as one types; the label and the hint say what it would say.
    return field.as_widget(attrs={"class": names or False, "placeholder": False, "required": False})


@register.simple_tag
def error_target(field: BoundField) -> str:
    """The id of the input that an error's link leads to: the first one of a date or of a group of choices."""
    whole = field.id_for_label or field.auto_id
    several = isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple | DateParts)
    return f"{field.auto_id}_0" if several else whole


@register.filter
def said_of(error: ValidationError, field: BoundField) -> str:
    """An error in words that name the field and say what to do, in place of Django's own sentences.

    Those are "This field is required.", "Select a valid choice." and "Ensure this value has at most 100 characters".
    """
    label, message = str(field.label), str(error.message)
    if message == FILL_IN:
        chosen = isinstance(field.field.widget, forms.Select | forms.RadioSelect | forms.FileInput)
        return f"{'Choose' if chosen else 'Enter'} {label[:1].lower()}{label[1:]}"
    if message in NOT_OFFERED:
        return f"{label}: what you chose is not offered any more. Choose again"
    if error.code == "max_length" and error.params:
        return f"{label} must be {error.params['limit_value']:,} characters or fewer"
    return " ".join(error.messages)


@register.simple_tag
def relabel(form: forms.BaseForm | str, **labels: str) -> str:
    """Give fields labels of ours, in forms that another package brings. Stands before anything that shows the form."""
    if isinstance(form, forms.BaseForm):
        for name in labels.keys() & form.fields.keys():
            form[name].label = labels[name]
    return ""


@register.filter
def is_date(field: BoundField) -> bool:
    return isinstance(field.field.widget, DateParts)


@register.filter
def is_single_checkbox(field: BoundField) -> bool:
    return isinstance(field.field.widget, forms.CheckboxInput)
