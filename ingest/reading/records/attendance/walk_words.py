"""Parts of an attendance block's text: what stands between labels, what is a name, where a list begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.reading.language import names
from ingest.reading.language.names_words import TITLE
from ingest.reading.records.attendance import labels, lists

_COUNCIL = re.compile(
    r"(?:the\s+)?(?:london borough of\s+\S+(?:\s\S+){0,3}"
    r"|(?-i:[A-Z])[\w’'-]*(?:\s+(?:and|of|upon|on|the|&|(?-i:[A-Z])[\w’'-]*)){0,6}"
    r"\s+(?:council|(?-i:(?:D|B|T|M|MB|RB|CB|LB)C))|(?-i:[A-Z])[\w’'-]+\s+CC)",
    re.IGNORECASE,
)


def is_council(text: str) -> bool:
    """Whether words are the name of a council and nothing else: "Norham County Council", "Exe MBC:"."""
    plain = text.strip(" :\n")
    if not _COUNCIL.fullmatch(plain) or TITLE.match(plain) or labels.is_said(plain):
        return False
    return not (plain.lower().endswith("council") and lists.people(plain))  # "Ann Marrow   Norham District Council"


def begins_with_councillor(text: str) -> bool:
    """Whether a list begins here with somebody who is printed as a councillor."""
    found = names.at(text, 0, listed=True)
    return found is not None and found.name.civic and TITLE.match(text) is not None


def segments(text: str) -> Iterator[tuple[int, int, str | None]]:
    """The parts of a block's text between labels: start, end, and the label before them."""
    start, label = 0, None
    for printed, low, high in labels.run_in(text):
        if low > start:
            yield start, low, label
        elif label is not None:
            yield start, start, label
        start, label = high, printed
    yield start, len(text), label


def is_name(text: str) -> bool:
    """Whether words are a name, and no lone word that is a label as well: "Membership"."""
    name = names.parse(text)
    if name is None or name.first or name.titles or name.civic:
        return name is not None
    return (group := labels.group(text)) is None or group.ignored


def without_brackets(text: str) -> str:
    return re.sub(r"[(\[][^()\[\]]*[)\]]", " ", text)


def starts_with(before: str) -> bool:
    """Whether only titles stand before the first name of a list: "County Councillors ", "Aldermen *"."""
    plain = re.sub(r"\b(?:y|messrs|the|members?|and)\b", "", TITLE.sub("", before), flags=re.IGNORECASE)
    return len(plain.strip(" :.,-–*†‡§#+~✓✔√/")) < 3
