"""By which law an answer is owed, as far as the name of whoever something is recommended to tells."""

from __future__ import annotations

import re

from minutes.models import Regime

# The posts of an executive come first: a "Cabinet Member for Community Safety" is no police force. A police and crime
# commissioner answers to a panel, in the time that the panel asks for (Police Reform and Social Responsibility Act
# 2011, sections 28 and 29): no rule of ours. Last, words that mean the executive where nothing else tells; a "Chief
# Executive" and an "Executive Director" are officers, who owe no answer by law.
_RECIPIENTS = tuple(
    (regime, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for regime, words in (
        (
            Regime.EXECUTIVE,
            r"cabinet|portfolio\s+holder|lead\s+member|executive\s+(?:member|councillor)|leader\s+of\s+the\s+council",
        ),
        ("", r"polic(?:e|ing)(?:,\s*fire)?\s+(?:and|&)\s+crime"),
        (Regime.CRIME, r"police|crime|community\s+safety|probation|fire\s+and\s+rescue"),
        (
            Regime.HEALTH,
            r"NHS|integrated\s+care|ICB|hospitals?|ambulance|clinical|health\s*care\s+(?:trust|provider)s?|"
            r"foundation\s+trust|general\s+practi\w+",
        ),
        (
            Regime.EXECUTIVE,
            r"(?<!chief\s)executive(?!\s+(?:director|officer|head|manager)s?\b)|(?<!group\s)(?<!team\s)leader|mayor|"
            r"full\s+council",
        ),
    )
)


def regime_of(recipient: str) -> str:
    """By which law a recipient owes an answer; empty where its name does not tell.

    >>> regime_of("Cabinet Member for Highways"), regime_of("Wyreshire Integrated Care Board"), regime_of("Wyre Rail")
    (Regime.EXECUTIVE, Regime.HEALTH, '')
    """
    return next((regime for regime, pattern in _RECIPIENTS if pattern.search(recipient)), "")
