"""A page's operators, read with one expression instead of a state machine a character.

pdfminer.six's own tokeniser takes half the time of reading a page. Content streams are simple: numbers, names,
strings, arrays of strings and numbers, then an operator. The operators that matter for text and ruling lines
are carried out as pdfminer.six does; the rest is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, cast

from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import list_value, stream_value

from ingest.reading.sources.pdf.colours import colour_in, is_white, look_of
from ingest.reading.sources.pdf.device import RunCollector
from ingest.reading.sources.pdf.marks import Marks
from ingest.reading.sources.pdf.streams import content
from ingest.reading.sources.pdf.tokens import HEX, NUMBER, STRING, array, string

_TOKEN = re.compile(
    rb"(" + NUMBER + rb")(?=[\s\[\]()<>/%A-Za-z'\"*]|$)"  # 1
    rb"|([A-Za-z'\"][A-Za-z0-9*]*+)"  # 2 an operator
    rb"|(\[(?:[^\[\]()<>%]++|" + HEX + rb"|" + STRING + rb")*+\])"  # 3 an array without arrays
    rb"|(" + HEX + rb"|" + STRING + rb")"  # 4
    rb"|/([^\s\[\]()<>{}/%]*+)"  # 5 a name
    rb"|%[^\r\n]*+"
    rb"|[+\-.0-9][^\s\[\]()<>/%]*+",
    re.DOTALL,
)
_IMAGE_END = re.compile(rb"[\s>]EI(?=[\s]|$)")

OPERATORS_A_PAGE = 400_000
FORMS_A_PAGE = 2_000
FORM_DEPTH = 12
A4 = (595.0, 842.0)


class TooMuchError(Exception):
    """A page that is drawn in more steps than any paper needs."""


class PageReader(PDFPageInterpreter):
    """pdfminer.six's interpreter with a faster way through the operators, and limits."""

    device: RunCollector

    def __init__(self, resources: PDFResourceManager, device: RunCollector) -> None:
        super().__init__(resources, device)
        self._left = [OPERATORS_A_PAGE, FORMS_A_PAGE]
        self._depth = 0
        self.size = A4
        self._outlines: list[list[tuple[float, float]]] = []
        self._points: list[tuple[float, float]] = []
        self._curved: list[list[tuple[float, float]]] = []
        self.marks = Marks(device)

    def subinterp(self) -> PageReader:
        inner = cast(PageReader, super().subinterp())
        inner._left, inner._depth = self._left, self._depth + 1
        self._left[1] -= 1
        if inner._depth > FORM_DEPTH or self._left[1] < 0:
            raise TooMuchError
        return inner

    def read_page(self, page: PDFPage) -> tuple[float, float]:
        """Collect what a page draws; its width and height as shown. Raises TooMuchError and TooLargeError."""
        self._left[:] = [OPERATORS_A_PAGE, FORMS_A_PAGE]
        self.device.start_page()
        self.marks = Marks(self.device)
        self.size = A4
        matrix, self.size = _shown(page)
        self.render_contents(page.resources or {}, page.contents, ctm=matrix)
        return self.size

    def execute(self, streams: Sequence[object]) -> None:
        wanted = [stream_value(stream) for stream in list_value(streams)]
        self.stream_ids.clear()
        wanted = [stream for stream in wanted if stream.objid not in self.parent_stream_ids]
        self.stream_ids.update(stream.objid for stream in wanted if stream.objid is not None)
        data = content(wanted)
        position = 0
        while position < len(data):
            position = self._run(data, position)

    def _run(self, data: bytes, position: int) -> int:
        """Carry operators out from a position on, up to the end of the next inline image or of the data."""
        arguments: list[Any] = []
        left = self._left
        for match in _TOKEN.finditer(data, position):
            kind = match.lastindex
            if kind == 1:
                arguments.append(float(match[1]))
            elif kind == 2:
                operator = _OPERATORS.get(match[2])
                if operator is not None:
                    left[0] -= 1
                    if left[0] < 0:
                        raise TooMuchError
                    operator(self, arguments)
                elif match[2] == b"ID":
                    self.device.render_image("", None)
                    end = _IMAGE_END.search(data, match.end())
                    return end.end() if end else len(data)
                arguments = []
            elif kind == 3:
                arguments.append(array(match[3]))
            elif kind == 4:
                arguments.append(string(match[4]))
            elif kind == 5:
                arguments.append(match[5].decode("latin-1"))
        return len(data)

    def show(self, sequence: list[Any]) -> None:
        if self.textstate.font is not None:
            self.device.hidden = look_of(self.graphicstate.ncolor, self.textstate.render)
            self.device.render_string(self.textstate, sequence)

    def move(self, x: float, y: float) -> None:
        self._points = [(x, y)]
        self._outlines.append(self._points)

    def line(self, x: float, y: float) -> None:
        self._points.append((x, y))

    def curve(self, x: float, y: float) -> None:
        """A path with a curve is a picture's, or a dot; no ruling line. ``x`` and ``y`` are where the curve ends."""
        if self._outlines and self._outlines[-1] is self._points:
            self._curved.append(self._outlines.pop())
        self._points.append((x, y))

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        self._outlines.append([(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)])

    def close(self) -> None:
        if self._points and self._points[0] != self._points[-1]:
            self._points.append(self._points[0])

    def paint(self, stroked: bool, filled: bool) -> None:
        if stroked or filled:
            covers = filled and not is_white(self.graphicstate.ncolor)
            self.device.paint(self._outlines, stroked, covers=covers)
            if covers and self._curved:
                self.device.cover(self._curved)
            if filled and len(self._curved) == 1:
                self.device.dot(self._curved[0])
        self._outlines = []
        self._curved = []
        self._points = []


def _shown(page: PDFPage) -> tuple[tuple[float, float, float, float, float, float], tuple[float, float]]:
    """The matrix that puts the shown part of a page's corner at the origin, and the shown width and height."""
    media, crop = page.mediabox, page.cropbox
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if right - left < 1 or top - bottom < 1:
        left, bottom, right, top = media
    width, height = right - left, top - bottom
    if page.rotate == 90:
        return (0, -1, 1, 0, -bottom, right), (height, width)
    if page.rotate == 180:
        return (-1, 0, 0, -1, right, top), (width, height)
    if page.rotate == 270:
        return (0, 1, -1, 0, top, -left), (height, width)
    return (1, 0, 0, 1, -left, -bottom), (width, height)


def _given(method: Callable[..., Any], count: int) -> Callable[[PageReader, list[Any]], None]:
    """An operator that takes its last ``count`` arguments as numbers, and is passed over where they are not."""

    def carry_out(reader: PageReader, arguments: list[Any]) -> None:
        last = arguments[-count:]
        if len(last) == count and all(type(value) is float for value in last):
            method(reader, *last)

    return carry_out


def _plain(method: Callable[..., Any], *fixed: Any) -> Callable[[PageReader, list[Any]], None]:
    return lambda reader, arguments: method(reader, *fixed)


def _set_font(reader: PageReader, arguments: list[Any]) -> None:
    if len(arguments) >= 2 and isinstance(arguments[-2], str) and type(arguments[-1]) is float:
        font = reader.fontmap.get(arguments[-2])
        if font is not None:
            reader.textstate.font = font
        reader.textstate.fontsize = arguments[-1]


def _show_one(reader: PageReader, arguments: list[Any]) -> None:
    if arguments and isinstance(arguments[-1], bytes):
        reader.show([arguments[-1]])


def _show_many(reader: PageReader, arguments: list[Any]) -> None:
    if arguments and isinstance(arguments[-1], list):
        reader.show(arguments[-1])


def _next_line_show(reader: PageReader, arguments: list[Any]) -> None:
    reader.do_T_a()
    _show_one(reader, arguments)


def _spaced_show(reader: PageReader, arguments: list[Any]) -> None:
    if len(arguments) >= 3 and all(type(value) is float for value in arguments[-3:-1]):
        reader.do_Tw(arguments[-3])
        reader.do_Tc(arguments[-2])
    _next_line_show(reader, arguments)


def _set_colour(reader: PageReader, arguments: list[Any]) -> None:
    """A colour in a space that was chosen before; a pattern's name is no number, and is never white."""
    numbers = [value for value in arguments if type(value) is float]
    reader.graphicstate.ncolor = colour_in(reader.graphicstate.ncs, numbers if len(numbers) == len(arguments) else ())


def _set_space(reader: PageReader, arguments: list[Any]) -> None:
    space = reader.csmap.get(arguments[-1]) if arguments and isinstance(arguments[-1], str) else None
    reader.graphicstate.ncs, reader.graphicstate.ncolor = space, 0  # type: ignore[assignment]


def _set_plain_colour(reader: PageReader, *values: float) -> None:
    """A colour in grey, light or ink, by how many values it has."""
    reader.graphicstate.ncolor = values[0] if len(values) == 1 else values  # type: ignore[assignment]


def _shade(reader: PageReader) -> None:
    reader.device.shaded = True


def _begin_mark(reader: PageReader, arguments: list[Any]) -> None:
    reader.marks.begin(arguments, lambda: reader.resources.get("Properties"))


def _draw_form(reader: PageReader, arguments: list[Any]) -> None:
    if arguments and isinstance(arguments[-1], str):
        reader.do_Do(arguments[-1])
        reader.device.set_ctm(reader.ctm)


_BASE = PDFPageInterpreter
_OPERATORS: dict[bytes, Callable[[PageReader, list[Any]], None]] = {
    b"q": _plain(_BASE.do_q),
    b"Q": _plain(_BASE.do_Q),
    b"cm": _given(_BASE.do_cm, 6),
    b"BT": _plain(_BASE.do_BT),
    b"Tc": _given(_BASE.do_Tc, 1),
    b"Tw": _given(_BASE.do_Tw, 1),
    b"Tz": _given(_BASE.do_Tz, 1),
    b"TL": _given(_BASE.do_TL, 1),
    b"Tr": _given(_BASE.do_Tr, 1),
    b"Ts": _given(_BASE.do_Ts, 1),
    b"Td": _given(_BASE.do_Td, 2),
    b"TD": _given(_BASE.do_TD, 2),
    b"Tm": _given(_BASE.do_Tm, 6),
    b"T*": _plain(_BASE.do_T_a),
    b"Tf": _set_font,
    b"Tj": _show_one,
    b"TJ": _show_many,
    b"'": _next_line_show,
    b'"': _spaced_show,
    b"g": _given(_set_plain_colour, 1),
    b"rg": _given(_set_plain_colour, 3),
    b"k": _given(_set_plain_colour, 4),
    b"cs": _set_space,
    b"sc": _set_colour,
    b"scn": _set_colour,
    b"sh": _plain(_shade),
    b"BMC": _begin_mark,
    b"BDC": _begin_mark,
    b"EMC": lambda reader, _: reader.marks.end(),
    b"Do": _draw_form,
    b"m": _given(PageReader.move, 2),
    b"l": _given(PageReader.line, 2),
    b"c": _given(PageReader.curve, 2),
    b"v": _given(PageReader.curve, 2),
    b"y": _given(PageReader.curve, 2),
    b"re": _given(PageReader.rectangle, 4),
    b"h": _plain(PageReader.close),
    b"n": _plain(PageReader.paint, False, False),
    b"S": _plain(PageReader.paint, True, False),
    b"s": _plain(PageReader.paint, True, False),
    b"f": _plain(PageReader.paint, False, True),
    b"F": _plain(PageReader.paint, False, True),
    b"f*": _plain(PageReader.paint, False, True),
    b"B": _plain(PageReader.paint, True, True),
    b"B*": _plain(PageReader.paint, True, True),
    b"b": _plain(PageReader.paint, True, True),
    b"b*": _plain(PageReader.paint, True, True),
}
