"""A committee's file: JSON with the papers in it, or a zip with the same JSON and the papers beside it."""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
from typing import IO, Any

from django.utils import timezone

from minutes.exchange.choosing import Chosen
from minutes.exchange.kinds import KINDS, fields_of, name_of
from minutes.exchange.references import renumbered
from minutes.exchange.rows import lists_of, row_of
from minutes.models import Committee, Document
from minutes.models.document import EXTENSIONS

FORMAT = "scrutiny-records/committee"
VERSION = 1
RECORDS_NAME = "committee.json"


def write(committee: Committee, file: IO[bytes], beside: bool) -> dict[str, Any]:
    """Write a committee; ``beside`` makes a zip. Gives the head of the file: what it has, and what it lacks."""
    chosen = Chosen(committee)
    content = _content(chosen)
    papers: list[Document] = list(chosen.rows["document"].values())
    there = [paper for paper in papers if paper.file.storage.exists(paper.file.name)]
    gone = [f"The file of {paper.filename} is not where it is kept." for paper in papers if paper not in there]
    head = {
        "format": FORMAT,
        "version": VERSION,
        "committee": committee.name,
        "exported_at": timezone.now().isoformat(),
        "counts": {kind: len(rows) for kind, rows in content["records"].items()},
        "left_out": [*content.pop("left_out"), *gone],
        "sha256": sum_of(content),
    }
    if beside:
        _as_zip(file, head | content, there)
    else:
        file.write(_as_json(head | content | {"papers": {paper.sha256: _base64(paper) for paper in there}}))
    return head


def sum_of(content: dict[str, Any]) -> str:
    """SHA-256 of users and records, by which a file that was damaged on its way is told."""
    parts = {name: content[name] for name in ("users", "records")}
    return hashlib.sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def name_in_zip(sha256: str, media_type: str) -> str:
    return f"papers/{sha256}.{EXTENSIONS.get(media_type, 'bin')}"


def _content(chosen: Chosen) -> dict[str, Any]:
    out: list[str] = []
    records = {kind: _rows(kind, chosen, out) for kind in KINDS}
    users = [
        {"id": user.pk, "username": user.username, "first_name": user.first_name, "last_name": user.last_name}
        for user in chosen.users.values()
    ]
    return {"users": users, "records": records, "left_out": out}


def _rows(kind: str, chosen: Chosen, out: list[str]) -> list[dict[str, Any]]:
    """The rows of a kind. A link that leads out of the committee is left out, and ``out`` told of it."""
    model, rows = KINDS[kind], []
    lists = lists_of(model, chosen.rows[kind].keys())
    pointing = [field for field in fields_of(model) if field.is_relation]
    for key, record in chosen.rows[kind].items():
        row = row_of(record) | {name: found[key] for name, found in lists.items()}
        for field in pointing:
            if row[field.name] is not None and not chosen.has(name_of(field.related_model), row[field.name]):
                out.append(
                    f"{model._meta.verbose_name.capitalize()} “{record}”: its {field.verbose_name} is elsewhere."
                )
                row[field.name] = None
        rows.append(row | renumbered(kind, row, lambda other, old: old if chosen.has(other, old) else None))
    return rows


def _as_json(whole: dict[str, Any]) -> bytes:
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _base64(paper: Document) -> str:
    with paper.file.open("rb") as stored:
        return base64.b64encode(stored.read()).decode()


def _as_zip(file: IO[bytes], whole: dict[str, Any], papers: list[Document]) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr(RECORDS_NAME, _as_json(whole))
        for paper in papers:
            with paper.file.open("rb") as stored, pack.open(name_in_zip(paper.sha256, paper.media_type), "w") as entry:
                for part in stored.chunks():
                    entry.write(part)
