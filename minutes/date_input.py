"""A date as three inputs for day, month and year, as the GOV.UK Design System asks for it (date input pattern)."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name} | {
    name.lower(): number for number, name in enumerate(calendar.month_abbr) if name
}
PARTS = ("day", "month", "year")


class DateParts(forms.MultiWidget):
    """Three inputs named ``<name>_day``, ``<name>_month`` and ``<name>_year``."""

    template_name = "minutes/widgets/date.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        parts = {
            "day": forms.TextInput({"label": "Day", "width": "govuk-input--width-2", "inputmode": "numeric"}),
            "month": forms.TextInput({"label": "Month", "width": "govuk-input--width-3"}),
            "year": forms.TextInput({"label": "Year", "width": "govuk-input--width-4", "inputmode": "numeric"}),
        }
        super().__init__(parts, attrs)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for part, own in zip(context["widget"]["subwidgets"], self.widgets, strict=True):
            part["attrs"] |= own.attrs
        return context

    def decompress(self, value: Any) -> list[Any]:
        if isinstance(value, str):
            value = dt.date.fromisoformat(value) if _is_iso(value) else None
        return [value.day, value.month, value.year] if isinstance(value, dt.date) else [None, None, None]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """The three parts as typed; a whole ISO date under the plain name is taken too, as links write it."""
        if data.get(name):
            return data[name]
        return [(data.get(f"{name}_{part}") or "").strip() for part in PARTS]


class DateField(forms.DateField):
    """A date typed in three parts: digits, or the name of the month; two figures of a year are not enough."""

    widget = DateParts

    def to_python(self, value: Any) -> dt.date | None:
        if not isinstance(value, list):
            return super().to_python(value)
        if not any(value):
            return None
        missing = [name for name, part in zip(PARTS, value, strict=True) if not part]
        if missing:
            raise ValidationError(f"{self._name} must include a {' and '.join(missing)}", "incomplete")
        return self._real(*value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != self.to_python(initial))
        except ValidationError:
            return True

    @property
    def _name(self) -> str:
        return str(self.label or "The date")

    def _real(self, day: str, month: str, year: str) -> dt.date:
        if year.isdecimal() and len(year) != 4:
            raise ValidationError(f"{self._name} must have a year of 4 numbers, like 2026", "short_year")
        try:
            return dt.date(int(year), MONTHS.get(month.lower().rstrip(".")) or int(month), int(day))
        except ValueError as error:
            raise ValidationError(f"{self._name} must be a real date, like 27 3 2026", "unreal") from error


def _is_iso(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True
