"""What stands at the top and in the first column of tables that set items out."""

from __future__ import annotations

import re

# Heads of columns that hold items
OF_ITEMS = {
    "item", "minute", "minutes", "subject", "agenda item", "discussion", "topic", "item no", "item no.", "minute no",
    "minute no.", "notes", "heading", "item/subject", "business", "agenda", "items", "agenda items",
    "discussion points",
}  # fmt: skip
# First cells of those present and of the meeting, which are no business
OF_PEOPLE = re.compile(
    r"(?:(?:members?|officers?|councillors?|others?|those|also|committee) )*(?:present|in attendance|attending|"
    r"attendees|attendance|chair(?:man|person)?|officers?|members?|date|time|venue|location|place|from|to|subject)\W*$",
    re.I,
)
