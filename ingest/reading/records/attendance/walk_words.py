"""Parts of an attendance block's text: what stands between labels, what is a name, where a list begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.reading.language import bodies, names, posts
from ingest.reading.language.names_words import TITLE
from ingest.reading.model import Block, Cell
from ingest.reading.records.attendance import departments, labels, lists, lists_ends, said_words, sublabels, unknown
from ingest.reading.records.attendance.sighting import Group

_COUNCIL = re.compile(
    r"(?:the\s+)?(?:london borough of\s+\S+(?:\s\S+){0,3}"
    r"|(?-i:[A-Z])[\w’'-]*(?:\s+(?:and|of|upon|on|the|&|(?-i:[A-Z])[\w’'-]*)){0,6}"
    r"\s+(?:council|(?-i:(?:D|B|T|M|MB|RB|CB|LB)C))|(?-i:[A-Z])[\w’'-]+\s+CC)",
    re.IGNORECASE,
)


CHAIRS = re.compile(r"(?:\bin the chair|\(chair\w*\))[.,]?$", re.IGNORECASE)  # "Councillor T Oakes in the Chair"
_CHAIR_BESIDE = re.compile(r"[(–-]\s*(?:in\s+the\s+)?(?:chair(?:man|woman|person)?|convenor|convener)\b", re.IGNORECASE)
OPEN = re.compile(r"\s*\([^()]*\)[,;]\s*")  # what a list goes on with from the page before: "(Head of Roads), Ann Moss"
# "Councillor B Oakes in the Chair." as a line of its own
IN_CHAIR = re.compile(
    r"(?P<who>[^,;:]{3,60}?)\s*(?:,\s*(?:the\s+)?(?:vice[- ]|deputy\s+|depute\s+)?(?:conven[eo]r|chair\w*|provost)\s*)?"
    r"(?:[-–,]\s*)?(?:(?:was\s+|presiding\s+)?in\s+the\s+chair|presiding|chairing)\.?",
    re.IGNORECASE,
)
# "Councillor B Oakes in the Chair. Councillors C Pike, D Quill": the chair, and behind a stop everybody else
CHAIR_AND_OTHERS = re.compile(
    r"(?P<who>(?:(?:County|City|Borough|Town)\s+)?(?:Councillor|Cllr|Alderman)\b[^,;:()]{3,60}?)\s*[-–,(]?\s*in\s+the\s+chair\)?"
    r"\s*[.;:]?\s+(?=(?:(?:County|City|Borough|Town)\s+)?(?:Councillors|Cllrs|Aldermen)\b)",
    re.IGNORECASE,
)
SENTENCE = re.compile(
    r"\b(?:(?:received|accepted) from"
    r"|(?:was|were|been) (?:received|accepted|reported|submitted|intimated|noted|recorded|tendered|given)"
    r"|replaced|(?:substitut|deputi[sz])\w* for|alternate for|presided|stood in|attended|were (?:also )?present"
    r"|was (?:also )?present|were in attendance|was in attendance|chaired by"
    r"|under the chairmanship|had been|sent (?:their|his|her)?\s*apologies|joined the|welcomed|took the chair"
    r"|(?:reported|received|submitted|noted|accepted|announced|conveyed|read out|had) (?:an? |the |formal )?apolog\w*"
    r"|(?:in attendance|also present) (?:was|were)(?! (?:also )?present)"
    r"|(?:was|were) (?:also |then )?(?:joined|supported|accompanied|assisted|advised|serviced|clerked) by"
    r"|(?<!\w)attending\b.{0,60}\bwere|no word|heard from|not present|did not attend|in place of|left the|arrived)\b",
    re.IGNORECASE,
)


# "Committee members who sent apologies": a label, though it has a verb
_AWAY = re.compile(
    r"(?:(?:committee|panel|board|council)\s+)?(?:members|councillors|officers|those|others)\s+(?:who\s+(?:had\s+)?)?"
    r"(?:sent|gave|sending|giving|with|submitted)\s+(?:their\s+)?apologies(?:\s+for\s+(?:their\s+)?absence)?\s*:?",
    re.IGNORECASE,
)


def is_sentence(text: str) -> bool:
    """Whether the words of an attendance block, without brackets, tell who came in a sentence."""
    return bool(SENTENCE.search(text) or said_words.PROSE.search(text)) and not _AWAY.fullmatch(text.strip())


def is_council(text: str) -> bool:
    """Whether words are the name of a council and nothing else: "Norham County Council", "Exe MBC:"."""
    plain = text.strip(" :\n")
    if not _COUNCIL.fullmatch(plain) or TITLE.match(plain) or labels.is_said(plain):
        return False
    return not (plain.lower().endswith("council") and lists.people(plain))  # "Ann Marrow   Norham District Council"


def of_councillors(text: str, item: int | None) -> Group | None:
    """The list that a line without a label begins: "Councillor Ann Marrow (Chair)" over the other councillors."""
    return Group(role="member") if item is None and begins_with_councillor(text) else None


def names_council(label: str) -> bool:
    """Whether a cell before a list names a council, and no people of it: "Norham Council", not "Council officers"."""
    known = labels.group(label)
    return bodies.is_council(label) and not (known is not None and known.role == "officer" and not known.position)


def begins_with_councillor(text: str) -> bool:
    """Whether a list begins here with somebody who is printed as a councillor."""
    found = names.at(text, 0, listed=True)
    return found is not None and found.name.civic and TITLE.match(text) is not None


def segments(block: Block, over: Group | None, *, elected: bool = False) -> Iterator[tuple[int, int, str | None]]:
    """The parts of a block's text between labels: start, end, and the label before them.

    ``over`` is what the label over the block says; ``elected``: councillors are printed as such below it.
    """
    text, start, label = block.text, 0, None
    for printed, low, high in _labels(block, over, elected=elected):
        if low > start:
            yield start, low, label
        elif label is not None:
            yield start, start, label
        start, label = high, printed
    yield start, len(text), label


def runs_on(row: tuple[Cell, ...]) -> bool:
    """Whether a row is one cell, whose label and list run on in one paragraph: "Attendees: Ann Marrow; Bob Oakes"."""
    first = row[0].blocks[0] if row and row[0].blocks else None
    if first is None or any(cell.text.strip() for cell in row[1:]):
        return False
    label = next(labels.run_in(first.text), None)
    return label is not None and not label[1] and bool(first.text[label[2] :].strip())


def opens(block: Block, low: int, high: int) -> bool:
    """A list without a label, right below the title: "Mrs A Marrow (Chairman), Messrs B Oakes and C Pike"."""
    if not _CHAIR_BESIDE.search(block.text, low, high):
        return False
    listed = lists.people(block.text, low, lists_ends.people_end(block.text, low, high))
    return len(listed) > 2 and starts_with(block.text[low : listed[0].start])


def _labels(block: Block, over: Group | None, *, elected: bool) -> list[tuple[str, int, int]]:
    """Labels inside a text: those that are known anywhere, and whatever leads a printed line as a label does."""
    text = block.text
    found = list(labels.run_in(text))
    stops = [piece.start for piece in block.pieces] or [0]
    for low, high in zip(stops, [*stops[1:], len(text)], strict=True):
        if any(start <= low < end or low <= start < high for _, start, end in found):
            continue
        line = text[low:high].strip()
        if low and (line.isupper() or _ALONE.fullmatch(line)) and labels.group(line) and not names.find(line):
            found.append((line, low, low + len(line)))  # "OFFICERS IN ATTENDANCE" below a list that it runs on with
        elif led := _leading(text, low, high) or unknown.in_front(text, low, over, elected=elected):
            found.append((led[0], low, led[1]))
    taken = [(low, high) for _, low, high in found]
    found += [one for one in unknown.inside(text, over) if not any(low <= one[1] < high for low, high in taken)]
    return sorted(found, key=lambda label: label[1])


def _leading(text: str, low: int, high: int) -> tuple[str, int] | None:
    """A known label before a colon or a dash at the beginning of a line: "Cabinet Member: D Quill"."""
    if dashed := _DASHED.match(text, low, high):
        known = labels.group(dashed["label"])
        return (dashed["label"], dashed.end()) if known and not (known.ignored or known.position) else None
    label, colon, _ = text[low:high].partition(":")
    long = len(label.split()) > _LABEL
    if not (low or long) or not colon or (long and not _LONG.match(label)):
        return None
    if any(not posts.is_job(label[one.start : one.end]) for one in names.find(label)):
        return None  # not "Fire and Crime Commissioner"
    known = labels.group(label)
    return (label, low + len(label) + 1) if known and not known.ignored else None


# "INVITEES – Councillors Ann Marrow", "Apologies - Bob Oakes": a dash for the colon
_DASHED = re.compile(
    r"(?P<label>[A-Z][A-Z-]{2,}[A-Z](?:[ /][A-Z]{2,}){0,3}"
    r"|(?i:(?:(?:also|others?|members|officers|councillors)\s+)?(?:present|in\s+attendance|attending)"
    r"|apologies(?:\s+for\s+absence)?|absent|officers|observers|guests|substitutes|witnesses|co-?opted\s+members))"
    r"\s+[–—-]\s+(?=\S)"
)
_LABEL = 6  # words
# "Officers from the Office of the Police, Fire and Crime Commissioner:"
_LONG = re.compile(
    r"(?:officers|staff|representatives|members|also|others|in\s+attendance|attending)\b(?:\W+\w+){5,12}$",
    re.IGNORECASE,
)
# "Officers", "Also in attendance", "Cabinet Members": a line of its own below a list that it runs on with
_ALONE = re.compile(
    r"(?:[A-Z][\w-]*\s+(?:in\s+)?){0,3}(?:Officers|Members|Apologies|Attendance|attendance|Present|present|Guests|Observers)"
)


def is_name(text: str) -> bool:
    """Whether words are a name, and no lone word that is a label as well: "Membership"."""
    name = names.parse(text)
    if name is None or name.first or name.titles or name.civic:
        return name is not None
    if text.endswith(":") or departments.is_named(text):
        return False
    return (group := labels.group(text)) is None or group.ignored


def without_brackets(text: str) -> str:
    """The words outside brackets."""
    return re.sub(r"[(\[][^()\[\]]*[)\]]", " ", text)


# "Councillors:" right before a list; the label was read, and its plural makes names of lone surnames
_TITLE_BEFORE = re.compile(r"(?:councillors|cllrs|aldermen)\s*:\s*[-–]*\s*$", re.IGNORECASE)
_SURNAMES = re.compile(r"[A-Z][\w’'-]+(?:(?:[ \xa0]{3,}|,\s+|\s+and\s+)[A-Z][\w’'-]+){0,4}")


def behind_title(text: str, low: int) -> int:
    """Where a list begins with the plural title that stands right before it as a label."""
    title = _TITLE_BEFORE.search(text, 0, low)
    return title.start() if title else low


def behind_gap(text: str, *, partners: bool) -> int:
    """Where the names begin behind a label and a gap: "Co-opted    Mrs A Marrow"; 0 where no label stands there.

    ``partners``: the body is one of partners, whose groups are labels too.
    """
    match = _GAP_BEHIND.match(text)
    if match is None or names.find(match["label"]) or lists.people(match["label"]):
        return 0
    known = labels.group(match["label"])
    if known is None:
        return match.end() if partners and sublabels.is_of_partners(match["label"]) else 0
    return 0 if known.ignored or known.position else match.end()


_GAP_BEHIND = re.compile(r"(?P<label>[A-Z](?:[^\s:,;]| (?! )){2,60}?)(?:\t|[ \xa0]{2,})\s*(?=[A-Z])")


def are_surnames(text: str) -> bool:
    """Whether a line holds nothing but surnames, as lists of councillors set them below one another."""
    if not _SURNAMES.fullmatch(text) or labels.group(text) is not None:
        return False
    return all(names.at(word, 0, listed=True, titled=True) for word in re.split(r"[\s,]+(?:and\s+)?", text))


def are_posts(before: str) -> bool:
    """Whether only posts stand before the first name of a list: "Chief Executive; Director (Roads); and "."""
    plain = re.sub(r"\([^()]*\)", "", before).strip()
    parts = [part for part in re.split(r"[;,]\s*(?:and\b\s*)?|\s+and\s+(?=[A-Z])", plain) if part.strip(" ,;")]
    return bool(parts) and all(posts.is_job(part) and part[:1].isupper() for part in parts)


def starts_with(before: str) -> bool:
    """Whether only titles stand before the first name of a list: "County Councillors ", "Aldermen *"."""
    plain = re.sub(r"\b(?:y|messrs|the|members?|and)\b|\(s\)", "", TITLE.sub("", before), flags=re.IGNORECASE)
    return len(plain.strip(" :.,-–*†‡§#+~✓✔√/")) < 3
