"""docs/accuracy.md: the figures of every set of papers, in a page whose other words people write.

The figures stand between two marks. A set that was not measured this time, such as one whose papers are not on this
machine, keeps the figures that it had.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ingest.evaluation import KINDS, Accuracy

BEGIN = "<!-- figures: written by make accuracy -->"
END = "<!-- end of figures -->"
_SET = re.compile(r"^### (?P<name>.+): (?P<papers>\d+) papers?$", re.M)
_ALL = re.compile(r"^\| all records \| [\d.]+ \| [\d.]+ \| (?P<f1>[\d.]+) \|", re.M)
_ALL_FIELDS = re.compile(r"^\| all fields \| (?P<right>\d+) \| (?P<wrong>\d+) \| (?P<blank>\d+) \|", re.M)


class Promise(NamedTuple):
    """What the page says of a set: F1 over all records, and how many values of its fields are wrong."""

    f1: float
    wrong: int


def with_figures(page: str, measured: Mapping[str, Accuracy]) -> str:
    """The page with the figures of these sets, and the other sets as they stand in it.

    Raises ValueError where the page has not both marks.
    """
    before, begin, rest = page.partition(BEGIN)
    inside, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("The page has no place for the figures.")
    sets = dict(_sections(inside)) | {name: section(name, accuracy) for name, accuracy in measured.items()}
    return f"{before}{BEGIN}\n\n" + "\n\n".join(sets[name] for name in sorted(sets)) + f"\n\n{END}{after}"


def promised(page: str) -> dict[str, Promise]:
    """What the page says, by the name of the set."""
    found = {}
    for name, words in _sections(page.partition(BEGIN)[2].partition(END)[0]):
        records, fields = _ALL.search(words), _ALL_FIELDS.search(words)
        if records and fields:
            found[name] = Promise(float(records["f1"]), int(fields["wrong"]))
    return found


def section(name: str, accuracy: Accuracy) -> str:
    """The figures of one set as two tables in Markdown under its name."""
    papers = f"{accuracy.documents} paper{'s' if accuracy.documents != 1 else ''}"
    return "\n".join([f"### {name}: {papers}", "", *_records(accuracy), "", *_fields(accuracy)])


def _sections(words: str) -> Iterator[tuple[str, str]]:
    found = list(_SET.finditer(words))
    edges = [one.start() for one in found] + [len(words)]
    for one, end in zip(found, edges[1:], strict=True):
        yield one["name"], words[one.start() : end].strip()


def _records(accuracy: Accuracy) -> Iterator[str]:
    yield from _head("records", "precision", "recall", "F1", "found", "missed", "extra")
    for kind in KINDS:
        counts = accuracy.found[kind], accuracy.missed[kind], accuracy.extra[kind]
        if any(counts):
            yield _row(kind.replace("_", " "), *(f"{rate:.3f}" for rate in accuracy.rate(kind)), *counts)
    totals = (of.total() for of in (accuracy.found, accuracy.missed, accuracy.extra))
    yield _row("all records", *(f"{rate:.3f}" for rate in accuracy.rate()), *totals)


def _fields(accuracy: Accuracy) -> Iterator[str]:
    yield from _head("fields", "right", "wrong", "blank")
    counted = accuracy.right, accuracy.wrong, accuracy.blank
    for name in accuracy.fields():
        yield _row(name.replace("_", " "), *(of[name] for of in counted))
    yield _row("all fields", *(of.total() for of in counted))


def _head(*names: str) -> Iterable[str]:
    return _row(*names), _row("---", *["---:"] * (len(names) - 1))


def _row(*cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"
