"""Marks in a text that order a screen about: shown as a sign that something cannot be shown.

A paper may carry them, by accident or to make words seem other words ("Trojan Source", CVE-2021-42574). Quotes are
kept as they stand in the paper; only what is sent to a browser is changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]
# C1, and U+202A to U+202E and U+2066 to U+2069, which turn text around. Each begins with a byte of its own: the page of
# a list is soon looked through for it.
MARKS = (re.compile(rb"\xc2[\x80-\x9f]"), re.compile(rb"\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa9])"))
# C0 but tab and line ends, and DEL.
OF_TERMINALS = bytes(sorted({*range(0x20), 0x7F} - set(b"\t\n\r")))
TERMINALS = re.compile(b"[" + re.escape(OF_TERMINALS) + b"]")
SIGN = "\N{REPLACEMENT CHARACTER}".encode()


class ObedientMarks:
    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        if not response.streaming and response.headers.get("Content-Type", "").startswith("text/html"):
            response.content = without_marks(response.content)
        return response


def without_marks(content: bytes) -> bytes:
    """The content with a sign in place of each mark."""
    for marks in MARKS:
        content = marks.sub(SIGN, content)
    has_others = len(content.translate(None, OF_TERMINALS)) < len(content)
    return TERMINALS.sub(SIGN, content) if has_others else content
