"""What stands behind a decision's lead-in: its clauses, on the same line, in a list or in paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.reading.records.passages import Passage, Words, sentences_of
from ingest.reading.records.resolutions import clauses as taking_apart
from ingest.reading.records.resolutions.clauses import Clause
from ingest.reading.records.resolutions.leads import LeadIn, body_alone, label
from ingest.reading.records.resolutions.markers import follows
from ingest.reading.records.resolutions.plain import plain

BODIES = (
    "committee",
    "panel",
    "cabinet",
    "council",
    "board",
    "commission",
    "forum",
    "group",
    "executive",
    "partnership",
    "assembly",
    "party",
)
_DECIDING = re.compile(
    r"(?:to\s+|also\s+)?(?:not(?:e[sd]?|ing)|agree|approv|request|recommend|endors|support|ask|welcom|thank|receiv|"
    r"adopt|resolv|instruct|remit|continu|defer|appoint|delegat|consider|invit|commend|acknowledg|authoris|elect|"
    r"refer|accept|confirm|urg|express|encourag)\w*\b",
    re.IGNORECASE,
)


# What a decision under "Outcome:" or "Recommendations" begins with; findings and reasons begin otherwise
_DECIDES = re.compile(
    rf"that\b|to\s+\w+|{_DECIDING.pattern}|(?:the\s+)?(?:[\w’'-]+\s+){{0,4}}?(?:{'|'.join(BODIES)}|members)\s+"
    rf"(?:{_DECIDING.pattern})|[^.;]{{3,100}}?\b(?:should|be)\s",
    re.IGNORECASE,
)
# "That the Cabinet Member for Roads be recommended to:",
# "The Panel recommends that the Cabinet Member:" over what that member is to do
_ASKED_OF = re.compile(
    r"\bbe\s+(?:\w+ly\s+)?(?:recommended|requested|asked|invited|urged)\s+(?:to|that)\b|"
    r"\brecommends?\s+(?:to\s+(?:the\s+)?[^:;.]{3,60}\s)?that\b[^:;.]{3,100}:",
    re.IGNORECASE,
)
# "The Committee" under "Decision", whatever the body that met is called
_SOME_BODY = re.compile(
    rf"(?:that\s+)?(?:the\s+)?(?:[\w’'&-]+\s+){{0,5}}(?:{'|'.join(BODIES)}|members)\s*[:–-]*", re.IGNORECASE
)


def clauses_of(
    stream: Sequence[Passage], place: int, lead: LeadIn, words: Words, bodies: re.Pattern[str]
) -> tuple[list[Clause], int]:
    """The clauses behind a lead-in, and how many passages after its own they take up."""
    rest = words.trimmed(0 if lead.whole else lead.rest)
    found, more = _taken_apart(stream, place, rest, words.end >= len(stream[place].text.rstrip()), bodies)
    found = [clause for clause in found if len(clause.words.text.split()) > 1 or clause.words.text.islower()]
    if lead.soft:
        found = [clause for clause in found if _decides(clause)]
    return found, more


def _decides(clause: Clause) -> bool:
    """Whether what stands under a heading such as "Outcomes" is a decision."""
    text = clause.words.text
    return bool(_DECIDES.match(text) or _ASKED_OF.search(clause.stem) or plain(text))


def _taken_apart(
    stream: Sequence[Passage], place: int, rest: Words, at_end: bool, bodies: re.Pattern[str]
) -> tuple[list[Clause], int]:
    if at_end and _WITH_REASONS.search(rest.text):
        return [Clause(taking_apart.trim(rest))], len(taking_apart.listed(stream, place + 1))
    listed = at_end and not taking_apart.run_in(rest) and not _beside(stream, place, rest)
    following = taking_apart.listed(stream, place + 1) if listed else []
    if following and (first := taking_apart.begun(rest, following[0][1].block.marker)):
        return [first, *taking_apart.from_list(following, first.stem)], len(following)
    if following and (taking_apart.leads_on(rest.text) or not re.search(r"[.;!?]$", rest.text)):
        return taking_apart.from_list(following, rest.text), len(following)
    if not at_end or not (taking_apart.leads_on(rest.text) or body_alone(rest.text, bodies)):
        return taking_apart.split(rest), 0
    if _over_table(stream, place, rest):
        return [Clause(taking_apart.trim(rest))], 0
    stem = _second_stem(stream, place + 1, bodies)
    if stem is None:
        return _paragraphs(stream, place + 1, rest.text)
    whole = f"{rest.text} {stem}".strip()
    if entries := taking_apart.listed(stream, place + 2):
        return taking_apart.from_list(entries, whole), len(entries) + 1
    found, more = _paragraphs(stream, place + 2, whole)
    return found, more + 1


# "that permission be refused for the following reasons:", "be granted subject to the conditions below:": what stands
# under it are no decisions of their own
_WITH_REASONS = re.compile(
    r"\b(?:be|was|to|grants?|granted|refused?s?|approved?s?)\s.*\b(?:for|subject\s+to|on)\s+(?:all\s+)?(?:the\s+|these\s+)?"
    r"(?:(?:following\s+)(?:\w+\s+){0,2}(?:reasons?|conditions?|grounds)|(?:reasons?|conditions?|grounds)\s+"
    r"(?:(?:set\s+out|listed|given|as)\s+)?(?:below|follows?))\s*[:.–-]*\s*$",
    re.IGNORECASE | re.DOTALL,
)
# "that the invoices below be paid": a decision that is whole without what stands under it
_WHOLE = re.compile(
    r"^(?:that|to)\b.*\bbe\s+(?:\w+ly\s+)?(?:\w+ed|paid|met|made|sent|written\s+off)\b[^.]{0,40}:\W*$", re.I | re.S
)


def _over_table(stream: Sequence[Passage], place: int, rest: Words) -> bool:
    """Whether a decision ends in a colon over a table of what it is about, such as payments."""
    below = stream[place + 1] if place + 1 < len(stream) else None
    in_table = below is not None and below.cell is not None and stream[place].cell is None
    return in_table and bool(_WHOLE.match(rest.text))


def _beside(stream: Sequence[Passage], place: int, rest: Words) -> bool:
    """Whether the next entry goes on with the list that this one stands in, and so holds no clause of it."""
    if place + 1 >= len(stream) or taking_apart.leads_on(rest.text):
        return False
    one, other = stream[place].block, stream[place + 1].block
    return bool(one.marker and other.marker) and abs(one.hang - other.hang) < 3 and follows(one.marker, other.marker)


def _second_stem(stream: Sequence[Passage], place: int, bodies: re.Pattern[str]) -> str | None:
    """The words between "It was APPROVED:" and the clauses, on a line of their own: "That the Committee:"."""
    if place + 1 >= len(stream) or stream[place].is_entry:
        return None
    text = stream[place].text
    if body_alone(text, bodies) or _SOME_BODY.fullmatch(text.strip()):
        return text
    leads = taking_apart.leads_on(text) or re.match(r"that\s+the\s+[\w\s&]{3,80}$", text, re.IGNORECASE)
    return text if leads and stream[place + 1].is_entry else None


def _paragraphs(stream: Sequence[Passage], place: int, stem: str) -> tuple[list[Clause], int]:
    """The paragraphs after a lead-in that stands alone: the first, and those joined to it by semicolons or "That"."""
    clauses: list[Clause] = []
    taken, joined = 0, False
    for passage in stream[place:]:
        text = passage.text
        elsewhere = not taking_apart.same_box(stream[place], passage)
        if passage.block.kind == "heading" or taking_apart.is_stop(text) or label(text) or elsewhere:
            break
        if taken and not (joined or re.match(r"(?:\(?[a-z\d]{1,3}[.)]\s*)?that\b", text, re.IGNORECASE)):
            break
        clauses.extend(taking_apart.split(_decided(passage), stem))
        joined = bool(re.search(r"[;,]\s*(?:and|or)?,?\s*$", text))
        taken += 1
    return clauses, taken


# "The Panel agreed to object. The Chair will write to the Board.": what somebody does of it is another sentence
_SOMEBODY_WILL = re.compile(
    r"(?:The\s+)?(?!(?:[A-Z][\w’'-]*\s+){0,6}(?:Committee|Panel|Board|Cabinet|Council|Commission|Group|Forum|Members)\b)"
    r"[A-Z][\w.’'-]*(?:\s+(?:(?:of|for|and)\s+)?[A-Z][\w.’'-]*){0,6}\s+(?:will|undertook\s+to|offered\s+to)\s"
)


def _decided(passage: Passage) -> Words:
    """The words of a paragraph up to where a sentence says what somebody does about the decision."""
    later = sentences_of(passage)[1:]
    end = next((words.start for words in later if _SOMEBODY_WILL.match(words.text)), len(passage.text))
    return Words(passage, 0, end).trimmed()


def did(stream: Sequence[Passage], place: int) -> list[Clause]:
    """What stands under "The Committee:", where each entry begins with what it did ("noted …", "requested that …")."""
    entries = taking_apart.listed(stream, place)
    if entries:
        first = [entry for entry in entries if entry[0] == 0]
        return taking_apart.from_list(first, "") if all(_DECIDING.match(one.text) for _, one in first) else []
    found: list[Clause] = []
    for at, passage in enumerate(stream[place:], start=place):
        if label(passage.text) and taking_apart.listed(stream, at + 1):
            break  # "RESOLVED, subject to these comments:" over its own list
        if passage.is_entry or not _DECIDING.match(passage.text) or not taking_apart.same_box(stream[place], passage):
            break
        found.append(Clause(taking_apart.trim(Words(passage, 0, len(passage.text)))))
    return found
