"""Words for records at scale: those of the demonstration year as often as they stand there, and a long tail.

Words follow Zipf's law: a few stand in nearly every record, most in a handful. The same seed gives the same words.
"""

from __future__ import annotations

import itertools
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DEMONSTRATION = Path(__file__).parents[2] / "fixtures" / "demonstration"
SENTENCES = 120_000  # that are put together to texts
TAIL = 14_000  # words beyond those of the demonstration
EVERYWHERE = {"report": 0.02, "committee": 0.02, "members": 0.012, "council": 0.01}  # as minutes have them


def listed(words: str) -> list[str]:
    return words.split()


STARTS = listed(
    "Alder Ash Barrow Beck Black Bram Brim Broad Burn Cal Carl Cleve Clif Cold Crag Dal Den Dun East Elm Fair Fern Gar"
    " Glen Grim Hal Hare Hazel Holm Hurst Kel Kirk Lang Lin Lock Marsh Mel Mill Moor Nether New North Oak Over Pen"
    " Ravens Red Rish Rose Rush Salt Sand Shaw South Stan Stock Sutter Tarn Thorn Up Wal War West Whit Wyre Yar"
)
ENDS = listed(
    "acre bank beck borough bridge brook burn bury by cliffe combe croft dale den field fold ford gate ham head hill"
    " holme hope hurst kirk land leigh ley low mere mouth ness over pool port ridge royd shaw side stead stone thorpe"
    " ton vale wall water well wick wood worth"
)
FORENAMES = listed(
    "Aisha Alan Amina Andrew Anne Anneliese Arthur Barbara Bethan Brian Carol Charlotte Chinwe Ciarán Damian David"
    " Dorothy Edward Elen Emma Farah Fiona Gareth George Gwen Harriet Hugh Imran Ines Jacqueline James Jasmine Joan"
    " John Kamal Karen Keith Laura Leila Lewis Lorna Malcolm Margaret Marie Martin Meera Michael Mohammed Nadia Naomi"
    " Niamh Oliver Owen Patrick Paul Priya Rachel René Rhys Robert Rosemary Ruth Sakthi Samuel Sarah Séamus Shabana"
    " Siân Simon Sophie Stephen Susan Tariq Teresa Thomas Usha Valerie Vincent Wendy William Yusuf Zara Zoë"
)
SURNAMES = listed(
    "Abbott Ahmed Akhtar Ali Armitage Aspinall Bamford Begum Birtwistle Blackburn Brindle Broadhurst Brown Calvert"
    " Chaudhry Cheetham Clarke Cook Cooper Crook Dad Davies De-Souza Dereli Driver Ellis Entwistle Evans Fillis"
    " Fishwick France Gibson Green Greenhalgh Hall Hargreaves Hassan Hennessy Holden Holgate Hughes Hussain Iqbal"
    " Jackson Johnstone Jones Kaur Kay Khan Lawrenson Lewis Lord Mahmood McCarthy McGuinness Mein Merali Morgan Murray"
    " Müller Nguyen Nuttall O'Brien O'Shea Okoro Oades Parkinson Patel Pattison Perkins Prothero Rahman Rawcliffe Rigby"
    " Roberts Salter Schofield Shah Shackleton Singh Smith Snowden Stansfield Sutcliffe Taylor Thompson Turner Walsh"
    " Whalley Whittaker Wilkinson Williams Wilson Winterbottom Wolfenden Wood Wright Yates"
)


class Words:
    """Makes titles, sentences and texts. ``seed`` decides which."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
        words, weights = _vocabulary()
        self._stream = self._endless(words, list(itertools.accumulate(weights)))
        self._sentences = [self._sentence() for _ in range(SENTENCES)]

    def title(self) -> str:
        return " ".join(itertools.islice(self._stream, self.random.randint(3, 7))).capitalize()

    def sentence(self) -> str:
        return self.random.choice(self._sentences)

    def text(self, paragraphs: int) -> str:
        """Paragraphs of two or three sentences with a blank line between them."""
        choices = self.random.choices
        return "\n\n".join(" ".join(choices(self._sentences, k=2 + index % 2)) for index in range(paragraphs))

    def name(self) -> tuple[str, str]:
        """A forename and a surname; one surname in three is a place's."""
        place = self.random.choice(STARTS) + self.random.choice(ENDS)
        surname = place if self.random.random() < 1 / 3 else self.random.choice(SURNAMES)
        return self.random.choice(FORENAMES), surname.replace("-", " ")

    def _sentence(self) -> str:
        words = list(itertools.islice(self._stream, self.random.randint(7, 20)))
        return f"{words[0].capitalize()} {' '.join(words[1:])}."

    def _endless(self, words: list[str], cumulated: list[float]) -> Iterator[str]:
        while True:
            yield from self.random.choices(words, cum_weights=cumulated, k=100_000)


def _vocabulary() -> tuple[list[str], list[float]]:
    """The words, and how often each comes in a word."""
    counted = Counter(word for path in sorted(DEMONSTRATION.glob("*.json")) for word in _words_of(path))
    known = [word for word, _ in counted.most_common() if word not in EVERYWHERE]
    tail = [f"{start}{end}" for end in ENDS for start in STARTS]
    made = [f"{word}{ending}" for ending in ("s", "ing", "ed", "ly", "er", "ness") for word in known]
    words = list(dict.fromkeys([*known, *tail, *made]))[: len(known) + TAIL]
    ranked = [1 / (rank + 2.7) for rank in range(len(words))]  # Mandelbrot's form of Zipf's law
    share = (1 - sum(EVERYWHERE.values())) / sum(ranked)
    return [*EVERYWHERE, *words], [*EVERYWHERE.values(), *(weight * share for weight in ranked)]


def _words_of(path: Path) -> Iterator[str]:
    def texts(value: Any) -> Iterator[str]:
        if isinstance(value, dict | list):
            for part in value.values() if isinstance(value, dict) else value:
                yield from texts(part)
        elif isinstance(value, str):
            yield value

    for text in texts(json.loads(path.read_text())):
        yield from (word.lower() for word in re.findall(r"[A-Za-z][a-z’-]*", text))
