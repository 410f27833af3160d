"""Whom the words of a listed action name: before what is to be done, behind it, or within it."""

from __future__ import annotations

import re

from ingest.reading.language.dates import MONTH_NAMES
from ingest.reading.records.actions import clause_owners
from ingest.reading.records.actions.subjects import Setting
from ingest.reading.records.owners import Owner

OWNED = re.compile(r"^(?P<who>[A-Z][^:–—]{1,60}?)\s*(?:\s[–—-]|:)\s+(?=\S)")
PERSON_DOES = re.compile(
    r"^(?:the\s+)?(?P<who>[A-Z][\w.’'/ -]{0,60}?(?:\s(?:and|&|/)\s[A-Z][\w.’' -]{0,40}?)?)\s+"
    r"(?:to(?!\s+(?:the|an?|its|our|this|all)\b)|will|shall|"
    r"has\s+agreed\s+to|agreed\s+to|would|undertook\s+to)\s+\w"
)
# "Head of Parks (North and South) to send", "Director, Roads and Paths to write": a post known by all its words
_POST_DOES = re.compile(
    r"^(?P<who>[A-Z][\w.’'&/ -]{2,60}(?:, [\w.’'&/ -]{2,50}| \([^()]{2,50}\)){1,3})\s+"
    r"(?:to(?!\s+(?:the|an?|its|our|this|all)\b)|will|shall|agreed\s+to)\s+[a-z]"
)
_LETTERS_FIRST = re.compile(r"^(?P<who>[A-Z]{2,4}(?:\s?[/&]\s?[A-Z]{2,4})?),\s+(?=\S)")  # "WM, map of the paths"
_INNER_DOES = re.compile(r"(?:[–—:-]|,)\s+(?P<who>[A-Z][\w.’']*(?:\s[\w.’'-]+){0,5}?)\s+(?:to|will)\s+\w+")


# "Priya Nair, Director of Place, to write to the bank"
_WITH_POST = re.compile(r"^(?P<who>[A-Z][^,;:]{2,50}),\s+[^,;:]{3,60},\s+(?:to|will|shall)\s+\w")
# "Circulate the map (WM)", "Book the hall – Tomos – by 7 June", "Book the hall [Tomos Ellis]"
_LAST_NAMED = re.compile(
    r"(?:[(\[]\s*|\s[–—-]\s+)(?P<who>[A-Z][\w.’'/&-]*(?:\s(?:[\w.’'-]+|[/&])){0,6}?)(?=\s*[)\]]\s*\.?\s*$|\s*\.?\s*$|"
    r"\s*(?:[–—,-]\s*|[)\]]\s*)?\(?(?:by|before)\s[^()]{3,30}\)?\s*\.?\s*$|"
    rf"\s+[–—-]\s+(?i:asap|next\s+meeting|(?:end\s+(?:of\s+)?)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{MONTH_NAMES})(?:\s+\d{{4}})?)\s*\.?\s*$)"
)


def named_first(text: str, setting: Setting) -> Owner | None:
    """Whom an action's own words name: "Olga to book", "BT – second survey", "the hall - Olga to book"."""
    if (match := _POST_DOES.match(text)) and (owner := setting.owners.of(match["who"])) and owner.person and owner.name:
        return owner
    for form in (_WITH_POST, PERSON_DOES, OWNED, _LETTERS_FIRST, _INNER_DOES):
        if (match := form.search(text)) and (owner := setting.owners.of(match["who"])):
            return owner
    if text.startswith("That ") and (owner := clause_owners.owner_of(text, "", setting.owners)):
        return owner
    if (match := _DONE_BY.search(text)) and (owner := setting.owners.of(match["who"])) and owner.name:
        return owner
    return named_last(text, setting)


def named_last(text: str, setting: Setting) -> Owner | None:
    """The person whom an action names behind what is to be done: "Circulate the map (WM)"."""
    last = (setting.owners.of(match["who"]) for match in _LAST_NAMED.finditer(text))
    return next((owner for owner in last if owner and owner.person and owner.name), None)


# "List to be sent by Head of Parks", "That the Head of Parks send the list"
_DONE_BY = re.compile(
    r"\bto\s+be\s+(?:\w+ly\s+)?\w+\s+by\s+(?P<who>(?:the\s+)?[A-Z][\w’'.-]*(?:\s+(?:(?:of|for|and|&)\s+)?[A-Z][\w’'.-]*)*)"
)
