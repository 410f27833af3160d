"""Strings and arrays of a content stream, as Python has them."""

from __future__ import annotations

import re
from typing import Any

from pdfminer.psparser import ESC_STRING

NUMBER = rb"[+-]?(?:\d+\.?\d*|\.\d+)"
STRING = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\([^()\\]*+\))*+\))*+\)"
HEX = rb"<[0-9A-Fa-f\s]*+>"
_ITEM = re.compile(rb"(" + HEX + rb"|" + STRING + rb")|(" + NUMBER + rb")", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)


def array(token: bytes) -> list[Any]:
    """The strings and numbers of "[(Min) 12 (utes)]"."""
    return [string(item) if item else float(number) for item, number in _ITEM.findall(token)]


def string(token: bytes) -> bytes:
    """The bytes that "(Minutes)" or "<4D>" stands for."""
    if token[:1] == b"<":
        digits = token[1:-1]
        try:
            return bytes.fromhex(digits.decode("ascii"))
        except ValueError:
            digits = b"".join(digits.split())
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    inside = token[1:-1]
    return _ESCAPE.sub(_escaped, inside) if b"\\" in inside else inside


def _escaped(match: re.Match[bytes]) -> bytes:
    found = match[1]
    if found.isdigit() and found[:1] < b"8":
        return bytes((int(found, 8) & 255,))
    if found in (b"\n", b"\r", b"\r\n"):
        return b""
    code = ESC_STRING.get(found)
    return found if code is None else bytes((code,))
