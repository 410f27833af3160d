"""How long a process could have worked, and others had the processors."""

from __future__ import annotations

from pathlib import Path


def seconds(process: int) -> dict[int, float]:
    """Seconds in the queue for a processor, of a process and of those that it has running, by their numbers.

    Linux says so in /proc (proc(5), schedstat); empty where the system does not say, or the process has ended.
    """
    found = {}
    try:
        started = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        for number in (process, *map(int, started)):
            found[number] = int(Path(f"/proc/{number}/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError):
        pass
    return found
