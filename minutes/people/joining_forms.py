"""Forms with which officers join two people and part one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q

from minutes.inputs import SeveralField
from minutes.models import Person, User

WHY = {"label": "Reason", "required": False, "help_text": "Kept with the change."}


class JoinForm(forms.Form):
    """Who else this person is."""

    other = forms.ModelChoiceField(
        Person.objects.none(),
        label="Who else is this person?",
        empty_label="Choose a person",
        help_text="People of the same council, by surname.",
        error_messages={"required": "Choose who else is this person"},
    )
    why = forms.CharField(**WHY)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        same = Person.objects.current().exclude(pk=person.pk)
        if person.council_id:
            same = same.filter(Q(council=person.council_id) | Q(council=None))
        self.fields["other"].queryset = same


class AccountForm(forms.Form):
    """Whose account is this person's."""

    account = forms.ModelChoiceField(
        User.objects.none(),
        label="Account",
        empty_label="Choose an account",
        help_text="Accounts that belong to no person in the minutes yet.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].queryset = User.objects.filter(person=None, is_active=True).order_by("username")
        self.fields["account"].label_from_instance = lambda user: f"{user} ({user.username}, {user.get_role_display()})"


class SplitForm(forms.Form):
    """Which of a person's meetings somebody else attended, and who that is."""

    attendances = SeveralField(
        None,
        label="At which of these was it somebody else?",
        widget=forms.CheckboxSelectMultiple,
        help_text="Interests and actions of those meetings go with them.",
        error_messages={"required": "Choose the meetings at which it was somebody else"},
    )
    forenames = forms.CharField(label="First names or initials of the other person", required=False)
    surname = forms.CharField(
        label="Surname of the other person", error_messages={"required": "Enter the surname of the other person"}
    )
    why = forms.CharField(**WHY)

    def __init__(self, *args: Any, person: Person, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("surname", person.surname)
        seen = (
            person.attendances(manager="objects")
            .visible_to(user)
            .select_related("meeting__committee", "meeting__council")
        )
        self.fields["attendances"].queryset = seen.order_by("-meeting__date", "-pk")
        self.fields["attendances"].label_from_instance = lambda one: f"{one.meeting}, printed as {one.name}"
