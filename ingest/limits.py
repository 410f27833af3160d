"""Reading in a child process that may not use more memory, processor time or wall time than a paper needs.

The child is forked from a warm parent (spaCy and the PDF library are loaded), reads one paper and ends. What it
found comes back over a pipe; whatever happens to it, the parent lives and reads the next paper.
"""

from __future__ import annotations

import ctypes
import gc
import logging
import os
import resource
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from ingest import sandbox, starved
from ingest.answers import Answer, Failed, PageDone, ReadDone, Refused, receive, send
from ingest.reading.model import MinutesRead, Unreadable

logger = logging.getLogger(__name__)

MEBIBYTE = 2**20
_PR_SET_PDEATHSIG = 1  # prctl(2)

Progress = Callable[[int, int], None]
Read = Callable[[Path, Progress], MinutesRead]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one reading may use.

    A page of text takes about 0.02 s and, packed as it may be, 500 bytes; a page that is a picture 2000 bytes, and 3 s
    in Tesseract, which is a process of its own.
    """

    memory: int = 512 * MEBIBYTE  # above what the idle parent uses
    seconds: float = 15.0  # of the processor, for a paper of up to ``pages``
    pages: int = 100
    seconds_a_page: float = 0.1  # for each page after those
    seconds_at_most: float = 180.0
    seconds_a_drawing: float = 2.0  # for each page that is a picture: drawing it takes 0.7 s
    seconds_a_scan: float = 20.0  # on the clock, for Tesseract to read it
    scans: int = 200  # that a paper is given time for
    patience: float = 2.0  # times those seconds may pass on the clock, while it has a processor or wants none
    niceness: int = 10  # people who browse have the processors first
    file_size: int = 64 * MEBIBYTE
    open_files: int = 64

    def allowance(self, pages: int, size: int, scanned: int = 0) -> float:
        """Seconds of the processor for a paper of ``size`` bytes that says it has ``pages``, so many of them pictures.

        A small file's word is not taken for it.
        """
        long = max(0, min(pages, size // 500) - self.pages)
        drawn = self._pictures(size, scanned) * self.seconds_a_drawing
        return min(self.seconds + long * self.seconds_a_page + drawn, self.seconds_at_most)

    def wait(self, pages: int, size: int, scanned: int = 0) -> float:
        """Seconds on the clock for such a paper."""
        recognised = self._pictures(size, scanned) * self.seconds_a_scan
        return self.allowance(pages, size, scanned) * self.patience + recognised

    def _pictures(self, size: int, scanned: int) -> int:
        return min(scanned, size // 2000, self.scans)

    @property
    def wait_at_most(self) -> float:
        return self.seconds_at_most * self.patience + self.scans * self.seconds_a_scan


SENTENCES = {
    "too_long": "Reading this paper took longer than a paper should need, so it was stopped. "
    "Open it, save or print it as a new PDF, and upload that.",
    "too_much_memory": "Reading this paper took more memory than a paper should need, so it was stopped. "
    "Open it, save or print it as a new PDF, and upload that.",
    "too_deep": "This paper is built in a way that cannot be followed, with parts inside parts without end. "
    "Open it, save or print it as a new PDF, and upload that.",
    "stopped": "The reader stopped in the middle of this paper. "
    "Open the paper, save or print it as a new PDF, and upload that.",
    "unexpected": "Something went wrong in the reader, not in what you did. The paper is kept. "
    "Try reading it again, and if it happens again tell your administrator.",
}


class Killed(Exception):
    """The child was ended from outside, which may be no fault of the paper."""


def read(path: Path, progress: Progress, reader: Read, limits: Limits | None = None) -> MinutesRead:
    """What ``reader(path, progress)`` returns, run in a child process within ``limits``.

    ``progress(done, total)`` is called here, in the parent, for each page, and at least once a second while the
    child is at work. Raises Unreadable: the reader's own, or one with a code of SENTENCES; Killed where somebody else
    ended the child, as a system does that has no memory left.
    """
    limits = limits or Limits()
    _tell_gaps()
    receiver, sender = Pipe(duplex=False)
    child = _fork()
    if child == 0:
        _be_the_child(path, reader, limits, sender)
    sender.close()
    watch = _Watch(child, receiver, progress, limits, path.stat().st_size)
    try:
        answer = watch.answer()
    finally:
        receiver.close()
        status = _end(child)
    return _read_or_refusal(answer, status, path)


@cache
def _tell_gaps() -> None:
    for sentence in sandbox.gaps():
        logger.warning(sentence)


def _fork() -> int:
    with warnings.catch_warnings():
        # Python 3.12 warns of a fork beside other threads; the child touches none of what they may have locked.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


class _Watch:
    """The parent's side: passes progress on and knows when the time is up."""

    def __init__(self, child: int, receiver: Connection, progress: Progress, limits: Limits, size: int) -> None:
        self.child, self.receiver, self.progress, self.limits, self.size = child, receiver, progress, limits, size
        self.began = time.monotonic()
        self.done, self.total, self.scanned = 0, 0, 0
        self.kept_waiting: dict[int, float] = {}

    def answer(self) -> Answer | None:
        """The child's last word; None where it ended or was ended without one."""
        while (left := self._left()) > 0:
            if not self.receiver.poll(min(left, 1.0)):
                self.progress(self.done, self.total)
                continue
            try:
                answer = receive(self.receiver)
            except (EOFError, OSError):  # OSError: in the middle of a word
                return None
            if not isinstance(answer, PageDone):
                return answer
            self.done, self.total, self.scanned = answer.done, answer.total, answer.scanned
            self.progress(self.done, self.total)
        return Refused("too_long", SENTENCES["too_long"])

    def _left(self) -> float:
        allowed = self.limits.wait(self.total, self.size, self.scanned)
        return self.began + allowed + self._waited_for_a_processor() - time.monotonic()

    def _waited_for_a_processor(self) -> float:
        """Seconds for which the child, or what it started, could have worked and others did: no fault of the paper."""
        self.kept_waiting |= starved.seconds(self.child)
        return sum(self.kept_waiting.values())


def _end(child: int) -> int:
    """Ends the child and what it started, and returns its wait status."""
    try:
        os.killpg(child, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        os.kill(child, signal.SIGKILL)  # it has not come as far as leading its own group
    return os.waitpid(child, 0)[1]


def _read_or_refusal(answer: Answer | None, status: int, path: Path) -> MinutesRead:
    match answer:
        case ReadDone(read):
            return read
        case Refused(code, sentence):
            raise Unreadable(code, sentence)
        case Failed(trace):
            logger.error("Reading %s failed:\n%s", path.name, trace)
            raise Unreadable("unexpected", SENTENCES["unexpected"])
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        raise Killed(path.name)
    code = _code_of(status)
    logger.error("Reading %s ended without an answer: %s, wait status %s", path.name, code, status)
    raise Unreadable(code, SENTENCES[code])


def _code_of(status: int) -> str:
    ended_by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
    if ended_by == signal.SIGABRT:  # how libraries in C and C++ end where they are given no more memory
        return "too_much_memory"
    return "too_long" if ended_by in (signal.SIGXCPU, signal.SIGALRM) else "stopped"


# --- the child ----------------------------------------------------------------------------------------------------


def _be_the_child(path: Path, reader: Read, limits: Limits, sender: Connection) -> None:
    """Reads and answers; never returns, so that nothing of the parent's runs twice."""
    try:
        _leave_the_parent(sender)
        os.nice(limits.niceness)
        child = _Child(path, limits, sender)
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


class _Child:
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
