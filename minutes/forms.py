"""Forms with which people correct records: one for each kind, each over the fields that may be corrected."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.html import escape

from minutes.inputs import DateField, SeveralField, TimeField, ValuesField
from minutes.models import (
    Action,
    AgendaItem,
    Attendee,
    Committee,
    Delivery,
    Indicator,
    Interest,
    Kind,
    Meeting,
    Person,
    Resolution,
)
from minutes.plain import in_words, plain

LONG = forms.Textarea(attrs={"rows": 4})
WIDE = forms.TextInput
SHORT = forms.TextInput(attrs={"class": "govuk-input--width-5"})


class CorrectionForm(forms.ModelForm):
    """A record's values as a person says they are.

    ``version`` is the record's when the form was made, so that a change by somebody else in the meantime is
    noticed. Under each value that people changed stands what the reader had read.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.CharField(
        label="Reason",
        required=False,
        help_text="If it is not plain from the paper. It is kept with the change.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = self.offered(name, field.queryset)
            if isinstance(field, forms.ModelChoiceField | forms.TypedChoiceField):
                say_what_empty_means(field)
            field.help_text = f"{field.help_text} {self.as_it_was_read(name)}".strip()

    def offered(self, name: str, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """What a choice offers: records of the same meeting; people of its council, and whoever is chosen now."""
        if queryset.model in (AgendaItem, Resolution, Attendee):
            return queryset.filter(meeting=self.instance.meeting_id).order_by("order", "pk")
        if queryset.model is Person:
            council = self.instance.meeting.council_id
            now = getattr(self.instance, f"{name}_id")
            return queryset.filter(Q(merged_into=None) & (Q(council=council) | Q(council=None)) | Q(pk=now))
        return queryset

    def as_it_was_read(self, name: str) -> str:
        """What the reader had for a value that a person changed, as a sentence in HTML; empty otherwise."""
        read = self.instance.as_read
        if name not in read or name not in type(self.instance).READ or read[name] == plain(self.instance, name):
            return ""
        said = in_words(type(self.instance), name, read[name])
        return f"Read from the paper: {escape(said)}" if said else "Nothing was read from the paper."

    @property
    def values(self) -> dict[str, Any]:
        """All values, by field: what a new record is made of."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    @property
    def corrected(self) -> dict[str, Any]:
        """The values that differ from the record's, by field."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name not in ("version", "why")}


def say_what_empty_means(field: forms.ChoiceField) -> None:
    """The empty choice in words, and none where a choice must be made."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return
    if isinstance(field, forms.ModelChoiceField):
        field.empty_label = None if field.required else "None, or not known"
        return
    kept = [(value, label) for value, label in field.choices if value]
    field.choices = kept if field.required else [("", "Not known"), *kept]


class MeetingForm(CorrectionForm):
    date = DateField(label="Date", required=False)
    start_time = TimeField(label="Start", required=False, help_text="For example, 10:30am.")
    end_time = TimeField(label="End", required=False, help_text="For example, 12:45pm.")
    next_date = DateField(label="Date of the next meeting", required=False)
    next_time = TimeField(label="Time of the next meeting", required=False)

    class Meta:
        model = Meeting
        fields = (
            "committee", "kind", "title", "date", "start_time", "end_time", "venue", "status", "confirmed_in",
            "reported_to", "signatory", "next_date", "next_time", "next_venue", "exempt",
        )  # fmt: skip
        labels = {
            "kind": "Kind of paper",
            "status": "Standing of the minutes",
            "confirmed_in": "Confirmed at the meeting",
            "reported_to": "Meeting that this report went to",
            "signatory": "Signed by",
            "next_venue": "Venue of the next meeting",
            "exempt": "Exempt: only officers and administrators may see this meeting",
        }
        help_texts = {
            "exempt": "",
            "reported_to": "For a report alone: lists then show it as a paper of that meeting.",
            "title": "Where the paper has one beside the committee’s name.",
        }

    def offered(self, name: str, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if queryset.model is Committee:
            return queryset.order_by("name")
        if name == "confirmed_in":
            same = queryset.filter(committee=self.instance.committee_id).exclude(pk=self.instance.pk)
            return same.filter(date__gt=self.instance.date) if self.instance.date else same
        if name == "reported_to":
            same = queryset.filter(committee=self.instance.committee_id).exclude(kind=Kind.PORTFOLIO_REPORT)
            return same.exclude(pk=self.instance.pk)
        return queryset


class AttendeeForm(CorrectionForm):
    items = SeveralField(
        label="Came for these items",
        queryset=AgendaItem.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Attendee
        fields = ("name", "person", "role", "status", "position", "replaces", "note", "items")
        labels = {
            "name": "Name as printed",
            "person": "Who this is",
            "status": "Attendance",
            "position": "Job title or organisation",
            "replaces": "Substitute for",
            "note": "Arrival, departure or remote attendance",
        }
        widgets = {"status": forms.RadioSelect}


class ItemForm(CorrectionForm):
    class Meta:
        model = AgendaItem
        fields = ("number", "title", "text", "exempt")
        labels = {"exempt": "Exempt: only officers and administrators may see this item", "text": "The minute’s text"}
        help_texts = {"exempt": ""}
        widgets = {"number": SHORT, "text": forms.Textarea(attrs={"rows": 12})}


class ResolutionForm(CorrectionForm):
    class Meta:
        model = Resolution
        fields = ("text", "item", "number", "decision", "recipient")
        labels = {"text": "Resolution", "number": "Clause", "recipient": "Recommended to"}
        widgets = {"text": LONG, "number": SHORT}


class ActionForm(CorrectionForm):
    due = DateField(
        label="Due", required=False, help_text="The last day, for example 27 3 2026. Leave it empty if nobody said."
    )

    class Meta:
        model = Action
        fields = ("text", "owner", "owner_person", "due", "item", "resolution")
        labels = {
            "text": "What is to be done",
            "owner": "Owner",
            "owner_person": "Owner, if it is a person we know",
            "resolution": "Follows from the resolution",
        }
        help_texts = {"owner": "A name, a post or a body. Leave it empty if the paper does not say."}
        widgets = {"text": LONG}

    @property
    def corrected(self) -> dict[str, Any]:
        """An owner of another name is no longer the person whom the reader knew, unless that was said as well."""
        corrected = super().corrected
        person = self.cleaned_data.get("owner_person", self.instance.owner_person)  # a form may have one field alone
        if person is None or "owner" not in corrected or "owner_person" in corrected:
            return corrected
        if corrected["owner"] == person.name or person.forms.filter(printed=corrected["owner"]).exists():
            return corrected
        return corrected | {"owner_person": None}


class InterestForm(CorrectionForm):
    class Meta:
        model = Interest
        fields = ("name", "attendee", "person", "kind", "item", "declared_under", "description", "left_the_room")
        labels = {
            "name": "Name as printed",
            "attendee": "Attendee",
            "person": "Who this is",
            "item": "Item that it concerns",
            "declared_under": "Declared under",
            "description": "What was declared",
            "left_the_room": "Left the room",
        }
        widgets = {
            "kind": forms.RadioSelect,
            "description": LONG,
            "left_the_room": forms.NullBooleanSelect,
        }


class IndicatorForm(CorrectionForm):
    values = ValuesField(
        label="Values", required=False, help_text="One a line, in the order of the columns: Q1: 41%", strip=False
    )

    class Meta:
        model = Indicator
        fields = ("name", "target", "values", "commentary", "item")
        widgets = {"commentary": LONG, "target": SHORT}


class ReasonForm(forms.Form):
    """Why a record is taken out: the next person who looks for it reads this."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.CharField(
        label="Why you remove it",
        help_text="For example: a wish, not an action.",
        error_messages={"required": "Enter why you remove it"},
    )


class UpdateForm(forms.Form):
    """What was heard of an action, and what it became."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        label="What was heard or done", required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )
    status = forms.ChoiceField(
        label="State", required=False, widget=forms.RadioSelect, choices=[("", "No change"), *Delivery.choices]
    )
    on = DateField(label="Date", required=False, help_text="Today, if you leave it empty.")

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not (told.get("text") or told.get("status") or self.errors.keys() & {"text", "status"}):
            said = "Enter what was heard or done, or choose what the action became"
            self.add_error("text", ValidationError(said, "nothing_told"))
        return told


FORMS: dict[str, type[CorrectionForm]] = {
    "meeting": MeetingForm,
    "attendee": AttendeeForm,
    "item": ItemForm,
    "resolution": ResolutionForm,
    "action": ActionForm,
    "interest": InterestForm,
    "indicator": IndicatorForm,
}


def label_of(kind: str, field: str) -> str:
    """A field's name as the form has it, for the history of changes."""
    form_field = FORMS[kind].base_fields.get(field)
    return str(form_field.label) if form_field and form_field.label else field.replace("_", " ").capitalize()
