"""What gunicorn reads when it starts here: a folder in which its processes add up their figures for Prometheus."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

keepalive = 75  # longer than proxies keep a connection, or one is closed just as they use it
max_requests = 10_000  # then a process is followed by a new one: what a library may leak ends with it
max_requests_jitter = 1_000

_STARTED = "FIGURES_STARTED_BY"


def _make_folder() -> None:
    """Figures begin at nothing when the server does; when it reads this again (SIGHUP) they go on.

    The folder has to be there before the application is loaded, which with ``--preload`` comes before any hook.
    """
    if os.environ.get(_STARTED) == str(os.getpid()):
        return
    place = hashlib.sha256(f"{os.getuid()} {os.environ.get('VAR_DIR', Path.cwd())}".encode()).hexdigest()[:16]
    folder = Path(tempfile.gettempdir()) / f"scrutiny-figures-{place}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ |= {"PROMETHEUS_MULTIPROC_DIR": str(folder), _STARTED: str(os.getpid())}


_make_folder()


def child_exit(server: Any, worker: Any) -> None:
    """What a process that ended had open is no longer counted."""
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid)
