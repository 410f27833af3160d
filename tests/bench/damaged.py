"""Thousands of damaged files, each made from a real one by chance, through the reader as a worker runs it.

    python tests/bench/damaged.py [FILES] [SEED]

From the demonstration's papers and, where they are, the hostile ones beside the repository: cut short, with bits
turned, parts swapped, taken out or repeated, numbers made huge, and the same inside the zip of a Word file. Prints how
they ended and how long the longest took; status 1 for an end without a name ("unexpected", "stopped"), whose files are
kept in the folder that is printed.
"""

from __future__ import annotations

import io
import logging
import random
import re
import sys
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from ingest import limits  # noqa: E402
from ingest.limits import Limits  # noqa: E402
from ingest.reading import read as read_paper  # noqa: E402
from ingest.reading.model import Unreadable  # noqa: E402

SOURCES = (ROOT / "fixtures" / "demonstration", ROOT.parent / "shared" / "hostile")
KINDS = (".pdf", ".docx", ".txt")
WITHOUT_A_NAME = ("unexpected", "stopped", "killed")
_HUGE = (b"99999999999999999999", b"4294967295", b"-1", b"2147483648", b"0", b"65536")
_OWN_LIMITS = Limits(seconds=10, patience=3)

Damage = Callable[[bytes, random.Random], bytes]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a reading ended: "read", "read with problems", or the code of a refusal."""

    name: str
    outcome: str
    seconds: float


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def _behead(content: bytes, chance: random.Random) -> bytes:
    return content[:16] + content[chance.randrange(16, max(17, len(content) // 4)) :]


def _turn_bits(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice([1, 4, 16, 64, 256])):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _part(content: bytes, chance: random.Random) -> tuple[int, int]:
    first = chance.randrange(len(content))
    return first, min(len(content), first + chance.choice([1, 16, 256, 4096, 32768]))


def _take_out(content: bytes, chance: random.Random) -> bytes:
    first, last = _part(content, chance)
    return content[:first] + content[last:]


def _repeat(content: bytes, chance: random.Random) -> bytes:
    first, last = _part(content, chance)
    return content[:last] + content[first:last] * chance.choice([1, 2, 50]) + content[last:]


def _swap(content: bytes, chance: random.Random) -> bytes:
    first, last = _part(content, chance)
    place = chance.randrange(len(content))
    rest = content[:first] + content[last:]
    return rest[:place] + content[first:last] + rest[place:]


def _blank(content: bytes, chance: random.Random) -> bytes:
    first, last = _part(content, chance)
    return content[:first] + bytes([chance.choice([0, 255, 32, 60])]) * (last - first) + content[last:]


def _huge_numbers(content: bytes, chance: random.Random) -> bytes:
    found = list(re.finditer(rb"\d+", content))
    for match in sorted(chance.sample(found, min(len(found), chance.choice([1, 3, 10]))), key=lambda one: -one.start()):
        content = content[: match.start()] + chance.choice(_HUGE) + content[match.end() :]
    return content


def _other_references(content: bytes, chance: random.Random) -> bytes:
    """Objects of a PDF that stand for each other: loops, and kinds that nobody expects."""
    numbers = re.findall(rb"(\d+) 0 obj", content) or [b"1"]
    return re.sub(
        rb"(\d+) 0 R", lambda one: chance.choice(numbers) + b" 0 R" if chance.random() < 0.1 else one[0], content
    )


def _other_names(content: bytes, chance: random.Random) -> bytes:
    """Keys and values of a PDF that change places."""
    names = re.findall(rb"/[A-Za-z0-9]+", content) or [b"/Type"]
    return re.sub(rb"/[A-Za-z0-9]+", lambda one: chance.choice(names) if chance.random() < 0.03 else one[0], content)


ANY: tuple[Damage, ...] = (_cut, _behead, _turn_bits, _take_out, _repeat, _swap, _blank, _huge_numbers)
OF_PDF: tuple[Damage, ...] = (*ANY, _other_references, _other_names, _huge_numbers)


def _inside(content: bytes, chance: random.Random) -> bytes:
    """A Word file of which one part is damaged, and the package is sound."""
    out = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as package,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as damaged,
        ):
            parts = [one for one in package.infolist() if one.file_size < 2_000_000]
            chosen = chance.choice([one for one in parts if one.filename.endswith((".xml", ".rels"))])
            for one in parts:
                part = package.read(one)
                damaged.writestr(one.filename, chance.choice(ANY)(part, chance) if one is chosen and part else part)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        IndexError,
        NotImplementedError,
        RuntimeError,
    ):
        return _cut(content, chance)
    return out.getvalue()


def damaged(files: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Names and contents, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 (which bits are turned is no secret)
    found = [path for folder in SOURCES if folder.is_dir() for path in sorted(folder.iterdir()) if path.suffix in KINDS]
    for number in range(files):
        path = chance.choice(found)
        content = path.read_bytes()
        for _ in range(chance.choice([1, 1, 2, 3])):
            of_kind = OF_PDF if path.suffix == ".pdf" else ANY
            damage = _inside if path.suffix == ".docx" and chance.random() < 0.6 else chance.choice(of_kind)
            content = damage(content, chance) or b"%"
        yield f"{number:05}-{path.stem}{path.suffix}", content


def tried(name: str, content: bytes, folder: Path) -> Ended:
    """Reads a file as a worker does."""
    path = folder / name
    path.write_bytes(content)
    began = time.monotonic()
    try:
        read = limits.read(path, lambda done, total: None, read_paper, _OWN_LIMITS)
        outcome = "read with problems" if read.problems else "read"
    except Unreadable as refusal:
        outcome = refusal.code if refusal.sentence.endswith(".") else "unexpected"
    except limits.Killed:
        outcome = "killed"
    return Ended(name, outcome, time.monotonic() - began)


def main() -> int:
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    folder = Path(tempfile.mkdtemp(prefix="damaged-"))
    sound = next(path for path in sorted(SOURCES[0].iterdir()) if path.suffix == ".pdf")
    read_paper(sound)  # as a worker does before it forks
    logging.basicConfig(filename=folder / "log")
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # the child has no log file of its own
    ended: list[Ended] = []
    began = time.monotonic()
    for name, content in damaged(files, seed):
        ended.append(tried(name, content, folder))
        if ended[-1].outcome not in WITHOUT_A_NAME:
            (folder / name).unlink()
    for outcome, number in Counter(one.outcome for one in ended).most_common():
        print(f"{outcome:24}{number:>7}")
    longest = max(ended, key=lambda one: one.seconds)
    print(
        f"{files} files in {time.monotonic() - began:.0f} s; the longest took {longest.seconds:.1f} s ({longest.name})."
    )
    nameless = [one for one in ended if one.outcome in WITHOUT_A_NAME]
    after = tried("after.pdf", sound.read_bytes(), folder).outcome
    print(f"{len(nameless)} without a name" + (f", kept in {folder}" if nameless else ""))
    print(f"The worker lives, and the next sound paper is: {after}")
    return int(bool(nameless) or after != "read")


if __name__ == "__main__":
    sys.exit(main())
