"""What later minutes say became of something: how a sentence reports delivery, delay, or an answer.

Nothing here knows a committee or a record: a sentence goes in, and what it says of what comes out. Beside each
pattern stands a real example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Said(StrEnum):
    """What is said of the thing. ``NEWS`` is word of it that neither ends it nor says that it is late."""

    DONE = "done"
    NOT_DONE = "not done"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class Told:
    """``thing`` are the words that name what it is about, ``after`` those behind the verb, ``clause`` all of them.

    ``delivers`` says whether the verb is one by which papers and answers reach somebody, ``presents`` whether
    somebody showed it to the meeting.
    """

    said: Said
    thing: str
    after: str
    clause: str
    verb: str
    delivers: bool = False
    presents: bool = False


_DELIVERED = (
    "circulated|sent|e-?mailed|supplied|provided|received|shared|published|presented|issued|distributed|forwarded|"
    "submitted|reported|given|shown|made\\s+available|considered|tabled|attached|written|answered|brought"
)
_COMPLETED = (
    "replaced|rewritten|updated|completed?|implemented|established|introduced|opened|launched|installed|arranged|held|"
    "done|closed|filled|adopted|amended|corrected|signed|visited|delivered|achieved|resolved|"
    "actioned|discharged|added|removed|raised|organised|repaired|recruited|reviewed|set\\s+up|put\\s+in\\s+place|"
    "carried\\s+out|undertaken|extended|met"
)
# Word of it that is not its end: "had begun in Garth Valley on 6 October"
_UNDER_WAY = "begun|started|scheduled|commissioned|chosen|matched|appointed|agreed|drafted|planned"
_WAY = r"(?:(?:now|since|also|already|subsequently|recently|duly|finally|all|both|each|then|therefore|just)\s+)*"
# "had been circulated on 14 August", "has since been replaced", "was circulated on 19 December 2025", "were now
# published on its website"
_PASSIVE = rf"(?:(?:had|has|have)\s+{_WAY}been|was|were|(?:is|are)\s+now)\s+{_WAY}"
_DONE = re.compile(
    rf"\b{_PASSIVE}(?:(?P<sent>{_DELIVERED})|(?P<done>{_COMPLETED})|(?P<news>{_UNDER_WAY}))\b", re.IGNORECASE
)
# "she had written to the Secretary of State on 25 November", "eight members had visited the casework team",
# "opened on 2 March", "had begun in Garth Valley"
_DID = re.compile(
    rf"\b(?:had|has|have)\s+{_WAY}(?:(?P<sent>written|sent|supplied|provided|circulated|e-?mailed|published|shared|"
    rf"reported|responded|replied|issued)|(?P<done>visited|met|arranged|completed|raised|signed|replaced|"
    rf"invited|established|organised|introduced|held)|(?P<itself>opened|launched)|(?P<news>begun|started))\b|"
    rf"\b(?P<opened>opened)\s+(?=on\b)",
    re.IGNORECASE,
)
# "presented the report which had been requested", "presented its first findings", "gave a presentation on"
_PRESENTED = re.compile(
    r"\b(?P<sent>(?:presented|introduced|tabled|submitted|circulated|provided)(?=\s+(?:the|its|their|his|her|an?|"
    r"proposals|figures|findings|details|information|options)\b)|gave\s+an?\s+(?:update|presentation|report)\s+on|"
    r"reported\s+back\s+on)",
    re.IGNORECASE,
)
# "had not been received", "had still not been received", "had not yet arrived", "have neither replied nor"
_NOT = re.compile(
    r"\b(?:had|has|have|was|were|is|are|could|did)\s+(?:(?:still|again|yet|also)\s+)*(?:not|neither)\s+(?:yet\s+)?"
    r"(?:been\s+)?(?!clear\b|known\b|possible\b|considered\s+(?:fair|necessary|appropriate)\b)"
    r"(?P<verb>(?:received|supplied|provided|sent|circulated|arrived|replied|responded|answered|completed?|done|"
    r"started|begun|implemented|published|presented|in\s+the\s+\w+|included|able\s+to\s+(?:provide|supply|report))\b)",
    re.IGNORECASE,
)
# "was also awaited", "remained outstanding", "were still being checked", "is overdue", "was delayed"
_WAITS = re.compile(
    r"\b(?:was|were|is|are|remain(?:s|ed)?|had\s+been|has\s+been)\s+(?:(?:also|still|now)\s+)*"
    r"(?P<verb>awaited|outstanding|overdue|delayed|late|being\s+(?:\w+ly\s+)?\w+ed|to\s+be\s+\w+ed|put\s+back)\b",
    re.IGNORECASE,
)
# "No breakdown of social worker vacancies had been supplied"
_NONE = re.compile(
    rf"^(?:that\s+)?no\s+(?P<thing>[^.;]{{3,120}}?)\s+(?:had|has|have)\s+(?:yet\s+|so\s+far\s+)?been\s+"
    rf"(?P<verb>{_DELIVERED}|{_COMPLETED}|made)\b",
    re.IGNORECASE,
)
# "there had been no response from the Cabinet Member", "had received no reply"
_NO_ANSWER = re.compile(
    r"\bno\s+(?:formal\s+|written\s+)?(?:response|reply|answer)s?\b|\bneither\s+replied\b|"
    r"\b(?:had|has|have)\s+(?:still\s+|yet\s+)*not\s+(?:yet\s+)?(?:responded|replied|answered)\b|"
    r"\bresponses?\b[^.;]{0,120}\b(?:was|were|is|remain\w*|had|has)\s+(?:still\s+)?(?:awaited|outstanding|overdue|"
    r"not\s+(?:yet\s+)?(?:been\s+)?(?:received|arrived))\b",
    re.IGNORECASE,
)
# "had been arranged for 4 September": said before that day, it is to come
_AHEAD = re.compile(r"^\s*for\b", re.IGNORECASE)
# "No action from the June meeting was now outstanding", "All actions from the last meeting had been completed"
_ALL = re.compile(
    r"\b(?:no\s+(?:other\s+|further\s+)?actions?\b(?P<of>[^.;]*?)\s+(?:was|were|is|are|remain\w*)\s+(?:now\s+|still\s+)?"
    r"outstanding|all\s+(?:the\s+|other\s+)*actions?\b(?P<of_all>[^.;]*?)\s+(?:had|have|were)\s+(?:now\s+)?(?:been\s+)?"
    r"(?:completed|closed|discharged|done))\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r";\s*(?:and\s+|but\s+)?|,\s+(?:and|but|while|whilst)\s+(?:that\s+)?|\s+and\s+that\s+")
# What introduces what was said: "It was reported that", "The Chair noted with concern that"
_SAYING = re.compile(
    r"^(?:(?:it\s+was|the\s+[\w\s-]{3,60}?|members)\s+(?:also\s+)?(?:reported|noted|advised|informed|confirmed|told|"
    r"stated|observed|heard|were\s+(?:told|advised|informed))(?:\s+with\s+\w+)?\s+that\s+)(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)


def told(sentence: str) -> list[Told]:
    """What a sentence reports, a clause at a time; nothing where it reports nothing.

    >>> [(one.said.value, one.thing) for one in told("The draft protocol had been circulated on 14 August.")]
    [('done', 'The draft protocol')]
    >>> [(one.said.value, one.thing) for one in told("No breakdown of vacancies had been supplied.")]
    [('not done', 'breakdown of vacancies')]
    """
    return [one for clause in _clauses(sentence) if (one := _read(clause))]


def _clauses(sentence: str) -> Iterator[str]:
    """The parts of a sentence that have a verb of reporting each; a part without one stays with what stands before."""
    parts: list[str] = []
    start = 0
    for separator in _SEPARATOR.finditer(sentence):
        if _reports(sentence[start : separator.start()]) and _reports(sentence[separator.end() :]):
            parts.append(sentence[start : separator.start()])
            start = separator.end()
    parts.append(sentence[start:])
    yield from (part.strip() for part in parts)


def _reports(words: str) -> bool:
    return any(pattern.search(words) for pattern in (_NONE, _NOT, _WAITS, _NO_ANSWER, _DONE, _DID, _PRESENTED))


def _read(clause: str) -> Told | None:
    said = _SAYING.match(clause)
    # "The Chair reported that he had written": who reports is who did it
    inner = said["rest"] if said else clause
    if none := _NONE.search(inner):
        return Told(Said.NOT_DONE, none["thing"], inner[none.end() :], clause, none["verb"])
    for pattern in (_NOT, _WAITS):
        if match := pattern.search(inner):
            return Told(Said.NOT_DONE, inner[: match.start()].strip(), inner[match.end() :], clause, match["verb"])
    if match := _NO_ANSWER.search(inner):
        return Told(Said.NOT_DONE, inner, "", clause, match.group())
    return _done(inner, clause)


def _done(inner: str, clause: str) -> Told | None:
    if match := _PRESENTED.search(inner):
        return Told(
            Said.DONE, inner[match.end() :], inner[match.end() :], clause, match.group(), delivers=True, presents=True
        )
    if match := _DONE.search(inner):
        ahead = match["done"] == "arranged" and _AHEAD.match(inner[match.end() :])
        said = Said.NEWS if match["news"] or ahead else Said.DONE
        before, after = _around(match)
        return Told(said, before, after, clause, match.group(), match["sent"] is not None)
    if match := _DID.search(inner):
        before, after = _around(match)
        itself = match["itself"] or match["opened"] or match["news"]  # what opened or began stands before the verb
        said = Said.NEWS if match["news"] else Said.DONE
        return Told(said, before if itself else after, after, clause, match.group(), match["sent"] is not None)
    return None


def _around(match: re.Match[str]) -> tuple[str, str]:
    return match.string[: match.start()].strip(), match.string[match.end() :]


def all_done(sentence: str) -> str | None:
    """Which actions a sentence says to be done, all of them: the words that tell of which meeting; None otherwise.

    >>> all_done("No action from the June meeting was now outstanding.")
    ' from the June meeting'
    """
    match = _ALL.search(sentence)
    return (match["of"] or match["of_all"] or "") if match else None


def says_no_answer(sentence: str) -> bool:
    """Whether a sentence says that somebody has not answered."""
    return bool(_NO_ANSWER.search(sentence))
