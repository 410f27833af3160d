"""What stands in a paper's flow: a block, or a row of a table that sets items out."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.reading.model import Block


@dataclass
class Node:
    """A block in the flow, or a row of side headings.

    ``title`` is what stands beside the marker: the words of the block, or of the row's heading cell. ``block`` is
    None for a row; then ``heading`` has the blocks of its heading cell and ``body`` those of the rest.
    """

    block: Block | None
    marker: str = ""
    title: str = ""
    heading: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    named: bool = False  # the marker is that of "(Item 4)", which gives way to any other numbering
    row: bool = False
    more: bool = False  # a row without a number, which goes on with the one above
    table: Block | None = None  # the table that the row stands in
    skip: int = 0  # where the title begins in the block's text, after a number that is part of it

    @property
    def words(self) -> Block | None:
        """The block from its title on; None for a row and where the title is not the rest of the block."""
        if self.block is None or self.title != self.block.text[self.skip :]:
            return None
        return self.block.part(self.skip) if self.skip else self.block

    @property
    def look(self) -> Block | None:
        """The block that shows how the heading is set."""
        return self.heading[0] if self.heading else self.block
