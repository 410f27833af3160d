"""Who declares an interest, in the words before the verb."""

from __future__ import annotations

import re

from ingest.reading.language import names
from ingest.reading.model import Doubt
from ingest.reading.records.attendance import lists
from ingest.reading.records.attendance.listed import Listed
from ingest.reading.records.interests_each import TITLED
from ingest.reading.records.people import Directory

_LEADS = re.compile(
    r"^(?:(?:in\s+(?:relation|respect)\s+(?:to|of)|with\s+(?:regard|reference)\s+to|regarding|on|under|for"
    r"|in|during)\s+|(?:agenda\s+)?(?:items?|minutes?)\s)",
    re.IGNORECASE,
)
# "There were no declarations, other than that of Councillor Oakes, who": who declares stands behind it
_NONE_BUT = re.compile(
    r"^[^.]*?\bno\b[^.]*?\b(?:other\s+than|except(?:\s+for)?|apart\s+from|save(?:\s+for)?)\s+(?:(?:that|those|one)\s+(?:of|from|by)\s+)?",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\b[A-Z](?:[a-z]?[A-Z]){1,3}\b")


def declarers(text: str, people: Directory) -> list[tuple[str, Doubt | None]]:
    """The people who declare: by name, by initials or by post, with a doubt where two fit."""
    text = _without_lead(text)
    listed = [_printed(one, text) for one in lists.people(text)]
    if not listed:
        listed = [m.group() for m in _INITIALS.finditer(text) if people.name(m.group())] or _by_post(text, people)
    found: list[tuple[str, Doubt | None]] = []
    for printed in listed:
        match = people.find(printed)
        name = names.parse(printed)
        full = match.name or (name.text if name and (name.first or name.titles or name.civic) else None)
        if full is not None and full not in [other for other, _ in found]:
            found.append((full, match.doubt))
    return found


def _printed(listed: Listed, text: str) -> str:
    """A listed name as it was printed; "Councillors" over several is the title of each."""
    words = text[listed.found.start : listed.found.end]
    return f"Councillor {words}" if listed.titled and not listed.found.name.civic else words


def _by_post(text: str, people: Directory) -> list[str]:
    plain = re.sub(r"\b(?:also|each|both|then)\s*$", "", text.strip(" ,")).strip(" ,")
    return [plain] if people.name(plain) else []


def _without_lead(text: str) -> str:
    """Who declares, without "In relation to Agenda Item 7 (Repairs)," before and "each" behind."""
    text = re.sub(
        r"\s+(?:also|each|both|all|then|who|had|has|having|further|subsequently|later|previously|verbally)\s*$",
        "",
        text.strip(" ,"),
    )
    text = re.sub(r"\s+(?:also|each|both|all)\s*$", "", text)
    text = _NONE_BUT.sub("", text)
    if not _LEADS.match(text):
        return text
    rests = [text[found.end() :] for found in re.finditer(rf"[,:]\s*|\s[-–]\s|\s(?={TITLED}\s+[A-Z])", _masked(text))]
    named = (rest for rest in rests if (listed := lists.people(rest)) and listed[0].start <= len("County Councillors "))
    return next(named, next((rest for rest in rests if rest[:1].isupper()), text))


def _masked(text: str) -> str:
    """The text with everything in brackets blotted out, so that commas there do not count."""
    return re.sub(r"\([^()]*\)", lambda match: "_" * len(match.group()), text)
