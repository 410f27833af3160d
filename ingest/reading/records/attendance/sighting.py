"""A person seen in the paper: once in the attendance block, perhaps again under an item."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.reading.language.names import Name
from ingest.reading.language.posts import Kind
from ingest.reading.model import Block, Status

SEATED: frozenset[Kind] = frozenset({"member", "substitute", "vice_chair"})  # whoever sits on the body that met


@dataclass(frozen=True, slots=True)
class Group:
    """What a label of the attendance block says of the people under it.

    ``default`` is their role where nothing beside the name tells it, ``elected`` that of councillors there.
    ``position`` is a label that is a post itself ("Clerk:"). ``remote`` labels tell how people attended and leave the
    role to the group before. ``mixed`` labels name officers and others in one ("Officers and partners").
    ``roster``: a label under which papers list those who were expected too ("Attendees", "Invited").
    ``seats``: everybody under the label sits on the body that met, whoever sent them ("Appointed by the parishes").
    """

    role: Kind | None = None
    status: Status = "present"
    default: Kind | None = None
    position: str | None = None
    remote: bool = False
    ignored: bool = False
    elected: Kind = "guest"
    mixed: bool = False
    seats: bool = False
    roster: bool = False


@dataclass(frozen=True, slots=True)
class Sighting:
    """One printed name with what stands beside it.

    ``block.text[start:end]`` are the words it was read from. ``role`` comes from the words beside the name (``own``)
    or from its group. ``creates`` is false where the words alone do not show that the person attended. ``marks`` are
    the signs beside the name that a legend explains. ``unsure``: nothing tells an officer of the council from others.
    ``assumed``: a member because no word tells otherwise. ``civic``: printed as a councillor, alone or with others.
    ``unknown`` is a code of a register that nothing explains. ``under`` is the role of the label over the name.
    """

    name: Name
    block: Block
    start: int
    end: int
    role: Kind | None = None
    own: bool = False
    status: Status | None = "present"
    position: str | None = None
    replaces: Name | None = None
    initials: str | None = None
    note: str | None = None
    item: int | None = None
    creates: bool = True
    roll: bool = False
    forms: tuple[str, ...] = field(default=())
    marks: str = ""
    unsure: bool = False
    assumed: bool = False
    civic: bool = False
    roster: bool = False
    unknown: str = ""
    under: Kind | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """Where a sentence stands; ``elected`` is the role of councillors who are said to have come."""

    block: Block
    item: int | None
    group: Group | None
    front: bool
    elected: Kind
