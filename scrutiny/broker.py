"""How the queue is reached: a folder of this machine, or Redis."""

from __future__ import annotations

from pathlib import Path
from typing import Any

FOLDERS = {
    "data_folder_in": "messages",
    "data_folder_out": "messages",
    "control_folder": "control",
    "processed_folder": "processed",
}


def is_folder(url: str) -> bool:
    return url.startswith("filesystem://")


def transport_options(url: str, folder: Path, prefix: str) -> dict[str, Any]:
    """What Celery's transport is told. ``folder`` is where messages lie, if in a folder: it is made.

    Installations that share one Redis tell their keys apart by ``prefix``.
    """
    if not is_folder(url):
        return {
            "global_keyprefix": prefix,
            "socket_connect_timeout": 2,  # seconds, as the next
            "socket_timeout": 5,
            "visibility_timeout": 7200,  # longer than any reading may take (ingest.limits)
        }
    for name in FOLDERS.values():
        (folder / name).mkdir(parents=True, exist_ok=True)
    return {option: str(folder / name) for option, name in FOLDERS.items()} | {"polling_interval": 0.2}
