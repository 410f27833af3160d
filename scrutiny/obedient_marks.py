"""Marks in a text that order a screen about: shown as a sign that something cannot be shown.

A paper may carry them, by accident or to make words seem other words ("Trojan Source", CVE-2021-42574). Quotes are
kept as they stand in the paper; only what is sent to a browser is changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]
# U+202A to U+202E and U+2066 to U+2069 turn text around; C0 but tab and line ends, and C1, are for terminals.
MARKS = re.compile(rb"\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]")
SIGN = "\N{REPLACEMENT CHARACTER}".encode()


class ObedientMarks:
    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        if not response.streaming and response.headers.get("Content-Type", "").startswith("text/html"):
            response.content = MARKS.sub(SIGN, response.content)
        return response
