"""From sections to resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.reading.language.decisions import decision_of, is_minutes, shared_decision
from ingest.reading.model import Decision, Doubt, Kind, MeetingRead, Paper, ResolutionRead
from ingest.reading.records.passages import Passage, Words, covered, likeness, parts, passages, sentences_of
from ingest.reading.records.resolutions import clauses as taking_apart
from ingest.reading.records.resolutions.behind import BODIES, clauses_of, did
from ingest.reading.records.resolutions.clauses import Clause
from ingest.reading.records.resolutions.leads import LeadIn, body_alone, label
from ingest.reading.records.resolutions.motions import carried
from ingest.reading.records.resolutions.passed import passed
from ingest.reading.records.resolutions.plain import agreed_as_record, plain
from ingest.reading.records.resolutions.recipients import recipient
from ingest.reading.records.resolutions.spoken import spoken
from ingest.reading.records.resolutions.voted import beside, is_vote, put_and_carried, voted

_UNNAMED = ("committee", "panel", "commission", "board", "forum", "sub-committee")
_TWO_THINGS = "This decision does more than one thing, so its kind was left empty."


@dataclass(frozen=True, slots=True)
class _Found:
    """A clause with the lead-in it stands under; no lead-in where the sentence itself decides."""

    item: int | None
    clause: Clause
    lead: LeadIn | None
    decision: Decision | None = None
    again: bool = False  # under the heading of a list of all decisions


# "Decisions" over a list at the end of what was said, item by item, before
_LIST_OF_ALL = re.compile(
    r"(?:(?:summary|list|record)\s+of\s+)?(?:(?:all|key|the)\s+)?(?:decisions|resolutions)(?:\s+(?:made|taken|reached|agreed))?\s*:?",
    re.IGNORECASE,
)


def resolutions(paper: Paper, meeting: MeetingRead) -> tuple[ResolutionRead, ...]:
    """What was decided at the meeting, one record a clause, in the order of the paper.

    A portfolio holder's report decides nothing. In briefing notes a list of what "was agreed" is actions; only a
    labelled decision counts.
    """
    kind = meeting.kind or paper.kind
    if kind == "portfolio_report":
        return ()
    bodies = bodies_of(meeting)
    read: list[ResolutionRead] = []
    for item, section in parts(paper):
        found = list(_in_section(item, passages(section), bodies, kind))
        read.extend(_record(one) for one in _once(found) if not (one.again and _told(one, read)))
    return tuple(read)


_FEW = 8  # words: "That the report be noted." is said under many items


def _told(one: _Found, read: Sequence[ResolutionRead]) -> bool:
    """Whether a clause of a list of decisions at a paper's end was read under its own item already."""
    text = one.clause.words.text
    return len(text.split()) >= _FEW and any(
        likeness(text, other.text) >= 0.8 or covered(other.text, text) >= 0.9 for other in read
    )


# Bodies whose members are called governors or trustees
_GOVERNED = re.compile(r"\b(?:school|academy|college|governors|governing|trust|trustees|charity)\b", re.IGNORECASE)


def bodies_of(meeting: MeetingRead) -> re.Pattern[str]:
    """A pattern of the words that minutes call the body that met by: "the Panel", "Members", its whole name."""
    name = meeting.committee or meeting.council or ""
    words = [re.escape(word) for word in re.findall(r"[\w’'&-]+", name)]
    heads = [word for word in re.findall(r"[\w-]+", name.lower()) if word in BODIES] or list(_UNNAMED)
    own = "|".join([*words, "and", "for", "of", "the", "joint"])
    inner = rf"(?:(?:{own}),?\s+)*"
    own_words = _GOVERNED.search(f"{meeting.committee} {meeting.council}")
    called = "|".join({*heads, "members", "meeting", "councillors", *(("governors", "trustees") if own_words else ())})
    return re.compile(rf"(?:the\s+)?{inner}(?:{called})(?:\s+(?:for|on)(?:\s+(?:{own}))+)?", re.IGNORECASE)


def _in_section(
    item: int | None, stream: Sequence[Passage], bodies: re.Pattern[str], kind: Kind | None
) -> Iterator[_Found]:
    """Every clause of a section's decisions, and the sentences that decide without a lead-in."""
    place = 0
    formal = any(_is_formal(passage) for passage in stream)
    decided: list[Words] = []
    again = False
    while place < len(stream):
        again = again or bool(_LIST_OF_ALL.fullmatch(stream[place].text.strip()))
        found, taken = _in_passage(stream, place, bodies, kind, formal=formal)
        decided.extend(one.clause.words for one in found)
        if kind != "briefing_notes" and not formal:
            votes = [Clause(taking_apart.trim(words)) for words in voted(stream, place, decided)]
            decided.extend(clause.words for clause in votes)
            found.extend(_Found(item, clause, None, decision_of(clause.words.text)) for clause in votes)
        yield from (replace(one, item=item, again=again) for one in found)
        place += taken


def _in_passage(
    stream: Sequence[Passage], place: int, bodies: re.Pattern[str], kind: Kind | None, *, formal: bool
) -> tuple[list[_Found], int]:
    """The decisions of one passage, and how many passages they take up."""
    found: list[_Found] = []
    notes = kind == "briefing_notes"
    if not notes and (motion := carried(stream, place)):
        found.append(_Found(None, Clause(motion), None, decision_of(motion.text)))
    if not notes and body_alone(stream[place].text, bodies) and (done := did(stream, place + 1)):
        found.extend(_Found(None, clause, None, decision_of(clause.words.text)) for clause in done)
        return found, 1 + len(done)
    if not notes and (noted := beside(stream, place)):
        found.append(_Found(None, Clause(taking_apart.trim(noted)), label(stream[place].text)))
        return found, 1
    taken = 1
    for lead, words in _leads(stream[place], bodies, kind):
        if _passed_over(lead, words, formal):
            continue
        if lead is None:
            if not notes and (put := put_and_carried(words)):
                found.append(_Found(None, Clause(taking_apart.trim(put)), None, decision_of(put.text)))
            elif not is_vote(words) and (decision := _plain(words, bodies, kind, formal=formal)):
                found.append(_Found(None, Clause(taking_apart.trim(words)), None, decision))
            continue
        clauses, more = clauses_of(stream, place, lead, words, bodies)
        if not (notes and more):
            found.extend(_Found(None, clause, lead) for clause in clauses)
        taken = max(taken, 1 + more)
    return found, taken


def _passed_over(lead: LeadIn | None, words: Words, formal: bool) -> bool:
    """Whether a lead-in does not count because the section decides formally elsewhere."""
    if lead is None or not formal:
        return False
    return lead.soft or (lead.strength == "spoken" and bool(_OPINION.search(words.text)))


def _plain(words: Words, bodies: re.Pattern[str], kind: Kind | None, *, formal: bool) -> Decision | None:
    if kind == "briefing_notes":
        return agreed_as_record(words.text)
    if formal and _RECOMMENDATIONS.match(words.text):
        return None
    return plain(words.text) or (None if formal else passed(words.text, bodies))


# "The recommendations were agreed" over the decisions themselves
_RECOMMENDATIONS = re.compile(r"(?:the\s+|all\s+)?(?:recommendations?|proposals?)\b", re.IGNORECASE)
# Where a section has a formal decision, "it was agreed that dogs should …" tells of an opinion
_OPINION = re.compile(r"\bagreed\s+that\b[^.]*\bshould\b", re.IGNORECASE)


def _is_formal(passage: Passage) -> bool:
    lead = label(passage.text)
    return lead is not None and not lead.soft


def _leads(passage: Passage, bodies: re.Pattern[str], kind: Kind | None) -> Iterator[tuple[LeadIn | None, Words]]:
    """The decisions of one passage: a lead-in with the words it stands in, or None with a sentence that may decide."""
    if passage.cell is None and passage.block.kind == "heading" and not label(passage.text):
        return
    sentences = sentences_of(passage)
    place = 0
    while place < len(sentences):
        words = sentences[place]
        lead = label(words.text) or (spoken(words.text, bodies) if kind != "briefing_notes" else None)
        if lead is None:
            yield None, _unmarked(words)
            place += 1
            continue
        if lead.subject and bodies.fullmatch(lead.subject):
            lead = replace(lead, start=0, whole=True)
        last = place
        if lead.strength == "formal" and (place == 0 or lead.start == 0):
            last = _goes_on(sentences, place)
        yield lead, Words(passage, words.start, sentences[last].end)
        place = last + 1


def _unmarked(words: Words) -> Words:
    """A sentence without the marker of a list that runs on in the paragraph: "b. The hedge was …"."""
    marker = re.match(r"\(?(?:[a-z]|[ivx]{1,4})[.)]\s+(?=[A-Z])", words.text)
    return words.trimmed(marker.end()) if marker else words


_STILL_DECIDES = re.compile(r"\b(?:be|to be|should|must|subject to)\b|^(?:that|to)\b", re.IGNORECASE)


def _goes_on(sentences: Sequence[Words], first: int) -> int:
    """The last sentence that belongs to a decision beginning with the first."""
    last = first
    for place in range(first + 1, len(sentences)):
        text = sentences[place].text
        numbered = re.match(r"\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)]", text)
        if (
            not (numbered or _STILL_DECIDES.search(text))
            or label(text)
            or taking_apart.is_stop(text)
            or _TELLS.search(text)
        ):
            break
        last = place
    return last


_TELLS = re.compile(
    r"\b(?:said|stated|reported|explained|noted|asked|requested|wished|thanked|added|advised|was|were|had|felt)\b",
    re.IGNORECASE,
)


def _once(found: Sequence[_Found]) -> list[_Found]:
    """Each decision once: printed clause by clause and again in a summary it is one, in its formal words."""
    kept: list[_Found] = []
    for one in found:
        twin = next((place for place, other in enumerate(kept) if _same(one, other)), None)
        if twin is None:
            kept.append(one)
        elif _formal(one) and not _formal(kept[twin]):
            kept[twin] = one
    return kept


def _formal(one: _Found) -> bool:
    return one.lead is not None and one.lead.strength == "formal"


def _same(one: _Found, other: _Found) -> bool:
    left, right = one.clause.words.text, other.clause.words.text
    if likeness(left, right) >= 0.8 or (_of_minutes(one) and _of_minutes(other) and _same_days(left, right)):
        return True
    short, long = sorted((left, right), key=len)
    return len(short.split()) >= 6 and covered(short, long) >= 0.9


def _of_minutes(one: _Found) -> bool:
    """Whether minutes were confirmed: said in the discussion and again in a box it is one decision."""
    text = one.clause.words.text
    return is_minutes(text) or plain(text) == "approved"


def _same_days(one: str, other: str) -> bool:
    """Whether two texts name the same days, or one of them none ("The minutes were signed")."""
    left, right = (set(re.findall(r"\d{1,4}", text)) for text in (one, other))
    return left == right or not left or not right


def _record(found: _Found) -> ResolutionRead:
    text, stem = found.clause.words.text, found.clause.stem
    decision = found.decision
    if found.lead:
        decision = found.lead.decision or shared_decision(stem) or decision_of(text)
    to = None
    if decision == "recommended":
        to = (found.lead.recipient if found.lead else None) or recipient(text, stem)
    doubts = () if decision else (Doubt(_TWO_THINGS, "decision"),)
    return ResolutionRead(
        found.item, found.clause.number, text, decision, found.clause.words.quote, to, doubts, found.clause.stem
    )
