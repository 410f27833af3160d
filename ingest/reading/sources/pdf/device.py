"""Where a page's drawing arrives: runs of text and ruling lines, not single characters.

pdfminer.six hands a device every string with its font and matrices. What is kept of one is a run: its words,
where they stand, their size and weight. Spaces are recognised by their width on the page, because many
programs draw none and move the pen instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, degrees, hypot
from typing import Any, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.utils import MATRIX_IDENTITY, Matrix

from ingest.reading.sources.pdf.fonts import Glyphs

SPACE = 0.14
"""A gap of this many ems between letters is a space: the narrowest set spaces are 0.18, kerning stays under 0.1."""
WIDE = 0.5
"""A gap of this many ems may be a column's; the layout decides."""
WHITE, UNPAINTED, ARTIFACT = 1, 2, 4
"""How a run looks, in bits: white, drawn without colour, no part of the text."""
_COVERS = 4_000  # painted boxes on a page that words may stand on
_SIDES = 12  # an outline with more is a drawing
_DOT = (2.0, 8.0)  # points: how wide bullets are
_DOTS = 500  # on a page
_SMALLEST = 1.5  # points; smaller text is for machines


class Run(NamedTuple):
    """Words drawn in one go. ``base`` is the distance of the baseline along the normal, ``start`` and ``end`` along
    the writing direction; for upright text that is y (upwards) and x. ``turn`` is the direction in degrees. ``look`` is
    0 for words that are seen and part of the text."""

    base: float
    start: float
    end: float
    text: str
    size: float
    bold: bool
    italic: bool
    turn: int
    look: int = 0


class Stroke(NamedTuple):
    """A painted straight line, or the rectangle around a painted outline; y upwards."""

    left: float
    bottom: float
    right: float
    top: float


class RunCollector(PDFTextDevice):
    """Collects the runs and strokes of one page at a time.

    ``pictured`` is the area of its largest picture, in square points, ``pictures`` of all; ``drawings`` counts its
    painted shapes that are no strokes: a program that turns letters into outlines leaves hundreds. ``covers`` are
    pictures and boxes that are not white, ``shaded`` tells of one without an edge. ``hidden`` and ``look`` are how the
    runs to come look: by their colour, and by the mark they stand in.
    """

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.runs: list[Run] = []
        self.strokes: list[Stroke] = []
        self.pictured = 0.0
        self.drawings = 0
        self.dots: list[Stroke] = []
        self.pictures = 0.0
        self.covers: list[Stroke] = []
        self.shaded = False
        self.hidden = self.look = 0
        self._fonts: dict[PDFFont, Glyphs] = {}

    def start_page(self) -> None:
        self.runs = []
        self.strokes = []
        self.pictured = 0.0
        self.drawings = 0
        self.dots = []
        self.pictures = 0.0
        self.covers = []
        self.shaded = False
        self.hidden = self.look = 0

    def render_image(self, name: str, stream: object) -> None:
        """A picture fills the unit square, wherever the matrix puts that."""
        a, b, c, d, _, _ = self.ctm or MATRIX_IDENTITY
        self.pictured = max(self.pictured, abs(a * d - b * c))
        self.pictures += abs(a * d - b * c)
        self.cover([[(0, 0), (1, 0), (1, 1), (0, 1)]])

    def cover(self, outlines: Sequence[Sequence[tuple[float, float]]]) -> None:
        """Something other than white is painted, within these corners."""
        a, b, c, d, e, f = self.ctm or MATRIX_IDENTITY
        for outline in outlines[: _COVERS - len(self.covers)]:
            across = [a * x + c * y + e for x, y in outline]
            down = [b * x + d * y + f for x, y in outline]
            if max(down) - min(down) > _SMALLEST and max(across) - min(across) > _SMALLEST:
                self.covers.append(Stroke(min(across), min(down), max(across), max(down)))

    def render_string(self, textstate: Any, seq: Any, ncs: Any = None, graphicstate: Any = None) -> None:
        """A shown string: its runs are kept, the pen moves on."""
        font, fontsize = textstate.font, textstate.fontsize
        glyphs = self._fonts.get(font)
        if glyphs is None:
            glyphs = self._fonts[font] = Glyphs(font)
        stretch = textstate.scaling * 0.01
        x, y = textstate.linematrix
        em = abs(fontsize * stretch) or 1.0
        end, parts = _words(seq, glyphs, x, fontsize * stretch, textstate.charspace * stretch,
                            0.0 if glyphs.multibyte else textstate.wordspace * stretch, em)  # fmt: skip
        textstate.linematrix = (end, y)
        if parts:
            bold = glyphs.bold or textstate.render == 2
            self._place(
                parts,
                _product(textstate.matrix, self.ctm or MATRIX_IDENTITY),
                y + textstate.rise,
                fontsize,
                glyphs,
                bold,
            )

    def _place(
        self,
        parts: list[tuple[float, float, str]],
        matrix: Matrix,
        y: float,
        fontsize: float,
        glyphs: Glyphs,
        bold: bool,
    ) -> None:
        """Turn positions in text space into runs on the page."""
        a, b, c, d, e, f = matrix
        size = abs(fontsize) * hypot(c, d) * glyphs.scale
        if size < _SMALLEST:
            return
        e, f = e + c * y, f + d * y
        look, italic = self.hidden | self.look, glyphs.italic
        if a > 0 and abs(b) < 0.02 * a:
            for start, end, text in parts:
                self.runs.append(Run(b * start + f, a * start + e, a * end + e, text, size, bold, italic, 0, look))
            return
        turn = round(degrees(atan2(b, a))) % 360
        length = hypot(a, b) or 1.0
        ux, uy = a / length, b / length
        base, origin = uy * -e + ux * f, ux * e + uy * f
        for start, end, text in parts:
            self.runs.append(
                Run(base, origin + start * length, origin + end * length, text, size, bold, italic, turn, look)
            )

    def paint(self, outlines: Sequence[Sequence[tuple[float, float]]], stroked: bool, covers: bool = False) -> None:
        """Painted outlines of straight lines: a box is one stroke, anything else one a level or upright side.

        ``covers`` tells that they are filled, with a colour other than white.
        """
        a, b, c, d, e, f = self.ctm or MATRIX_IDENTITY
        self.drawings += 1
        if covers:
            self.cover(outlines)
        for outline in outlines:
            points = [(a * x + c * y + e, b * x + d * y + f) for x, y in outline]
            if len(points) in (4, 5):
                self._stroke(points, box=True)
            elif stroked and len(points) < _SIDES:
                for side in pairwise(points):
                    self._stroke(side, box=False)

    def dot(self, points: Sequence[tuple[float, float]]) -> None:
        """A filled round shape, by the places that its curves join: kept where it is as small as a bullet."""
        a, b, c, d, e, f = self.ctm or MATRIX_IDENTITY
        across, down = [a * x + c * y + e for x, y in points], [b * x + d * y + f for x, y in points]
        width = max(max(across) - min(across), max(down) - min(down))
        if _DOT[0] <= width <= _DOT[1] and len(self.dots) < _DOTS:
            self.dots.append(Stroke(min(across), min(down), max(across), max(down)))

    def _stroke(self, points: Sequence[tuple[float, float]], box: bool) -> None:
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        bottom, top = min(y for _, y in points), max(y for _, y in points)
        if box or min(right - left, top - bottom) < 1:
            self.strokes.append(Stroke(left, bottom, right, top))


def _product(one: Matrix, two: Matrix) -> Matrix:
    a1, b1, c1, d1, e1, f1 = one
    a0, b0, c0, d0, e0, f0 = two
    return (
        a0 * a1 + c0 * b1,
        b0 * a1 + d0 * b1,
        a0 * c1 + c0 * d1,
        b0 * c1 + d0 * d1,
        a0 * e1 + c0 * f1 + e0,
        b0 * e1 + d0 * f1 + f0,
    )


def _words(
    seq: Any, glyphs: Glyphs, x: float, scale: float, charspace: float, wordspace: float, em: float
) -> tuple[float, list[tuple[float, float, str]]]:
    """The pen's end, and (start, end, text) of each stretch of a shown string without a wide gap, in text space.

    This is the reader's innermost loop: it runs once a letter.
    """
    known, look_up, decode = glyphs.of, glyphs.look_up, glyphs.decode
    kern = -0.001 * scale
    space, wide, back = SPACE * em, WIDE * em, -0.5 * em
    tracking = max(charspace, 0.0)  # letters set apart on purpose are no words
    parts: list[tuple[float, float, str]] = []
    text: list[str] = []
    start = pen = x
    spaced = False
    for item in seq:
        if not isinstance(item, bytes):
            x += item * kern
            continue
        for code in decode(item):
            letters, width = known.get(code) or look_up(code)
            if letters == " ":
                spaced = True
                x += width * scale + charspace + (wordspace if code == 32 else 0.0)
                continue
            gap = x - pen
            if not text:
                start = x
            elif gap > wide or gap < back:
                parts.append((start, pen, "".join(text)))
                text, start = [], x
            elif spaced or gap > space:
                text.append(" ")
            spaced = False
            text.append(letters)
            x += width * scale + charspace
            pen = x - charspace + tracking
    if text:
        parts.append((start, pen, "".join(text)))
    return x, parts
