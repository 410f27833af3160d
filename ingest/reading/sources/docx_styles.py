"""What Word's styles make of a paragraph: each style is resolved once, never per paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

from ingest.reading.model import Align
from ingest.reading.sources.numbering import points, whole

_TOGGLES = (("bold", "w:b"), ("italic", "w:i"), ("underlined", "w:u"), ("caps", "w:caps"), ("hidden", "w:vanish"))
_OFF = ("0", "false", "off", "none")
_ALIGN: dict[str, Align] = {"center": "centre", "centre": "centre", "right": "right", "end": "right"}


@dataclass(frozen=True)
class Look:
    """How words of a style look; lengths in points, ``outline`` the heading level from 0."""

    name: str = ""
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    caps: bool = False
    hidden: bool = False
    size: float = 11.0
    align: Align = "left"
    indent: float = 0.0
    first: float = 0.0
    gap: float = 0.0
    outline: int | None = None
    number: tuple[str, int] | None = None
    page_break: bool = False


def on(element: Any, name: str) -> bool | None:
    """A toggle such as w:b: True, False, or None where it does not stand there."""
    child = element.find(qn(name))
    return None if child is None else child.get(qn("w:val")) not in _OFF


def with_run(look: Look, properties: Any | None) -> Look:
    """The look with a run's own properties over it."""
    if properties is None:
        return look
    changes: dict[str, Any] = {}
    for name, tag in _TOGGLES:
        value = on(properties, tag)
        if value is not None:
            changes[name] = value
    size = properties.find(qn("w:sz"))
    if size is not None and (half := points(size.get(qn("w:val")))) is not None:
        changes["size"] = half * 10  # half points
    return replace(look, **changes) if changes else look


def with_paragraph(look: Look, properties: Any | None) -> Look:
    """The look with a paragraph's own properties over it."""
    if properties is None:
        return look
    changes: dict[str, Any] = {}
    align = properties.find(qn("w:jc"))
    if align is not None:
        changes["align"] = _ALIGN.get(align.get(qn("w:val")) or "", "left")
    outline = properties.find(qn("w:outlineLvl"))
    if outline is not None and (outline.get(qn("w:val")) or "").isdigit():
        level = int(outline.get(qn("w:val")))
        changes["outline"] = level if level < 9 else None
    space = properties.find(qn("w:spacing"))
    if space is not None and (gap := points(space.get(qn("w:before")))) is not None:
        changes["gap"] = gap
    if (broken := on(properties, "w:pageBreakBefore")) is not None:
        changes["page_break"] = broken
    changes |= _indents(properties) | _number(properties, look)
    return replace(look, **changes)


def _indents(properties: Any) -> dict[str, Any]:
    indent = properties.find(qn("w:ind"))
    if indent is None:
        return {}
    changes = {}
    left = points(indent.get(qn("w:left")) or indent.get(qn("w:start")))
    first, hanging = points(indent.get(qn("w:firstLine"))), points(indent.get(qn("w:hanging")))
    if left is not None:
        changes["indent"] = left
    if hanging is not None:
        changes["first"] = -hanging
    elif first is not None:
        changes["first"] = first
    return changes


def _number(properties: Any, look: Look) -> dict[str, Any]:
    own = properties.find(qn("w:numPr"))
    if own is None:
        return {}
    identity, level = own.find(qn("w:numId")), own.find(qn("w:ilvl"))
    above = look.number or ("", 0)
    name = above[0] if identity is None else identity.get(qn("w:val")) or ""
    at = above[1] if level is None else whole(level.get(qn("w:val")))
    return {"number": None if name in ("", "0") else (name, at)}  # 0 takes the style's number off


class Styles:
    """Looks by style id, each worked out along its basedOn chain once."""

    def __init__(self, styles: Any | None) -> None:
        """``styles`` is the root of styles.xml, None where a document has none."""
        self._elements: dict[str, Any] = {}
        self._looks: dict[str, Look] = {}
        self._base = Look()
        self._default: str | None = None
        if styles is not None:
            self._read(styles)

    def _read(self, styles: Any) -> None:
        defaults = styles.find(qn("w:docDefaults"))
        if defaults is not None:
            self._base = with_run(self._base, defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}"))
            self._base = with_paragraph(self._base, defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}"))
        for style in styles.findall(qn("w:style")):
            identity = style.get(qn("w:styleId"))
            if identity:
                self._elements[identity] = style
                if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true"):
                    self._default = identity

    def paragraph(self, identity: str | None) -> Look:
        """The look of a paragraph style; of the default style where none is named."""
        identity = identity or self._default
        return self._look(identity, ()) if identity else self._base

    def run(self, look: Look, identity: str | None) -> Look:
        """The look with a character style over it."""
        return with_run(look, self._run_properties(identity)) if identity else look

    def _run_properties(self, identity: str) -> Any | None:
        style = self._elements.get(identity)
        return None if style is None else style.find(qn("w:rPr"))

    def _look(self, identity: str, below: tuple[str, ...]) -> Look:
        if identity in self._looks:
            return self._looks[identity]
        style = self._elements.get(identity)
        if style is None or identity in below or len(below) > 20:
            return self._base
        based = style.find(qn("w:basedOn"))
        above = self._base if based is None else self._look(based.get(qn("w:val")) or "", (*below, identity))
        name = style.find(qn("w:name"))
        look = with_paragraph(with_run(above, style.find(qn("w:rPr"))), style.find(qn("w:pPr")))
        look = replace(look, name=(name.get(qn("w:val")) if name is not None else None) or identity)
        self._looks[identity] = look
        return look
