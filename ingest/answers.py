"""What a reading child says to its parent, over a pipe."""

from __future__ import annotations

import io
import pickle
from dataclasses import dataclass
from multiprocessing.connection import Connection

from ingest.reading.model import MinutesRead


@dataclass(frozen=True, slots=True)
class PageDone:
    """``scanned`` of the pages are read from pictures, which takes long."""

    done: int
    total: int
    scanned: int = 0


@dataclass(frozen=True, slots=True)
class ReadDone:
    read: MinutesRead


@dataclass(frozen=True, slots=True)
class Refused:
    """The paper cannot be read: the parts of an Unreadable."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The reader is at fault; ``trace`` is for the log."""

    trace: str


Answer = PageDone | ReadDone | Refused | Failed

LONGEST = 256 * 2**20  # bytes of an answer; that of a paper of 400 pages has 3 million

_SPOKEN = {
    "datetime": {"date", "time"},
    "ingest.answers": {"PageDone", "ReadDone", "Refused", "Failed"},
}


class _Answers(pickle.Unpickler):
    """Takes our own dataclasses and dates alone: the child has handled a stranger's file."""

    def find_class(self, module: str, name: str) -> type:
        if name in _SPOKEN.get(module, ()) or (module.startswith("ingest.reading.model.") and "." not in name):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"a reading does not answer with {module}.{name}")


def send(pipe: Connection, answer: Answer) -> None:
    pipe.send_bytes(pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL))


def receive(pipe: Connection) -> Answer:
    """The next answer. Raises EOFError when the child is gone, OSError for an answer beyond all measure."""
    answer = _Answers(io.BytesIO(pipe.recv_bytes(LONGEST))).load()
    if not isinstance(answer, Answer):
        raise pickle.UnpicklingError("a reading answers with one of its answers")
    return answer
