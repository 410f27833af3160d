"""Days of something else than what is to be done: of the plan that is sent, of what is asked, of a past meeting."""

from __future__ import annotations

import re

from ingest.reading.language.undertakings import DO


def _not_behind(words: str) -> str:
    return "".join(rf"(?<!\b{word} )" for word in words.split())


_AUXILIARY = (
    r"(?:is|are|was|were|be|being|had|has|have|will|would|must|should|shall|can|could|may|might|opens?|opened|closes?|"
    r"closed|expires?|expired|takes?|took|starts?|started|begins?|began|ends?|ended|came|comes?)"
)
# "the plan, which would be adopted by", "the works that must end by", "those who applied before"
_RELATIVE = re.compile(
    rf"(?<!\bmeeting )(?<!\bmeeting, )\b(?:which|that|who)\s+(?:\w+ly\s+)?{_AUXILIARY}\b|\bwho\s+\w+ed\b", re.IGNORECASE
)
# "find out whether the bridge would open by"; but "was asked whether she could send it by"
_QUESTION = re.compile(
    r"(?<!\basked )\b(?:whether|how|why|what)\b|"
    r"(?<=\basked )(?:whether|how|why|what)\b(?!\s+(?:he|she|they|officers)\s+(?:could|would)\b)",
    re.IGNORECASE,
)
# "the minutes of the meeting on", "the notes from the workshop to be held on"
_RECORD = re.compile(
    r"\b(?:minutes|notes?|outcomes?|results?|slides|recordings?|records?|feedback|conclusions?|decisions?|discussions?)\s+"
    r"(?:of|from|at|taken\s+at|made\s+at|following)\s+(?:(?!\b(?:to|for|by)\b(?!\s+be\b))[^.;,])*?"
    r"\b(?:meeting|workshop|session|visit|event|hearing|seminar|conference|day|tour|ballot|inspection|summit|debate)\s+"
    r"(?:(?:to\s+be\s+|being\s+)?held\s+)?(?:on|of)\s+(?:the\s+|\w+day,?\s+)*$",
    re.IGNORECASE,
)
# What ends such a clause: a comma, the next thing to be done, or that something "be sent", as is asked
_CLOSED = re.compile(
    rf"[,;:.]\s|\band\s+(?:(?:to|that)\s+)?(?:\w+ly\s+)?(?:{DO}|report)\b|\bto\s+(?:report|return|come)\s+back\b|"
    rf"{_not_behind('to will would must should could can may might shall not also')}\bbe\s+\w+|"
    rf"{_not_behind('is are was were has had have likely due going able expected ought')}\bto\s+be\s+\w+",
    re.IGNORECASE,
)


def of_something_else(before: str) -> bool:
    """Whether a day that stands behind these words of a sentence is another's than that of what is to be done."""
    return bool(_open(_RELATIVE, before) or _open(_QUESTION, before) or _RECORD.search(before))


def _open(form: re.Pattern[str], before: str) -> bool:
    """Whether the last clause of a form still goes on where words end."""
    found = list(form.finditer(before))
    return bool(found and found[-1].start() and not _CLOSED.search(before, found[-1].end()))
