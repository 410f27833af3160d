"""What the codes in a register of attendance stand for: by its key, else by convention.

"✓", "P", "AP", "S (for Cllr Oakes)", "SUB for Miss Pike", "P (from 8.40 pm)".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.reading.model import Status
from ingest.reading.records.attendance import legends, presence
from ingest.reading.records.attendance.beside_words import REPLACED_BY
from ingest.reading.records.attendance.legends import Legend
from ingest.reading.records.attendance.sighting import Sighting

_TICK = re.compile(r"(?:[✓✔√●•/]+|p|pr|y|yes|present|attended|1)", re.IGNORECASE)
_CROSS = re.compile(r"(?:[x✗✘×]|n|no|0)", re.IGNORECASE)
_ALWAYS_AWAY = re.compile(r"[✗✘]")  # an x may mark those who came; these do not
_APOLOGIES = re.compile(r"(?:ap?\.?|apo|aps?|apol\w*|(?:sent )?apologies)", re.IGNORECASE)
_ABSENT = re.compile(r"(?:ab|abs|absent|dna|did not attend|not present)", re.IGNORECASE)
_SUBSTITUTE = re.compile(r"(?:s|sub|subs|substitut\w*)", re.IGNORECASE)
# The code, and what is said behind it: "S (for Cllr Oakes)", "SUB for Miss Pike", "P (from 8.40 pm)", "✓ remote"
_CODE = re.compile(
    r"(?P<mark>[†‡*§^#~+✓✔√●•✗✘×]{1,3}|[A-Za-z]{1,3}\.?|\d|/|present|attended|yes|apologies|apols?|absent|substitute)"
    r"(?:\s*[(\[](?P<inside>[^()\[\]]+)[)\]]|\s+(?P<behind>(?:for|from|until|to|via|remote\w*|online|items?)\b.*))?",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?:(?:as\s+)?(?:an?\s+)?(?:sub\w*\s+)?for\s+)(?P<who>.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """What a code says: ``replaces`` as printed; ``unknown`` is a code that neither key nor convention explains.

    ``untold``: nothing stands where others have a word or a code.
    """

    status: Status = "present"
    substitute: bool = False
    replaces: str = ""
    note: str = ""
    unknown: str = ""
    untold: bool = False

    def brackets(self) -> list[str]:
        """The same, as if it stood in brackets behind the name."""
        if self.replaces:
            return [f"substitute for {self.replaces}"]
        if self.status != "present" and REPLACED_BY.match(self.note):
            return [self.note]  # "Apologies (Councillor A Marrow substituting)"
        return ["substitute"] if self.substitute else []

    def of(self, seen: Sighting) -> Sighting:
        """The person beside whom the code stands; what nothing explains does not tell whether they came."""
        status = None if self.unknown or self.untold else seen.status
        return replace(seen, status=status, note=seen.note or self.note or None, unknown=self.unknown)


def is_code(text: str, legend: Legend) -> bool:
    """Whether a cell holds a code and nothing else: one that the key explains, or one that is a convention."""
    found = _CODE.fullmatch(text.strip())
    if found is None:
        return text.strip() in legend or (not text.rstrip().endswith(":") and presence.said(text) is not None)
    mark = found["mark"]
    return legends.meaning(legend, mark) is not None or any(
        kind.fullmatch(mark) for kind in (_TICK, _CROSS, _APOLOGIES, _ABSENT, _SUBSTITUTE)
    )


def ticked(codes: Iterable[str]) -> bool:
    """Whether presence is ticked in these cells, so that a cross or a blank beside is absence."""
    return any((found := _CODE.fullmatch(code)) and _TICK.fullmatch(found["mark"]) for code in codes)


def read(code: str, legend: Legend, *, crossed_out: bool, any_code: bool) -> Said:
    """What one cell says; ``crossed_out``: others are ticked; ``any_code``: others are filled."""
    found = _CODE.fullmatch(code.strip())
    mark = found["mark"] if found else code.strip()
    behind = ((found["inside"] or found["behind"] or "") if found else "").strip()
    whom = _FOR.fullmatch(behind)
    meaning = legends.meaning(legend, mark)
    if meaning is not None:
        substitute = meaning.role == "substitute"
        status: Status = meaning.status or "present"
        said = meaning.words if status == "present" and not (meaning.plain or meaning.role) else ""
    else:
        substitute, said = bool(_SUBSTITUTE.fullmatch(mark)), ""
        status = _by_convention(mark, crossed_out=crossed_out, any_code=any_code)
        status = (
            "apologies" if status == "absent" and presence.said(behind) == "apologies" else status
        )  # "N (apologies)"
    known = meaning is not None or not mark or is_code(mark, {}) or len(mark) > LONGEST
    replaces = whom["who"] if whom and substitute else ""
    return Said(status, substitute, replaces, said or ("" if whom else behind), "" if known else mark)


LONGEST = 3  # letters of a code; longer ones are words: "Virtual"


def _by_convention(mark: str, *, crossed_out: bool, any_code: bool) -> Status:
    if _APOLOGIES.fullmatch(mark):
        return "apologies"
    if said := presence.said(mark):
        return said
    crossed = _ALWAYS_AWAY.match(mark) or (crossed_out and _CROSS.fullmatch(mark))
    if _ABSENT.fullmatch(mark) or crossed or (not mark and any_code):
        return "absent"
    return "present"
