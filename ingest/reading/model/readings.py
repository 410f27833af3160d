"""A whole reading: all records of one document, or why it cannot be read, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ingest.reading.model.pages import Line
from ingest.reading.model.records import (
    ActionRead,
    AgendaItemRead,
    AttendeeRead,
    IndicatorRead,
    InterestRead,
    MeetingRead,
    ResolutionRead,
)
from ingest.reading.model.said import Problem


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page's words for search and for looking at; for a Word or text file the paragraphs, ``number`` None.

    ``lines`` are those of a page that is a picture: nobody else can find where its words stand. ``numbers`` says of
    each paragraph of a Word or text file which one of the file it is, as quotes count them; None where it is not known.
    """

    number: int | None
    paragraphs: tuple[str, ...]
    width: float | None = None
    height: float | None = None
    lines: tuple[Line, ...] = ()
    numbers: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesRead:
    """All that was read in one document."""

    meeting: MeetingRead
    attendees: tuple[AttendeeRead, ...] = ()
    items: tuple[AgendaItemRead, ...] = ()
    resolutions: tuple[ResolutionRead, ...] = ()
    actions: tuple[ActionRead, ...] = ()
    interests: tuple[InterestRead, ...] = ()
    indicators: tuple[IndicatorRead, ...] = ()
    pages: tuple[PageRead, ...] = ()
    problems: tuple[Problem, ...] = ()
    media_type: str = ""
    scanned: bool = False


class Unreadable(Exception):
    """A document that cannot be read. ``sentence`` tells an officer why and what to do; ``code`` names the reason."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class Progress(Protocol):
    """Is told how a reading comes on: pages done, pages in all, and how many of them are read from pictures.

    ``scanned`` is given, by its name, for papers that have such pages alone: they take a hundred times as long.
    """

    def __call__(self, done: int, total: int, *, scanned: int = 0) -> None: ...
