"""Reading in a child process that may not use more memory, processor time or wall time than a paper needs.

The child is forked from a warm parent (spaCy and the PDF library are loaded), reads one paper and ends. What it
found comes back over a pipe; whatever happens to it, the parent lives and reads the next paper.
"""

from __future__ import annotations

import logging
import os
import signal
import time
import warnings
from functools import cache
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from ingest import sandbox, starved
from ingest.answers import Answer, Failed, PageDone, ReadDone, Refused, receive
from ingest.limits.allowed import MEBIBYTE, SENTENCES, Limits
from ingest.limits.child import Progress, Read, be_the_child
from ingest.reading.model import MinutesRead, Unreadable

__all__ = ["MEBIBYTE", "SENTENCES", "Killed", "Limits", "read"]

logger = logging.getLogger(__name__)


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
        be_the_child(path, reader, limits, sender)
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
