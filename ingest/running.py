"""Keeps the programs of `manage.py run` going side by side, and ends them together."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import FrameType

PATIENCE = 30.0  # seconds a program may take to end: a page in the making, a paper half read
SHORTEST_LIFE = 10.0  # seconds; a program that ends sooner would only end again
_PR_SET_PDEATHSIG = 1  # prctl(2)


class StoppedEarly(Exception):
    """A program ended as soon as it had started; starting it again would not help."""


@dataclass
class Program:
    """One program, in a process group of its own, so that Ctrl-C reaches us alone and we end it in order.

    ``ready()`` returns when it has started; programs after it start then.
    """

    name: str
    command: Sequence[str]
    ready: Callable[[], None] = lambda: None
    started: float = field(default=0.0, init=False)
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> None:
        self.started = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 (our own command line)
            self.command, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=_ending_with_parent()
        )

    def start_again_if_ended(self, say: Callable[[str], None]) -> None:
        """Starts the program again where it ended by itself. Raises StoppedEarly where that would not help."""
        if self.process is None or self.process.poll() is None:
            return
        self.kill()
        if time.monotonic() - self.started < SHORTEST_LIFE:
            raise StoppedEarly(f"{self.name} stopped as soon as it had started; what it said stands above.")
        say(f"{self.name} stopped unexpectedly ({_how(self.process.returncode)}). Starting it again.")
        self.start()

    def ask_to_end(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait(self, until: float) -> None:
        """Waits for the end, until the monotonic clock says ``until``; then ends it and what it started."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            pass
        finally:
            self.kill()

    def kill(self) -> None:
        """Leaves nothing of the program's process group behind."""
        if self.process is None:
            return
        with suppress(ProcessLookupError, PermissionError):  # macOS says the latter of a group that has ended
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def run_until_stopped(programs: Sequence[Program], say: Callable[[str], None], meanwhile: Callable[[], None]) -> None:
    """Runs ``programs`` until Ctrl-C or a request to end; ``meanwhile()`` is called once when they have started.

    Raises StoppedEarly where a program cannot be kept going. However it ends, no process is left.
    """
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, _interrupt)  # SIGINT too: a shell ignores it for what it starts in the background
    try:
        for program in programs:
            program.start()
            program.ready()
        meanwhile()
        while True:
            for program in programs:
                program.start_again_if_ended(say)
            time.sleep(0.5)
    except KeyboardInterrupt:
        say("\nStopping. What is being read is finished first; Ctrl-C again stops at once.")
    finally:
        _end(programs)


def _end(programs: Sequence[Program]) -> None:
    try:
        for program in programs:
            program.ask_to_end()
        until = time.monotonic() + PATIENCE
        for program in programs:
            program.wait(until)
    except KeyboardInterrupt:
        pass
    finally:
        for program in programs:
            program.kill()


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _how(code: int) -> str:
    return f"exit status {code}" if code >= 0 else signal.Signals(-code).name


def _ending_with_parent() -> Callable[[], None] | None:
    """Makes a new process end when this one is killed, where the system can (Linux)."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
