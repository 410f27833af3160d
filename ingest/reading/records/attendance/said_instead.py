"""Who came in whose place, in all the ways in which sentences tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.reading.records.attendance import lists, said_away, said_pairs
from ingest.reading.records.attendance import said_words as words
from ingest.reading.records.attendance.beside import without_pairs
from ingest.reading.records.attendance.listed import Listed
from ingest.reading.records.attendance.said_sentence import SENT_APOLOGIES, Sentence
from ingest.reading.records.attendance.sighting import Group, Sighting


def instead(sentence: Sentence) -> list[Sighting]:
    """Who came in whose place, in all the ways of saying so."""
    if several := said_pairs.read(sentence.block, sentence.start, sentence.end, sentence.where.item):
        return several
    if whom := words.FOR_WHOM.search(sentence.text):
        return _sent_another(sentence, whom.start(), whom.end("mark"))
    by = words.BY.search(sentence.text) or words.AND_ANOTHER.search(sentence.text)
    if by and words.tells_apologies(sentence.text[: by.start()]):
        return _sent_another(sentence, by.start(), by.end())
    if words.APPOINTED.search(sentence.text) and "substitut" not in sentence.text.lower():
        return []
    if whose := words.WHOSE_PLACE.search(sentence.text):
        subs = sentence.people(sentence.start, sentence.start + whose.start())
        replaced = lists.people(
            sentence.block.text, sentence.start + whose.start("who"), sentence.start + whose.end("who")
        )
        return list(_pairs(sentence, subs, replaced))
    return _by_verbs(sentence)


def _by_verbs(sentence: Sentence) -> list[Sighting]:
    """ "A replaced B and C replaced D": each verb has substitutes before it and those replaced behind it."""
    outside = words.BRACKETS.sub("", sentence.text)
    if words.WERE_THERE.search(outside) and not words.INSTEAD.search(outside):
        return []  # "A attended, with B (substituting for C) and D": the brackets are B's alone
    seen: list[Sighting] = []
    by_another = list(words.BY.finditer(sentence.text))
    verbs = by_another or list(words.INSTEAD.finditer(sentence.text))
    for place, verb in enumerate(verbs):
        low = sentence.start + (verbs[place - 1].end() if place else 0)
        high = sentence.start + (verbs[place + 1].start() if place + 1 < len(verbs) else len(sentence.text))
        if not place:
            low = sentence.behind_report(low, sentence.start + verb.start())
        before = sentence.people(low, sentence.start + verb.start())
        before = before or sentence.named_last(low, sentence.start + verb.start())
        behind, more = without_pairs(sentence.people(sentence.start + verb.end(), high))
        if place:
            before = before[1:]
        if place + 1 < len(verbs):
            behind = behind[:1] if len(behind) == 2 else behind[: max(1, len(behind) // 2)]
        subs, gone = (behind, before) if by_another else (before, behind)
        seen.extend(_pairs(sentence, subs, gone))
        seen.extend(one for pair in more for one in sentence.sightings(pair, Group(role="substitute")))
    return seen


def dashed(sentence: Sentence) -> list[Sighting]:
    """ "Councillor B – Councillor A attended in her place", in a list of apologies."""
    match = words.DASHED_PLACE.search(sentence.text)
    if match is None:
        return []
    gone = sentence.listed(sentence.start + match.start("gone"), sentence.start + match.end("gone"), SENT_APOLOGIES)
    subs = sentence.people(sentence.start + match.start("sub"), sentence.start + match.end("sub"))
    if len(gone) != 1 or len(subs) != 1:
        return gone
    substitute = sentence.sightings(subs[0], Group(role="substitute"))
    return [*gone, *(replace(one, role="substitute", own=True, replaces=gone[0].name) for one in substitute)]


def paired(sentence: Sentence) -> list[Sighting]:
    """ "Substitutions: Councillor A for Councillor B; Councillor C for Councillor D", without a verb."""
    if not words.SUBSTITUTIONS.search(sentence.whole):
        return []
    rest, pairs = without_pairs(sentence.people(sentence.start, sentence.end))
    if rest:
        return []
    return [one for pair in pairs for one in sentence.sightings(pair, Group(role="substitute"))]


def _sent_another(sentence: Sentence, end: int, start: int) -> list[Sighting]:
    """ "Apologies from A and from B, for whom C substituted": the last of those away have the substitutes."""
    away = said_away.apologies(Sentence(sentence.where, sentence.start, sentence.start + end))
    further = words.AND_FROM.search(sentence.text, start)
    if further is None:
        return _in_their_places(sentence, away, start)
    clause = Sentence(sentence.where, sentence.start, sentence.start + further.start())
    return [*_in_their_places(clause, away, start), *_further(sentence, further.end())]


def _further(sentence: Sentence, low: int) -> list[Sighting]:
    """More apologies behind a substitute: "..., and from Councillor E, for whom F substituted"."""
    mark = words.FOR_WHOM.search(sentence.text, low) or words.BY.search(sentence.text, low)
    away = sentence.listed(
        sentence.start + low, sentence.start + (mark.start() if mark else len(sentence.text)), SENT_APOLOGIES
    )
    return _in_their_places(sentence, away, mark.end()) if mark else away


def _in_their_places(sentence: Sentence, away: list[Sighting], start: int) -> list[Sighting]:
    """Those away, and behind ``start`` the substitutes of the last of them."""
    following = words.BY.search(sentence.text, start)
    stop = sentence.start + following.start() if following else sentence.end
    subs = sentence.people(sentence.start + start, stop)[: 1 if following else None]
    if len(subs) > 1 and len(away) == 1 and _WHO_WAS.search(sentence.text, 0, start):
        further = [seen for one in subs[1:] for seen in sentence.sightings(one, SENT_APOLOGIES)]
        away, subs = [*further, *away], subs[:1]
    if len(subs) > len(away):
        return away
    instead = [
        replace(seen, role="substitute", own=True, replaces=gone.name)
        for sub, gone in zip(subs, away[len(away) - len(subs) :], strict=True)
        for seen in sentence.sightings(sub, Group(role="substitute"))
    ]
    return [*away, *instead]


# "A, who was replaced by B, and C": what stands between the commas is of A alone, and C is away too
_WHO_WAS = re.compile(r",\s+who\s+(?:was|had\s+been)\s+\w+\s+(?:for\s+)?by\s+$")


def _pairs(sentence: Sentence, subs: list[Listed], gone: list[Listed]) -> Iterator[Sighting]:
    if not gone or len(subs) > len(gone):
        return
    for sub, other in zip(subs, gone, strict=False):
        for seen in sentence.sightings(sub, Group(role="substitute")):
            yield replace(seen, role="substitute", own=True, replaces=other.found.name)
    for other in gone:
        for seen in sentence.sightings(other, Group(role="member")):
            yield replace(seen, status=None, role=None, own=False)


def as_substitute(sentence: Sentence, before: list[Sighting]) -> list[Sighting]:
    """ "Councillor A attended as a substitute", "B was substituting for her": for whom the sentences ``before`` tell.

    One is the substitute of the only one who is away, or several of as many "respectively".
    """
    away = [one.name for one in before if one.status == "apologies"]
    match = (words.FOR_THEM.search(sentence.text) if away else None) or words.AS_SUBSTITUTE.search(sentence.text)
    if match is None:
        return []
    low = sentence.behind_report(sentence.start, sentence.start + match.end("who"))
    seen = sentence.listed(low, sentence.start + match.end("who"), Group(role="substitute"))
    told = len(away) == len(seen) and (len(seen) == 1 or "respectively" in sentence.text.lower())
    replaced = away if told else [None] * len(seen)
    return [replace(one, role="substitute", own=True, replaces=gone) for one, gone in zip(seen, replaced, strict=True)]
