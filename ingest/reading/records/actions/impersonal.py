"""What is to be done in a sentence that does not begin with who is to do it: asked for, promised, listed as a job."""

from __future__ import annotations

import re

from ingest.reading.language import jobs, undertakings
from ingest.reading.records.actions.clause_owners import done_by
from ingest.reading.records.actions.clause_words import FROM
from ingest.reading.records.actions.named import named_last
from ingest.reading.records.actions.subjects import Setting, acts, is_body_itself
from ingest.reading.records.owners import Owner


def impersonal(text: str, setting: Setting) -> Owner | None:
    """Actions that do not begin with who is to do them; an Owner without a name where nobody is said to."""
    if jobs.TO_REACH.search(text) and not jobs.ONLY_PERHAPS.search(text):
        return _doer(text, setting) or _promiser(text, setting) or Owner()
    if jobs.GRANTED.search(text):
        return _granter(text, setting)
    if undertakings.UNMADE.search(text):
        return None
    if owner := _by_somebody(text, setting):
        return owner
    if jobs.ASKED_FOR.search(text):
        return _doer(text, setting) or Owner()
    if jobs.BODY_ASKED.search(text):
        asked = FROM.search(text)
        return (setting.owners.of(asked["who"]) if asked else None) or Owner()
    return _listed_job(text, setting)


def _granter(text: str, setting: Setting) -> Owner | None:
    """Who agrees to what is asked for: "asked for the list and the Clerk agreed"; a member may agree with a view."""
    match = jobs.GRANTED.search(text)
    owner = setting.owners.of(match["who"]) if match and not is_body_itself(match["who"]) else None
    return owner if owner and setting.owners.answers(owner.name) else None


def _by_somebody(text: str, setting: Setting) -> Owner | None:
    """By whom the words say that something will be done, and not only perhaps; not the body that meets."""
    done = jobs.BY_SOMEBODY.search(text)
    if done is None or jobs.ONLY_PERHAPS.search(text[: done.end()]) or is_body_itself(done["who"]):
        return None
    owner = setting.owners.of(done["who"])
    able = owner and (owner.person or acts(owner) or _SERVICES.search(owner.name or ""))
    return owner if able else None


_SERVICES = re.compile(r"\b(?:Services|Unit|Department)$")  # "provided by Legal Services"


def _doer(text: str, setting: Setting) -> Owner | None:
    """By whom something is to be done: "a note would be sent to Members by Ms Frith"."""
    return next((owner for who in done_by(text) if (owner := setting.owners.of(who))), None)


# "The Head of Parks said that a note would be sent round": who promises it sees to it
_PROMISER = re.compile(
    r"(?:in\s+(?:response|reply|answer)[^,]{0,80},\s+)?(?P<who>(?:the\s+)?(?-i:[A-Z])[\w’'.,&()\s-]{2,80}?)\s+(?:also\s+|then\s+)?"
    r"(?:said|stated|confirmed|advised|agreed|explained|replied|responded|undertook|promised)\s+(?:that\s+)?",
    re.IGNORECASE,
)


# "It was confirmed by Ms Frith that a list would be provided to Members"
_SAID_BY = re.compile(
    r"it\s+was\s+(?:\w+ly\s+)?(?:said|stated|confirmed|advised|explained)\s+by\s+(?P<who>[^,;]{3,60}?)\s+that\b",
    re.IGNORECASE,
)


def _promiser(text: str, setting: Setting) -> Owner | None:
    """Who says that something will reach somebody: an officer or whoever answers, not a member who asks."""
    match = _SAID_BY.match(text) or _PROMISER.match(text)
    owner = setting.owners.of(match["who"]) if match else None
    return owner if owner and owner.person and setting.owners.answers(owner.name) else None


def _listed_job(text: str, setting: Setting) -> Owner | None:
    """A job without a subject, as notes list them: "Noticeboard to be repainted"; "… – to be cleared by October"."""
    if jobs.JOB_BY.search(text):
        return Owner()
    for part in re.split(r"\s+[–—-]\s+", text):
        verbs = re.sub(r"\bto\s+be\s+(?:\w+ly\s+)?\w+", "", part, count=1)
        if not jobs.TO_BE_DONE.match(part) or jobs.FINITE.search(verbs) or _NO_JOB.search(part):
            continue
        subject = re.split(r"\s+to\s+be\s+", part, maxsplit=1)[0]
        if re.search(r"\w+ed\b|,", subject):
            continue
        asked = re.search(r"\bto\s+be\s+(?:asked|invited|requested)\b", part)
        return (setting.owners.of(subject) if asked else _doer(text, setting) or named_last(text, setting)) or Owner()
    return None


# "New barn to be used as a shop" is what somebody applies for
_NO_JOB = re.compile(
    r"^(?:[\d\W]|(?:it|there|he|she|they|we|nobody|with|if|when|as|in|on|for)\b)|\bto\s+be\s+used\s+(?:as|for)\b",
    re.IGNORECASE,
)
