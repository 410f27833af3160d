"""From sections and resolutions to actions: each thing to be done once, with its owner and its last day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ingest.reading.language.jobs import OVER
from ingest.reading.model import (
    ActionRead,
    AttendeeRead,
    Doubt,
    MeetingRead,
    Paper,
    ResolutionRead,
    Section,
)
from ingest.reading.records.actions import (
    clause_owners,
    clauses,
    lists,
    lists_behind,
    margin,
    tables,
    tables_upright,
    tags,
)
from ingest.reading.records.actions.draft import Draft, doubts_of
from ingest.reading.records.actions.said import said
from ingest.reading.records.actions.same import bare, points_back_to, same
from ingest.reading.records.actions.seen_to import seen_to
from ingest.reading.records.actions.settled import only_agrees
from ingest.reading.records.actions.spread import spread
from ingest.reading.records.actions.subjects import Setting
from ingest.reading.records.dues import Calendar, Due, due, due_in_column
from ingest.reading.records.dues_meetings import meetings_listed
from ingest.reading.records.owners import Owners
from ingest.reading.records.passages import Passage, covered, parts, passages, stream


def actions(
    paper: Paper, meeting: MeetingRead, attendees: Sequence[AttendeeRead], resolved: Sequence[ResolutionRead]
) -> tuple[ActionRead, ...]:
    """What somebody is to do after the meeting, in the order of the paper.

    An action that stands in the discussion and again in a resolution is one, in the resolution's words. ``owner`` is a
    full name where ``attendees`` allow it; ``due`` is worked out from the meeting's date.
    """
    kind = meeting.kind or paper.kind
    owners = Owners(attendees, _words(paper))
    following = meeting.next_meeting.date if meeting.next_meeting else None
    days = Calendar(meeting.date, following, meetings_listed(paper, meeting.date), meeting.committee)
    drafts: list[Draft] = []
    entries: list[Draft] = []
    for item, section in parts(paper):
        here = [one for one in enumerate(resolved) if one[1].item == item]
        said_here = "\n".join([section.title, *(one.text for one in stream(section.blocks))])
        last = _numbers(paper) if item == len(paper.sections) - 1 else None
        found = _of_section(section, Setting(item, kind, owners.within(said_here)), here, last)
        if any(draft.item != item for draft in found):  # the last item ends in a list of what all of them agreed
            entries += [draft for draft in found if draft.row]
            found = [draft for draft in found if not draft.row]
        drafts += found
    if paper.sections:
        entries += lists_behind.loose(paper, Setting(None, kind, owners), _numbers(paper))
    drafts = lists_behind.with_entries(drafts, entries)
    return tuple(_record(draft, days) for draft in drafts)


def _words(paper: Paper) -> str:
    """All words of a paper, with an empty line between its paragraphs."""
    titles = [section.title for section in paper.sections]
    inner = (block for section in paper.sections for block in section.blocks)
    blocks = (*paper.front, *inner, *paper.tail)
    return "\n\n".join([*titles, *(one.text for one in stream(blocks))])


def _numbers(paper: Paper) -> dict[str, int]:
    return {section.number: index for index, section in enumerate(paper.sections) if section.number}


def _of_section(
    section: Section,
    setting: Setting,
    resolved: Sequence[tuple[int, ResolutionRead]],
    numbers: Mapping[str, int] | None = None,
) -> list[Draft]:
    """The actions of one item: its clauses first, then tables, lists and lines, then what was said.

    ``numbers`` are those of all items where this is the last one, under which a list of everybody's actions may stand.
    """
    words = passages(section)
    clauses_ = [] if setting.kind == "portfolio_report" else _of_clauses(resolved, setting)
    found = [draft for table in _tables(section, setting, numbers) for draft in table]
    taken: set[int] = _in_tables(section, len(words))
    if setting.kind != "portfolio_report":
        listed = (*spread(words, setting), *lists.under_lead_ins(words, section, setting), *tags.tagged(words, setting))
        for draft, place in listed:
            found.append(draft)
            taken.add(place)
    found += said(words, setting, taken)
    clauses_ = _tagged_clauses(found, clauses_, resolved)
    found = [draft for draft in found if not tags.told_again(draft, found, words)]
    found = _once([draft for draft in found if not (_in_decision(draft, resolved) or OVER.search(draft.text))])
    kept = [draft for draft in found if not any(same(draft, one) or _is_request(draft, one, words) for one in clauses_)]
    kept, clauses_ = seen_to(kept, clauses_, words)
    whole = sorted(kept, key=lambda draft: draft.place) + clauses_
    if not margin.notes(section):
        return whole
    return sorted(
        margin.with_notes(whole, section, words, setting), key=lambda one: (one.resolution is not None, one.place)
    )


def _tagged_clauses(
    found: Sequence[Draft], drafts: Sequence[Draft], resolved: Sequence[tuple[int, ResolutionRead]]
) -> list[Draft]:
    """The drafts of a decision's clauses, with the owners that lines "ACTION: name" below them give.

    A clause that is given to somebody so is an action, whatever its words.
    """
    kept = list(drafts)
    for tag in found:
        index = _clause_of(tag, resolved) if tag.named_alone else None
        if index is None:
            continue
        place = next((number for number, draft in enumerate(kept) if draft.resolution == index), None)
        if place is not None:
            kept[place] = lists.with_owner(kept[place], tag.owner)
        elif not only_agrees(one := next(one for number, one in resolved if number == index)):
            kept.append(replace(tag, text=one.text, quote=one.quote, place=index, resolution=index))
    return sorted(kept, key=lambda draft: draft.place)


def _clause_of(draft: Draft, resolved: Sequence[tuple[int, ResolutionRead]]) -> int | None:
    """The clause whose words a draft's are."""
    return next((index for index, one in reversed(resolved) if covered(one.text, draft.text) >= 0.9), None)


def _of_clauses(resolved: Sequence[tuple[int, ResolutionRead]], setting: Setting) -> list[Draft]:
    drafts = []
    for index, one in resolved:
        stem, words = one.stem, one.text
        if not (clauses.asks(words, stem, one.decision) or clauses.somebody_does(words, setting.owners)):
            continue
        owner = clause_owners.owner_of(words, stem, setting.owners)
        due_words = one.text if not stem else f"{one.text} {stem}"
        drafts.append(
            Draft(setting.item, one.text, one.quote, index, owner, due_words, resolution=index, doubts=doubts_of(owner))
        )
    return drafts


def _tables(section: Section, setting: Setting, numbers: Mapping[str, int] | None) -> Iterable[list[Draft]]:
    """The action tables of a section. What precedes a table, or the title, says whether it logs earlier actions."""
    before = section.title
    for place, block in enumerate(section.blocks):
        if block.kind == "table":
            earlier = bool(tables.EARLIER.search(before))
            upright = list(tables_upright.rows(block, setting, place))
            yield upright or list(tables.rows(block, setting, place, earlier, None if earlier else numbers))
        elif block.text.strip():
            before = f"{section.title} {block.text}"


def _in_tables(section: Section, count: int) -> set[int]:
    """The numbers of the passages whose actions tables give: all of an action list, or the column beside minutes."""
    found = {place: where for place, block in enumerate(section.blocks) if (where := tables.columns(block))}
    cells = [passage.cell for passage in passages(section)]
    return {number for number in range(count) if _given(cells[number], found)}


def _given(cell: tuple[int, int, int] | None, found: Mapping[int, Mapping[str, int]]) -> bool:
    if cell is None or cell[0] not in found:
        return False
    where = found[cell[0]]
    return bool({"owner", "due", "status"} & set(where)) or cell[2] == where["action"]


def _once(drafts: Sequence[Draft]) -> list[Draft]:
    """Each action once: a line "ACTION: name" gives its owner to the sentence that says the same."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((number for number, other in enumerate(kept) if same(draft, other)), None)
        if twin is not None:
            kept[twin] = _agreeing(kept[twin], draft)
        elif not any(_answered(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _agreeing(kept: Draft, other: Draft) -> Draft:
    """A draft with the owner that the other gives it; with none where the two name different people."""
    one, two = kept.owner, other.owner
    if one and two and one.person and two.person and one.name and two.name and one.name != two.name:
        doubt = Doubt(f"The paper gives this to {one.name} and to {two.name}.", "owner")
        return replace(kept, owner=replace(one, name=None, doubt=doubt), doubts=(doubt,))
    return lists.with_owner(kept, two)


def _answered(asked: Draft, action: Draft) -> bool:
    """Whether what "the group asked for" is what the line below gives to somebody: "ACTION: Dee to circulate it"."""
    if asked.row:
        return False
    near = abs(asked.place - action.place) <= _NEAR
    if (near or action.column) and points_back_to(action, asked):
        return True
    if not action.owner or not near:
        return False
    if asked.owner and asked.owner.printed and not (_OFFICERS.fullmatch(asked.owner.printed) and action.owner.person):
        return False
    return covered(bare(asked.text), bare(action.text)) >= 0.5


_OFFICERS = re.compile(r"(?:the\s+)?officers", re.IGNORECASE)  # asked together, before one of them is named


_NEAR = 2  # passages between a request and the line that gives it to somebody


# "That the request about heating costs be followed up by officers": what was undertaken before, once more
_REQUEST = re.compile(
    r"(?:that\s+)?(?:the|all)\s+(?:\w+\s+)?requests?\s+(?:for\s+(?:\w+\s+)?information\s+)?(?:on|about|for|regarding)\s+"
    r"(?P<what>.{3,150}?)\s+be\s+(?:actioned|responded\s+to|followed\s+up|progressed|taken\s+forward|provided)\b",
    re.IGNORECASE,
)


def _is_request(draft: Draft, clause: Draft, words: Sequence[Passage]) -> bool:
    """Whether a clause has the request done that a sentence of the discussion answers."""
    match = _REQUEST.match(clause.text)
    if match is None or draft.place >= len(words):
        return False
    return covered(bare(match["what"]), words[draft.place].text) >= 0.75


def _in_decision(draft: Draft, resolved: Sequence[tuple[int, ResolutionRead]]) -> bool:
    """Whether a sentence is (part of) a decision: that is an action only where its clause asks for something."""
    return any(
        covered(draft.text, one.text) >= 0.85 or (covered(one.text, draft.text) >= 0.95 and len(one.text.split()) > 3)
        for _, one in resolved
    )


def _record(draft: Draft, days: Calendar) -> ActionRead:
    said_due = _due(draft, days)
    owner = draft.owner
    doubts = draft.doubts
    if said_due and said_due.doubt:
        doubts += (Doubt(said_due.doubt, "due"),)
    return ActionRead(
        item=draft.item,
        text=draft.text,
        quote=draft.quote,
        owner=owner.name if owner else None,
        owner_printed=owner.printed if owner else None,
        due=said_due.date if said_due else None,
        due_printed=said_due.printed if said_due else None,
        resolution=draft.resolution,
        doubts=doubts,
    )


def _due(draft: Draft, days: Calendar) -> Due | None:
    if draft.column and draft.due_words:
        return due_in_column(draft.due_words, days)
    return due(draft.due_words or draft.text, days)
