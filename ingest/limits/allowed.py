"""What one reading may use, and what a person is told of a paper that wanted more."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 2**20


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
