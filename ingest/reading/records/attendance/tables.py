"""Attendance in tables: labels beside lists, columns of names, a header with names, roles, bodies and presence."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace

from ingest.reading.language import bodies, posts
from ingest.reading.model import Block, Cell
from ingest.reading.records.attendance import codes, labels, legends, lists
from ingest.reading.records.attendance.beside import sightings
from ingest.reading.records.attendance.beside_words import ASIDE, REPLACES
from ingest.reading.records.attendance.legends import Legend
from ingest.reading.records.attendance.listed import Listed
from ingest.reading.records.attendance.sighting import Group, Sighting
from ingest.reading.records.attendance.tables_told import Told

# What the columns of a table with a header hold; beside each a header as printed.
_COLUMNS = (
    ("initials", r"initials"),
    # "Present / Apologies", "Attendance", "Status"; not "Attendee", "Did not attend"
    ("status", r"present\b.*apolog|^(?!.*\bnot\b|.*\bnon\b).*\battend(?!ees?\b)|status|apolog\w*\s*/"),
    ("apologies", r"^apolog"),  # a column of ticks
    ("absent", r"^absen|^(?:did\s+)?not\s+(?:attend|present|in\s+attendance)|^non[\s-]?attend"),
    (
        "status",
        r"^(?:was\s+)?(?:present|there|attended|in attendance)\s*\?|^(?:present|attended)\s*\(?(?:y|yes)\s*/\s*no?\b",
    ),
    ("present", r"^present$"),
    ("for", r"^(?:substitut\w*|deput\w+|reserve)\s+for\b|^in\s+place\s+of\b|^replac(?:es|ing)\b"),  # whom one came for
    ("substitute", r"substitut|deputy for|replac"),  # "Substitute", "Substituting for"
    (
        "body",
        r"organi[sz]ation|representing|authority|council\b|body|company|agency|party|ward|division|^group$",
    ),
    (
        "role",
        r"role|position|title|post|designation|capacity|job|^(?:category|type|constituency)(?:\s+of\s+governor)?$",
    ),
    ("name", r"name|member|councillor|attendee|officer|who|^governors?$|^trustees?$"),
)
# Whom a governor or trustee sits for: "Foundation", "Parent governor", "LA", "Staff (elected)", "Co-opted governor"
_SEAT = re.compile(
    r"(?:co-?\s?opted|foundation|parent|staff|teacher|local\s+authority|l\.?a\.?|authority|community|partnership|associate|"
    r"appointed|elected|trust|diocesan|ex[\s-]officio)(?:\s+(?:staff|parent|foundation))?(?:\s+(?:governor|trustee|member))?"
    r"\s*(?:\((?P<why>[^()]*)\))?",
    re.IGNORECASE,
)
# A column of those whom each sits for, in a register of a forum; and who sits there for nobody
_SITS_FOR = re.compile(r"represent(?:ing|s|ation|ed)|sector|representative\s+(?:of|for)", re.IGNORECASE)
_FOR_NOBODY = re.compile(
    r"\b(?:officers?|councils?|local\s+authority|l\.?a\.?|clerk|observers?|advis[eo]rs?)\b", re.IGNORECASE
)
_GOVERNING = re.compile(r"\bgovernors?\b|\bfoundation\b|\bparent\b", re.IGNORECASE)


def is_roll(block: Block) -> dict[int, str] | None:
    """What the columns of a table of attendance hold, by place; None where its first row is no such header."""
    if not block.rows or len(block.rows) < 2:
        return None
    columns: dict[int, str] = {}
    for place, cell in enumerate(block.rows[0]):
        kind = next((kind for kind, word in _COLUMNS if re.search(word, cell.text, re.IGNORECASE)), None)
        if kind and kind not in columns.values() and len(cell.text.split()) <= 7:
            columns[place] = kind
    if "name" not in columns.values() or len(columns) < 2 or any(block.rows[0][at].spans > 1 for at in columns):
        return None  # "Attendees" over two columns is a group's label
    place = next(place for place, kind in columns.items() if kind == "name")
    states = [at for at, kind in columns.items() if kind in {"status", "apologies", "absent", "present"}]
    if lists.people(block.rows[0][place].text):
        return None  # somebody's row: "Councillor A Marrow | Garth Borough Council"
    if any(at < len(row) and lists.people(row[at].text) for row in block.rows[1:] for at in states):
        return None  # "Members present | In attendance": two lists of people side by side
    named = [row for row in block.rows[1:] if place < len(row) and lists.people(row[place].text)]
    return columns if len(named) * 2 >= len(block.rows) - 1 else None


def tells_presence(block: Block) -> bool:
    """Whether a table is a register of those who came and those who did not."""
    columns = is_roll(block)
    return columns is not None and bool({"status", "present", "apologies", "absent"} & set(columns.values()))


def roll(block: Block, columns: dict[int, str], group: Group, legend: Legend | None = None) -> Iterator[Sighting]:
    """The people of a table with a header, one a row; ``legend`` explains the codes of a column of presence."""
    state = Told.of(block, columns, legend or {})
    base = replace(group, role=None, default="member") if "role" in columns.values() and not group.seats else group
    header = next(block.rows[0][place].text for place, kind in columns.items() if kind == "name")
    if "role" not in columns.values() and base.role in {None, "member"} and are_members(header):
        base = replace(base, role="member", seats=True)
    seats = _of_governors(block, columns)
    sits_for = base.seats or (_sit_for(block, columns) and base.role in {None, "member"} and not base.mixed)
    for row in block.rows[1:]:
        cells = _cells(row, columns, block.rows[0])
        if under := _label_row(row) or _label_beside(row, block.rows[0], columns):
            base, sits_for = under, sits_for and under.role == "member"
        sits = sits_for and ("body" in cells or base.seats) and not _sits_for_nobody(cells)
        here = replace(base, role="member", seats=True) if sits else replace(base, seats=False)
        seen = list(_row(cells, here, state.said(cells, row), seats=seats))
        if sits_for and not sits:
            seen = [replace(one, unsure=not ((one.own and not base.seats) or one.civic)) for one in seen]
        yield from seen
        if len(seen) == 1 and seen[0].status != "present" and "substitute" in cells:
            yield from _substitute(cells["substitute"], seen[0], base)


# Over the names of those who sit on a body of several, whoever sent them
_MEMBERS = re.compile(r"(?:board|forum|partnership)\s+members?", re.IGNORECASE)


def are_members(header: str) -> bool:
    """Whether a column's header says that all below it sit on the body that met."""
    return bool(_MEMBERS.fullmatch(header.strip()))


def _sits_for_nobody(cells: dict[str, Cell]) -> bool:
    """Whether the cells beside a name tell of an officer, of the council or of an observer."""
    return any(_FOR_NOBODY.search(cells[kind].text) for kind in ("body", "role") if kind in cells)


def _cells(row: tuple[Cell, ...], columns: dict[int, str], header: tuple[Cell, ...]) -> dict[str, Cell]:
    """The cells of a row by what they hold; where some ran together, each by the header that it begins under."""
    lefts = [_left(cell) for cell in header]
    if len(row) >= len(header) or any(left is None for left in lefts):
        return {kind: row[place] for place, kind in columns.items() if place < len(row)}
    found: dict[str, Cell] = {}
    for cell in row:
        left = _left(cell)
        under = [
            place for place, over in enumerate(lefts) if left is not None and over is not None and over <= left + _STEP
        ]
        if under and under[-1] in columns:
            found[columns[under[-1]]] = cell
    return found


_STEP = 6.0  # points by which a cell may begin before its header


def _left(cell: Cell) -> float | None:
    first = next((piece for block in cell.blocks for piece in block.pieces if piece.box), None)
    return first.box.left if first and first.box else None


def _substitute(cell: Cell, away: Sighting, group: Group) -> Iterator[Sighting]:
    """Who came in the place of somebody away, named in a column "Substitute" on their row."""
    for block in cell.blocks:
        found = lists.people(block.text)
        if len(found) == 1 and not found[0].brackets:
            for seen in sightings(found[0], block, group, roll=True):
                yield replace(seen, role="substitute", own=True, status="present", replaces=away.name)


def _label_row(row: tuple[Cell, ...]) -> Group | None:
    """What a label in a row of its own says of the rows below it: "Also attending", "Officers"."""
    filled = [cell.text.strip() for cell in row if cell.text.strip()]
    if len(filled) != 1 or not row[0].text.strip() or not is_label(filled[0]):
        return None
    found = labels.group(filled[0])
    return None if found is None or found.ignored else found


def _label_beside(row: tuple[Cell, ...], header: tuple[Cell, ...], columns: dict[int, str]) -> Group | None:
    """What a label says in a first column without a header, of its row and those below: "Officers | Ann Moss | …"."""
    if 0 in columns or header[0].text.strip() or len(row) < len(header) or not is_label(row[0].text.strip()):
        return None
    found = labels.group(row[0].text.strip())
    return None if found is None or found.ignored else found


def _of_governors(block: Block, columns: dict[int, str]) -> bool:
    """Whether the column of roles tells whom each governor sits for, which makes a member of everybody in it."""
    place = next((place for place, kind in columns.items() if kind == "role"), None)
    if place is None:
        return False
    said = [row[place].text.strip() for row in block.rows[1:] if place < len(row)]
    seats = [text for text in said if _SEAT.fullmatch(text)]
    return len(seats) >= _SEATS and any(_GOVERNING.search(text) for text in seats)


_SEATS = 3  # rows


def _sit_for(block: Block, columns: dict[int, str]) -> bool:
    """Whether a register of those who came and those who did not tells whom each sits for, and no posts apart."""
    kinds = set(columns.values())
    over = next((block.rows[0][place].text.strip() for place, kind in columns.items() if kind == "body"), "")
    return bool(kinds & {"status", "present"}) and "role" not in kinds and bool(_SITS_FOR.fullmatch(over))


def _row(cells: dict[str, Cell], group: Group, said: codes.Said | None, *, seats: bool = False) -> Iterator[Sighting]:
    for block in cells["name"].blocks if "name" in cells else ():
        for listed in lists.people(block.text):
            role, body, status = (
                cells[kind].text.strip() if kind in cells else "" for kind in ("role", "body", "status")
            )
            if seats and (seat := _SEAT.fullmatch(role)):
                role = seat["why"] if posts.kind_of(seat["why"] or "") in {"chair", "vice_chair"} else "member"
            _add(listed, role, body)
            for text in (status, cells["substitute"].text.strip() if "substitute" in cells else ""):
                if REPLACES.match(text):
                    listed.brackets.append(text)
            if "for" in cells and lists.people(cells["for"].text):
                listed.brackets.append(f"substitute for {cells['for'].text.strip()}")
            initials = cells["initials"].text.strip() if "initials" in cells else ""
            listed.brackets += said.brackets() if said else []
            for seen in sightings(listed, block, replace(group, status=said.status) if said else group, roll=True):
                note = seen.note if said and said.substitute else _note(status) or seen.note
                seen = replace(seen, initials=initials or seen.initials, note=note)
                told = group.role == "guest" and not group.mixed
                if role and not (listed.brackets or told) and not (seen.own or seen.name.civic or posts.kind_of(role)):
                    seen = replace(seen, unsure=True)  # a post that may be a member's, an officer's or a guest's
                yield said.of(seen) if said else seen


def _add(listed: Listed, role: str, body: str) -> None:
    """A row's role and body read as if they stood behind the name."""
    if REPLACES.match(role):
        listed.brackets.append(role)  # "Reserve, for Cllr Ann Marrow"
        return
    inner = re.search(r"\((.+)\)\s*$", role)
    if inner and posts.kind_of(inner[1]) in {"chair", "vice_chair"}:
        listed.brackets.append(inner[1])
        role = role[: inner.start()].strip()
    elif inner and ASIDE.fullmatch(inner[1].strip()):
        role = role[: inner.start()].strip()  # "Norham Foodbank (invited speaker)"
    outside = bodies.is_of_others(body)
    if not role and posts.kind_of(body) == "co_opted":
        listed.brackets.append("co-opted")  # "Independent Member" in the column of councils
        return
    if role:
        kind = posts.kind_of(role.split(",")[0])
        if kind in {"member", "chair", "vice_chair", "co_opted", "substitute"} or re.match(
            r"councillor\b", role, re.IGNORECASE
        ):
            listed.brackets.append(
                "member" if kind in {None, "member"} else kind.replace("_", "-").replace("vice-chair", "Vice-Chair")
            )
            return
    listed.position = ", ".join(part for part in (role, body if outside else "") if part) or listed.position


def _note(text: str) -> str | None:
    inner = re.search(r"\(([^)]+)\)", text)
    return inner[1].strip() if inner else None


def has_labels_above(block: Block) -> bool:
    """Whether columns have their labels on top: "Present:" and "Members of the public:", names below each."""
    if len(block.rows) < 2:
        return False
    first = [cell.text.strip() for cell in block.rows[0]]
    if not first or not is_label(first[0]):
        return False
    below = [row[0] for row in block.rows[1:] if row and row[0].text.strip()]
    return bool(below) and all(not is_label(cell.text.strip()) and _has_people(cell) for cell in below)


def has_labels_beside(block: Block, marks: Container[str] = ()) -> bool:
    """Whether the first column has labels ("Present:", "Officers", the councils of a joint committee), not people.

    ``marks`` are signs that a legend explains, which are no labels.
    """
    firsts = [row[0] for row in block.rows if len(row) > 1 and row[0].text.strip() and not _is_mark(row[0], marks)]
    others = any(cell.text.strip() for row in block.rows for cell in row[1:])
    nobody = [row[0] for row in block.rows if row and row[0] in firsts and _labels_others(row)]
    return (
        bool(firsts)
        and others
        and (any(is_label(cell.text.strip()) for cell in firsts) or len(nobody) * 3 >= len(firsts))
    )


def _is_mark(cell: Cell, marks: Container[str]) -> bool:
    """Whether a cell holds a mark, or explains one: "*Present" below the names is no label."""
    return cell.text.strip() in marks or bool(legends.read(cell.text))


def _labels_others(row: tuple[Cell, ...]) -> bool:
    """Whether the first cell of a row holds nobody and those behind it do, unlike a header ("LABOUR | GREEN")."""
    return not _has_people(row[0]) and any(_has_people(cell) for cell in row[1:])


def _has_people(cell: Cell) -> bool:
    return any(lists.people(block.text) for block in cell.blocks)


def is_label(text: str) -> bool:
    """Whether a cell is a label of an attendance block and holds no person."""
    known = labels.group(text)
    if known is not None and known.ignored:
        return True
    listed = lists.people(text)
    return not listed and (known is not None or text.endswith(":"))
