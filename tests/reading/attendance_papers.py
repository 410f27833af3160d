"""Small invented papers for tests of attendance: front matter and items as blocks, and who was read as what."""

from ingest.reading.model import Block, Cell, MeetingRead, Paper, Piece, Section
from ingest.reading.records.attendance import attendees


def block(text, kind="paragraph", **looks):
    """A block of one or more printed lines, joined by a space as the layout does."""
    pieces, start = [], 0
    for line in text.split("\n"):
        pieces.append(Piece(line, start))
        start += len(line) + 1
    return Block(kind, text.replace("\n", " "), tuple(pieces), **looks)


def entry(text, marker):
    return block(text, "entry", marker=marker)


def head(text):
    return block(text, "heading", bold=True)


def cell(text, spans=1):
    return Cell(tuple(block(line) for line in text.split(" / ")) if text else (), spans)


def table(*rows):
    cells = [tuple(part if isinstance(part, Cell) else cell(part) for part in row) for row in rows]
    return Block("table", "", rows=tuple(cells))


def sections(items):
    for number, (title, *parts) in enumerate(items, 1):
        blocks = tuple(block(part) if isinstance(part, str) else part for part in parts)
        yield Section(str(number), title, (head(title),), blocks)


def people(*front, items=(), date=None, council=None):
    paper = Paper(
        "minutes",
        tuple(block(part) if isinstance(part, str) else part for part in front),
        tuple(sections(items)),
    )
    return attendees(paper, MeetingRead(date=date, council=council))


def told(found):
    """Roles, and who was away, as lines: "chair: A Marrow, B Oakes"."""
    groups = {}
    for person in found:
        kind = person.role if person.status == "present" else person.status
        groups.setdefault(kind, []).append(person.name)
    return groups


def by_name(*front, items=(), committee=None, kind="minutes"):
    """The same people, each by the name under which they were read."""
    paper = Paper(kind, tuple(block(part) if isinstance(part, str) else part for part in front), tuple(sections(items)))
    return {person.name: person for person in attendees(paper, MeetingRead(committee=committee))}


def standing(found):
    """Each one's role and whether they came, by name."""
    return {name: (person.role, person.status) for name, person in found.items()}
