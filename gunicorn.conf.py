"""What gunicorn reads when it starts here: a folder in which its processes add up their figures for Prometheus."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

_place = hashlib.sha256(f"{os.getuid()} {os.environ.get('VAR_DIR', Path.cwd())}".encode()).hexdigest()[:16]
_folder = Path(tempfile.gettempdir()) / f"scrutiny-figures-{_place}"
os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(_folder))

keepalive = 5
max_requests = 10_000  # then a process is followed by a new one: what a library may leak ends with it
max_requests_jitter = 1_000


def on_starting(server: Any) -> None:
    """Figures begin at nothing when the server does."""
    folder = Path(os.environ["PROMETHEUS_MULTIPROC_DIR"])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def child_exit(server: Any, worker: Any) -> None:
    """What a process that ended had open is no longer counted."""
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid)
