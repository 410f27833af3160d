"""Which agenda item an interest concerns: by number, by minute number, by title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.reading.model import Section

_REFERENCE = r"(?:(?-i:[A-Z]{1,5})[/.\s]?)?\d+(?:[./]\d+)*[a-z]?(?![\w])"
# "Agenda Item 7 (Repairs)", "items 5 and 7", "minute JW46", "Minute No. 12.3", "Item No 4"
_NUMBERS = re.compile(
    rf"\b(?:agenda\s+|report\s+|business\s+|minute\s+)?(?:items?|minutes?|min)\b\.?\s*(?:nos?\b\.?|numbers?|number)?\s*:?\s*"
    rf"(?P<numbers>{_REFERENCE}(?:\s*(?:,|&|and|to)\s*(?:items?\s+|minutes?\s+)?{_REFERENCE})*)",
    re.IGNORECASE,
)
# "A Marrow – 5 – non-pecuniary": a number in a field of its own
_ALONE = re.compile(r"\s[-–]\s+(\d{1,3})\s+[-–]\s")
_SAME = re.compile(r"\b(?:the\s+same|this|that)\s+(?:agenda\s+)?(?:item|matter|application|minute)\b", re.IGNORECASE)
_IN_HEADING = re.compile(r"\(?\b(?:agenda\s+)?item\s+(?:no\.?\s*)?(?P<number>\d+[a-z]?)\b", re.IGNORECASE)


def concerned(text: str, sections: Sequence[Section]) -> tuple[list[int], list[str]]:
    """The indices of the items that the words name, and the numbers that fit no item."""
    found: list[int] = []
    unknown: list[str] = []
    for match in _NUMBERS.finditer(text):
        titled = _title_after(text, match.end(), sections)
        for number in re.findall(_REFERENCE, match["numbers"], re.IGNORECASE):
            place = _by_number(number, sections)
            if titled is not None and len(re.findall(_REFERENCE, match["numbers"], re.IGNORECASE)) == 1:
                place = titled
            if place is None:
                unknown.append(number)
            elif place not in found:
                found.append(place)
    if not found and not unknown and (alone := _ALONE.search(text)) and (place := _by_number(alone[1], sections)):
        return [place], []
    if not found and not unknown:
        found = [place for place, one in enumerate(sections) if _stands_in(one.number or "", text)]
    if not found and (not unknown or len(unknown) == 1) and (place := _by_title(text, sections)) is not None:
        return [place], []  # the title says which item "item 7" is where items are numbered on from earlier meetings
    if not found and not unknown and (named := titled_otherwise(text)):
        place = _titled(named, [one if not _is_declarations(one) else replace(one, title="") for one in sections])
        return ([] if place is None else [place]), []
    return found, unknown


# "in the item on car parks", "in the report about the bypass": an item by some words of its title
_BY_SUBJECT = re.compile(
    r"\b(?:the\s+(?:agenda\s+)?(?:item|report|application|matter|discussion)\s+(?:on|about|regarding|concerning|relating\s+to|for))\s+"
    r"(?:the\s+)?(?P<title>[^.,;()]{3,80}?)(?=\s+(?:as|because|since|being|by\s+virtue|in\s+that|due|and|but)\b|\s*(?:[.,;()–-]|$))",
    re.IGNORECASE,
)


def titled_otherwise(text: str) -> str | None:
    """The words by which a text names an item ("the item on car parks"), as printed; None where it names none so."""
    match = _BY_SUBJECT.search(text)
    return " ".join(match["title"].split()) if match else None


def _stands_in(number: str, text: str) -> bool:
    """Whether a number such as 24/007, which can be nothing else, stands in a text without "item" before it."""
    return bool(re.search(r"\d[/.]\d", number) and re.search(rf"(?<![\w/.]){re.escape(number)}(?![\w/]|\.\d)", text))


def no_such_item(number: str, sections: Sequence[Section]) -> str:
    """What is unsure of an interest in an item whose number none has, in a sentence.

    >>> no_such_item("6", ())
    'The interest is in item 6, and no item has this number. Choose the item that is meant.'
    """
    printed = [int(section.number) for section in sections if section.number and section.number.isdigit()]
    if number.isdigit() and printed and int(number) < min(printed):
        return (
            f"The interest is in agenda item {number}. These minutes are numbered from {min(printed)} and print no "
            "agenda numbers, so they do not say which item that is. Choose it."
        )
    return f"The interest is in item {number}, and no item has this number. Choose the item that is meant."


def is_same(text: str) -> bool:
    """Whether the words point at the item named before: "in the same item"."""
    return bool(_SAME.search(text))


def without(text: str) -> str:
    """The text without its references to items."""
    return re.sub(rf"(?:{_NUMBERS.pattern})(?:\s*\([^()]*\))?", " ", text, flags=re.IGNORECASE)


def _by_number(number: str, sections: Sequence[Section]) -> int | None:
    wanted = _plain(number)
    for place, section in enumerate(sections):
        if section.number and _plain(section.number) == wanted:
            return place
    for place, section in enumerate(sections):  # a running minute number, with "(Item 5)" beside the heading
        words = " ".join(block.marked_text for block in section.heading) + " " + _first_line(section)
        if (match := _IN_HEADING.search(words)) and match["number"].lower() == wanted and not _is_declarations(section):
            return place
    if wanted.isdigit():  # "Agenda Item 11" where items are numbered 07.22.11 or 24/11
        tails = [place for place, section in enumerate(sections) if _tail(section.number) == int(wanted)]
        if len(tails) == 1:
            return tails[0]
    return None


def _first_line(section: Section) -> str:
    first = section.blocks[0].text if section.blocks else ""
    return first if len(first) < 30 else ""


def _plain(number: str) -> str:
    return re.sub(r"^0+(?=\d)|[\s.]+$|\s", "", number).lower()


def _tail(number: str | None) -> int | None:
    match = re.search(r"[./](\d+)$", number or "")
    return int(match[1]) if match else None


def _title_after(text: str, end: int, sections: Sequence[Section]) -> int | None:
    """The item whose title stands in brackets or behind a dash after the number: "Item 7 (Private Rented Sector)"."""
    match = re.match(r"\s*(?:\(([^()]+)\)|[-–:]\s*([^.;,]+))", text[end:])
    return _titled(match[1] or match[2], sections) if match else None


def _titled(words: str, sections: Sequence[Section]) -> int | None:
    wanted = _words(words)
    best = [
        place
        for place, section in enumerate(sections)
        if wanted and len(wanted & _words(section.title)) >= 0.75 * len(wanted)
    ]
    return best[0] if len(best) == 1 and len(wanted) > 1 else None


def _by_title(text: str, sections: Sequence[Section]) -> int | None:
    lower = re.sub(r"\s+", " ", text.lower())
    named = [
        place
        for place, section in enumerate(sections)
        if len(_words(section.title)) > 1
        and re.sub(r"\s+", " ", section.title.lower()) in lower
        and not _is_declarations(section)
    ]
    return named[0] if len(named) == 1 else None


def _is_declarations(section: Section) -> bool:
    return bool(re.search(r"declar|disclos|interest", section.title, re.IGNORECASE))


def _words(text: str) -> set[str]:
    return {
        word
        for word in re.findall(r"\w+", text.lower())
        if len(word) > 2 and word not in {"the", "and", "for", "report"}
    }
