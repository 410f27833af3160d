"""The lists' filters as parameters: the same conditions, with ids, ISO dates and words in place of a form's choices.

What a page leaves out unless asked (closed actions, reports beside their meeting) is here unless asked otherwise.
"""

from __future__ import annotations

from typing import Any

import django_filters as df
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema_field

from minutes import filters as lists
from minutes.filters import PaperFilter
from minutes.models import (
    Action,
    AgendaItem,
    CheckState,
    Decision,
    Delivery,
    Document,
    Interest,
    InterestKind,
    Kind,
    Meeting,
    Person,
    Resolution,
    ResponseState,
    Side,
)

LARGEST_KEY = 2**63 - 1  # databases know no larger ones
SHA256 = "^[0-9a-f]{64}$"
HEXADECIMAL = "Give 64 hexadecimal digits, with small letters."
YEARS = (1900, 2200)
LONGEST_WORDS = 200  # characters


class IntegerFilter(df.Filter):
    field_class = forms.IntegerField


class TrueOrFalseField(forms.Field):
    WORDS = {"true": True, "false": False}

    def to_python(self, value: Any) -> bool | None:
        if value in self.empty_values:
            return None
        if value not in self.WORDS:
            raise ValidationError("Give true or false.")
        return self.WORDS[value]


class TrueOrFalse(df.Filter):
    field_class = TrueOrFalseField


def key(path: str, label: str) -> df.Filter:
    schema = {"type": "integer", "minimum": 1, "maximum": LARGEST_KEY, "description": label}
    filtered = IntegerFilter(field_name=path, min_value=1, max_value=LARGEST_KEY, label=label)
    return extend_schema_field(schema)(filtered)


def year() -> df.Filter:
    label = "The year in which the municipal year (May to April) begins"
    schema = {"type": "integer", "minimum": YEARS[0], "maximum": YEARS[1], "description": label}
    filtered = IntegerFilter(method="in_year", min_value=YEARS[0], max_value=YEARS[1], label=label)
    return extend_schema_field(schema)(filtered)


def words(label: str = "Words, as in the search") -> df.Filter:
    return text(label, method="with_words")


def text(label: str, **options: Any) -> df.Filter:
    schema = {"type": "string", "minLength": 1, "maxLength": LONGEST_WORDS, "pattern": "^[^\\x00]+$"}
    filtered = df.CharFilter(max_length=LONGEST_WORDS, label=label, **options)
    return extend_schema_field(schema | {"description": label})(filtered)


def sha256() -> df.Filter:
    schema = {"type": "string", "pattern": SHA256, "description": "SHA-256 of the file"}
    return extend_schema_field(schema)(df.CharFilter(validators=[RegexValidator(SHA256, HEXADECIMAL)]))


def day(path: str, lookup: str, label: str) -> df.Filter:
    return df.DateFilter(field_name=path, lookup_expr=lookup, input_formats=["%Y-%m-%d"], label=label)


def yes_or_no(label: str, **options: Any) -> df.Filter:
    return extend_schema_field({"type": "boolean", "description": label})(TrueOrFalse(label=label, **options))


class Parameters(lists.ListFilter):
    """A list's filter without the choices that a form offers."""

    def choices(self) -> dict[str, list[tuple[str, str]]]:
        return {}

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return df.FilterSet.filter_queryset(self, queryset)


class OfMeetings(Parameters):
    """What records of a meeting are filtered by."""

    meeting = key("meeting", "Id of the meeting")
    committee = key("meeting__committee", "Id of the committee")
    date_from = day("meeting__date", "gte", "Of meetings on this day or later")
    date_to = day("meeting__date", "lte", "Of meetings on this day or earlier")
    year = year()

    def in_year(self, queryset: QuerySet[Any], name: str, value: int) -> QuerySet[Any]:
        return lists.within_year(queryset, str(value))


class MeetingParameters(Parameters, lists.MeetingFilter):
    words = words()
    committee = key("committee", "Id of the committee")
    council = key("council", "Id of the council")
    date_from = day("date", "gte", "On this day or later")
    date_to = day("date", "lte", "On this day or earlier")
    year = year()
    kind = None
    classification = df.ChoiceFilter(field_name="kind", choices=Kind.choices, label="Kind of paper")
    checked = df.ChoiceFilter(method="in_check_state", choices=CheckState.choices, label="Checked or not")
    questions = yes_or_no("Only those that something is unsure of", method="in_question")

    class Meta:
        model = Meeting
        fields: tuple[str, ...] = ()


class ItemParameters(OfMeetings):
    words = words()

    class Meta:
        model = AgendaItem
        fields: tuple[str, ...] = ()


class ResolutionParameters(OfMeetings, lists.ResolutionFilter):
    words = words()
    committee = key("meeting__committee", "Id of the committee")
    year = year()
    decision = None
    classification = df.ChoiceFilter(field_name="decision", choices=Decision.choices, label="What was decided")
    in_year = OfMeetings.in_year

    class Meta:
        model = Resolution
        fields: tuple[str, ...] = ()


class RecommendationParameters(ResolutionParameters):
    classification = None
    response = df.ChoiceFilter(method="answered", choices=ResponseState.choices, label="What became of it")

    class Meta:
        model = Resolution
        fields: tuple[str, ...] = ()

    def answered(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        awaiting = value == ResponseState.AWAITING
        return queryset.awaiting_response() if awaiting else queryset.filter(response__state=value)


class ActionParameters(OfMeetings, lists.ActionFilter):
    words = words()
    committee = key("meeting__committee", "Id of the committee")
    owner = text("Words of the owner's name or post", lookup_expr="icontains")
    owner_person = key("owner_person", "Id of the person who owns it")
    state = None
    status = df.ChoiceFilter(choices=Delivery.choices, label="How far it is")
    outstanding = yes_or_no("Still to be done, or not", method="still_open")
    due_from = day("due", "gte", "Due on this day or later")
    due_to = day("due", "lte", "Due on this day or earlier")
    silent = yes_or_no("Not heard of for three meetings", method="not_heard_of")
    mine = yes_or_no("Owned by the person that the account belongs to", method="of_mine")
    when = df.ChoiceFilter(method="due_when", choices=lists.ActionFilter.WHEN, label="Outstanding, by today's date")

    class Meta:
        model = Action
        fields: tuple[str, ...] = ()

    def still_open(self, queryset: Any, name: str, value: bool) -> QuerySet[Any]:
        found: QuerySet[Any] = queryset.outstanding() if value else queryset.closed()
        return found


class InterestParameters(OfMeetings, lists.InterestFilter):
    words = words()
    committee = key("meeting__committee", "Id of the committee")
    person = key("person", "Id of the person who declared it")
    year = year()
    kind = df.ChoiceFilter(choices=InterestKind.choices, label="Kind of interest")
    in_year = OfMeetings.in_year

    class Meta:
        model = Interest
        fields: tuple[str, ...] = ()


class PersonParameters(Parameters, lists.PersonFilter):
    words = words("Each of these words in a name that was printed for the person")
    side = df.ChoiceFilter(choices=Side.choices, label="Members or officers")
    council = key("council", "Id of the council")

    class Meta:
        model = Person
        fields: tuple[str, ...] = ()


class PaperParameters(Parameters, PaperFilter):
    words = words("Each of these words in the file's name, or all of them on a page")
    committee = key("meeting__committee", "Id of the committee")
    meeting = key("meeting", "Id of the meeting")
    kind = state = None
    classification = df.ChoiceFilter(field_name="kind", choices=Kind.choices, label="Kind of paper")
    sha256 = sha256()

    class Meta:
        model = Document
        fields: tuple[str, ...] = ()
