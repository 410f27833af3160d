"""A reading has its paper and the programs that read it, and nothing else of the machine."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest import limits, sandbox
from ingest.reading import read as read_paper
from ingest.reading.model import MeetingRead, MinutesRead, Unreadable

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can shut a process in")

WORDS = "Roads Scrutiny Committee\n\nMinutes of the meeting held on 8 November 2013\n\n1. Roads\n"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_text(WORDS)
    return path


def tried(paper: Path, attempt: Callable[[], object]) -> str:
    """What became of something that the child tried: "done", or the name of the error."""

    def reader(path: Path, progress: object) -> MinutesRead:
        try:
            attempt()
        except OSError as problem:
            return MinutesRead(MeetingRead(title=errno.errorcode[problem.errno or 0]))
        return MinutesRead(MeetingRead(title="done"))

    return limits.read(paper, lambda done, total: None, reader).meeting.title or ""


def test_this_machine_can_refuse_all_of_it() -> None:
    assert sandbox.gaps() == ()


def test_the_paper_itself_can_be_read(paper: Path) -> None:
    assert tried(paper, paper.read_bytes) == "done"


@pytest.mark.parametrize("path", ["/etc/passwd", "/proc/self/environ", "/root", "/var", "/home", "/"])
def test_no_other_file_can_be_read(paper: Path, path: str) -> None:
    def look() -> object:
        return list(Path(path).iterdir()) if Path(path).is_dir() else Path(path).read_bytes()

    assert tried(paper, look) == "EACCES"


def test_a_paper_that_lies_beside_it_cannot_be_read(paper: Path, tmp_path: Path) -> None:
    (tmp_path / "exempt.txt").write_text("Not for publication")
    assert tried(paper, (tmp_path / "exempt.txt").read_bytes) == "EACCES"


def test_nothing_can_be_written(paper: Path, tmp_path: Path) -> None:
    assert tried(paper, lambda: (tmp_path / "new").write_bytes(b"x")) == "EACCES"
    assert tried(paper, lambda: paper.write_bytes(b"another paper")) == "EACCES"
    assert tried(paper, paper.unlink) == "EACCES"
    assert paper.read_text() == WORDS


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6, socket.AF_UNIX])
@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM])
def test_no_network_is_reached(paper: Path, family: int, kind: int) -> None:
    assert tried(paper, lambda: socket.socket(family, kind)) == "EPERM"


def test_what_the_reader_starts_is_shut_in_too(paper: Path, tmp_path: Path) -> None:
    (tmp_path / "exempt.txt").write_text("Not for publication")
    command = ["cat", str(tmp_path / "exempt.txt")]

    def attempt() -> None:
        if subprocess.run(command, capture_output=True).returncode:
            raise OSError(errno.EACCES, "")

    assert tried(paper, attempt) == "EACCES"


def test_the_worker_cannot_be_ended_by_its_child(paper: Path) -> None:
    assert tried(paper, lambda: os.kill(os.getppid(), signal.SIGTERM)) == "EPERM"


def test_other_processes_memory_cannot_be_reached(paper: Path) -> None:
    def attach() -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.ptrace(16, os.getppid(), 0, 0) < 0:
            raise OSError(ctypes.get_errno(), "")

    assert tried(paper, attach) == "EPERM"


def test_what_the_parent_knows_of_passwords_is_not_handed_on(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://scrutiny:secret@database/scrutiny")

    def reader(path: Path, progress: object) -> MinutesRead:
        return MinutesRead(MeetingRead(title=os.environ.get("DATABASE_URL", "unknown")))

    assert limits.read(paper, lambda done, total: None, reader).meeting.title == "unknown"


def test_the_parent_itself_stays_free(paper: Path, tmp_path: Path) -> None:
    tried(paper, paper.read_bytes)
    (tmp_path / "written").write_text("by the parent")
    socket.socket().close()


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_papers_are_read_as_without_it(demonstration: Path, suffix: str) -> None:
    path = sorted(demonstration.glob(f"*{suffix}"))[0]
    assert limits.read(path, lambda done, total: None, read_paper) == read_paper(path)


def test_a_scan_is_still_read_by_tesseract(tmp_path: Path) -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("no Tesseract on the path")
    page = Image.new("L", (1240, 1754), 255)
    pen, font = ImageDraw.Draw(page), ImageFont.load_default(32)
    for place, line in enumerate(WORDS.split("\n")):
        pen.text((120, 120 + 60 * place), line, fill=0, font=font)
    page.save(tmp_path / "scan.pdf", resolution=150)
    read = limits.read(tmp_path / "scan.pdf", lambda done, total: None, read_paper)
    assert read.scanned
    assert "Roads Scrutiny Committee" in " ".join(read.pages[0].paragraphs)


def test_where_the_system_cannot_refuse_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "vax")
    sandbox.gaps.cache_clear()
    sandbox._filters.cache_clear()
    try:
        assert sandbox.gaps() == (
            "This system has no filter of calls that we know, so a reading could reach the network.",
        )
    finally:
        monkeypatch.undo()
        sandbox.gaps.cache_clear()
        sandbox._filters.cache_clear()


def test_a_refusal_still_comes_back_in_words(tmp_path: Path) -> None:
    (tmp_path / "damaged.pdf").write_bytes(b"%PDF-1.4\nnothing")
    with pytest.raises(Unreadable) as caught:
        limits.read(tmp_path / "damaged.pdf", lambda done, total: None, read_paper)
    assert caught.value.code not in ("unexpected", "stopped")
