"""What cells of several lists have: words that are escaped, days, the meeting, what is to be checked."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.safestring import SafeString

from minutes.models import AgendaItem, Meeting

Address = Callable[[int], str]

NONE = SafeString("")
TO_CHECK = SafeString('<div class="app-small"><strong>To check</strong></div>')
ROW = '<tr class="govuk-table__row">'
NAME = '<th class="govuk-table__header govuk-!-font-weight-regular" scope="row">'
CELL = '<td class="govuk-table__cell"'


def written(pattern: str, *words: Any, **named: Any) -> SafeString:
    """The pattern with the words in it, escaped but for what is a SafeString.

    As Django's ``format_html``, which also asks of each word whether it is still to be translated.

    >>> written("<b>{}</b>{end}", "R&D", end=TO_CHECK)
    '<b>R&amp;D</b><div class="app-small"><strong>To check</strong></div>'
    """
    return SafeString(pattern.format(*map(_escaped, words), **{name: _escaped(word) for name, word in named.items()}))


def _escaped(word: Any) -> str:
    return word if isinstance(word, SafeString) else html.escape(str(word))


def joined(parts: Iterable[SafeString]) -> SafeString:
    return SafeString("".join(parts))


def day(date: dt.date | None, otherwise: str = "no date") -> str:
    """A day in a table: "8 Nov 2013"."""
    return f"{date.day} {date:%b} {date.year}" if date else otherwise


def first_words(text: str, most: int) -> str:
    """As many words of a text; the white space between them is evened out.

    >>> first_words("That  the report be noted", 3), first_words("Noted", 3)
    ('That the report …', 'Noted')
    """
    words = text.split(None, most)
    if len(words) <= most:
        return " ".join(words)
    shown = " ".join(words[:most])
    return shown if shown.endswith(" …") else f"{shown} …"


def quiet(words: str) -> SafeString:
    """A small line beneath what a cell says first; none where there are no words."""
    return written('<div class="app-quiet app-small">{}</div>', words) if words else NONE


def item_referred_to(item: AgendaItem) -> str:
    """An item as it is referred to: "item 5, Home to school transport"; its title alone where it has no number."""
    return f"item {item.number}, {item.title}" if item.number else f"“{item.title}”"


def body(meeting: Meeting) -> str:
    """Who met: the committee, else the council, else what the paper is called."""
    return meeting.body or "Committee not known"


def body_short(meeting: Meeting) -> str:
    """The committee's short name, for tables, where it has one."""
    return (meeting.committee.short_name if meeting.committee else "") or body(meeting)


def met(meeting: Meeting, address: str, before: str = "") -> SafeString:
    """The day of a meeting as a link to it, and under that ``before`` and who met."""
    return written(
        '<a class="govuk-link govuk-link--no-visited-state app-nowrap" href="{}">{}<span class="govuk-visually-hidden">'
        ', {}</span></a><div class="app-quiet app-small">{}{}</div>',
        address, day(meeting.date), body(meeting), before, body_short(meeting),
    )  # fmt: skip
