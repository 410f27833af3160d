"""The sets of papers that have true records: the demonstration year, and the corpus where it is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ingest.evaluation import Accuracy, Pair, documents_with_gold, true_records
from ingest.reading import Unreadable, read
from ingest.reading.printed import as_json

SCANS = " (scans)"


def sets(demonstration: Path, corpus: Path) -> dict[str, list[Pair]]:
    """The papers by the name of their set; those of the corpus where its folder is there."""
    found = {"demonstration": list(documents_with_gold(demonstration))}
    if corpus.is_dir():
        for pair in documents_with_gold(corpus):
            found.setdefault(pair.gold.parent.name, []).append(pair)
    return found


def measured(name: str, pairs: list[Pair]) -> dict[str, Accuracy]:
    """How well a set is read. Papers without words of their own are counted apart, as "styles (scans)"."""
    counted: dict[str, Accuracy] = {}
    for document, gold in pairs:
        found, scanned = _read(document)
        counted.setdefault(name + SCANS * scanned, Accuracy()).add(true_records(gold), found)
    return counted


def _read(document: Path) -> tuple[dict[str, Any], bool]:
    """What is read in a paper, and whether it is a scan; nothing where it cannot be read."""
    try:
        found = read(document)
    except Unreadable as refusal:
        return {}, refusal.code == "no_text"
    return as_json(found), found.scanned
