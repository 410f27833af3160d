"""Actions in lists: bullets under "the following actions were agreed", and lines that begin "Action:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.reading.language.dates import MONTH_NAMES
from ingest.reading.language.undertakings import DO
from ingest.reading.model import Section
from ingest.reading.records.actions.draft import Draft, doubts_of
from ingest.reading.records.actions.named import OWNED, PERSON_DOES, named_first
from ingest.reading.records.actions.subjects import Setting, is_body_itself
from ingest.reading.records.owners import Owner
from ingest.reading.records.passages import Passage, Words, in_quotation, sentences_of
from ingest.reading.records.resolutions.clauses import listed

_GIVEN = (
    r"(?:circulated|provided|supplied|sent|shared|arranged|requested|distributed|forwarded|obtained|brought|"
    r"prepared|e-?mailed|undertaken|carried\s+out|taken\s+forward)"
)
_LEADS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "It was agreed that the following figures would be sent to the Panel:"
        rf"\b(?:agreed|requested|confirmed|asked)\b[^.]*\bfollowing\b[^.]*\b(?:be|to\s+be)\s+{_GIVEN}\b[^.]*$",
        # "The following actions were agreed by all:", "The following information was requested:"
        (
            rf"\bfollowing\s+(?:\w+\s+)?(?:actions?|information|items?|points?|reports?|data|documents?|"
            rf"next\s+steps|tasks?)\b[^.]*\b(?:were|was|are|is|be)\s+(?:\w+\s+)?(?:agreed|identified|"
            rf"{_GIVEN[3:-1]}|noted\s+for\s+action)\b[^.]*$"
        ),
        # "During the discussion the following undertakings were given:"
        r"\bfollowing\s+(?:\w+\s+)?(?:undertakings|commitments|promises)\s+were\s+(?:given|made)\b[^.]*$",
        # "Future actions include:", "Actions arising from the discussion:", "Agreed actions:"
        (
            r"^(?:(?:future|further|agreed|key|new|other)\s+)?actions?(?:\s+points?)?\b(?:\s+(?:identified|"
            r"agreed|arising|include[sd]?|required|to\s+be\s+taken|from)\b[^.]*)?\s*:?\s*[-–]?$"
        ),
        # "Actions/requests for further information:", "Further information requested:", "Next steps:"
        (
            r"^(?:(?:actions?\s*(?:/|and|or|&)\s*)?(?:requests?\s+for\s+)?(?:further\s+|additional\s+)?information"
            r"(?:\s+(?:to\s+be\s+provided|requested|required|requests?))?|actions?\s*(?:/|&)\s*[\w\s/]{3,50}|"
            r"next\s+steps|(?:the\s+)?following\s+(?:were|was)\s+agreed\s+as\s+"
            r"(?:next\s+steps|(?:future\s+)?actions)|follow[- ]up(?:\s+actions?)?)\s*:\s*[-–]?$"
        ),
        # "The Committee requested the following information:", "Members asked for the following:"
        (
            r"\b(?:requested|asked\s+for|undertook\s+to\s+provide|agreed\s+to\s+provide)"
            r"\s+(?:that\s+)?the\s+following\b[^.]*$"
        ),
    )
)
# In notes a bare "It was agreed that:" leads into things to do; in minutes it leads into decisions.
_NOTES_LEAD = re.compile(
    (
        r"^(?:it\s+was|members|the\s+(?:group|committee|panel|meeting))?\s*(?:also\s+|"
        r"further\s+)?agreed(?:\s+(?:that|to|actions?))?\s*:?\s*[-–]?$"
    ),
    re.I,
)
_ACTION_SECTION = re.compile(
    r"(?:follow[- ]up\s+|further\s+|key\s+)?(?:summary\s+of\s+|list\s+of\s+|agreed\s+)?"
    r"actions?(?:\s+(?:points?|list|log|summary|agreed|arising|required))*"
    r"(?:\s+from\s+(?:this|the)\s+(?:meeting|session|briefing))?",
    re.IGNORECASE,
)


def under_lead_ins(stream: Sequence[Passage], section: Section, setting: Setting) -> Iterator[tuple[Draft, int]]:
    """Each entry under a lead-in, with the number of its passage; in an action list's own section, every entry."""
    whole = bool(_ACTION_SECTION.fullmatch(section.title.strip(" :.")))
    place = 0
    while place < len(stream):
        text = stream[place].text.strip()
        if whole and stream[place].is_entry and stream[place].cell is None:
            yield _entry(stream[place], place, setting), place
        elif (owner := _charged(text, setting)) or leads_into_actions(text, setting):
            entries = [passage for _, passage in listed(stream, place + 1)] or _owned_lines(stream, place + 1, setting)
            for number, passage in enumerate(entries or _plain_lines(stream, place + 1), start=place + 1):
                for draft in [_entry(passage, number, setting)] if entries else _apart(passage, number, setting):
                    yield _with_day_of(text, with_owner(draft, owner)), number
                place = number
        place += 1


# "It was agreed that the following be sent to Members by 4 June:"
_DAY_OVER = re.compile(r"\b(?:by|before|within|no\s+later\s+than)\s+[^.;:]{3,40}:\s*[-–]?\s*$", re.IGNORECASE)


def _with_day_of(lead: str, draft: Draft) -> Draft:
    """An entry that is due by the day its lead-in names, unless it names one itself."""
    over = _DAY_OVER.search(lead)
    return replace(draft, due_words=f"{draft.text} {over[0]}") if over and draft.due_words is None else draft


# "Tom to ring the farm", "Consider a new gate", "Need to work with the school", "Notices should be put up"
_TO_DO = re.compile(
    rf"(?:to\s+)?(?:{DO}|consider|use|continue)\b|needs?\s+to\b|"
    r"(?-i:[A-Z])(?:(?!\b(?:is|are|was|were|has|have|had|will|would)\b|\w+ed\b)[^.:;]){1,60}?\s(?:to\s+(?-i:[a-z])|(?:should|must)\s+\w)",
    re.IGNORECASE,
)


_FEWEST = 4  # words


def _plain_lines(stream: Sequence[Passage], place: int) -> list[Passage]:
    """Lines without bullets and names below "Action:", as long as each says what to do."""
    found: list[Passage] = []
    for passage in stream[place:]:
        if passage.block.kind != "paragraph" or passage.cell is not None or len(passage.text) > _LINE:
            break
        if not _TO_DO.match(passage.text.strip()) or len(passage.text.split()) < _FEWEST:
            break
        found.append(passage)
    return found


def _apart(passage: Passage, place: int, setting: Setting) -> Iterator[Draft]:
    """The actions of a line: each sentence of its own, where each says what to do."""
    sentences = sentences_of(passage)
    if len(sentences) > 1 and all(_TO_DO.match(words.text) for words in sentences):
        for words in sentences:
            yield _told(words, place, setting)
    else:
        yield _entry(passage, place, setting)


def _owned_lines(stream: Sequence[Passage], place: int, setting: Setting) -> list[Passage]:
    """Lines without bullets below a lead-in, each with somebody who is to do something: "WM – circulate the map"."""
    found: list[Passage] = []
    for passage in stream[place:]:
        text = passage.text.strip()
        match = OWNED.match(text) or PERSON_DOES.match(text)
        if match is None or len(text) > _LINE or not setting.owners.only_people(match["who"]):
            break
        found.append(passage)
    return found


_LINE = 250  # letters


# "The Head of Parks agreed to:", "Officers were asked to:", "The Panel asked officers to:"
_CHARGED = re.compile(
    r"(?:^|[.;]\s+)(?:the\s+)?(?:(?:[\w-]+\s+){0,4}(?:committee|panel|board|commission|group|members|chair\w*)\s+"
    r"(?:asked|requested)\s+(?P<asked>[^.;:]{3,80}?)|(?P<who>[^.;:]{3,80}?)\s+(?:also\s+|then\s+)?(?:agreed|undertook|offered|"
    r"promised|committed|(?:was|were|is|are)\s+(?:asked|requested|tasked|invited)))\s+to"
    r"(?:\s+(?:provide|supply|send|circulate|share|arrange|bring|prepare)(?:\s+(?:members|the\s+\w+)(?:\s+with)?)?"
    r"(?:\s+the\s+following(?:\s+\w+)?)?)?\s*:\s*[-–]?\s*$",
    re.IGNORECASE,
)


# "Actions: for the Secretariat", "Actions for Ann Rowe:"
_ACTIONS_FOR = re.compile(
    r"(?:agreed\s+|further\s+)?actions\s*(?::\s*for\s+(?P<whom>[^:.;]{2,60}?)|\s+for\s+(?P<who>[^:.;]{2,60}?):)",
    re.IGNORECASE,
)


def over_a_list(text: str) -> bool:
    """Whether a line gives all that stands below it to somebody: "Actions: for the Secretariat"."""
    return bool(_ACTIONS_FOR.fullmatch(text.strip()))


def _charged(text: str, setting: Setting) -> Owner | None:
    """Who is to do all that is listed below, where the words before the list say so; not the body that decides."""
    if match := _ACTIONS_FOR.fullmatch(text):
        return setting.owners.of(match["who"] or match["whom"])
    match = _CHARGED.search(text) if len(text) <= 300 and text.rstrip(" -–").endswith(":") else None
    if match is None:
        return None
    who = match["asked"] or match["who"]
    if match["who"] and is_body_itself(who):
        return None
    return setting.owners.of(who)


def leads_into_actions(text: str, setting: Setting) -> bool:
    """Whether a paragraph only leads into a list of things to do."""
    if len(text) > 300 or in_quotation(text, len(text)):
        return False
    if setting.kind == "briefing_notes" and _NOTES_LEAD.match(text):
        return True
    return any(lead.search(text) for lead in _LEADS) and not re.search(r"[.;]$", text)


# "The results to be circulated. Owner: Ann Rowe. Due: 23 February"
_FIELDS = re.compile(
    r"[\s.;,(\[]+(?:owner|lead(?:\s+officer)?|officer|responsible(?:\s+officer)?|assigned\s+to|by\s+whom|who)\s*:\s*(?P<who>[^:;.()\[\]]{2,60}?)"
    r"(?:[\s.;,]+(?:due(?:\s+(?:date|by))?|deadline|by\s+when|when|target(?:\s+date)?|timescale|by|date)\s*:\s*(?P<day>[^:;()\[\]]{2,60}?))?"
    r"[\s.)\]]*$",
    re.IGNORECASE,
)


def with_fields(words: Words, place: int, setting: Setting) -> Draft | None:
    """An action whose owner and day, or day alone, are named behind it, each after its label."""
    match = _FIELDS.search(words.text)
    if match is None or not match.start():
        return _with_day(words, place, setting)
    inner = words.trimmed(0, match.start())
    owner = setting.owners.only_people(match["who"]) or Owner(None, match["who"])
    day = match["day"]
    return Draft(setting.item, inner.text, inner.quote, place, owner, day, column=bool(day), doubts=doubts_of(owner))


# "Send the map to all members. By: 3 June 2031": the day alone behind its label
_DAY_LAST = re.compile(
    r"[\s.;,(\[]+(?:due(?:\s+(?:date|by))?|deadline|by(?:\s+when)?|when|target(?:\s+date)?|timescale)\s*:\s*"
    r"(?P<day>[^:;()\[\]]{2,40}?)[\s.)\]]*$",
    re.IGNORECASE,
)


def _with_day(words: Words, place: int, setting: Setting) -> Draft | None:
    match = _DAY_LAST.search(words.text)
    if match is None or not match.start():
        return None
    end = match.start() + words.text[match.start() :].startswith(".")
    inner = words.trimmed(0, end)
    owner = named_first(inner.text, setting)
    return Draft(
        setting.item, inner.text, inner.quote, place, owner, match["day"], column=True, doubts=doubts_of(owner)
    )


# "Check the policy with Legal (Ned Garth, 14 July)"
AND_DAY = re.compile(
    r"\s*[(\[](?P<who>[^()\[\],;–]{2,50}?)(?:\s*[,;]\s*|\s+[–-]\s+|\s+(?=by\b))(?P<day>[^()\[\]]{3,40})[)\]]\s*\.?$"
)


def _entry(passage: Passage, place: int, setting: Setting) -> Draft:
    joined = _JOINED.search(passage.text)
    return _told(Words(passage, 0, joined.start() if joined else len(passage.text)).trimmed(), place, setting)


# "; and" behind an entry, which only joins it to the next
_JOINED = re.compile(r"\s*;\s*(?:and|or)?\s*$", re.IGNORECASE)


def _told(words: Words, place: int, setting: Setting) -> Draft:
    """An action in its own words, with whom and which day they name."""
    if (match := AND_DAY.search(words.text)) and (owner := setting.owners.only_people(match["who"])):
        words = words.trimmed(0, match.start())
        return Draft(
            setting.item, words.text, words.quote, place, owner, match["day"], column=True, doubts=doubts_of(owner)
        )
    if found := with_fields(words, place, setting):
        return found
    owner = named_first(words.text, setting)
    day = DAY_BEHIND.search(words.text)
    due = day["day"] if day and owner else None
    return Draft(setting.item, words.text, words.quote, place, owner, due, bool(due), doubts=doubts_of(owner))


# "WM: letter to tenants, 4 April", but not "the notes of the visit on Tuesday, 4 April"
DAY_BEHIND = re.compile(
    rf"(?:(?<!day),|\s[–—-])\s+(?P<day>\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH_NAMES})(?:\s+20\d\d)?)\s*\.?$",
    re.IGNORECASE,
)


def with_owner(draft: Draft, owner: Owner | None) -> Draft:
    """A draft that takes an owner where it has none."""
    return (
        draft
        if owner is None or (draft.owner and draft.owner.name)
        else replace(draft, owner=owner, doubts=doubts_of(owner))
    )
