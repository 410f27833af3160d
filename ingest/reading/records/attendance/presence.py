"""The words that tell whether somebody came, where they stand alone: in brackets, behind a dash, in a cell."""

from __future__ import annotations

import re

from ingest.reading.model import Status

# From top to bottom the first that fits decides; beside each the words as printed.
_SAID: tuple[tuple[str, Status], ...] = (
    # "Absent without apologies", "no apologies", "No apology received"
    (
        r"(?:absent|absence)?[\s,:–-]*(?:without|no)\s+(?:an?\s+)?apolog(?:y|ies)(?:\s+(?:received|sent|given))?",
        "absent",
    ),
    # "Apologies", "sent apologies", "apology received", "Absent with apologies", "Apologies for absence"
    (
        r"(?:absent[\s,:–-]*(?:with\s+)?)?(?:(?:had\s+|has\s+)?(?:sent|gave|given|tendered|submitted|offered|with)\s+)?"
        r"(?:(?:his|her|their|an?)\s+)?(?:apolog(?:y|ies|ised|ized)|apols?\.?)"
        r"(?:\s+for\s+(?:\w+\s+)?absence)?(?:\s+(?:were\s+|was\s+)?(?:received|sent|given|accepted|tendered|submitted|noted"
        r"|recorded))?",
        "apologies",
    ),
    # "Not present", "Not in attendance", "Did not attend", "Absent", "non-attendance", "failed to attend"
    (
        r"(?:was\s+)?(?:absent|not\s+(?:present|in\s+attendance|there|attending)|(?:did|has|had)\s+not\s+attend(?:ed)?"
        r"|did\s+not\s+come|non[\s-]?attend(?:ance|ed|er)|failed\s+to\s+attend|no[\s-]show|dna)",
        "absent",
    ),
    # "Present", "In attendance", "attended", "Yes", "In person"
    (
        r"(?:was\s+|were\s+|also\s+)?(?:present|in\s+attendance|attend(?:ed|ing)|there|yes|in\s+person|physically\s+present)",
        "present",
    ),
)
_PATTERNS = tuple((re.compile(words, re.IGNORECASE), status) for words, status in _SAID)
_WORDS = "|".join(words for words, _ in _SAID)
_BESIDE = re.compile(rf"\s+[–—-]\s+(?:{_WORDS})(?=\s*[;,])", re.IGNORECASE)
_AT_END = re.compile(rf"(?:^|\s*[,;–—-]\s*)(?P<said>{_WORDS})$", re.IGNORECASE)


def said(words: str) -> Status | None:
    """What words say that stand alone, None where they say nothing of presence.

    >>> said("sent apologies"), said("Absent without apologies"), said("Not in attendance"), said("North Ward")
    ('apologies', 'absent', 'absent', None)
    """
    plain = " ".join(words.split()).strip(" .,;:()[]*–-")
    return next((status for pattern, status in _PATTERNS if pattern.fullmatch(plain)), None)


def without(words: str) -> str:
    """A list without what is said of presence behind dashes: "Cllr Ann Marrow – sent apologies; Cllr Bob Oakes"."""
    return _BESIDE.sub("", words)


def at_end(words: str) -> tuple[str, Status] | None:
    """Words and what is said of presence behind them: "Norham City Council – apologies"; None where nothing is."""
    plain = words.rstrip(" .,;")
    found = _AT_END.search(plain)
    status = said(found["said"]) if found else None
    return (plain[: found.start()], status) if found and status else None
