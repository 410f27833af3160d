"""Decisions in a word or two behind what they are about: "Charging policy – agreed", "Minutes: Agreed."."""

from __future__ import annotations

import re

from ingest.reading.model import Decision

_VERB = r"(?P<verb>agreed|approved|adopted|accepted|ratified|authori[sz]ed|endorsed|noted)"
_HOW = (
    r"(?:\s+(?:unanimously|in\s+principle|nem\.?\s?con\.?|by\s+all(?:\s+present)?|"
    r"for\s+(?:signature|payment|publication)))?"
)
# "Charging policy – agreed", "c) Memorial at the gate: approved."
_BEHIND_DASH = re.compile(
    rf"(?P<what>[^.;?!]{{6,200}}?)(?:\s+[–—-]|:)\s*(?:(?:these|this|it)\s+)?(?:(?:was|were|duly|unanimously|all)\s+)*{_VERB}{_HOW}\s*\.?",
    re.IGNORECASE,
)
_THINGS = (
    r"(?:minutes?|notes|reports?|polic(?:y|ies)|plans?|strateg(?:y|ies)|schedules?|programmes?|budget|precept|accounts|payments|"
    r"invoices|cheques|expenditure|quotations?|quotes?|grants?|dates?|terms\s+of\s+reference|registers?|statements?|"
    r"procedures?|protocols?|constitution|standing\s+orders|regulations|fees|charges|calendar|recommendations?|proposals?|"
    r"list|update|criteria|changes|amendments?|methodology)"
)
# "Training schedule noted.", "Draft budget for 2031/32 agreed unanimously."
_SHORT_OF_WAS = re.compile(
    rf"(?P<what>(?:the\s+|draft\s+|revised\s+)*(?:[\w’'&/-]+\s+){{0,5}}?{_THINGS}(?:\s+(?:for|of|to|on|in|as)\s+[\w’'&/,-]+"
    r"(?:\s+(?!was\b|were\b|be\b)[\w’'&/-]+){0,5}?)?)\s+"
    rf"{_VERB}{_HOW}\s*\.?",
    re.IGNORECASE,
)
# "Recommendation to sell the bonds agreed."
_RECOMMENDATION = re.compile(
    rf"(?P<what>(?:the\s+)?(?:recommendation|proposal|request)\s+(?:to|that|for)\s+[^.;:]{{5,200}}?)\s+{_VERB}{_HOW}\s*\.?",
    re.IGNORECASE,
)
# "A notice had been drafted and this was adopted.", "The rota was read out and it was accepted."
_AND_IT_WAS = re.compile(
    r"(?P<what>[^;?]{10,200}?),?\s+and\s+(?:it|they|this|these)\s+(?:was|were)\s+(?:then\s+|all\s+|duly\s+|unanimously\s+)?"
    rf"(?!noted){_VERB}{_HOW}\s*\.?",
    re.IGNORECASE,
)
# "Approval was given to the scheme.", "There was unanimous agreement to go ahead."
_GIVEN = re.compile(
    r"(?:(?:in[- ]principle|unanimous|full|formal|final)\s+)?(?P<verb>approval|agreement)\s+was\s+(?:\w+ly\s+)?given\s+"
    r"(?:to|for)\b(?!.*\b(?:by|in\s+(?:19|20)\d\d)\b).*|"
    r"there\s+was\s+(?:unanimous|general|full)\s+(?P<all>agreement)\s+(?:to\b|that\b.*\b(?:should|would|be)\b).*",
    re.IGNORECASE | re.DOTALL,
)
# What somebody told, what is not this body's, or what was done before
_TOLD = re.compile(
    r"\b(?:said|stated|reported|explained|asked|advised|informed|confirmed|suggested|questions?|apolog\w+|declar\w+|"
    r"planning|applications?|permissions?|licen[cs]es?|consents?|previously|already|not|motion|amendment|cabinet|council|"
    r"meeting\s+(?:on|of)|last\s+(?:year|month|meeting))\b|\d/\d+\w*/\w+",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:cllrs?|councillors?|mrs?|ms|miss|dr|the\s+(?:chair\w*|clerk|director|officers?))\b", re.IGNORECASE
)
# Headings of what others have decided
_OF_OTHERS = re.compile(
    r"\b(?:planning|applications?|licen[cs]ing|decisions?\s+received|log|tracker|trees?)\b", re.IGNORECASE
)
_MAY = re.compile(
    rf"{_VERB.replace('?P<verb>', '?:')}{_HOW}\s*\.?$|\bagreement\b|^\w*\s?\w*\s?approval\b", re.IGNORECASE
)


def briefly(sentence: str, title: str) -> Decision | None:
    """The kind of a sentence that names a matter and what became of it; None where it is none.

    ``title`` is the heading of the item: under planning or a log it is what others decided.
    """
    if not _MAY.search(sentence) or _OF_OTHERS.search(title):
        return None
    if given := _GIVEN.fullmatch(sentence):
        return "approved" if (given["verb"] or "").lower() == "approval" else "agreed"
    for pattern in (_BEHIND_DASH, _SHORT_OF_WAS, _RECOMMENDATION, _AND_IT_WAS):
        match = pattern.fullmatch(sentence)
        if match and not _TOLD.search(match["what"]) and not _PERSON.match(match["what"]):
            return "approved" if _OF_MINUTES.search(match["what"]) else _kind(match["verb"].lower())
    return None


def _kind(verb: str) -> Decision:
    if verb == "noted":
        return "noted"
    return "approved" if verb in ("approved", "ratified") or verb.startswith("authori") else "agreed"


# Under "Minutes of the last meeting": "Agreed.", "Taken as read and signed.", "Proposed AB, seconded CD. Approved."
_OF_MINUTES = re.compile(r"\bminutes?\b(?!\s+(?:silence|taker))|\bnotes\s+of\b", re.IGNORECASE)
_MOVERS = r"(?:proposed|moved)\s+(?:by\s+)?[^.;:]{3,60}?,?\s+(?:and\s+)?seconded\s+(?:by\s+)?[^.;:]{3,50}?"
_CONFIRMED = re.compile(
    rf"(?:{_MOVERS}(?:[.,;]|\s+and)\s+)?"
    r"(?:(?:all|duly|these\s+were|they\s+were)\s+)?(?:circulated\s*(?:,|and|&)\s*)?(?:(?:agreed|approved|accepted|confirmed|adopted|signed|taken\s+as\s+read|ratified)"
    r"(?:\s*(?:,|and|&)\s*)?)+(?:\s+unanimously|\s+as\s+(?:being\s+)?(?:an?\s+)?(?:correct|true|accurate)(?:\s+record)?)?\s*\.?"
    rf"(?:\s*{_MOVERS}\.?)?",
    re.IGNORECASE,
)


def of_minutes(sentence: str, title: str) -> bool:
    """Whether a word or two under the heading of earlier minutes confirm these."""
    return bool(_CONFIRMED.fullmatch(sentence) and _OF_MINUTES.search(title))
