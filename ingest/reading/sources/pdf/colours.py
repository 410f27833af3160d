"""Words that nobody sees: white on white paper, or drawn without colour.

The words that a program read in a scan are drawn without colour over its picture; those are read. Elsewhere such words
are left over from editing, or put there for machines.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfminer.pdfcolor import PDFColorSpace

from ingest.reading.sources.pdf.device import UNPAINTED, WHITE, Run, RunCollector

_LIGHT = 0.97
_SCAN = 0.5  # of a page: so much of it is picture where words lie under it
_SHAPES = 100  # painted: words that a program turned into outlines
_OTHER = "other"
_GREYS = frozenset({"DeviceGray", "CalGray"})
_MIXED = frozenset({"DeviceRGB", "CalRGB", "DeviceCMYK", "ICCBased"})
_UNPAINTED_MODES = (3, 7)  # PDF 32000-1, table 106


def look_of(colour: Any, render: Any) -> int:
    """How words of a colour, drawn in a rendering mode, look: 0 where they are seen."""
    if render in _UNPAINTED_MODES:
        return UNPAINTED
    return WHITE if is_white(colour) and render not in (1, 2) else 0


def is_white(colour: Any) -> bool:
    """Whether a colour of a known space is that of paper: one value is grey, three are light, four are ink."""
    if type(colour) is float:
        return bool(colour >= _LIGHT)
    if not isinstance(colour, tuple):
        return False
    if len(colour) == 3:
        return bool(min(colour) >= _LIGHT)
    return len(colour) == 4 and bool(max(colour) <= 1 - _LIGHT)


def colour_in(space: PDFColorSpace | None, values: Sequence[float]) -> Any:
    """A colour in a space; in one whose values do not tell how light it is, neither white nor black."""
    if space is None or not values:
        return _OTHER
    if space.name in _GREYS or (space.name in _MIXED and len(values) == 1):
        return values[-1]
    return tuple(values) if space.name in _MIXED else _OTHER


def seen(device: RunCollector, area: float) -> tuple[list[Run], int]:
    """The runs of a page that can be seen or were read in its picture, and how many letters the others have."""
    hidden = [run for run in device.runs if run.look & (UNPAINTED | WHITE)]
    if not hidden:
        return device.runs, 0
    layer = _of_scan(device, area)
    kept = [run for run in device.runs if _is_seen(run, device, layer)]
    return kept, _letters(device.runs) - _letters(kept)


def _of_scan(device: RunCollector, area: float) -> bool:
    """Whether words without colour are what was read in the page's pictures, or in letters drawn as shapes."""
    unpainted = [run for run in device.runs if run.look & UNPAINTED]
    shown = [run for run in device.runs if not run.look & UNPAINTED]
    pictured = device.pictures > _SCAN * area or device.drawings > _SHAPES
    return not shown or (pictured and _letters(unpainted) > _letters(shown))


def _is_seen(run: Run, device: RunCollector, layer: bool) -> bool:
    if run.look & UNPAINTED:
        return layer
    return not run.look & WHITE or device.shaded or run.turn != 0 or _covered(run, device)


def _covered(run: Run, device: RunCollector) -> bool:
    """Whether something other than white was painted where a run stands."""
    x, y = (run.start + run.end) / 2, run.base + 0.3 * run.size
    return any(box.left <= x <= box.right and box.bottom <= y <= box.top for box in device.covers)


def _letters(runs: Sequence[Run]) -> int:
    return sum(letter.isalnum() for run in runs for letter in run.text)
