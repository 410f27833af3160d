"""The form with which officers correct who somebody is."""

from __future__ import annotations

from typing import Any

from minutes.forms import CorrectionForm
from minutes.models import Person


class PersonForm(CorrectionForm):
    """A person's name as it is known. What papers printed stays with each record."""

    class Meta:
        model = Person
        fields = ("name", "forenames", "surname", "side")
        help_texts = {"name": "In full, without titles.", "forenames": ""}
        labels = {"name": "Name", "forenames": "Forenames or initials", "side": "Member or officer"}

    def as_it_was_read(self, name: str) -> str:
        """Nothing: a person is put together from many papers."""
        return ""

    def clean(self) -> dict[str, Any]:
        """The name has the surname in it: lists sort by one and show the other."""
        told = super().clean() or self.cleaned_data
        if told.get("surname") and told.get("name") and told["surname"].casefold() not in told["name"].casefold():
            self.add_error("surname", "Enter a surname that is part of the name.")
        return told
