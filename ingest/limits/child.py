"""The child's side: leaves the parent, accepts its limits, is shut in, reads one paper and answers."""

from __future__ import annotations

import ctypes
import gc
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from ingest import sandbox
from ingest.answers import Answer, Failed, PageDone, ReadDone, Refused, send
from ingest.limits.allowed import MEBIBYTE, SENTENCES, Limits
from ingest.reading.model import MinutesRead, Unreadable

_PR_SET_PDEATHSIG = 1  # prctl(2)

Progress = Callable[[int, int], None]
Read = Callable[[Path, Progress], MinutesRead]


def be_the_child(path: Path, reader: Read, limits: Limits, sender: Connection) -> None:
    """Reads and answers; never returns, so that nothing of the parent's runs twice."""
    try:
        _leave_the_parent(sender)
        os.nice(limits.niceness)
        child = Child(path, limits, sender)
        child.accept_limits()
        sandbox.shut_in(path)
        send(sender, child.answer(reader))
    except BaseException:  # noqa: BLE001 (whatever it is, the child must not go on as its parent)
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(0)


def _leave_the_parent(sender: Connection) -> None:
    """Shares no signals and no connections with the parent: its database, its broker and its log files are its own."""
    os.setsid()
    _end_with_the_parent()
    for name in (signal.SIGTERM, signal.SIGINT, signal.SIGXCPU, signal.SIGALRM, signal.SIGUSR1):
        signal.signal(name, signal.SIG_DFL)
    gc.freeze()  # collecting the parent's objects would copy their pages
    os.closerange(3, sender.fileno())
    os.closerange(sender.fileno() + 1, os.sysconf("SC_OPEN_MAX"))


def _end_with_the_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


class Child:
    def __init__(self, path: Path, limits: Limits, sender: Connection) -> None:
        self.path, self.limits, self.sender = path, limits, sender
        self.size = path.stat().st_size
        self.total, self.scanned = 0, 0

    def accept_limits(self) -> None:
        if (in_use := _memory_in_use()) is not None:
            memory = in_use + self.limits.memory
            # A soft limit that can be lifted a little leaves room to say that memory ran out.
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory + 64 * MEBIBYTE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (self.limits.file_size, self.limits.file_size))
        resource.setrlimit(resource.RLIMIT_NOFILE, (self.limits.open_files, self.limits.open_files))
        self._accept_seconds()

    def _accept_seconds(self) -> None:
        seconds = int(self.limits.allowance(self.total, self.size, self.scanned))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, int(self.limits.seconds_at_most) + 1))
        # Should the parent be stuck, nobody else ends a child that waits.
        signal.alarm(int(self.limits.wait_at_most) + 5)

    def answer(self, reader: Read) -> Answer:
        try:
            return ReadDone(reader(self.path, self.page_done))
        except Unreadable as refusal:
            return Refused(refusal.code, refusal.sentence)
        except MemoryError:
            _lift_memory()
            return Refused("too_much_memory", SENTENCES["too_much_memory"])
        except RecursionError:
            return Refused("too_deep", SENTENCES["too_deep"])
        except Exception:  # noqa: BLE001 (the bottom of a process: the parent logs it)
            return Failed(traceback.format_exc())

    def page_done(self, done: int, total: int, *, scanned: int = 0) -> None:
        if (total, scanned) != (self.total, self.scanned):
            self.total, self.scanned = total, scanned
            self._accept_seconds()
        send(self.sender, PageDone(done, total, scanned))


def _lift_memory() -> None:
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _memory_in_use() -> int | None:
    """Address space of this process in bytes; None where the system does not say (and does not limit it either)."""
    try:
        pages = Path("/proc/self/statm").read_text().split()[0]
    except FileNotFoundError:
        return None
    return int(pages) * resource.getpagesize()
