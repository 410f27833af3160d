"""Declarations of interest and of the party whip: who, of what kind, in which item, why, and whether they left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.reading.language import names, pipeline
from ingest.reading.model import AttendeeRead, Block, Doubt, InterestKind, InterestRead, Paper, Section
from ingest.reading.records import interests_items as items
from ingest.reading.records import interests_words as words
from ingest.reading.records.interests_clauses import ITEM_AND_WHY, clauses
from ingest.reading.records.interests_each import Clause
from ingest.reading.records.interests_people import declarers
from ingest.reading.records.people import Directory, directory

_SECTION = re.compile(
    r"declar\w*\s+(?:of|by)|\b[bf]uddiant|disclosur?e?s?\b|declarations?\b|interests?\b|\bwhip", re.IGNORECASE
)
_TRIGGER = re.compile(
    r"\binterests?\b|\bwhip|\b(?:DPI|DRI|ORI|NRI)\b|\bdeclared\b|\bdisclosed\b",
    re.IGNORECASE,
)
# "Item 7" as a heading over the declarations in it
_ITEM = re.compile(r"(?:agenda\s+)?(?:item|minute)\s+(?:no\.?\s*)?[\w/.]{1,12}:?", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:informed|advised|stated|reported|told|(?:wished|asked)\s+(?:that\s+|for\s+)?it\s+(?:to\s+)?be\s+(?:recorded|noted))\b.{0,40}\bthat\s+"
    r"(?:he|she|they|his|her|their)\b|\bsaid\s+(?:that\s+)?(?:he|she|they|his|her|their)\b|"
    r"\battention\s+to\s+(?:the\s+fact\s+)?that\s+(?:he|she|they|his|her|their)\b"
)
_FOLLOWS = re.compile(
    r"^(?:(?:he|she|they|both)\b|(?:county\s+)?(?:councillors?|cllrs?|mr|mrs|ms|miss|dr|cc)\b)", re.IGNORECASE
)
_EARLIER = re.compile(r"\b(?:last|previous|earlier)\s+meeting\b|\breminded\b", re.IGNORECASE)
# "disclosed, in relation to Minute 34, that she was employed by the charity"
_THAT = re.compile(
    r"(?:^\s*(?:that\s+)?|,\s*that\s+)(?P<what>(?:he|she|they|his|her|their)\b.+)$", re.IGNORECASE | re.DOTALL
)
# "a shop that had been empty since his mother died": a time, and no reason
_SINCE = re.compile(r"\b(?:had|has|have)\b[^.;]{0,60}\bsince\b", re.IGNORECASE)
_TAKEN_IN = re.compile(
    r"\binterest\w*\s+in\s+(?:respect\s+of\s+|relation\s+to\s+)?(?P<what>.+)$", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class _Context:
    """Where a declaration stands: its item, the kind that a lead-in names, and the people of the paper."""

    paper: Paper
    people: Directory
    under: int
    declarations: bool
    kind: tuple[InterestKind, str] | None = None
    about: str = ""
    led: bool = False  # behind a line such as "The following declared an interest:"


def interests(paper: Paper, attendees: Sequence[AttendeeRead]) -> tuple[InterestRead, ...]:
    """One record a person and item concerned, in the order of the paper; none where none was declared."""
    people = directory(attendees)
    found: list[InterestRead] = []
    for under, section in enumerate(paper.sections):
        context = _Context(paper, people, under, bool(_SECTION.search(section.title)))
        for read in _under(section, context):
            if not any(_same(read, other) for other in found):
                found.append(read)
    return tuple(_left_later(read, paper) for read in found)


def _same(a: InterestRead, b: InterestRead) -> bool:
    return (a.name, a.item) == (b.name, b.item) and (a.kind == b.kind or "unspecified" in (a.kind, b.kind))


def _under(section: Section, context: _Context) -> Iterator[InterestRead]:
    before: list[InterestRead] = []
    for block in section.blocks:
        if block.kind == "table":
            if context.declarations or _TRIGGER.search(_cells(block)):
                yield from _table(block, context)
            continue
        if context.declarations and _ITEM.fullmatch(block.text.strip()):
            context = replace(context, about=block.text)
            continue
        if not (
            _TRIGGER.search(block.text)
            or (
                context.declarations
                and (
                    before
                    or context.led
                    or words.kind_in(block.text)
                    or _TOLD.search(block.text)
                    or ITEM_AND_WHY.match(block.text)
                )
            )
        ):
            continue
        if context.declarations and block.text.rstrip().endswith((":", "shown", "below")):
            context = replace(context, kind=words.kind_in(block.text), led=True)
        elif context.declarations and (headed := words.only_kind(block.text)):
            context = replace(context, kind=headed)
        found = list(_block(block, context, before))
        before = found or before
        yield from found


def _block(block: Block, context: _Context, before: list[InterestRead]) -> Iterator[InterestRead]:
    reads: list[InterestRead] = []
    for start, end in pipeline.sentences(block.text):
        text = block.text[start:end]
        told = (
            []
            if words.is_none(text) or _EARLIER.search(text)
            else clauses(
                text, start, declarations=context.declarations, kind_known=context.kind is not None or context.led
            )
        )
        new = [read for clause in told for read in _read(clause, block, context, reads or before)]
        new = _same_item(new, told, context)
        if new:
            reads.extend(new)
        elif reads and (left := words.left_in(text)) is not None and _FOLLOWS.match(text):
            reads = [_leaves(read, text, left, len(reads)) for read in reads]
        if reads and not new:
            reads[-1] = words.told_more(reads[-1], text)
    yield from reads


def _same_item(reads: list[InterestRead], told: list[Clause], context: _Context) -> list[InterestRead]:
    """ "A declared an interest in X and B one in Y - Agenda Item 11": an item named last holds for both."""
    named = [items.concerned(clause.whole, context.paper.sections) for clause in told]
    if len(told) < 2 or any(found or unknown for found, unknown in named[:-1]) or len(named[-1][0]) != 1:
        return reads
    return [replace(read, item=named[-1][0][0]) for read in reads]


def _leaves(read: InterestRead, text: str, left: bool, number: int) -> InterestRead:
    """ "She left the room" is about the last declaration; "Councillor Oakes left" about his."""
    surname = names.parse(read.name)
    named = names.find(text)
    if named and surname and not any(names.same_person(found.name, surname) for found in named):
        return read
    return replace(read, left_the_room=left) if read.left_the_room is None else read


# --- records ------------------------------------------------------------------------------------------------------


def _read(clause: Clause, block: Block, context: _Context, before: Sequence[InterestRead]) -> Iterator[InterestRead]:
    people = declarers(clause.who, context.people)
    if not people:
        return
    kind = words.kind_in(clause.whole) or context.kind or ("unspecified", None)
    places, doubts = _places(clause, context, before)
    quote = block.quote(clause.start, clause.end)
    for name, doubt in people:
        for place in places:
            yield InterestRead(
                name=name,
                kind=kind[0],
                item=place,
                description=_description(clause),
                quote=quote,
                kind_printed=kind[1],
                declared_under=context.under,
                left_the_room=words.left_in(clause.rest),
                doubts=(*doubts, *([doubt] if doubt else [])),
            )


def _places(clause: Clause, context: _Context, before: Sequence[InterestRead]) -> tuple[list[int | None], list[Doubt]]:
    """The items concerned: those named, the one named before ("the same item"), else the one declared under."""
    found, unknown = items.concerned(clause.whole, context.paper.sections)
    if not found and not unknown and context.about:
        found, unknown = items.concerned(context.about, context.paper.sections)
    if found:
        return list(found), []
    if unknown:
        return [None], [Doubt(items.no_such_item(unknown[0], context.paper.sections), "item")]
    if title := items.titled_otherwise(clause.whole):
        return [None], [Doubt(f"The interest is in “{title}”, and no item has this title. Choose the item.", "item")]
    if before and items.is_same(clause.whole):
        return [before[-1].item], []
    return [context.under], []


def _description(clause: Clause) -> str | None:
    """Why, in the words behind "as" or "because", or what somebody told: "told the Panel that he owned a shop"."""
    if _SINCE.search(clause.rest) and (told := _THAT.match(clause.rest)):
        return words.why(re.sub(r"\s+", " ", told["what"])).strip(" .,;–-()") or None
    if reason := words.reason_in(clause.rest) or words.reason_in(clause.whole):
        return reason
    if that := _THAT.search(clause.rest):
        return words.why(re.sub(r"\s+", " ", that["what"])).strip(" .,;–-()") or None
    if taken := _TAKEN_IN.search(clause.whole):
        what = re.sub(r"\s+", " ", words.why(items.without(taken["what"]))).strip(" .,;–-()")
        return re.sub(r"^and$|\s*[-–]\s*(?:and)?$|\s+and$", "", what) or None
    return None


def _left_later(read: InterestRead, paper: Paper) -> InterestRead:
    """Who declared an interest may be said to leave only where the item itself is minuted."""
    name = names.parse(read.name)
    if read.left_the_room is not None or read.item is None or name is None or read.item == read.declared_under:
        return read
    for block in paper.sections[read.item].blocks:
        for start, end in pipeline.sentences(block.text) if "left" in block.text or "withdrew" in block.text else []:
            sentence = block.text[start:end]
            said = any(names.same_person(found.name, name) for found in names.find(sentence))
            if said and words.left_in(sentence) and not re.search(r"\b(?:before the end|at the close)\b", sentence):
                return replace(read, left_the_room=True)
    return read


# --- tables -------------------------------------------------------------------------------------------------------


def _cells(block: Block) -> str:
    return " ".join(cell.text for row in block.rows[:2] for cell in row)


def _table(block: Block, context: _Context) -> Iterator[InterestRead]:
    """A table of interests: member, item, nature, kind in any order; the member's cell is the one that holds a name."""
    for row in block.rows:
        texts = [cell.text.strip() for cell in row]
        place = next((at for at, text in enumerate(texts) if declarers(text, context.people) and len(text) < 80), None)
        if place is None:
            continue
        rest = " ".join(text for at, text in enumerate(texts) if at != place)
        kind = words.kind_in(rest) or context.kind or ("unspecified", None)
        numbers = " ".join(
            f"item {text}" if re.fullmatch(r"[A-Z]*\d[\w./]*\.?", text) else text
            for at, text in enumerate(texts)
            if at != place
        )
        found, unknown = items.concerned(numbers, context.paper.sections)
        doubts = (
            (Doubt(items.no_such_item(unknown[0], context.paper.sections), "item"),) if unknown and not found else ()
        )
        places: list[int | None] = list(found) or ([None] if unknown else [context.under])
        longest = max((text for at, text in enumerate(texts) if at != place), key=len, default="")
        source = next(part for part in row[place].blocks if part.text.strip())
        for name, doubt in declarers(texts[place], context.people):
            for where in places:
                yield InterestRead(
                    name,
                    kind[0],
                    where,
                    longest or None,
                    source.quote(),
                    kind[1],
                    context.under,
                    words.left_in(rest),
                    (*doubts, *([doubt] if doubt else [])),
                )
