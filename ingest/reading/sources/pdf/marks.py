"""Marked content: what a PDF says of the words it draws.

ActualText gives the letters of what is drawn in shapes without names, or in parts (PDF 32000-1, 14.9.4). An artifact
is drawn for the page and no part of the text: a header, a footer, a watermark (14.8.2.2).
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from itertools import pairwise
from typing import Any, NamedTuple

from pdfminer.pdftypes import resolve1

from ingest.reading.sources.pdf.device import ARTIFACT, Run, RunCollector
from ingest.reading.sources.pdf.fonts import UNKNOWN, spelt

_SHORT = 4  # letters: a ligature, a drop cap, a hyphen
_DEEPEST = 200  # marks within marks; a stream with more is broken


class _Mark(NamedTuple):
    start: int
    actual: str | None
    look: int


class Marks:
    """The marks that are open while a page is drawn."""

    def __init__(self, device: RunCollector) -> None:
        self._device = device
        self._open: list[_Mark] = []

    def begin(self, arguments: list[Any], properties: Callable[[], Any]) -> None:
        """A mark begins. ``properties`` looks up the named property lists of the page."""
        if len(self._open) >= _DEEPEST:
            self._open.append(_Mark(0, None, self._device.look))
            return
        known = _given(arguments, properties)
        actual = known.get("ActualText")
        text = _text(actual) if isinstance(actual, bytes) else None
        self._open.append(_Mark(len(self._device.runs), text, self._device.look))
        if arguments and arguments[0] == "Artifact":
            self._device.look |= ARTIFACT

    def end(self) -> None:
        if not self._open:
            return
        mark = self._open.pop()
        self._device.look = mark.look
        if mark.actual is not None:
            runs = self._device.runs
            runs[mark.start :] = said(runs[mark.start :], mark.actual)


def said(runs: list[Run], actual: str) -> list[Run]:
    """Runs with the letters that they stand for.

    Where a font names its letters these count, but for a few that stand for one another, and for words whose letters
    were only set apart: what nobody sees on the page is not read.
    """
    drawn = "".join(run.text for run in runs)
    same = "".join(drawn.split()) == "".join(actual.split())
    if not runs or not (UNKNOWN in drawn or len(actual) <= _SHORT or same):
        return runs
    first, last = runs[0], runs[-1]
    if any(run.turn != first.turn or abs(run.base - first.base) > first.size for run in runs):
        return runs
    if not actual.strip():
        return []
    return [first._replace(end=max(first.end, last.end), text=spelt(actual.strip()))]


def _given(arguments: list[Any], properties: Callable[[], Any]) -> dict[str, Any]:
    """What is said of a mark: in the operator itself, or in a property list of the page."""
    if len(arguments) == 2 and isinstance(arguments[1], str):
        lists = resolve1(properties())
        known = resolve1(lists.get(arguments[1])) if isinstance(lists, dict) else None
        return known if isinstance(known, dict) else {}
    return {name: value for name, value in pairwise(arguments) if name == "ActualText" and isinstance(value, bytes)}


def _text(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF16_BE):
        return data[2:].decode("utf-16-be", "replace")
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", "replace")
    return data.decode("latin-1")
