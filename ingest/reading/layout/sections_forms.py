"""Lines that may be headings without numbers: set in bold, alone in plain text, with a colon, or before their text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.reading.layout.sections_node import Node
from ingest.reading.layout.sections_titles import USUAL, heading_end, is_upper
from ingest.reading.model import Block

ALONE, COLON, RUN_IN = "", ":", "in"
"""How a heading stands: in a line of its own, so with a colon at its end, or in one paragraph with its text."""

Look = tuple[str, bool, bool, bool, int, str]

_CAPITAL = re.compile(r"(?:e-|i)?[A-Z]")  # "e-Bikes"
_SHORT, _PROSE = 9, 15  # words of a line that is a heading, and of the paragraph right under it
_LABEL = 9  # words before a colon
# "Mrs A Brown - £20" · "Cllr Green proposed acceptance" · "Sir John Gray"; the Lord Mayor's announcements are business
_PERSON = re.compile(
    r"(?:Cllrs?|Councillor|Cr|Mrs?|Ms|Miss|Mx|Dr|Sir|Dame|Lady|Lord(?! (?:Mayor|Lieutenant|Provost))|Baroness|Prof|"
    r"Professor|Rev|Revd|PCS?O?|Sgt|Sergeant|Inspector)\b\.?\s+[A-Z]"
)
# Words of a sentence, or of a label inside an item: "The following were noted:", "Proposed by:", "Votes for:"
_SAID = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|that|follow\w*|resolved|noted|asked|agreed|reported|raised that|said|"
    r"proposed|seconded|considered|include[sd]?|including|requested|recommend\w*|votes?|signed|actions?)\b|"
    r"^(?:dates?|times?|venue|place|location|decisions?|reasons?.*|notes?|questions?.*|answers?|responses?|reply|replies|"
    r"e-?mail|tel(?:ephone)?|phone|from|to|for|against|abstain(?:ed|ing)?|abstentions?|background|conclusions?|options?|"
    r"comments?|points?|outcomes?):$",
    re.I,
)


def plain(nodes: Sequence[Node]) -> bool:
    """Has this text neither bold type nor headings, so that nothing but where a line stands tells what it is?"""
    return not any(node.block and (node.block.bold or node.block.kind == "heading") for node in nodes)


def look(block: Block, form: str) -> Look:
    """How a heading is set; those of one level are set alike."""
    style = block.style if re.match(r"heading \d", block.style, re.I) else ""
    words = block.text if form != RUN_IN else block.text[: heading_end(block)]
    return style, block.bold, block.underlined and not block.bold, is_upper(words), round(block.size), form


def form(nodes: Sequence[Node], index: int, *, bare: bool) -> str | None:
    """How the node may stand as a heading; None where it is none. ``bare`` says that the text is plain."""
    block = nodes[index].block
    if not block or block.kind == "table" or (block.marker and not block.bold):
        return None
    if bare and _PERSON.match(block.text):
        return None
    if len(block.text) <= 150 and not block.text.rstrip().endswith((".", ";", ",", ":")):
        return ALONE if _set_apart(block) or (bare and _alone(nodes, index)) else None
    if is_label(block.text) and (_set_apart(block) or (bare and _apart(nodes, index, even_close=True))):
        return COLON
    return RUN_IN if bare and _runs_in(block) else None


def _set_apart(block: Block) -> bool:
    return block.kind == "heading" or block.bold or block.underlined


def is_label(text: str) -> bool:
    """Are these a few words with a colon behind them, and no sentence that leads in a list?"""
    words = text.rstrip()
    return (
        words.endswith(":")
        and len(words.split()) <= _LABEL
        and bool(_CAPITAL.match(words))
        and not _SAID.search(words)
        and ":" not in words[:-1]
    )


_RUN_IN = re.compile(r"[A-Z][^.:;]{2,70}?\s?:\s")


def _runs_in(block: Block) -> bool:
    """ "Highways: The Clerk had written again." in one paragraph."""
    label = _RUN_IN.match(block.text)
    if block.marker or not label or not is_label(label.group()):
        return False
    return heading_end(block) == label.end() or bool(USUAL.search(label.group()))


def _alone(nodes: Sequence[Node], index: int) -> bool:
    """In plain text a heading is a short line between blank ones that begins with a capital and does not end."""
    block = nodes[index].block
    if not block or len(block.text.split()) > 14 or block.marker or not _apart(nodes, index):
        return False
    return bool(_CAPITAL.match(block.text)) and not re.search(r"\d{4}$|[a-z]\.[a-z]|:\s(?:\S+\s+){3}", block.text)


def _apart(nodes: Sequence[Node], index: int, *, even_close: bool = False) -> bool:
    block = nodes[index].block
    follower = nodes[index + 1].block if index + 1 < len(nodes) else None
    if not block or not follower:
        return False
    if block.gap > 0:
        return follower.gap > 0 or even_close or _over_text(block, follower)
    return _over_prose(nodes, block, follower)


def _over_text(block: Block, follower: Block) -> bool:
    """Where a blank line stands above a heading and none below it, it is a few words right over a sentence."""
    if len(block.text.split()) > _SHORT or not re.fullmatch(r"[^.:;,£]+", block.text.strip()):
        return False
    return len(follower.text.split()) >= 3 and follower.text.rstrip().endswith((".", ":"))


def _over_prose(nodes: Sequence[Node], block: Block, follower: Block) -> bool:
    """Where no blank lines part anything, a heading is a few words right over a long paragraph of whole sentences."""
    if len(block.text.split()) > _SHORT or len(follower.text.split()) < _PROSE:
        return False
    gaps = [node.block.gap for node in nodes if node.block]
    close = sum(gap == 0 for gap in gaps) * 10 >= len(gaps) * 8
    return close and bool(re.search(r"\.(?:\s|$)", follower.text)) and not re.search(r"\bto [a-z]|:\s", block.text)


def listed(nodes: Sequence[Node], group: Sequence[int]) -> set[int]:
    """Lines that stand one right under another, three and more: a list of payments or of letters, and no headings.

    The first may be the heading over them, and a bare title between payments is that of the next list; the last may
    be the next heading, where prose follows it.
    """
    found: set[int] = set()
    run: list[int] = []
    for at in (*group, -1):
        if run and at == run[-1] + 1:
            run.append(at)
            continue
        if len(run) >= 3:
            lines = run[not _led_in(nodes, run[0]) : len(run) - _over_sentence(nodes, run[-1])]
            found.update(line for line in lines if not _over_list(nodes, line))
        run = [at]
    return found


def _over_list(nodes: Sequence[Node], at: int) -> bool:
    return is_title(nodes[at].title) and at + 1 < len(nodes) and bool(_PAYMENT.search(nodes[at + 1].title))


_PAYMENT = re.compile(r"\s[–—-]\s|[£\d]")
_TITLE = re.compile(r"[A-Z][\w’'&/]*(?:\s[\w’'&/]+){0,5}")


def is_title(text: str) -> bool:
    """Are these a few words and nothing else: no figures, dashes or stops?"""
    return bool(_TITLE.fullmatch(text.strip()))


def _over_sentence(nodes: Sequence[Node], at: int) -> bool:
    below = nodes[at + 1].block if at + 1 < len(nodes) else None
    told = below is not None and len(below.text.split()) >= 3 and below.text.rstrip().endswith((".", ":"))
    return told and not _PAYMENT.search(nodes[at].title)


def _led_in(nodes: Sequence[Node], at: int) -> bool:
    """Does a list begin here: "The following were cleared:"?"""
    above = nodes[at - 1].block if at else None
    return above is not None and above.text.rstrip().endswith(":") and not is_label(above.text)
