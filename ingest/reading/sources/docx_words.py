"""The words of one Word paragraph: what is shown, in order; deleted and hidden text and field codes are not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from ingest.reading.sources.docx_styles import Look, Styles, with_run
from ingest.reading.sources.letters import plain

_TAGS_NOT_SHOWN = (
    "w:del",
    "w:moveFrom",
    "w:pPr",
    "w:rPr",
    "w:instrText",
    "w:delText",
    "w:delInstrText",
    "w:fldData",
    "w:sdtPr",
    "w:sdtEndPr",
    "w:ffData",
    "w:smartTagPr",
    "w:customXmlPr",
    "w:annotationRef",
    "w:footnoteRef",
    "w:endnoteRef",
    "w:rubyPr",
    "w:rt",
)
_NOT_SHOWN = frozenset(qn(tag) for tag in _TAGS_NOT_SHOWN)
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT = frozenset((qn("w:t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"))
_SET = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:cr"): "\n",
    qn("w:br"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_BOX = qn("w:txbxContent")
_RUN = qn("w:r")


@dataclass(frozen=True)
class Words:
    """Words of one look; "\\n" stands for a line break, "\\t" for a tab."""

    text: str
    look: Look


@dataclass
class Found:
    """What stands in a paragraph: its words, and the text boxes anchored in it."""

    words: list[Words]
    boxes: list[Any]


def found_in(paragraph: Any, look: Look, styles: Styles) -> Found:
    """The words of a w:p element, which looks as ``look`` where its runs do not say otherwise."""
    found = Found([], [])
    for child in paragraph:
        _into(found, child, look, styles)
    return found


def _into(found: Found, element: Any, look: Look, styles: Styles) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _NOT_SHOWN:
        return
    if tag == _RUN:
        look = _run_look(element, look, styles)
        if look.hidden:
            return
    if _leaf(found, element, tag, look):
        return
    for child in _shown(element, tag):
        _into(found, child, look, styles)


def _leaf(found: Found, element: Any, tag: str, look: Look) -> bool:
    """Take what an element without further words says; False where its children must be looked at."""
    if tag in _TEXT:
        text = plain(element.text or "")
        found.words.append(Words(text.upper() if look.caps else text, look))
    elif tag in _SET:
        found.words.append(Words(_SET[tag], look))
    elif tag == _BOX:
        found.boxes.append(element)
    else:
        return False
    return True


def _shown(element: Any, tag: str) -> Iterator[Any]:
    """The children to look at; of a choice between a new and an old form of the same drawing, one."""
    if tag == f"{_MC}AlternateContent":
        choices = element.findall(f"{_MC}Choice") or element.findall(f"{_MC}Fallback")
        yield from choices[:1]
    else:
        yield from element


def _run_look(run: Any, look: Look, styles: Styles) -> Look:
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return look
    style = properties.find(qn("w:rStyle"))
    if style is not None:
        look = styles.run(look, style.get(qn("w:val")))
    return with_run(look, properties)
