"""From sections to resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.reading.language.decisions import decision_of, is_minutes, shared_decision
from ingest.reading.model import Decision, Doubt, Kind, MeetingRead, Paper, ResolutionRead
from ingest.reading.records.passages import Passage, Words, covered, likeness, parts, passages, sentences_of
from ingest.reading.records.resolutions import clauses as taking_apart
from ingest.reading.records.resolutions.behind import clauses_of, did
from ingest.reading.records.resolutions.bodies import bodies_of
from ingest.reading.records.resolutions.briefly import briefly, of_minutes
from ingest.reading.records.resolutions.clauses import Clause
from ingest.reading.records.resolutions.found import Found, once
from ingest.reading.records.resolutions.leads import LeadIn, label, led_by_body
from ingest.reading.records.resolutions.motions import carried, fell
from ingest.reading.records.resolutions.passed import passed
from ingest.reading.records.resolutions.plain import agreed_as_record, plain
from ingest.reading.records.resolutions.recipients import recipient
from ingest.reading.records.resolutions.spoken import spoken
from ingest.reading.records.resolutions.voted import beside, is_vote, put_and_carried, voted
from ingest.reading.records.speaker_over import speaker_over

_TWO_THINGS = "This decision does more than one thing, so its kind was left empty."


@dataclass(frozen=True, slots=True)
class _Setting:
    """What stands around a passage: the body that met, the item, and whether decisions there have a lead-in."""

    bodies: re.Pattern[str]
    kind: Kind | None
    title: str
    formal: bool

    @property
    def notes(self) -> bool:
        return self.kind == "briefing_notes"


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
        stream = passages(section)
        setting = _Setting(bodies, kind, section.title, formal=any(_is_formal(passage) for passage in stream))
        found = list(_in_section(item, stream, setting))
        read.extend(_record(one) for one in once(found) if not (one.again and _told(one, read)))
    return tuple(read)


_FEW = 8  # words: "That the report be noted." is said under many items


def _told(one: Found, read: Sequence[ResolutionRead]) -> bool:
    """Whether a clause of a list of decisions at a paper's end was read under its own item already."""
    text = one.clause.words.text
    return len(text.split()) >= _FEW and any(
        likeness(text, other.text) >= 0.8 or covered(other.text, text) >= 0.9 for other in read
    )


def _in_section(item: int | None, stream: Sequence[Passage], setting: _Setting) -> Iterator[Found]:
    """Every clause of a section's decisions, and the sentences that decide without a lead-in."""
    place = 0
    decided: list[Words] = []
    again = False
    while place < len(stream):
        again = again or bool(_LIST_OF_ALL.fullmatch(stream[place].text.strip()))
        found, taken = _in_passage(stream, place, setting)
        decided.extend(one.clause.words for one in found)
        if not setting.notes and not setting.formal:
            votes = [Clause(taking_apart.trim(words)) for words in voted(stream, place, decided)]
            decided.extend(clause.words for clause in votes)
            found.extend(Found(item, clause, None, decision_of(clause.words.text)) for clause in votes)
        yield from (replace(one, item=item, again=again) for one in found)
        place += taken


def _in_passage(stream: Sequence[Passage], place: int, setting: _Setting) -> tuple[list[Found], int]:
    """The decisions of one passage, and how many passages they take up."""
    motion = None if setting.notes else carried(stream, place)
    found = [Found(None, Clause(motion), None, decision_of(motion.text))] if motion else []
    if alone := _alone(stream, place, setting):
        return [*found, *alone[0]], alone[1]
    taken = 1
    for lead, words in _leads(stream[place], setting.bodies, setting.kind):
        if lead is None:
            moved = motion and words.start <= motion.start < words.end
            found.extend([] if moved or fell(stream, place, words) else _without_lead(words, setting))
        elif not _passed_over(lead, words, setting.formal):
            clauses, more = clauses_of(stream, place, lead, words, setting.bodies)
            if not (setting.notes and more) or _all_decide(clauses):
                found.extend(Found(None, clause, lead) for clause in clauses)
            taken = max(taken, 1 + more)
    return found, taken


def _alone(stream: Sequence[Passage], place: int, setting: _Setting) -> tuple[list[Found], int] | None:
    """What a passage decides by what stands beside it: the body over a list, a word in a margin or under "Minutes"."""
    passage = stream[place]
    if of_minutes(passage.text, setting.title):
        whole = Words(passage, 0, len(passage.text))
        return [Found(None, Clause(taking_apart.trim(whole)), None, "approved")], 1
    if _heads_columns(stream, place):
        under = [] if setting.notes else _column(stream, place)
        return [Found(None, clause, None, decision_of(clause.words.text)) for clause in under], 1
    if setting.notes:
        return None
    if led_by_body(passage.text, setting.bodies) and (done := did(stream, place + 1)):
        return [Found(None, clause, None, decision_of(clause.words.text)) for clause in done], 1 + len(done)
    if _SAID_TO.match(passage.text) and speaker_over(stream, place):
        return [], 1
    if (
        _NOTED_ALONE.fullmatch(passage.text.strip())
        and passage.cell is None
        and not _DECIDED.match(_above(stream, place))
    ):
        return [Found(None, Clause(taking_apart.trim(Words(passage, 0, len(passage.text)))), None, "noted")], 1
    if noted := beside(stream, place):
        return [Found(None, Clause(taking_apart.trim(noted)), label(passage.text))], 1
    return None


# A paragraph of its own, at the end of what was reported
_NOTED_ALONE = re.compile(r"(?:(?:report|update|position)\s+)?(?:received\s+and\s+)?noted\.", re.IGNORECASE)
_DECIDED = re.compile(r"\W*(?:UNANIMOUSLY\s+)?(?:RESOLVED|AGREED|RECOMMENDED|Resolved|Agreed)\b")


def _above(stream: Sequence[Passage], place: int) -> str:
    return stream[place - 1].text if place else ""


_HEAD = re.compile(
    r"(?:(?:summary\s+of\s+)?(?:key\s+)?decisions?|resolutions?|outcomes?)(?:\s+(?:made|taken|reached))?\s*:?", re.I
)


def _heads_columns(stream: Sequence[Passage], place: int) -> bool:
    """Whether "Decision" is the head of a column, beside others, and leads into no cell to its right."""
    cell = stream[place].cell
    beside = stream[place + 1].cell if place + 1 < len(stream) else None
    in_a_row = cell is not None and beside is not None and cell[:2] == beside[:2] and cell[1] == 0
    return in_a_row and bool(_HEAD.fullmatch(stream[place].text.strip()))


def _column(stream: Sequence[Passage], place: int) -> list[Clause]:
    """The cells under a head that are clauses by their first word: "That the map be noted"."""
    table, _, column = stream[place].cell or (-1, 0, 0)
    below = (one for one in stream[place + 1 :] if one.cell and (one.cell[0], one.cell[2]) == (table, column))
    clauses = (one for one in below if re.match(r"(?:that|to)\s", one.text, re.IGNORECASE))
    return [Clause(taking_apart.trim(Words(one, 0, len(one.text)))) for one in clauses]


def _all_decide(clauses: Sequence[Clause]) -> bool:
    """Whether each entry of a list under "Agreed:" is a clause: "to drop …", "that …"; notes list actions there too."""
    return all(re.match(r"(?:to|that)\s+\w", clause.words.text) for clause in clauses)


# "agreed to circulate the map", in a list of what somebody said: one person's promise, and no decision
_SAID_TO = re.compile(r"(?:also\s+)?agreed\s+(?:to|that)\b")


def _without_lead(words: Words, setting: _Setting) -> Iterator[Found]:
    """The decision of a sentence that has no words that lead into it, if it is one."""
    if not setting.notes and (put := put_and_carried(words)):
        yield Found(None, Clause(taking_apart.trim(put)), None, decision_of(put.text))
    elif not is_vote(words) and (decision := _plain(words, setting)):
        yield Found(None, Clause(taking_apart.trim(words)), None, decision)


def _passed_over(lead: LeadIn, words: Words, formal: bool) -> bool:
    """Whether a lead-in does not count because the section decides formally elsewhere."""
    if not formal:
        return False
    return lead.soft or (lead.strength == "spoken" and bool(_OPINION.search(words.text)))


def _plain(words: Words, setting: _Setting) -> Decision | None:
    if setting.notes:
        confirmed = plain(words.text) if is_minutes(words.text) else agreed_as_record(words.text)
        return confirmed or briefly(words.text, setting.title)
    if setting.formal and _RECOMMENDATIONS.match(words.text):
        return None
    decision = plain(words.text)
    if decision or setting.formal:
        return decision
    in_table = words.passage.cell is not None
    return passed(words.text, setting.bodies) or (None if in_table else briefly(words.text, setting.title))


# "The recommendations were agreed" over the decisions themselves
_RECOMMENDATIONS = re.compile(r"(?:the\s+|all\s+)?(?:recommendations?|proposals?)\b", re.IGNORECASE)
# Where a section has a formal decision, "it was agreed that dogs should …" tells of an opinion
_OPINION = re.compile(r"\bagreed\s+that\b[^.]*\bshould\b", re.IGNORECASE)


def _is_formal(passage: Passage) -> bool:
    lead = label(passage.text)
    return lead is not None and not lead.soft


def _leads(passage: Passage, bodies: re.Pattern[str], kind: Kind | None) -> Iterator[tuple[LeadIn | None, Words]]:
    """The decisions of one passage: a lead-in with the words it stands in, or None with a sentence that may decide."""
    if passage.cell is None and passage.block.kind == "heading" and not _leads_in(passage.text, bodies):
        return
    sentences = sentences_of(passage)
    place = 0
    while place < len(sentences):
        words = sentences[place]
        lead = (label(words.text) if not (place and _TOLD.match(words.text)) else None) or (
            spoken(words.text, bodies) if kind != "briefing_notes" else None
        )
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


def _leads_in(heading: str, bodies: re.Pattern[str]) -> bool:
    """Whether a line in bold leads into a decision: "RESOLVED", "The Committee resolved:-"."""
    return bool(label(heading) or (_OPEN.search(heading) and spoken(heading, bodies)))


_OPEN = re.compile(r":\s*[-–—]?\s*$")


# "The fund held steady. Noted that it is defensive.": within a paragraph it tells, and decides nothing
_TOLD = re.compile(r"Noted\s+that\b")


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
        tells = (_SAID if numbered else _TELLS).search(text)
        if not (numbered or _STILL_DECIDES.search(text)) or label(text) or taking_apart.is_stop(text) or tells:
            break
        last = place
    return last


# "(i) The report was noted. (ii) The Director would …": an entry may tell what was done
_SAID = re.compile(r"\b(?:said|stated|reported|explained|asked|added|advised|felt|had)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:said|stated|reported|explained|noted|asked|requested|wished|thanked|added|advised|was|were|had|felt)\b",
    re.IGNORECASE,
)


def _record(found: Found) -> ResolutionRead:
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
