"""Programs that run together start together, and no process outlives them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.running import Program, StoppedEarly, run_until_stopped

ROOT = Path(__file__).resolve().parents[2]

# Keeps a program going that starts another; both write their numbers to the folder that is named.
SUPERVISOR = """
import sys
from ingest import running
running.SHORTEST_LIFE = 0.0
folder = sys.argv[1]
script = '''
    sleep 600 &
    trap "kill $!" TERM
    echo $! > grandchild
    echo $$ > draft; mv draft child
    wait
'''
programs = [running.Program("The sleeper", ["sh", "-c", f"cd {folder}; {script}"])]
running.run_until_stopped(programs, lambda text: print(text, flush=True), lambda: print("started", flush=True))
"""


def eventually(true: Callable[[], bool], seconds: float = 10.0) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.05)
    return true()


def is_running(pid: int) -> bool:
    """True for a process that runs; one that has ended and was not asked after yet does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def number(folder: Path, name: str) -> int:
    assert eventually((folder / name).exists)
    return int((folder / name).read_text())


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    if not Path("/proc/self/stat").exists():
        pytest.skip("this system does not show its processes in /proc")
    command = [sys.executable, "-c", SUPERVISOR, str(tmp_path)]
    # As a shell starts what goes on in the background: Ctrl-C ignored.
    process = subprocess.Popen(
        ["sh", "-c", 'trap "" INT; exec "$@"', "sh", *command], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    yield process
    process.kill()
    process.communicate()


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_every_program_and_what_it_started(
    supervisor: subprocess.Popen[str], tmp_path: Path, asked: signal.Signals
) -> None:
    child, grandchild = number(tmp_path, "child"), number(tmp_path, "grandchild")

    supervisor.send_signal(asked)
    said, _ = supervisor.communicate(timeout=20)

    assert supervisor.returncode == 0
    assert "Stopping." in said
    assert not is_running(child)
    assert eventually(lambda: not is_running(grandchild))


def test_programs_end_when_what_keeps_them_is_killed(supervisor: subprocess.Popen[str], tmp_path: Path) -> None:
    child = number(tmp_path, "child")

    supervisor.kill()
    supervisor.wait()

    assert eventually(lambda: not is_running(child))


def test_a_program_that_is_killed_is_started_again(supervisor: subprocess.Popen[str], tmp_path: Path) -> None:
    first, left = number(tmp_path, "child"), number(tmp_path, "grandchild")
    (tmp_path / "child").unlink()

    os.kill(first, signal.SIGKILL)

    assert number(tmp_path, "child") != first
    assert eventually(lambda: not is_running(left)), "what the killed program had started is left"


def test_a_program_that_ends_at_once_is_not_started_over_and_over() -> None:
    said: list[str] = []
    with pytest.raises(StoppedEarly, match="The web server stopped as soon as it had started"):
        run_until_stopped([Program("The web server", ["false"])], said.append, lambda: time.sleep(0.2))
    assert said == []
