"""Whom a decision's clause asks, and by whom what it wants is to be done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.reading.language.undertakings import DO, SUBJUNCTIVE
from ingest.reading.records.actions.clause_words import (
    ASKED_FOR_PAPER,
    ASKING,
    ASKS,
    ASKS_FOR,
    BE_ASKED,
    BY,
    DOES,
    DOES_ANYTHING,
    FROM,
    GROUP,
    IN_AN_ASIDE,
    NAMED_GROUP,
    PLAIN_DO,
    REFER,
)
from ingest.reading.records.owners import Owner, Owners


def owner_of(text: str, stem: str, owners: Owners) -> Owner | None:
    """Who is to do what a clause asks for; None where it does not say."""
    text, stem = " ".join(text.split()), " ".join(stem.split())
    if _INVITES.match(text) and not BE_ASKED.search(text):
        return None
    if _ONLY_INVITED.search(text):
        people = (owner for who in _subjects(text) if (owner := owners.of(who)) and owner.person)
        return next(people, None)
    return _asked(text, owners) or _over_it(text, stem, owners)


def _asked(text: str, owners: Owners) -> Owner | None:
    """Whom a clause's own words ask: a person, a post or a body, or whoever they address by name."""
    for who in _subjects(text):
        addressed = _addressed(text, who)
        if owner := (owners.office(who) if addressed else None) or owners.of(who) or owners.office(who):
            return owner
    return next((owner for who in _addressees(text) if (owner := owners.of(who) or owners.body(who))), None)


def _over_it(text: str, stem: str, owners: Owners) -> Owner | None:
    """Whom the words over a clause ask, or a name behind it."""
    if (over := _OVER.search(stem)) and PLAIN_DO.match(text) and not stem_asks(stem):
        return owners.office(over["who"]) or owners.of(over["who"])
    if (named := _NAMED_LAST.search(text)) and (owner := owners.only_people(named["who"])) and owner.person:
        return owner
    asked = _subjects(f"{stem.rstrip(' :–—-')} do") if stem_asks(stem) else ()
    return next((owner for who in asked if (owner := owners.of(who))), None)


# "to obtain three prices for the fence (Clerk)"
_NAMED_LAST = re.compile(r"[(\[](?P<who>[A-Z][^()\[\]:]{1,40})[)\]]\s*\.?$")
# "RECOMMENDED that the Cabinet Member for Roads:" over "(i) publish the list"
_OVER = re.compile(r"\bthat\s+(?P<who>(?:the\s+)?[A-Z][\w\s’'&,-]{2,80}?)\s*:\s*[-–—]?\s*$")


# "invites the Head of Parks to its next meeting": who comes is not who is to see to it
_INVITES = re.compile(
    r"(?:that\s+)?(?:(?:the\s+)?(?:[\w’'&-]{1,40}\s+){0,6}?(?:committee|panel|board|commission|group|members|council|cabinet)\s+"
    r"(?:[^.;]{0,80}?\band\s+)?)?(?:agrees?\s+)?(?:to\s+)?invit(?:e|es|ed)\b[^.;]{3,100}?\bto\s+"
    r"(?:(?:the|its|our|this|an?|future)\b|attend\b|come\b|join\b)",
    re.IGNORECASE,
)


# "Fen Water be invited to attend the next meeting": whoever comes, another is to see to it
_ONLY_INVITED = re.compile(
    r"\bbe\s+(?:\w+ly\s+|also\s+)?invited\s+to\s+(?:(?:attend|come|join)\b|(?:the|its|our|this|an?|future)\s+[^.;]{0,40}?meetings?\b)"
    r"(?![^.;]*\bto\s+(?:report|present|submit|give|provide|explain|answer)\b)",
    re.IGNORECASE,
)


def _addressed(text: str, who: str) -> bool:
    """Whether an office is what a clause speaks to ("recommend to the Cabinet Member that", "be recommended"); else
    it is its holder who is to do something ("that the Cabinet Member write to the Minister")."""
    place = text.find(who)
    before, after = text[max(0, place - 40) : place], text[place + len(who) :]
    return bool(
        re.search(r"\brecommend(?:s|ed)?\s+to\s+(?:the\s+)?$|\bfrom\s+(?:the\s+)?$", before, re.IGNORECASE)
        or re.match(r"\s+(?:to\s+)?be\s+(?:\w+ly\s+|also\s+)?(?:recommended|advised|reminded)\b", after, re.IGNORECASE)
    )


def stem_asks(stem: str) -> bool:
    """Whether the words that clauses share ask somebody: "That the Head of Parks be requested to"."""
    return bool(
        re.search(rf"\bbe\s+(?:\w+ly\s+)?{ASKING}\s*(?:to|that)?\s*:?\s*[-–—]?\s*$", stem, re.IGNORECASE)
        or re.search(r"\b(?:requests?|asks?)\s+[^;:]{3,120}\s+to\s*:?\s*[-–—]?\s*$", stem, re.I)
        or _TO_BE_GIVEN.search(stem)
    )


# "It was agreed that the following figures would be sent to members:"
_TO_BE_GIVEN = re.compile(
    r"\bfollowing\b[^:]{0,60}\b(?:would|will|should|to)\s+be\s+(?:sent|circulated|provided|supplied|shared|e-?mailed|forwarded)\b",
    re.IGNORECASE,
)


def _subjects(text: str) -> Sequence[str]:
    """The words that may name who is asked, the surest first."""
    body = re.sub(r"^\s*(?:\(?\w{1,3}[.)]\s+)?(?:that|for)[,:;]?\s+", "", text, flags=re.IGNORECASE)
    found: list[str] = []
    if match := re.match(r"recommend(?:s|ed)?\s+to\s+(?P<who>[^;:]{3,120}?)\s+that\b", body, re.IGNORECASE):
        found.append(match["who"])
    for asked in BE_ASKED.finditer(body):
        if aside := _ASIDE.match(asked["who"] + ", "):
            found.append(aside["who"])
        found.append(asked["who"])
    found += [match["who"] for match in ASKS.finditer(body) if not _no_job(body, match)]
    found += [match["who"] for match in ASKED_FOR_PAPER.finditer(body)]
    if ASKS_FOR.search(body) or _FROM_FIRST.match(body):
        found += [match["who"] for match in FROM.finditer(body)]
    found += [match["who"] for form in (GROUP, REFER, NAMED_GROUP) for match in form.finditer(body)]
    found += [match["who"] for match in _THAT_BODY.finditer(body)]  # whoever is asked, before the body that asks
    found += doers(body)
    found += [match["who"]] if (match := DOES_ANYTHING.match(body)) else []
    return [*found, *done_by(body)]


# "to request from the Head of Parks, by June, a list"
_FROM_FIRST = re.compile(r"(?:agree[sd]?\s+)?(?:to\s+)?(?:request(?:s|ed)?|seek|obtain)\s+from\b", re.IGNORECASE)


def done_by(text: str) -> list[str]:
    """By whom something is to be done; not whoever did or leads what is spoken of: "a group chaired by Mr Moss"."""
    return [
        match["who"]
        for match in BY.finditer(text)
        if not any(form.search(text, 0, match.start()) for form in (IN_AN_ASIDE, _OF_A_THING, _SPOKEN_BY))
    ]


# "a question by Councillor Oakes", "it was confirmed by the Clerk": who speaks
_SPOKEN_BY = re.compile(
    r"\b(?:questions?|quer(?:y|ies)|comments?|points?|suggestions?|requests?|proposals?|made|asked|raised|requested|put|"
    r"(?<!be )confirmed)\s+$",
    re.IGNORECASE,
)


# "the plan prepared", "a group, chaired", with nothing that is to "be" done before it
_OF_A_THING = re.compile(
    r"(?:^|[,;])(?:(?!\b(?:be|been|being)\b)[^,;])*?\b(?:\w+ed|led|held|made|given|set\s+up|run)\s+$", re.IGNORECASE
)


# "request that Fen Water share the plan", "that Otter Buses be asked to"
_THAT_BODY = re.compile(
    rf"\b(?:request|ask|invite|urge|instruct)(?:s|ed)?\s+that\s+(?P<who>(?:the\s+)?[A-Z][^;:,.]{{2,60}}?)\s+(?:{SUBJUNCTIVE}|share)(?:e?s)?\b"
)


def _addressees(text: str) -> list[str]:
    """Whoever a clause asks by a name in capitals, known or not."""
    found = [match["who"] for form in (BE_ASKED, _THAT_BODY) for match in form.finditer(text)]
    return [re.sub(r"^that\s+", "", who, flags=re.IGNORECASE) for who in found]


def _no_job(text: str, match: re.Match[str]) -> bool:
    """Whether "asks X to be …" or "invites X to the next meeting" gives X nothing to do."""
    if match["then"].lower() == "be" and not match["that"]:
        return True
    return match["verb"].lower().startswith("invite") and bool(
        re.match(r"\s+(?:the|its|our|this|an?|attend|come|join|future)\b", text[match.end() :], re.IGNORECASE)
    )


# "the Chair, on behalf of the Committee, writes"; "officers, in consultation with the Chair, draft"
_ASIDE = re.compile(
    r"(?P<who>[^,;:]{2,80}),\s+(?:on\s+behalf|in\s+(?:consultation|conjunction|liaison|partnership)|together|along|working|"
    r"supported|with)\b[^;]{0,100},\s*$",
    re.IGNORECASE,
)


def doers(text: str) -> list[str]:
    """Subjects of "provide", "write" and the like: what stands before the verb, from the last "that" or "and" on."""
    found = []
    for match in DOES.finditer(text):
        if match["who"].rstrip().endswith(","):
            if aside := _ASIDE.match(match["who"]):
                found.append(aside["who"])
            continue
        found.append(match["who"])
        for joint in (" and ", ", which "):
            rest = match["who"].rpartition(joint)[2] if joint in match["who"] else ""
            if rest and rest.count("(") == rest.count(")"):
                found.append(rest.removeprefix("that "))
    return found + [match["who"] for match in _WHICH.finditer(text)]


# "for Saturday 4 June if the hall is free, which the Clerk would find out"
_WHICH = re.compile(rf",\s+which\s+(?P<who>[^,;:]{{3,60}}?)\s+(?:will|would|should)\s+(?:{DO})\b", re.IGNORECASE)
