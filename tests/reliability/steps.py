"""Where a process of an installation can be made to die, by name, and nowhere in the product.

The programs under test are the product's own; only their way in is a module of the tests, which wraps one function
for each step. A file in the installation's folder says at which step to die: the first process to come there takes
the file away and kills itself, so each is died at once. That keeps every hook out of what councils run.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

# Of the web process, and of a worker; in the order in which a paper comes by.
OF_UPLOAD = ("stored, before the row", "row, before the commit", "committed, before the wake", "woken")
OF_READING = (
    "claimed",
    "child forked",
    "page read",
    "read, before filing",
    "filed, before the outcome",
    "outcome, before the commit",
    "committed, before the acknowledgement",
)
OF_THE_CHILD = "child half way"
ORDER = "die-at"


def order(folder: Path, step: str, everything: bool = False) -> None:
    """Has the next process of the installation that comes to ``step`` die there, with all beside it or alone."""
    draft = folder / f"{ORDER}.draft"
    draft.write_text(f"{step}, all" if everything else step)
    draft.rename(folder / ORDER)


def was_carried_out(folder: Path) -> bool:
    return not (folder / ORDER).exists()


def die(step: str) -> None:
    """Ends this process as kill -9 does, if it is the one that was ordered to."""
    if taken(f"{step}, all"):
        os.killpg(os.getpgid(0), signal.SIGKILL)
    if taken(step):
        os.kill(os.getpid(), signal.SIGKILL)


def taken(order: str) -> bool:
    """Whether there is such an order, and nobody took it before."""
    path = Path(os.environ["VAR_DIR"]) / ORDER
    try:
        if path.read_text() != order:
            return False
        path.rename(path.with_name(f"{ORDER}.{os.getpid()}"))
    except FileNotFoundError:
        return False
    return True


def before(owner: Any, name: str, step: str) -> None:
    """Marks the step that begins where a function is called."""
    function = getattr(owner, name)

    @wraps(function)
    def call(*args: Any, **named: Any) -> Any:
        die(step)
        return function(*args, **named)

    setattr(owner, name, call)


def after(owner: Any, name: str, step: str, of: Callable[[Any], bool] = lambda result: True) -> None:
    """Marks the step that is reached when a function returns what ``of`` accepts."""
    function = getattr(owner, name)

    @wraps(function)
    def call(*args: Any, **named: Any) -> Any:
        result = function(*args, **named)
        if of(result):
            die(step)
        return result

    setattr(owner, name, call)


def mark_upload() -> None:
    """In a web process."""
    from ingest import uploads

    before(uploads.Document, "save", OF_UPLOAD[0])
    after(uploads, "_ask", OF_UPLOAD[1])
    before(uploads, "wake", OF_UPLOAD[2])
    after(uploads, "wake", OF_UPLOAD[3])


def mark_reading() -> None:
    """In a worker."""
    from ingest import filing, limits, tasks
    from ingest.models import Reading, ReadingQuerySet

    after(ReadingQuerySet, "claim", OF_READING[0], lambda reading: reading is not None)
    after(limits, "_fork", OF_READING[1], lambda child: child != 0)
    after(Reading, "page_done", OF_READING[2])
    before(filing, "file", OF_READING[3])
    after(filing, "file", OF_READING[4])
    after(Reading, "finish", OF_READING[5])
    after(tasks, "_carry_out", OF_READING[6])
    _mark_the_child()


def _mark_the_child() -> None:
    """The child has neither files nor environment, so its parent looks for the order."""
    from ingest import limits
    from ingest.limits.child import Child

    fork, page_done = limits._fork, Child.page_done
    ordered = False

    def forked() -> int:
        nonlocal ordered
        ordered = taken(OF_THE_CHILD)
        return fork()

    def page_or_death(child: Any, done: int, total: int, *, scanned: int = 0) -> None:
        page_done(child, done, total, scanned=scanned)
        if ordered:
            os.kill(os.getpid(), signal.SIGKILL)

    limits._fork, Child.page_done = forked, page_or_death
