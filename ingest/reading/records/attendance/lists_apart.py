"""Names that ran together without anything between them."""

from __future__ import annotations

from ingest.reading.language.names import FoundName, Name
from ingest.reading.records.attendance.listed import Listed


def apart(listed: Listed) -> list[Listed]:
    """Two or three people whose names ran together without anything between: "David Barr John Withers" is two.

    Nobody has four names in full without a title; an even number of them is so many people.
    """
    name = listed.found.name
    words = [*name.first, *name.surname.split()]
    plain = not (name.titles or name.civic or listed.position or listed.brackets or name.suffixes)
    if not plain or len(words) < 4 or len(words) % 2 or any(len(word) < 3 or not word[0].isupper() for word in words):
        return [listed]
    found, start = [], listed.found.start
    for place in range(0, len(words), 2):
        pair = Name(words[place + 1], (words[place],))
        end = start + len(pair.bare)
        found.append(Listed(FoundName(pair, start, end), start, end, titled=listed.titled))
        start = end + 1
    return found
