"""Writes small PDFs for tests: text where it is wanted, in the ways that programs set it."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable
from pathlib import Path

from pdfminer.arcfour import Arcfour
from pdfminer.fontmetrics import FONT_METRICS

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Helvetica-Oblique", "F4": "Times-Roman"}
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def width(text: str, size: float = 11, font: str = "F1") -> float:
    """How wide words are set, in points."""
    widths = FONT_METRICS[FONTS[font]][1]
    return sum(widths.get(letter, 500) for letter in text) * size / 1000


def escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def text(x: float, y: float, words: str, size: float = 11, font: str = "F1") -> str:
    """Words at a place, y upwards from the bottom of the page."""
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped(words)}) Tj ET\n"


def column(x: float, y: float, lines: Iterable[str], step: float = 13.5, size: float = 11, font: str = "F1") -> str:
    """Lines under each other from y downwards."""
    return "".join(text(x, y - step * index, line, size, font) for index, line in enumerate(lines))


def wrapped(words: str, room: float, size: float = 11, font: str = "F1") -> list[str]:
    """A paragraph's lines, broken where the next word has no room, as word processors do."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size, font) > room and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def ruled(lefts: list[float], tops: list[float]) -> str:
    """A grid of lines; y upwards."""
    across = [f"{lefts[0]} {y} m {lefts[-1]} {y} l S" for y in tops]
    down = [f"{x} {tops[0]} m {x} {tops[-1]} l S" for x in lefts]
    return "\n".join(["0.5 w", *across, *down, ""])


class Paper:
    """A PDF being written: pages of operators, and further objects by their numbers."""

    def __init__(self) -> None:
        self._objects: list[bytes] = [b"", b""]  # the catalogue and the page tree
        self._pages: list[int] = []
        fonts = [
            self.add(f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode())
            for name in FONTS.values()
        ]
        self._fonts = " ".join(f"/{key} {number} 0 R" for key, number in zip(FONTS, fonts, strict=True))
        self.extra_fonts = ""
        self.forms = ""

    def add(self, content: bytes) -> int:
        self._objects.append(content)
        return len(self._objects)

    def stream(self, data: str | bytes, entries: str = "", packed: bool = True) -> int:
        raw = data.encode("cp1252") if isinstance(data, str) else data
        body = zlib.compress(raw) if packed else raw
        filters = "/Filter/FlateDecode" if packed else ""
        return self.add(f"<<{entries}{filters}/Length {len(body)}>>\nstream\n".encode() + body + b"\nendstream")

    def page(self, content: str, size: tuple[float, float] = (595, 842), entries: str = "") -> Paper:
        drawn = self.stream(content)
        self._pages.append(
            self.add(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]} {size[1]}]/Contents {drawn} 0 R{entries}"
                f"/Resources<</Font<<{self._fonts} {self.extra_fonts}>>/XObject<<{self.forms}>>>>>>".encode()
            )
        )
        return self

    def save(self, path: Path, user_password: str | None = None) -> Path:
        """Write the file; with a password, even an empty one, it is encrypted (RC4, 40 bits)."""
        kids = " ".join(f"{number} 0 R" for number in self._pages)
        self._objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
        self._objects[1] = f"<</Type/Pages/Kids[{kids}]/Count {len(self._pages)}>>".encode()
        objects, trailer = list(self._objects), ""
        if user_password is not None:
            key, entry = _encryption(user_password)
            objects = [_encrypted(content, key, number) for number, content in enumerate(objects, 1)]
            objects.append(entry)
            trailer = f"/Encrypt {len(objects)} 0 R/ID[<{_ID.hex()}><{_ID.hex()}>]"
        out, places = bytearray(b"%PDF-1.4\n"), []
        for number, content in enumerate(objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
        out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
        path.write_bytes(bytes(out))
        return path


_ID = b"0123456789abcdef"


def _encryption(password: str) -> tuple[bytes, bytes]:
    """The key and the encryption dictionary (PDF 32000-1, 7.6.3, revision 2)."""
    padded = (password.encode() + _PAD)[:32]
    owner = Arcfour(hashlib.md5((b"owner" + _PAD)[:32], usedforsecurity=False).digest()[:5]).encrypt(padded)
    rights = -4
    seed = padded + owner + rights.to_bytes(4, "little", signed=True) + _ID
    key = hashlib.md5(seed, usedforsecurity=False).digest()[:5]
    user = Arcfour(key).encrypt(_PAD)
    return key, f"<</Filter/Standard/V 1/R 2/O<{owner.hex()}>/U<{user.hex()}>/P {rights}>>".encode()


def _encrypted(content: bytes, key: bytes, number: int) -> bytes:
    head, begin, rest = content.partition(b"\nstream\n")
    if not begin:
        return content
    body = rest.removesuffix(b"\nendstream")
    own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0", usedforsecurity=False).digest()[:10]
    return head + begin + Arcfour(own).encrypt(body) + b"\nendstream"
