"""Shuts a process in for good: no network, no files but those it is given, no other processes.

Two of Linux's own means, both open to anybody: Landlock, which refuses paths, and a seccomp filter, which refuses
calls. What a kernel does not have is said once in the log; the limits of memory and time hold without them.

Numbers are of linux/landlock.h, linux/seccomp.h and linux/audit.h, and of the calls in each machine's unistd.h.
"""

from __future__ import annotations

import ctypes
import os
import platform
import stat
import struct
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_PR_SET_NO_NEW_PRIVS, _PR_GET_SECCOMP, _PR_SET_SECCOMP, _FILTER = 38, 21, 22, 2
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every machine
_ASK_VERSION, _PATH_BENEATH = 1, 1

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_FIRST_RIGHTS = (1 << 13) - 1
_LATER_RIGHTS = {2: 1 << 13, 3: 1 << 14, 5: 1 << 15}  # refer, truncate, ioctl on devices, each by version
_TCP = 3  # bind and connect, from version 4
_SCOPES = 3  # abstract sockets and signals, from version 6

_ALLOW, _REFUSE = 0x7FFF0000, 0x00050001  # the second: EPERM
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_X32 = 0x40000000

# Calls that a reader never makes: sockets, other processes' memory, namespaces, and ways round a filter.
_CALLS = {
    "x86_64": (0xC000003E, (41, 42, 43, 49, 50, 288, 101, 310, 311, 438, 425, 321, 323, 298, 272, 308, 304, 165, 250)),
    "aarch64": (0xC00000B7, (198, 203, 202, 200, 201, 242, 117, 270, 271, 438, 425, 280, 282, 241, 97, 268, 265, 40)),
}
_SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts", "/dev/urandom")
_KEPT_OF_THE_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TESSDATA_PREFIX")


@cache
def gaps() -> tuple[str, ...]:
    """What this system cannot refuse to a reading, in sentences for the log."""
    found = []
    if _landlock_version() < 1:
        found.append("This system has no Landlock, so a reading could open files that are not its paper.")
    if not _filters():
        found.append("This system has no filter of calls that we know, so a reading could reach the network.")
    return tuple(found)


def shut_in(paper: Path) -> None:
    """Leave this process the paper, the programs of the system and Python's own, all to read; it cannot be undone.

    Nothing can be written but what is open already. Raises OSError where the kernel refuses what it says it has.
    """
    for name in set(os.environ).difference(_KEPT_OF_THE_ENVIRONMENT):
        del os.environ[name]  # passwords of the database are nothing to Tesseract
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    _must(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    if _landlock_version() >= 1:
        _restrict_files(libc, paper)
    if _filters():
        _restrict_calls(libc)


@cache
def _filters() -> bool:
    known = sys.platform == "linux" and platform.machine() in _CALLS
    return known and int(ctypes.CDLL(None).prctl(_PR_GET_SECCOMP, 0, 0, 0, 0)) >= 0


@cache
def _landlock_version() -> int:
    """0 or less where there is none."""
    if sys.platform != "linux":
        return 0
    return int(ctypes.CDLL(None, use_errno=True).syscall(_CREATE_RULESET, None, 0, _ASK_VERSION))


def _restrict_files(libc: ctypes.CDLL, paper: Path) -> None:
    version = _landlock_version()
    rights = _FIRST_RIGHTS | sum(right for since, right in _LATER_RIGHTS.items() if version >= since)
    words = [rights, *([_TCP] if version >= 4 else []), *([_SCOPES] if version >= 6 else [])]
    ruleset = struct.pack(f"={len(words)}Q", *words)
    rules = _must(libc.syscall(_CREATE_RULESET, ruleset, len(ruleset), 0))
    for path in (*_readable(), paper):
        _allow(libc, rules, path, _READ_FILE | _READ_DIR | _EXECUTE)
    _allow(libc, rules, Path("/dev/null"), _READ_FILE | _WRITE_FILE)
    _must(libc.syscall(_RESTRICT_SELF, rules, 0))
    os.close(rules)


def _readable() -> Iterable[Path]:
    python = {Path(prefix) for prefix in (sys.prefix, sys.base_prefix, sys.exec_prefix)}
    given = {Path(os.environ["TESSDATA_PREFIX"])} if "TESSDATA_PREFIX" in os.environ else set()
    return {path for path in {*map(Path, _SYSTEM), *python, *given, Path(__file__).parent} if path.exists()}


def _allow(libc: ctypes.CDLL, rules: int, path: Path, rights: int) -> None:
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        if not stat.S_ISDIR(os.fstat(place).st_mode):
            rights &= ~_READ_DIR
        _must(libc.syscall(_ADD_RULE, rules, _PATH_BENEATH, struct.pack("=Qi", rights, place), 0))
    finally:
        os.close(place)


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_char_p)]


def _restrict_calls(libc: ctypes.CDLL) -> None:
    steps = _steps(*_CALLS[platform.machine()])
    program = _Program(len(steps), b"".join(struct.pack("=HBBI", *step) for step in steps))
    _must(libc.prctl(_PR_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0))


def _steps(machine: int, calls: tuple[int, ...]) -> list[tuple[int, int, int, int]]:
    """The filter: code, steps to jump where true, where false, and the number compared."""
    steps = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, machine), (_RETURN, 0, 0, _REFUSE), (_LOAD, 0, 0, 0)]
    left = len(calls) + 1  # to the refusal at the end
    steps.append((_AT_LEAST, left, 0, _X32))
    steps += [(_EQUAL, left - place, 0, call) for place, call in enumerate(calls, 1)]
    return [*steps, (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]


def _must(result: int) -> int:
    if result < 0:
        problem = ctypes.get_errno()
        raise OSError(problem, os.strerror(problem))
    return result
