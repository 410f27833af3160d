"""Whom "he", "she" or "they" means who undertakes something: the one who speaks, in the sentence or before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.reading.language.undertakings import Way
from ingest.reading.model import Doubt
from ingest.reading.records.owners import Owner, Owners
from ingest.reading.records.passages import Words

UNSURE = Owner(None, None, Doubt("The paper says only he, she or they.", "owner"))
_SAYING = (
    r"(?:said|stated|confirmed|advised|explained|added|replied|responded|indicated|reported|answered|told|promised|"
    r"agreed)"
)
_WHO = r"(?P<who>(?:the\s+)?[A-Z][\w’'.&\s-]{1,80}?)"
# "The Deputy Lead stated that nine stables had joined", before "He stated that he would"
_SPOKE = re.compile(
    r"(?:in\s+(?:response|reply|answer)[^,]{0,60},\s+)?" + _WHO + r"\s+(?:also\s+|then\s+)?(?:said|stated|"
    r"confirmed|advised|explained|added|replied|responded|reported|introduced|presented|outlined|highlighted|summarised|"
    r"acknowledged|thought|considered|"
    r"was\s+asked(?=\s+(?:about|how|why|whether|what|when|by)\b)|"
    r"gave\s+(?:an?|the)\s+(?:undertaking|assurance|commitment|update|presentation))\b",
    re.IGNORECASE,
)
# "The Director said that she", "He confirmed he"
_SPEAKING = re.compile(
    rf"(?:^|[,;]\s+|\band\s+)(?P<who>[\w’'.&\s-]{{2,80}}?)\s+(?:also\s+|then\s+|further\s+)?{_SAYING}\s+(?:that\s+)?(?:he|she|they)\s*$",
    re.IGNORECASE,
)
# "The Director did not know but said that she": who did the one did the other
_WENT_ON = re.compile(
    rf"{_WHO}\s+(?:thought|felt|believed|said|explained|accepted|acknowledged|apologised|regretted|did\s+not|could\s+not|"
    rf"had|was|replied|noted|agreed)\b[^;]*?\b(?:and|but)\s+(?:also\s+|then\s+)?{_SAYING}\s+(?:that\s+)?(?:he|she|they)\s*$",
)
_PRONOUN = re.compile(r"(?:and\s+|but\s+)?(?:he|she|they|it\s+was)", re.IGNORECASE)


def pronoun(head: str, way: Way, owners: Owners, last: Sequence[Words]) -> Owner | None:
    """Who is meant by the pronoun at the end of ``head``, given the sentences before it; with a doubt where only the
    manner of speaking says that somebody undertakes something, None where not even that."""
    if way.manner == "to":
        return None
    said = _LAST_PRONOUN.search(head)
    found = _meant(head, way, owners, last)
    if found and found.name and (found.doubt or (said and owners.is_not(found.name, said[1]))):
        return UNSURE  # two people, or a man who is "she"
    return found


def _meant(head: str, way: Way, owners: Owners, last: Sequence[Words]) -> Owner | None:
    if who := _speaker(head):
        return owners.of(who) or owners.last_named(head) or UNSURE
    spoken = [words.text for words in reversed(last)][-1 if len(last) > 1 else 0 :]  # whom "she" met is not she
    for text in (head, *spoken):
        if (told := _last_speaker(text)) and (owner := owners.of(told)):
            return owner
        if text != head and _TELLS.match(text):
            return UNSURE if way.manner in ("undertook", "asked") else None
        if asking := _ASKS.match(text) if text != head and way.manner != "asked" else None:
            if owner := _answerer(text[asking.end() :], owners):
                return owner
            continue  # who asks is not who undertakes
        if owner := _named_in(text, owners) or (_only_speaker(text, owners) if text == head else None):
            return owner
    speakers = [match["who"] for words in last if (match := _SPOKE.match(words.text))]
    if owner := next((found for who in speakers if (found := owners.of(who))), None):
        return owner
    if way.manner in ("undertook", "asked") or (way.manner == "would" and _SPEAKING.search(head)):
        return UNSURE
    return None


def presenter(text: str, above: Sequence[Words], owners: Owners) -> Owner | None:
    """Whom "he" or "she" in a sentence means where its paragraph names nobody, given the sentences of the paragraph
    above: who presents there, where nobody else is named in it; None else."""
    said = _FIRST_PRONOUN.search(text)
    match = _SPOKE.match(above[0].text) if above else None
    owner = owners.of(match["who"]) if match else None
    if said is None or match is None or owner is None or not (owner.person and owner.name):
        return None
    rest = "\n".join([above[0].text[match.end("who") :], *(words.text for words in above[1:])])
    if owners.named(rest) or owners.is_not(owner.name, said[1]):
        return None
    return Owner(owner.name, said[1], person=True)


_FIRST_PRONOUN = re.compile(r"\b(he|she)\b", re.IGNORECASE)


def _only_speaker(text: str, owners: Owners) -> Owner | None:
    """ "WM advised that the gates stuck and that she": who speaks, by initials or post, where nobody is named."""
    match = _SPOKE.match(text)
    owner = owners.of(match["who"]) if match else None
    if match is None or owner is None or not owner.person or owners.named(text[match.end() :]):
        return None
    return owner


_LAST_PRONOUN = re.compile(r"\b(he|she|they)\s*$", re.IGNORECASE)
# "Councillor Oakes asked Ms Frith for the lease", "Mr Moss queried the rent"
_ASKS = re.compile(
    rf"(?:in\s+(?:response|reply|answer)[^,]{{0,60}},\s+)?{_WHO}\s+(?:also\s+|then\s+|further\s+)?(?:asked|queried|enquired|inquired|"
    r"requested|questioned|sought|wondered|wished\s+to\s+know|wanted\s+to\s+know)\b"
)


# "Councillor Oakes told Constable Frith that the gate was down": either may be "he" who agrees to see to it
_TELLS = re.compile(
    rf"{_WHO}\s+(?:also\s+|then\s+)?(?:notified|informed|told|reminded|alerted|contacted|thanked)\s+(?:the\s+)?"
    r"(?!(?:[A-Z][\w’'-]*\s+){0,4}(?:Committee|Panel|Board|Commission|Council|Councillors|Members|Group|Forum|Meeting|Authority)\b)[A-Z]"
)


def _answerer(rest: str, owners: Owners) -> Owner | None:
    """Who answers a question, given the words behind "asked": whom it is put to, or who speaks behind it."""
    for match in (_GOES_ON.search(rest), _PUT_TO.match(rest)):
        owner = owners.of(match["who"]) if match else None
        if owner and owner.person and owner.name:
            return Owner(owner.name, "he or she", person=True)
    return None


# "asked Ms Frith for the lease", "asked whether the Head of Parks would"
_PUT_TO = re.compile(
    r"\s+(?:(?:if|whether)\s+)?(?P<who>(?:the\s+)?[A-Z][^,;:.]{2,80}?)\s+(?:for|to|if|whether|about|how|what|why|when|would|could|had|will|can)\b"
)
# "…, and the Harbour Master thought it possible", "… and Ms Frith replied that"
_GOES_ON = re.compile(
    r"(?:[,;]\s+|\s+and\s+)(?:(?:and|but|while)\s+)?(?P<who>(?:[Tt]he\s+)?[A-Z][\w’'.&\s-]{2,60}?)\s+(?:also\s+|then\s+)?"
    rf"(?:{_SAYING}|saw|thought|felt|did|was|had|accepted|undertook|acknowledged|apologised)\b"
)


def _speaker(head: str) -> str | None:
    """Who says of himself that he will, in the same sentence; None where that is a pronoun too."""
    match = _WENT_ON.match(head) or _SPEAKING.search(head)
    return match["who"] if match and not _PRONOUN.fullmatch(match["who"].strip()) else None


def _named_in(text: str, owners: Owners) -> Owner | None:
    """The only person whom a sentence names; of one who was answered and the one who answers, the latter."""
    spoken_to = _SPOKEN_TO.match(text)
    named = owners.last_named(text[spoken_to.end() :] if spoken_to else text)
    answering = _ANSWERS.match(text)
    if answering and (owner := owners.of(answering["who"])) and owner.person and owner.name:
        return Owner(owner.name, "he or she", person=True)
    return Owner(named.name, "he or she", person=True) if named else None


# "In reply to Councillor Oakes she", "Asked by Ms Frith about rents, he": who is spoken to is not who speaks
_SPOKEN_TO = re.compile(
    r"(?:(?:in|by\s+way\s+of)\s+(?:response|reply|answer)\s+to|answering|replying\s+to|responding\s+to|thanking|"
    r"(?:when\s+|being\s+|further\s+)?(?:asked|pressed|questioned|prompted|challenged)\s+by|at\s+the\s+request\s+of)\s"
    r"[^,;]{3,160}?(?:,\s*|\s+(?=(?:he|she|they)\b))",
    re.IGNORECASE,
)
# "In reply to Councillor Oakes, the Treasurer confirmed that"
_ANSWERS = re.compile(
    rf"in\s+(?:response|reply|answer)\s+to\s[^,;]{{3,160}},\s+{_WHO}\s+(?:also\s+|then\s+)?{_SAYING}\b", re.IGNORECASE
)


def _last_speaker(text: str) -> str | None:
    """Who speaks in the last of several clauses: "Cllr Oakes asked for it; the Treasurer said that it was late."."""
    before, _, clause = text.rpartition(";")
    match = _SPOKE.match(clause.strip()) if before else None
    return match["who"] if match else None


def speaks(text: str) -> bool:
    """Whether a sentence begins with somebody who says something."""
    return bool(_SPOKE.match(text))
