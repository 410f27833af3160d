"""Sentences of a discussion in which somebody undertakes something, or is asked for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.reading.language import undertakings
from ingest.reading.records.actions.draft import Draft, doubts_of
from ingest.reading.records.actions.impersonal import impersonal
from ingest.reading.records.actions.pronouns import UNSURE, presenter, speaks
from ingest.reading.records.actions.subjects import Setting, subject
from ingest.reading.records.owners import Owner
from ingest.reading.records.passages import Passage, Words, in_quotation, sentences_of
from ingest.reading.records.speaker_over import speaker_over


def said(stream: Sequence[Passage], setting: Setting, taken: set[int]) -> Iterator[Draft]:
    """The undertakings in a section's passages, except in those already ``taken`` (decisions, lists, tables)."""
    for place, passage in enumerate(stream):
        if place in taken or passage.block.kind == "heading":
            continue
        sentences = sentences_of(passage)
        for number, words in enumerate(sentences):
            if number + 1 < len(sentences) and _OVER.fullmatch(sentences[number + 1].text.strip()):
                continue
            before = passage.text[: words.start]
            if not number and (draft := _in_list(words, place, stream, setting)):
                yield draft
                continue
            if draft := undertaken(words, place, setting, before, _spoken_before(sentences, number)):
                yield _presented(draft, before, stream[place - 1 : place], setting) if draft.owner is UNSURE else draft
            for match in _IN_BRACKETS.finditer(words.text) if "(" in words.text else ():
                inner = words.trimmed(match.start("inner"), match.end("inner"))
                if draft := undertaken(inner, place, setting, before, ()):
                    yield draft


def _in_list(words: Words, place: int, stream: Sequence[Passage], setting: Setting) -> Draft | None:
    """What an entry says that somebody takes on whom the words over its list name: "agreed to circulate the map"."""
    who = speaker_over(stream, place) if words.text[:1].islower() else None
    if who is None or not undertakings.TRIGGER.search(words.text):
        return None
    whole = f"{who} {words.text}"
    for way in undertakings.WAYS:
        match = way.pattern.match(whole, len(who)) if way.manner != "to" and not way.reports else None
        if match and (owner := subject(whole, match, way, setting, ())):
            return _draft(words, place, setting, owner)
    return None


def _presented(draft: Draft, before: str, above: Sequence[Passage], setting: Setting) -> Draft:
    """A promise of "he" or "she" whom the paragraph itself does not name, with who presents in the one above."""
    if not above or above[0].block.kind == "heading" or setting.owners.named(before) or _TITLE.search(before):
        return draft
    owner = presenter(f"{before} {draft.text}", sentences_of(above[0]), setting.owners)
    return replace(draft, owner=owner, doubts=()) if owner else draft


_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\b\.?\s+[A-Z]")


# "Ann to send the lease. Completed."
_OVER = re.compile(
    r"(?:(?:this|it)\s+(?:is|was|has\s+been|had\s+been)\s+(?:now\s+)?)?(?:completed?|done|closed|actioned|discharged)\.?",
    re.IGNORECASE,
)
# "It was on the website (Clerk to tell the school)"
_IN_BRACKETS = re.compile(r"\((?P<inner>[A-Z][^()]{1,60}?\sto\s[^()]{5,150})\)")
# Sentences about things, in which nobody speaks or is spoken of
_OF_NOBODY = re.compile(
    r"(?:The|This|That|These|Those|It|There|A|An|Another|Some|Of|In|At|By|Since|Most|Many|All|Nearly|Over|About)\b(?![^.]*\b(?:he|she|they|his|her|their|him|them|who|whom|"
    r"Mr|Mrs|Ms|Miss|Dr|Cllr|Councillors?|Professor|Chair\w*|Directors?|Officers?|Managers?|Head|Leader|Mayor|Clerk|"
    r"Commissioner|Members?|Inspector|Treasurer|Committee|Panel|Board|said|asked|told|explained|reported|agreed)\b)"
)
_AGAIN = re.compile(r"(?:he|she|they)\b", re.IGNORECASE)
_FARTHEST = 4  # sentences


def _spoken_before(sentences: Sequence[Words], number: int) -> Sequence[Words]:
    """The sentence before; where this one and those before it all begin with "she", the one that says who she is."""
    first = max(0, number - 1)
    pronoun = _AGAIN.match(sentences[number].text)
    while pronoun and first and number - first < _FARTHEST and _OF_NOBODY.match(sentences[first].text):
        first -= 1  # "The Director said … . The site had been sold. She offered …"
    if first < number - 1:
        return sentences[first : first + 1] if speaks(sentences[first].text) else sentences[number - 1 : number]
    while pronoun and first and number - first < _FARTHEST and _begins(sentences[first].text, pronoun[0]):
        first -= 1
    return sentences[first:number]


def _begins(text: str, pronoun: str) -> bool:
    again = _AGAIN.match(text)
    return again is not None and again[0].lower() == pronoun.lower()


def undertaken(words: Words, place: int, setting: Setting, before: str, last: Sequence[Words]) -> Draft | None:
    """The action that a sentence speaks of, or None."""
    text = words.text
    if not undertakings.TRIGGER.search(text) or text.rstrip().endswith(("?", ":")):
        return None
    if text[0] in "*•▶►➤":
        words = words.trimmed(len(text) - len(text.lstrip("*•▶►➤ ")))
        text = words.text
    for way in undertakings.WAYS:
        if way.reports != (setting.kind == "portfolio_report") and way.manner != "will":
            continue
        for match in way.pattern.finditer(text):
            if in_quotation(text, match.start()) or in_quotation(before + text, len(before) + match.start()):
                continue
            if owner := subject(text, match, way, setting, last):
                return _draft(_with_request(words, last), place, setting, owner)
    if setting.kind != "portfolio_report" and (owner := impersonal(text, setting)):
        return _draft(words, place, setting, owner)
    return None


_REQUEST = re.compile(r"\b(?:asked|requested|queried|enquired|wished|wanted|wondered)\b", re.IGNORECASE)
_WAS_ASKED = re.compile(r"\b(?:was|were)\s+(?:\w+\s+)?(?:asked|requested)\s+to\b", re.IGNORECASE)  # an action by itself
_LONGEST = 60  # words of a request that is taken along


def _with_request(words: Words, last: Sequence[Words]) -> Words:
    """An undertaking that only points back ("undertook to find out"), with the request that says what it is."""
    if not last or len(words.text.split()) > 16 or not undertakings.points_back(words.text):
        return words
    before = last[-1]
    if not _REQUEST.search(before.text) or _WAS_ASKED.search(before.text) or len(before.text.split()) > _LONGEST:
        return words
    return Words(words.passage, before.start, words.end)


def _draft(words: Words, place: int, setting: Setting, owner: Owner) -> Draft:
    return Draft(setting.item, words.text, words.quote, place, owner, doubts=doubts_of(owner))
