"""What people type into forms: dates in three parts (the GOV.UK date input pattern), times, and a table's values."""

from __future__ import annotations

import calendar
import datetime as dt
import html
import re
from functools import lru_cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString

from minutes.plain import words

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name} | {
    name.lower(): number for number, name in enumerate(calendar.month_abbr) if name
}
PARTS = ("day", "month", "year")
TIME = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?(am|pm)?")
MOST_DIGITS = 18  # of a number that a database can hold as a key: more is no key of anything
TIMES_IN_WORDS = {"noon": dt.time(12), "midday": dt.time(12), "midnight": dt.time(0)}


def whole_number(typed: str | None) -> int | None:
    """What stands in an address or a form for a key, a page, a year or a version: 0 or more.

    None for what is no such number: nothing, a sign, other letters, more digits than a database has room for.

    >>> whole_number("12"), whole_number("-1"), whole_number("²"), whole_number("9" * 30), whole_number(None)
    (12, None, None, None, None)
    """
    text = typed or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else None


class LongSelect(forms.Select):
    """A choice among hundreds, such as committees: its options are written at once, without a template for each."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        options = _options(tuple([(str(key), str(label)) for key, label in self.choices]))
        chosen = _option("" if value is None else str(value))
        options = SafeString(options.replace(f"{chosen}>", f"{chosen} selected>"))
        own = {key: said for key, said in self.build_attrs(self.attrs, attrs).items() if said is not False}
        return format_html('<select name="{}"{}>{}</select>', name, flatatt(own), options)


@lru_cache(maxsize=32)
def _options(choices: tuple[tuple[str, str], ...]) -> str:
    """Options, kept for the next page with the same: the committees of a county take a millisecond to write.

    Escaped here: Django's own way asks of each word whether somebody else has done it.
    """
    return "".join(f"{_option(key)}>{html.escape(label)}</option>" for key, label in choices)


def _option(key: str) -> str:
    """How the option with a key begins; what is escaped in a label is never like it."""
    return f'<option value="{html.escape(key)}"'


class SeveralField(forms.ModelMultipleChoiceField):
    """Some of the offered records: what is no key of any is refused before a database is asked for it."""

    def clean(self, value: Any) -> Any:
        for typed in value or ():
            if whole_number(str(typed)) is None:
                raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": typed})
        return super().clean(value)


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


class TimeField(forms.TimeField):
    """A time as people write it: 10:30am, 10.30, 2pm, noon."""

    widget = forms.TextInput(attrs={"class": "govuk-input--width-5"})

    def to_python(self, value: Any) -> dt.time | None:
        if value in self.empty_values or isinstance(value, dt.time):
            return value or None
        typed = re.sub(r"[\s]|(?<=[apm])\.", "", str(value).strip().lower())
        if typed in TIMES_IN_WORDS:
            return TIMES_IN_WORDS[typed]
        found = TIME.fullmatch(typed)
        if not found or not (hour := _hour(int(found[1]), found[3])) < 24 or int(found[2] or 0) > 59:
            raise ValidationError(f"{self.label or 'The time'} must be a time, like 10:30am or 2pm", "unreal")
        return dt.time(hour, int(found[2] or 0))

    def prepare_value(self, value: Any) -> Any:
        return words(value) if isinstance(value, dt.time) else value


def _hour(hour: int, half: str | None) -> int:
    """The hour of the day; 24 where there is no such hour.

    >>> _hour(12, "am"), _hour(2, "pm"), _hour(14, None), _hour(14, "pm")
    (0, 14, 14, 24)
    """
    if half is None:
        return hour
    return 24 if not 1 <= hour <= 12 else hour % 12 + (12 if half == "pm" else 0)


class ValuesField(forms.CharField):
    """An indicator's values, one a line: "Q1: 41%", or the value alone where its column has no heading."""

    widget = forms.Textarea(attrs={"rows": 5})

    def to_python(self, value: Any) -> list[dict[str, str]]:
        if isinstance(value, list):
            return value
        lines = [line.strip() for line in str(value or "").splitlines() if line.strip()]
        return [_named(line) for line in lines]

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return "\n".join(": ".join(part for part in (one.get("period"), one.get("value")) if part) for one in value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(data) != (initial or []))


def _named(line: str) -> dict[str, str]:
    """
    >>> _named("Q1: 41%"), _named("41%")
    ({'period': 'Q1', 'value': '41%'}, {'period': '', 'value': '41%'})
    """
    period, mark, value = line.partition(": ")
    return {"period": period.strip(), "value": value.strip()} if mark else {"period": "", "value": line}
