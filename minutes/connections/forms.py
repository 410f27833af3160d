"""Forms of the page of connections."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from minutes.models import Committee, FeedKind, FeedScope, Person, User

LASTS = (("30", "30 days"), ("90", "90 days"), ("365", "1 year"))
NAME = {
    "label": "Name",
    "max_length": 100,
    "help_text": "So that you know it again: what will use it, and where.",
    "error_messages": {"required": "Enter a name"},
}
KINDS = {
    FeedKind.CALENDAR: "A calendar, with due dates as days. Every calendar program shows these.",
    FeedKind.TASKS: "A calendar, with due dates as tasks. For programs that have tasks: they show what is done, too.",
    FeedKind.MEETINGS: "News of meetings, for a feed reader",
    FeedKind.DECISIONS: "News of decisions, for a feed reader",
}


class TokenForm(forms.Form):
    name = forms.CharField(**NAME)
    lasts = forms.ChoiceField(
        label="How long it is valid", choices=LASTS, widget=forms.RadioSelect, initial="90",
        help_text="Make another before it ends. You can revoke it at any time.",
    )  # fmt: skip

    @property
    def last_day(self) -> dt.date:
        return timezone.localdate() + dt.timedelta(days=int(self.cleaned_data["lasts"]))


class AddressForm(forms.Form):
    name = forms.CharField(**NAME)
    kind = forms.ChoiceField(
        label="What it is for", choices=KINDS.items(), widget=forms.RadioSelect, initial=FeedKind.CALENDAR
    )
    whose = forms.ChoiceField(label="Whose dates or news")

    def __init__(self, *args: Any, user: User, person: Person | None = None, **kwargs: Any) -> None:
        """``person`` is somebody on whose page the form was opened."""
        super().__init__(*args, **kwargs)
        choices = [(FeedScope.EVERYTHING.value, "All committees")]
        if user.person_id:
            choices.append((FeedScope.MINE.value, "My own actions and meetings"))
        if person:
            choices.append((f"person-{person.pk}", f"{person}’s actions and meetings"))
            self.initial.setdefault("whose", f"person-{person.pk}")
        choices += [(f"committee-{one.pk}", str(one)) for one in Committee.objects.order_by("name")]
        self.fields["whose"].choices = choices

    @property
    def values(self) -> dict[str, Any]:
        """What a FeedAddress is made of."""
        scope, _, key = self.cleaned_data["whose"].partition("-")
        pointed = {f"{scope}_id": int(key)} if key else {}
        return {"kind": self.cleaned_data["kind"], "scope": scope} | pointed


class BringInForm(forms.Form):
    file = forms.FileField(
        label="File of a committee", help_text="A .zip or .json file that was made by exporting a committee."
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_LIMIT or getattr(file, "is_cut", False):
            most = filesizeformat(settings.UPLOAD_LIMIT)
            raise ValidationError(
                f"The file must be smaller than {most}. For a larger one, ask whoever looks after the server to run "
                "manage.py import_committee with it."
            )
        return file
