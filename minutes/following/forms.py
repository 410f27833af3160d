"""Forms of what became of actions and recommendations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from minutes.following import evidence
from minutes.forms import UpdateForm
from minutes.inputs import DateField
from minutes.models import ANSWERED, Committee, Meeting, Often, Rating, Regime, ResponseState
from minutes.plain import words as in_words

LONG = forms.Textarea(attrs={"rows": 3})
WORDS_HELP = "Copy from the paper of that meeting the words that say so. They are looked for on its pages."


class MeetingChoice(forms.ModelChoiceField):
    """A meeting by its day and what kind of paper it is."""

    def label_from_instance(self, obj: Meeting) -> str:
        day = in_words(obj.date) if obj.date else "No date"
        return f"{day}, {obj.get_kind_display() or 'paper'}"


class OfMeeting(forms.Form):
    """One of the meetings that are offered, or none."""

    meeting = MeetingChoice(
        label="Reported at", queryset=Meeting.objects.none(), required=False, empty_label="No meeting"
    )

    def offer(self, meetings: QuerySet[Meeting]) -> None:
        self.fields["meeting"].queryset = meetings


class AtMeeting(OfMeeting):
    """The meeting that was told, and the words of its paper: evidence, if there is any."""

    words = forms.CharField(
        label="Words of the paper", required=False, widget=LONG, help_text=WORDS_HELP, max_length=5000
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        words, meeting = told.get("words"), told.get("meeting")
        told["evidence"] = {}
        if words and meeting is None and "meeting" not in self.errors:
            self.add_error("meeting", "Choose the meeting whose paper has these words")
        elif words and meeting is not None:
            try:
                told["evidence"] = evidence.find(meeting, words)
            except ValidationError as missing:
                self.add_error("words", missing)
        return told


class FollowUpForm(AtMeeting, UpdateForm):
    """What was heard of an action, and what it became. Closing one needs a reason and may name the meeting."""

    field_order = ("version", "text", "status", "on", "meeting", "words")

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        if told.get("words") and self.has_error("text", "nothing_told"):
            del self.errors["text"]  # the paper's words say what was heard
            told["text"] = told["words"]
        return told


class ClockForm(forms.Form):
    """When a recommendation was sent and received, and by which rule an answer is owed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    sent_on = DateField(
        label="Sent on", required=False, help_text="Where there was no notice, an answer was asked for on this day."
    )
    notice_on = DateField(
        label="Response asked for on",
        required=False,
        help_text="The day of the notice, if there was one. It is taken to have arrived that day.",
    )
    received_on = DateField(
        label="Received on", required=False, help_text="As the recipient says, or as it was delivered."
    )
    regime = forms.ChoiceField(
        label="Rule for the answer", required=False, choices=[("", "By who it was sent to"), *Regime.choices]
    )
    due = DateField(
        label="Answer due",
        required=False,
        help_text=(
            "Leave it as it is to have it worked out by the rule, which an administrator can change. "
            "A day that you enter counts instead of the minutes’ and the rule’s."
        ),
    )


class AnswerForm(AtMeeting):
    """What was answered to one recommendation."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    state = forms.ChoiceField(label="Answer", widget=forms.RadioSelect, choices=ResponseState.choices)
    answered_on = DateField(label="Answered on", required=False, help_text="The day of the answer, if it is known.")
    answered_by = forms.CharField(label="Answered by", required=False)
    text = forms.CharField(
        label="The answer",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="As it was given, word for word.",
    )

    field_order = ("version", "state", "answered_on", "answered_by", "text", "meeting", "words")

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        if told.get("state") not in ANSWERED and told.get("answered_on"):
            self.add_error("answered_on", "Take the day away, or choose what was answered")
        return told


class JudgementForm(OfMeeting):
    """A committee's judgement, by one of its meetings."""

    field_order = ("rating", "meeting", "on", "text")

    rating = forms.ChoiceField(label="How it stands", widget=forms.RadioSelect, choices=Rating.choices)
    meeting = MeetingChoice(label="Meeting", queryset=Meeting.objects.none(), required=False, empty_label="No meeting")
    on = DateField(label="Date", required=False, help_text="That of the meeting, if you leave it empty.")
    text = forms.CharField(label="In the committee’s words", required=False, widget=LONG, max_length=5000)


class TrackerForm(forms.Form):
    """Whose tracker, and of which period."""

    committee = forms.ModelChoiceField(
        queryset=Committee.objects.order_by("name"),
        empty_label="Choose a committee",
        error_messages={"required": "Choose a committee"},
    )
    since = DateField(
        label="What happened after", required=False, help_text="The committee’s last meeting, if you leave it empty."
    )
    until = DateField(label="And up to", required=False, help_text="Today, if you leave it empty.")

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("since") and told.get("until") and told["since"] >= told["until"]:
            self.add_error("until", "The period must end after it begins")
        return told


class ToldForm(forms.Form):
    """How often somebody is sent a message of what is due."""

    often = forms.ChoiceField(
        label="How often do you want an email of what is due, overdue and answered?",
        widget=forms.RadioSelect,
        choices=[(often.value, often.label) for often in (Often.DAILY, Often.WEEKLY, Often.NEVER)],
        error_messages={"required": "Choose how often you want an email"},
    )
