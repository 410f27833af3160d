"""Sentences of a discussion in which somebody undertakes something, or is asked for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.reading.language import undertakings
from ingest.reading.language.bodies import is_outside
from ingest.reading.language.undertakings import Way
from ingest.reading.model import Doubt, Kind
from ingest.reading.records.actions.draft import Draft, doubts_of
from ingest.reading.records.owners import Owner, Owners
from ingest.reading.records.passages import Passage, Words, in_quotation, sentences_of

# Where a subject begins: after a full stop, a comma, "and", "that", a dash, a colon
_BREAK = re.compile(
    r"(?:,\s*which\b(?=\s+(?:the|mr|mrs|ms|miss|dr|councillor|cllr|officers|he|she)\b)|[,;:]|\s[–—-]|"
    r"\band\b(?=\s+(?-i:[A-Z])[\w’'-]+\s+(?-i:[A-Z])[\w’'-]+\s*$)|"
    r"\band\b(?=\s+(?:the|mr|mrs|ms|miss|dr|councillor|cllr|he|she|they|officers)\b)|\bthat\b|"
    r"\bbut\b|\bwho\b|\bas\b|\bso\b)\s*",
    re.IGNORECASE,
)
_BODY_ITSELF = re.compile(
    (
        r"^(?:the\s+)?(?:[\w&’'-]+\s+){0,3}?(?:committee|panel|cabinet|board|commission|members|councillors|"
        r"meeting|all)$"
    ),
    re.IGNORECASE,
)
_UNSURE = Doubt("The paper says only he, she or they.", "owner")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence stands in: its item, the kind of paper, and whom words may name."""

    item: int | None
    kind: Kind | None
    owners: Owners


def said(stream: Sequence[Passage], setting: Setting, taken: set[int]) -> Iterator[Draft]:
    """The undertakings in a section's passages, except in those already ``taken`` (decisions, lists, tables)."""
    for place, passage in enumerate(stream):
        if place in taken or passage.block.kind == "heading":
            continue
        sentences = sentences_of(passage)
        for number, words in enumerate(sentences):
            if draft := undertaken(
                words, place, setting, passage.text[: words.start], sentences[max(0, number - 1) : number]
            ):
                yield draft


def undertaken(words: Words, place: int, setting: Setting, before: str, last: Sequence[Words]) -> Draft | None:
    """The action that a sentence speaks of, or None."""
    text = words.text
    if not undertakings.TRIGGER.search(text) or text.rstrip().endswith(("?", ":")):
        return None
    for way in undertakings.WAYS:
        if way.reports != (setting.kind == "portfolio_report") and way.manner != "will":
            continue
        for match in way.pattern.finditer(text):
            if in_quotation(text, match.start()) or in_quotation(before + text, len(before) + match.start()):
                continue
            if owner := _subject(text, match, way, setting, last):
                return _draft(_with_request(words, last), place, setting, owner)
    if setting.kind != "portfolio_report" and (owner := _impersonal(text, setting)):
        return _draft(words, place, setting, owner)
    return None


_REQUEST = re.compile(r"\b(?:asked|requested|queried|enquired|wished|wanted|wondered)\b", re.IGNORECASE)
_LONGEST = 60  # words of a request that is taken along


def _with_request(words: Words, last: Sequence[Words]) -> Words:
    """An undertaking that only points back ("undertook to find out"), with the request that says what it is."""
    if not last or len(words.text.split()) > 16 or not undertakings.POINTS_BACK.search(words.text):
        return words
    before = last[-1]
    if not _REQUEST.search(before.text) or len(before.text.split()) > _LONGEST:
        return words
    return Words(words.passage, before.start, words.end)


def _draft(words: Words, place: int, setting: Setting, owner: Owner) -> Draft:
    return Draft(setting.item, words.text, words.quote, place, owner, doubts=doubts_of(owner))


def _subject(text: str, match: re.Match[str], way: Way, setting: Setting, last: Sequence[Words]) -> Owner | None:
    """Who undertakes: the words before the verb, where they name somebody who can."""
    if _unmade(text, match, way):
        return None
    named = setting.owners.of(match["named"]) if match.groupdict().get("named") else None
    if named and named.person:
        return named
    if match.groupdict().get("who"):
        return setting.owners.of(match["who"])
    head = text[: match.start()]
    if _PRONOUN_LAST.search(head):
        return _pronoun(head, way, setting, last)
    if way.manner == "to" and _JOINED.search(head):
        named_post = _WITH_POST.match(head)
        owner = setting.owners.of(named_post["who"]) if named_post else None
        return owner if owner and owner.person else None
    able: list[Owner] = []
    for start, words in _subjects(head):
        if way.reports and re.fullmatch(r"I|we", words, re.IGNORECASE):
            return setting.owners.author() or Owner(None, words)
        owner = setting.owners.of(words)
        if owner and _can(owner, words, way, text[:start], match):
            able.append(owner)
    named = next((owner for owner in able if owner.person), None)
    if setting.kind == "portfolio_report" and way.manner == "will":
        return named if named and named.name else None
    return named or (able[0] if able else None)


# "Ann Rowe, Democratic Services, to send the plan round"
_WITH_POST = re.compile(r"(?P<who>[A-Z][^,;]{2,50}),\s+[^,;]{3,60},\s*$")
_PRONOUN_LAST = re.compile(r"(?:^|\s)(?:he|she|they)\s*$", re.IGNORECASE)
_JOINED = re.compile(r"(?:\band|\band then|\bbut|,)\s*$", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:After|Following|In|On|At|During|With)"
    r"\b[^,]{3,80},\s+)?(?P<who>(?:[Tt]he\s+)?(?:(?:[A-Z][\w.’'()&-]*|of|for|and|the|with|&),?(?:\s+|$)"
    r"){1,12})"
)


def _subjects(head: str) -> Iterator[tuple[int, str]]:
    """What may be the subject of a verb after ``head``, the nearest first, with where it starts; none after "who"."""
    head = head.rstrip()
    if re.search(r"\b(?:who|which|had|have)$", head, re.IGNORECASE):
        return
    if not _JOINED.search(head) or head.endswith(","):
        bare = head.rstrip(" ,")
        for start in reversed([0, *(match.end() for match in _BREAK.finditer(bare))]):
            words = bare[start:].strip()
            if words and len(words.split()) <= 14:
                yield start, words
    if _JOINED.search(head) and (leading := _LEADING.match(head)):
        words = re.sub(r"(?:\s+(?:of|for|and|the|with))+$", "", leading["who"].strip(" ,"))
        yield leading.start("who"), words


def _unmade(text: str, match: re.Match[str], way: Way) -> bool:
    """Whether the sentence says a wish, a condition or something past at the verb."""
    around = text[max(0, match.start() - 25) : match.end() + 1]
    if way.manner == "would" and re.search(r"\bif\b|\bcould\b|\bunless\b", text[: match.start()], re.IGNORECASE):
        return True
    return bool(undertakings.UNMADE.search(around))


def _can(owner: Owner, words: str, way: Way, before: str, match: re.Match[str]) -> bool:
    """Whether such a subject undertakes in such a way: notes say "JS to chase", a committee "agreed to" decides."""
    body = is_body_itself(words)
    if way.manner == "to":
        begins = not before.strip() or bool(re.search(r"[–—:-]\s*$", before))
        return begins and (not body or words.lower() == "all")
    if way.manner in ("will", "would"):
        return not body and (owner.person or _acts(owner))
    if way.manner == "undertook":
        return not body
    return not _ALL_OF_THEM.fullmatch(words) or "ASKED" in match[0]


def is_body_itself(words: str) -> bool:
    """Whether words name the body that meets, which decides rather than undertakes: "the Panel", "Members"."""
    return bool(_BODY_ITSELF.match(words.strip())) and not is_outside(words.strip())


_ALL_OF_THEM = re.compile(r"(?:the\s+)?(?:members|councillors|attendees|all)(?:\s+of\s+the\s+[\w\s]+)?", re.IGNORECASE)


def _acts(owner: Owner) -> bool:
    """Whether an owner that is no person is a post or officers: a council "would provide" in theory."""
    return bool(
        re.search(
            r"officer|manager|director|head|clerk|chair|lead|team|democratic services", owner.name or "", re.IGNORECASE
        )
    )


def _pronoun(head: str, way: Way, setting: Setting, last: Sequence[Words]) -> Owner | None:
    """Whom "he" means: the one person whom the sentence, or else the one before it, names."""
    if way.manner == "to":
        return None
    for text in (head, *(words.text for words in reversed(last))):
        if (who := _last_speaker(text)) and (owner := setting.owners.of(who)):
            return owner
        if owner := setting.owners.last_named(text):
            return Owner(owner.name, "he or she", person=True)
    speaking = _SPEAKING.search(head)
    speakers = [speaking["who"]] if speaking else []
    speakers += [match["who"] for words in last if (match := _SPOKE.match(words.text))]
    if owner := next((found for who in speakers if (found := setting.owners.of(who))), None):
        return owner
    if way.manner in ("undertook", "asked") or (way.manner == "would" and speaking):
        return Owner(None, None, _UNSURE)
    return None


def _last_speaker(text: str) -> str | None:
    """Who speaks in the last of several clauses: "Cllr Oakes asked for it; the Treasurer said that it was late."."""
    before, _, clause = text.rpartition(";")
    match = _SPOKE.match(clause.strip()) if before else None
    return match["who"] if match else None


# "The Deputy Lead stated that 34 practices had joined", before "He stated that he would"
_SPOKE = re.compile(
    r"(?:in\s+(?:response|reply|answer)[^,]{0,60},\s+)?(?P<who>(?:the\s+)?[A-Z][\w’'.&\s-]{2,80}?)\s+(?:also\s+|then\s+)?(?:said|stated|"
    r"confirmed|advised|explained|added|replied|responded|reported|introduced|presented|acknowledged)\b",
    re.IGNORECASE,
)
# "The Director said that she", "He confirmed he"
_SPEAKING = re.compile(
    r"(?:^|[,;]\s+|\band\s+)(?P<who>[\w’'.&\s-]{2,80}?)\s+(?:also\s+|then\s+|further\s+)?(?:said|stated|confirmed|advised|"
    r"explained|added|replied|responded|indicated|reported|answered)\s+(?:that\s+)?(?:he|she|they)\s*$",
    re.IGNORECASE,
)


def _impersonal(text: str, setting: Setting) -> Owner | None:
    """Actions that do not begin with who is to do them; an Owner without a name where nobody is said to."""
    if undertakings.TO_REACH.search(text) and not undertakings.ONLY_PERHAPS.search(text):
        return Owner()
    if undertakings.UNMADE.search(text):
        return None
    if undertakings.ASKED_FOR.search(text):
        by = re.search(r"\bby\s+(the\s+[A-Z][^;:,.]{2,80}?)(?=\s+(?:within|by|before|to|on|in)\b|[.;,]|$)", text)
        return (setting.owners.of(by[1]) if by else None) or Owner()
    if undertakings.BODY_ASKED.search(text):
        asked = re.search(
            r"\bfrom\s+(the\s+[A-Z][^;:,.]{2,80}?)(?=\s+(?:within|by|before|to|on|in|about)\b|[.;,]|$)", text
        )
        return (setting.owners.of(asked[1]) if asked else None) or Owner()
    return _listed_job(text, setting)


def _listed_job(text: str, setting: Setting) -> Owner | None:
    """A job without a subject, as notes list them: "Noticeboard to be repainted"; "… – to be cleared by October"."""
    if undertakings.JOB_BY.search(text):
        return Owner()
    for part in re.split(r"\s+[–—-]\s+", text):
        verbs = re.sub(r"\bto\s+be\s+(?:\w+ly\s+)?\w+", "", part, count=1)
        if not undertakings.TO_BE_DONE.match(part) or undertakings.FINITE.search(verbs) or _NO_JOB.match(part):
            continue
        subject = re.split(r"\s+to\s+be\s+", part, maxsplit=1)[0]
        if re.search(r"\w+ed\b|,", subject):
            continue
        asked = re.search(r"\bto\s+be\s+(?:asked|invited|requested)\b", part)
        return (setting.owners.of(subject) if asked else None) or Owner()
    return None


_NO_JOB = re.compile(r"[\d\W]|(?:it|there|with|if|when|as|in|on|for)\b", re.IGNORECASE)
