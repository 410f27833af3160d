"""What a font's codes stand for: their letters and widths, and whether the font is bold or italic."""

from __future__ import annotations

import re

from pdfminer.pdffont import PDFFont, PDFType3Font, PDFUnicodeNotDefined

UNKNOWN = "\ufffd"
"""Stands for a shape of which the PDF does not say what letter it is."""

_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b|-b$", re.IGNORECASE)  # "BAAAAA+Arial-BoldMT", "Arial,Bold"
_ITALIC = re.compile(r"italic|oblique|[-,]it\b|-i$", re.IGNORECASE)
_ITALIC_FLAG, _FORCE_BOLD_FLAG = 1 << 6, 1 << 18  # PDF 32000-1, table 123

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SPACES = dict.fromkeys(
    "\t\n\r\x0b\x0c\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "
)
_NOTHING = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\x00", "")
# A soft hyphen that is painted at all stands at a line's end, or is a hyphen under another code.
_HYPHENS = {"\xad": "-", "\u2010": "-", "\u2011": "-"}
# Symbol and Wingdings have no letters; these are the shapes that papers set before their points.
_SYMBOLS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0e0": "→", "\uf0a8": "□", "\uf06f": "□",
    "\uf071": "❑", "\uf076": "❖", "\uf0d2": "✓", "\uf0fe": "☑", "\uf06e": "■", "\uf02d": "-", "\uf0be": "–",
    "\uf0f0": "⇨", "\uf0e8": "➔", "\uf02a": "*", "\uf020": " ", "\uf0ac": "★", "\uf09f": "•", "\uf06c": "●",
}  # fmt: skip
_BULLET = 0x95  # of WinAnsiEncoding, and what it means by its unused codes: PDF 32000-1, D.2, note 3
_UNUSED = frozenset({0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D})
_SPELT = str.maketrans(_LIGATURES | _SPACES | _NOTHING | _HYPHENS | _SYMBOLS)


def spelt(text: str) -> str:
    """Letters with ligatures spelt out, plain spaces and hyphens, and shapes as what they show."""
    return text.translate(_SPELT)


class Glyphs:
    """A font as the reader needs it. ``of[code]`` is the code's letters and its width at size 1, by and by."""

    __slots__ = ("bold", "decode", "font", "italic", "multibyte", "of", "scale")

    def __init__(self, font: PDFFont) -> None:
        name = str(font.fontname) + " " + str(getattr(font, "basefont", ""))
        self.font = font
        self.of: dict[int, tuple[str, float]] = {}
        self.decode = font.decode
        self.multibyte: bool = font.is_multibyte()
        style = _style(font)
        self.bold = bool(_BOLD.search(name) or font.flags & _FORCE_BOLD_FLAG or style & 1) or _weight(font) >= 600
        self.italic = bool(_ITALIC.search(name) or font.flags & _ITALIC_FLAG or style & 2)
        self.scale = _scale(font)

    def look_up(self, code: int) -> tuple[str, float]:
        """A code's letters and width, remembered in ``of``."""
        meant = _BULLET if code in _UNUSED and _is_win_ansi(self.font) else code
        try:
            letters = str(self.font.to_unichr(meant)).translate(_SPELT)
        except (PDFUnicodeNotDefined, ValueError):
            letters = UNKNOWN
        found = (letters, float(self.font.char_width(meant)))
        self.of[code] = found
        return found


def _is_win_ansi(font: PDFFont) -> bool:
    """Whether a font's letters are those of WinAnsiEncoding alone; pdfminer keeps the letters, not the name."""
    letters = getattr(font, "cid2unicode", {})
    return getattr(font, "unicode_map", None) is None and (letters.get(0x80), letters.get(_BULLET)) == ("€", "•")


def _style(font: PDFFont) -> int:
    """The style bits of an embedded TrueType font's head table: 1 bold, 2 italic.

    "Print to PDF" names its fonts "CIDFont+F1", "CIDFont+F2"; only the font itself knows what it is.
    """
    file = getattr(font, "fontfile", None)
    if file is None:
        return 0
    font.fontfile = None  # type: ignore[attr-defined]  # its bytes are not needed again, and fonts are kept
    font_bytes = file.get_data()
    tables = int.from_bytes(font_bytes[4:6], "big")
    for start in range(12, 12 + 16 * tables, 16):
        if font_bytes[start : start + 4] == b"head":
            place = int.from_bytes(font_bytes[start + 8 : start + 12], "big") + 44
            return int.from_bytes(font_bytes[place : place + 2], "big") & 3
    return 0


def _weight(font: PDFFont) -> float:
    weight = font.descriptor.get("FontWeight", 0)
    return float(weight) if isinstance(weight, (int, float)) else 0.0


def _scale(font: PDFFont) -> float:
    """The height of an em at size 1: a Type 3 font draws in units of its own."""
    if isinstance(font, PDFType3Font):
        height = abs(font.get_height()) / 1.15
        return height if 0.05 < height < 20 else 1.0
    return 1.0
