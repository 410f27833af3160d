"""The chain: a file, its blocks, the paper, and the records in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from ingest.reading.checks import checked
from ingest.reading.language.welsh import in_english
from ingest.reading.layout.blocks import of_pages
from ingest.reading.layout.sections import paper as paper_of
from ingest.reading.layout.turned import as_shown, shown_lines, shown_size
from ingest.reading.model import AgendaItemRead, Block, MinutesRead, PageRead, Paper, Problem, Progress, Section
from ingest.reading.records.actions import actions
from ingest.reading.records.attendance import attendees
from ingest.reading.records.indicators import indicators
from ingest.reading.records.interests import interests
from ingest.reading.records.meeting import meeting as meeting_of
from ingest.reading.records.meeting_top import lined
from ingest.reading.records.resolutions import resolutions
from ingest.reading.sources import docx, kinds, pdf, text


class Source(NamedTuple):
    """What a file gives: blocks in reading order, what runs at the edge of pages, and the pages as printed."""

    blocks: tuple[Block, ...]
    running: tuple[Block, ...]
    pages: tuple[PageRead, ...]
    scanned: bool = False
    problems: tuple[Problem, ...] = ()


def read(path: str | Path, progress: Progress | None = None) -> MinutesRead:
    """All that stands in a document: meeting, attendees, items, resolutions, actions, interests, indicators.

    ``progress`` is called with the pages that are done and the number of pages. Raises Unreadable, with a
    sentence for an officer, where the document cannot be read.
    """
    media_type = kinds.kind_of(path)
    source = _SOURCES[media_type](Path(path), progress or _silent)
    found = records(paper_of(source.blocks, source.running))
    return checked(
        replace(
            found,
            pages=source.pages,
            problems=(*source.problems, *found.problems),
            media_type=media_type,
            scanned=source.scanned,
        )
    )


def records(paper: Paper) -> MinutesRead:
    """The records of a paper; each room gets what the rooms before it have found.

    The rooms read English: what stands in Welsh beside it is taken out before, and kept in the words of the items.
    """
    items = tuple(_item(section) for section in paper.sections)
    paper = in_english(paper)
    meeting = meeting_of(paper)
    people = attendees(paper, meeting)
    resolved = resolutions(paper, meeting)
    return MinutesRead(
        meeting=meeting,
        attendees=people,
        items=items,
        resolutions=resolved,
        actions=actions(paper, meeting, people, resolved),
        interests=interests(paper, people),
        indicators=indicators(paper),
        problems=paper.problems,
    )


def _silent(done: int, total: int, *, scanned: int = 0) -> None:
    """Nobody is watching."""


# --- sources ----------------------------------------------------------------------------------------------------


def _pdf(path: Path, progress: Progress) -> Source:
    pages = pdf.pages(path, progress)
    blocks, running = (as_shown(found, pages) for found in of_pages(pages))
    by_page = _by_page(blocks)
    printed = tuple(
        PageRead(
            page.number,
            tuple(by_page.get(page.number, ())),
            *shown_size(page),
            shown_lines(page) if page.scanned else (),
        )
        for page in pages
    )
    problems = tuple(problem for page in pages for problem in page.problems)
    return Source(blocks, running, printed, any(page.scanned for page in pages), problems)


def _word(path: Path, progress: Progress) -> Source:
    flow = docx.flow(path)
    progress(1, 1)
    return Source(flow.blocks, flow.running, (_one_page(flow.blocks),))


def _text(path: Path, progress: Progress) -> Source:
    blocks = text.blocks(path)
    progress(1, 1)
    return Source(blocks, (), (_one_page(blocks),))


_SOURCES: dict[str, Callable[[Path, Progress], Source]] = {kinds.PDF: _pdf, kinds.WORD: _word, kinds.TEXT: _text}


def _one_page(blocks: Sequence[Block]) -> PageRead:
    numbers = tuple(next((piece.paragraph for piece in block.all_pieces()), None) for block in blocks)
    return PageRead(None, tuple(_words(block) for block in blocks), numbers=numbers)


def _by_page(blocks: Iterable[Block]) -> dict[int, list[str]]:
    """The words on each page; those of a block that goes on over a page are shared out."""
    found: dict[int, list[str]] = {}
    for block in blocks:
        for page, words in _shares(block):
            found.setdefault(page, []).append(words)
    return found


def _shares(block: Block) -> Iterator[tuple[int, str]]:
    pages = {piece.page for piece in block.all_pieces() if piece.page is not None}
    if len(pages) == 1:
        yield pages.pop(), _words(block)
        return
    for page in sorted(pages):
        yield page, " ".join(piece.text for piece in block.all_pieces() if piece.page == page)


# --- items ------------------------------------------------------------------------------------------------------


def _item(section: Section) -> AgendaItemRead:
    heading = lined(_verbatim(section.heading), " ")
    words = "\n\n".join(_words(block) for block in section.blocks)
    return AgendaItemRead(section.number, section.title, heading.quote(), words)


def _verbatim(heading: tuple[Block, ...]) -> tuple[Block, ...]:
    """The heading up to where a number stands between its words, since a number is no part of what is quoted."""
    cut = next((at for at, block in enumerate(heading) if at and block.marker), len(heading))
    return heading[:cut]


def _words(block: Block) -> str:
    if block.kind != "table":
        return block.marked_text
    return "\n".join("\t".join(cell.text for cell in row) for row in block.rows)
