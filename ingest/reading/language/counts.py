"""Clauses that are counted by a bare number before their words: "1 The report be noted"."""

from __future__ import annotations

import re

from ingest.reading.language.dates import MONTHS

_COUNT = re.compile(rf"(?P<number>[1-9]|1\d|20) (?!(?:{'|'.join(MONTHS)})\b)(?=[A-Z][a-z’']*\s)", re.I)
_LEADS_IN = re.compile(r"(?:\b(?:resolved|agreed|recommended)\b(?:\s+(?:that|to))?|\bthat|:)[\s:–-]*$", re.I)


def counted(text: str, above: str, last: str) -> str:
    """The number that a clause is counted by, as printed; empty where its words have none.

    ``above`` is what stands before it, where a count may begin; ``last`` is the number of the clause before, empty
    where there is none.

    >>> counted("1 The report be noted", "RESOLVED – That", "")
    '1'
    >>> counted("2 The Leader be asked to write", "be noted.", "1")
    '2'
    >>> counted("1 The report be noted", "It ran well.", "")
    ''
    >>> counted("1 April 2031 be the first day", "RESOLVED That", "")
    ''
    """
    found = _COUNT.match(text)
    if found is None or not text[found.end()].isupper():
        return ""
    number = found["number"]
    if last:
        return number if int(number) == int(last) + 1 else ""
    return number if number == "1" and _LEADS_IN.search(above[-60:]) else ""
