"""A reading that runs away ends in a named state, and the parent reads on."""

import datetime as dt
import mmap
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ingest import limits
from ingest.limits import MEBIBYTE, Limits
from ingest.reading.model import MeetingRead, MinutesRead, PageRead, Problem, Quote, Unreadable
from scrutiny import broker

SHORT = Limits(seconds=2, seconds_at_most=4)
SMALL = Limits(memory=100 * MEBIBYTE)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_bytes(b"x" * 10_000)
    return path


def quiet(done, total):
    pass


def refusal(paper, reader, within=SHORT):
    with pytest.raises(Unreadable) as caught:
        limits.read(paper, quiet, reader, within)
    assert caught.value.sentence.endswith(".")
    return caught.value.code


def test_what_the_child_reads_comes_back_whole(paper):
    read = MinutesRead(
        meeting=MeetingRead(
            date=dt.date(2013, 11, 8), start_time=dt.time(10, 30), quotes={"date": Quote("Friday 8 November 2013", 1)}
        ),
        pages=(PageRead(1, ("Minutes of the meeting",)),),
        problems=(Problem("Page 2 has no text.", 2),),
    )
    assert limits.read(paper, quiet, lambda path, progress: read) == read


def test_the_reader_runs_in_another_process(paper):
    read = limits.read(paper, quiet, lambda path, progress: MinutesRead(MeetingRead(title=str(os.getpid()))))
    assert read.meeting.title != str(os.getpid())


def test_progress_arrives_page_by_page(paper):
    seen = []

    def reader(path, progress):
        for page in range(1, 4):
            progress(page, 3)
        return MinutesRead(MeetingRead())

    limits.read(paper, lambda done, total: seen.append((done, total)), reader)
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_the_parent_hears_something_every_second_of_a_slow_page(paper):
    heard = []

    def reader(path, progress):
        time.sleep(1.5)
        return MinutesRead(MeetingRead())

    limits.read(paper, lambda done, total: heard.append(time.monotonic()), reader, SHORT)
    assert heard


def test_a_refusal_of_the_reader_comes_back_with_its_words(paper):
    def reader(path, progress):
        raise Unreadable("encrypted", "This PDF is locked with a password. Upload it without.")

    with pytest.raises(Unreadable, match="locked with a password") as caught:
        limits.read(paper, quiet, reader)
    assert caught.value.code == "encrypted"


def test_memory_without_end_is_refused(paper):
    def reader(path, progress):
        held = []
        while True:
            held.append(bytearray(MEBIBYTE))

    assert refusal(paper, reader, SMALL) == "too_much_memory"


def test_one_huge_allocation_is_refused(paper):
    assert refusal(paper, lambda path, progress: bytearray(2**40), SMALL) == "too_much_memory"


def test_a_library_that_gives_up_for_want_of_memory_is_said_to_want_memory(paper):
    assert refusal(paper, lambda path, progress: os.abort()) == "too_much_memory"


def test_nesting_without_end_is_refused(paper):
    def reader(path, progress):
        return reader(path, progress)

    assert refusal(paper, reader) == "too_deep"


def test_a_loop_without_end_is_stopped_when_the_time_is_up(paper):
    def reader(path, progress):
        while True:
            pass

    began = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    assert refusal(paper, reader) == "too_long"
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - began < 4


def test_waiting_without_end_is_stopped_too(paper):
    began = time.monotonic()
    assert refusal(paper, lambda path, progress: time.sleep(60)) == "too_long"
    assert time.monotonic() - began < 6


def test_what_the_reader_started_ends_with_it(paper):
    started = mmap.mmap(-1, 8)

    def reader(path, progress):
        if os.fork() == 0:
            started.write(os.getpid().to_bytes(8))
            time.sleep(60)
        time.sleep(60)

    assert refusal(paper, reader) == "too_long"
    assert _ends_soon(int.from_bytes(started[:]))


def _ends_soon(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    for _ in range(40):
        if not stat.exists() or stat.read_text().rsplit(") ", 1)[1][0] == "Z":
            return True
        time.sleep(0.05)
    return False


def test_a_crash_is_refused(paper):
    assert refusal(paper, lambda path, progress: os.kill(os.getpid(), signal.SIGSEGV)) == "stopped"


def test_a_mistake_of_the_reader_is_refused_and_logged(paper, caplog):
    def reader(path, progress):
        raise KeyError("FontDescriptor")

    assert refusal(paper, reader) == "unexpected"
    assert "KeyError: 'FontDescriptor'" in caplog.text


def test_an_answer_of_another_kind_is_not_taken_in(paper):
    """A child that a file has taken over must not make the parent run what it sends."""

    def reader(path, progress):
        return Path("/etc/passwd")

    with pytest.raises(Exception, match="does not answer with"):
        limits.read(paper, quiet, reader)


def test_a_child_that_somebody_else_ends_is_told_apart_from_a_paper_that_cannot_be_read(paper):
    with pytest.raises(limits.Killed):
        limits.read(paper, quiet, lambda path, progress: os.kill(os.getpid(), signal.SIGKILL))


def test_the_child_has_none_of_the_parents_files(paper, tmp_path):
    with (tmp_path / "held").open("w") as held:
        number = held.fileno()
        assert refusal(paper, lambda path, progress: os.write(number, b"from the child")) == "unexpected"
    assert (tmp_path / "held").read_text() == ""


def test_the_next_paper_is_read_after_one_that_ran_away(paper):
    refusal(paper, lambda path, progress: bytearray(2**40), SMALL)
    assert limits.read(paper, quiet, lambda path, progress: MinutesRead(MeetingRead())) == MinutesRead(MeetingRead())


@pytest.mark.parametrize(
    ("pages", "size", "seconds"),
    [(0, 1_000, 15), (100, 10_000_000, 15), (400, 10_000_000, 45), (10_000_000, 1_100, 15), (10_000, 50_000_000, 180)],
)
def test_long_papers_have_longer_but_not_on_their_word_alone(pages, size, seconds):
    assert Limits().allowance(pages, size) == seconds


def test_pages_that_are_pictures_have_longer_as_far_as_the_file_can_hold_them():
    limits = Limits()
    assert limits.wait(5, 1_800_000, scanned=5) == limits.wait(5, 1_800_000) + 5 * (
        limits.seconds_a_scan + limits.patience * limits.seconds_a_drawing
    )
    assert limits.wait(100_000, 4_000, scanned=100_000) == limits.wait(5, 4_000, scanned=2)
    assert limits.wait(100_000, 50_000_000, scanned=100_000) <= limits.wait_at_most


def test_the_queue_gives_no_paper_to_a_second_worker_while_the_first_may_still_read_it(tmp_path):
    patience = broker.transport_options("redis://queue/0", tmp_path, "")["visibility_timeout"]
    assert Limits().wait_at_most < patience


def test_a_reader_that_tells_of_pictures_is_waited_for(paper):
    def reader(path, progress):
        progress(0, 2, scanned=2)
        time.sleep(2)
        return MinutesRead(MeetingRead())

    within = Limits(seconds=1, patience=1, seconds_a_drawing=0, seconds_a_scan=5)
    assert limits.read(paper, quiet, reader, within) == MinutesRead(MeetingRead())
    assert refusal(paper, lambda path, progress: time.sleep(2), within) == "too_long"


def test_a_busy_machine_is_no_fault_of_the_paper(paper):
    """The reader shares its processor with a process that wants nothing but to work, and gets half of it or less."""
    processors = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(processors)})  # for what is started from here, too
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])

    def reader(path, progress):
        until = time.process_time() + 0.8
        while time.process_time() < until:
            pass
        return MinutesRead(MeetingRead(title="read in the end"))

    try:
        within = Limits(seconds=1, patience=1)
        began = time.monotonic()
        assert limits.read(paper, quiet, reader, within).meeting.title == "read in the end"
        assert time.monotonic() - began > 1.0  # it did have to wait, longer than the clock allows by itself
    finally:
        os.sched_setaffinity(0, processors)
        busy.kill()
        busy.wait()


def test_people_who_browse_have_the_processors_first(paper):
    read = limits.read(paper, quiet, lambda path, progress: MinutesRead(MeetingRead(title=str(os.nice(0)))))
    assert int(read.meeting.title) == min(19, os.nice(0) + Limits().niceness)
