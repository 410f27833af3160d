"""Lines to the text of a block: joined with spaces, words that a line's end broke mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.reading.layout import strips
from ingest.reading.model import Line, Piece, Span

_BROKEN = re.compile(r"([^\W\d_]+)[-\xad]$")
_FIRST = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# Words that keep their hyphen: "re-\noffending", "non-\npecuniary".
_PREFIXES = frozenset(
    re.findall(
        r"\w+",
        """
    all anti by co counter cross ex extra full half high inter intra long low mid micro mini mother multi new non off
    on one over part post pre pro quasi re self semi short sub two three four under up vice well year
""",
    )
)


class Vocabulary:
    """The words of a paper, to tell a broken word from one that has a hyphen of its own."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._words: Counter[str] = Counter()
        self._breaks = self._lines = 0
        for line in lines:
            text = line.text
            self._lines += 1
            self._breaks += bool(_BROKEN.search(text))
            self._words.update(word.lower() for word in _WORD.findall(text))

    def broken(self, end: str, start: str) -> bool:
        """Whether the hyphen between a line's last and the next line's first letters only broke a word."""
        first, second = end.lower(), start.lower()
        if self._words[f"{first}-{second}"]:
            return False
        if self._words[first + second]:
            return True
        if start[:1].isupper() or first in _PREFIXES:
            return False
        if len(first) > 2 < len(second) and self._words[first] and self._words[second]:
            return False
        return self._breaks > max(3, 0.02 * self._lines)


def joined(lines: Sequence[Line], cut: int, vocabulary: Vocabulary) -> tuple[str, tuple[Piece, ...]]:
    """The text of lines and the pieces that it is made of, without the first ``cut`` characters (a marker).

    Every piece stands in the text at its ``start``; a hyphen that only broke a word stands in the piece alone.
    """
    text = ""
    pieces: list[Piece] = []
    spans = [(line, span, index == 0) for line in lines for index, span in enumerate(line.spans)]
    last: Span | None = None
    for line, span, begins in spans:
        if cut:
            span, cut = _without(span, cut)
            if not span.text:
                continue
        if last is not None and text:
            if begins:
                text = _over_line_end(text, span.text, pieces, vocabulary)
            elif strips.apart(last, span):
                text += " "
        words = span.text.replace("\xad", "-")
        pieces.append(Piece(words, len(text), line.page, span.box, None, False, span.bold, span.italic))
        text += words
        last = span
    return text, tuple(pieces)


def _without(span: Span, cut: int) -> tuple[Span, int]:
    """A span without its first characters and the white space after them; how much is still to cut."""
    if cut >= len(span.text):
        return Span("", span.box, span.size), cut - len(span.text)
    rest = span.text[cut:].lstrip()
    share = (len(span.text) - len(rest)) / len(span.text)
    left = span.box.left + share * (span.box.right - span.box.left)
    return Span(rest, span.box._replace(left=left), span.size, span.bold, span.italic), 0


def _over_line_end(text: str, start: str, pieces: list[Piece], vocabulary: Vocabulary) -> str:
    """The text, ready for the first words of the next line."""
    end, begin = _BROKEN.search(text), _FIRST.match(start)
    if end and begin:
        if not vocabulary.broken(end[1], begin[0]):
            return text
        pieces[-1] = replace(pieces[-1], hyphenated=True)
        return text[:-1]
    if text[-1] in "/" and not text.endswith(" /"):
        return text
    return text + " "
