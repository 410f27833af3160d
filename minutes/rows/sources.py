"""Links from a record to the words of the paper that it rests on, and to where it is changed."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString

from minutes.papers.places import source_address
from minutes.rows.cells import NONE, Address, first_words, written

CHANGE = ' <a class="app-source app-no-print" href="{}">Change<span class="govuk-visually-hidden"> {}</span></a>'
SOURCE = (
    '<a class="app-source" href="{}">{}<span class="govuk-visually-hidden"> of the paper: {}</span>'
    '<span aria-hidden="true"> ↗</span></a>'
)


def source_link(record: Any, paper: Address | None = None, of: str = "") -> SafeString:
    """A link that opens the paper at the record's words: "page 3 ↗". Nothing for what a person added.

    ``paper`` is where papers are, for who asks for many; ``of`` says what it is the source of, for who hears the page.
    """
    address = source_address(record, paper)
    if not address:
        return NONE
    shown = f"page {record.page}" if record.page else "source"
    return written(SOURCE, address, shown, of or shorten(str(record)))


def change_link(record: Any, address: str) -> SafeString:
    return written(CHANGE, address, first_words(str(record), 12))


def shorten(words: str, most: int = 60) -> str:
    """The first words, for a link's name; whole ones.

    >>> shorten("That the report be noted.", 12)
    'That the…'
    """
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + "…"
