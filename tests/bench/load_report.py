"""What `make load` says in the end."""

from __future__ import annotations

import argparse
import os
import statistics
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.reliability.papers import minutes

LIMIT = 500  # milliseconds that 95 of 100 pages may take at most
FIRST = 3000  # number of the first paper: decades after those of the records


@dataclass
class Samples:
    """What was seen every few seconds: the age of the oldest waiting paper, and megabytes of the programs."""

    ages: list[float] = field(default_factory=list)
    memory: dict[str, list[float]] = field(default_factory=dict)


def tell(
    asked: argparse.Namespace,
    told: list[dict[str, Any]],
    complaints: bytes,
    samples: Samples,
    kept: dict[str, list[str]],
    seconds: float,
) -> int:
    times = Counter[float]()
    print(f"{'page':28}{'requests':>10}{'errors':>8}{'p50 ms':>8}{'p95 ms':>8}")
    for entry in sorted(told, key=lambda one: str(one["name"])):
        these = Counter({float(ms): number for ms, number in entry["response_times"].items()})
        times += these
        counted = f"{entry['num_requests']:>10}{entry['num_failures']:>8}"
        print(f"{entry['name']:28}{counted}{_at(these, 50):>8.0f}{_at(these, 95):>8.0f}")
    errors = sum(entry["num_failures"] for entry in told)
    p50, p95 = _at(times, 50), _at(times, 95)
    lost = {minutes(FIRST + number)[0] for number in range(asked.papers)} - set(kept["names"])
    unread = [state for state in kept["states"] if not state.startswith("read")]
    print(
        f"\n{asked.people} people for {asked.minutes:g} minutes at {asked.items:,} items: {sum(times.values())} pages,"
    )
    print(f"{errors} errors, p50 {p50:.0f} ms, p95 {p95:.0f} ms.")
    print(f"{asked.papers} papers uploaded meanwhile: {len(lost)} lost, {len(unread)} not read.")
    print(f"The last was read within {seconds:.0f} s after the last visitor left.")
    print(f"Papers read a minute: {len(kept['states']) / (asked.minutes / 2 + seconds / 60):.1f} (as many as came).")
    print(f"The oldest waited {max(samples.ages):.1f} s at most, {statistics.fmean(samples.ages):.1f} s on average.")
    for name, sizes in samples.memory.items():
        part = max(1, len(sizes) // 10)
        tenths = (statistics.fmean(sizes[at : at + part]) for at in range(0, part * 10, part) if sizes[at:])
        print(f"Memory of {name}, each tenth of the time: {', '.join(f'{size:.0f}' for size in tenths)} MB; "
              f"{max(sizes):.0f} MB at most.")  # fmt: skip
    print(f"Load of the machine at the end: {os.getloadavg()[1]:.1f} on {os.cpu_count()} processors.")
    if errors or lost or unread or not told:
        print(complaints.decode(errors="replace")[-3000:], file=sys.stderr)
        return 1
    return int(not asked.short and p95 > LIMIT)


def _at(times: Counter[float], percent: int) -> float:
    """The time under which so many of a hundred stay."""
    left = sum(times.values()) * percent / 100
    for milliseconds in sorted(times):
        left -= times[milliseconds]
        if left <= 0:
            return milliseconds
    return 0.0
