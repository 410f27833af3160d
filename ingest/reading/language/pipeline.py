"""The one spaCy pipeline of the reader: council English, tokenised, with its sentence ends.

No model is loaded: ``spacy.blank("en")`` has a tokeniser, and sentence ends follow from full stops once the
abbreviations of minutes are known. Loading costs about half a second, so it happens when first asked for, once a
process. Token patterns cost more than tokenising: callers run them over sentences that hold a trigger word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Words that end in a full stop without ending a sentence: "Cllr. Marrow asked (see para. 4) at 2 p.m. why".
_ABBREVIATIONS = (
    "Mr. Mrs. Ms. Dr. Cllr. Cllrs. Coun. Cr. Rev. Revd. Rt. Hon. Ald. Capt. Col. Maj. Prof. Messrs. "
    "No. Nos. no. nos. Min. Mins. min. mins. Ref. ref. para. paras. Para. Paras. p. pp. pg. Sec. sec. Sch. Reg. reg. "
    "Art. art. Fig. fig. App. app. Vol. vol. approx. Approx. incl. excl. inc. Inc. Ltd. plc. Co. Dept. dept. Cttee. "
    "Tel. tel. ext. Ext. Rd. Ave. St. Ste. e.g. i.e. eg. ie. etc. viz. cf. a.m. p.m. A.M. P.M. am. pm. "
    "Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Sat. "
    "Sun. Ch. Chq. chq. Cheq. cheq. dec'd. hrs. yrs. max. Max. vs. v. c. O.B.E. M.B.E. J.P. Q.C. K.C. Ph.D."
)
ABBREVIATIONS = _ABBREVIATIONS.split()

# Of these, some do end a sentence when a capital follows: "at 2.00 p.m. The Chair", "roads, etc. Members asked".
_BOTH = "etc. a.m. p.m. A.M. P.M. am. pm. Ltd. plc. hrs. yrs. O.B.E. M.B.E. J.P. Q.C. K.C. Ph.D. Rd. Ave."
MAY_END = frozenset(_BOTH.split())

_HALVES = frozenset({"A.M.", "P.M."})
_NEVER_END = frozenset(ABBREVIATIONS) - MAY_END
_ENDS = frozenset({".", "!", "?", "…", "...", ".)", "?)"})
_CLOSERS = frozenset({'"', "'", "’", "”", ")", "]", "''"})
_LAST = frozenset(".!?…\"'’”)]")


@lru_cache(maxsize=1)
def language() -> Language:
    """The pipeline, built when first asked for."""
    import spacy

    nlp = spacy.blank("en")
    tokenizer: Any = nlp.tokenizer  # a Cython class without types
    for word in ABBREVIATIONS:
        tokenizer.add_special_case(word, [{"ORTH": word}])
    return nlp


# Longer than any word: rows of dots, brackets and quotation marks, or letters that lost their spaces
_UNBROKEN = re.compile(r"\S{200,}")


def tokens(text: str) -> Doc:
    """The text as a spaCy Doc: tokens, no sentence ends.

    The tokeniser takes marks off a word one by one and looks at the rest again each time, so a run of them costs the
    square of its length. Such a run has no words in it: it goes in as one word of that length, its last mark kept.
    """
    return language().make_doc(_UNBROKEN.sub(lambda run: f"X{'x' * (len(run[0]) - 2)}{run[0][-1]}", text))


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a paragraph starts and ends (characters, end after the last); white space left out.

    >>> text = "Cllr. Marrow left at 2 p.m. The Chair thanked him."
    >>> [text[a:b] for a, b in sentences(text)]
    ['Cllr. Marrow left at 2 p.m.', 'The Chair thanked him.']
    """
    if not text.strip():
        return []
    last = text.rstrip().rstrip(_CLOSING)
    if not _INNER.search(last, 0, max(0, len(last) - 1)):
        return [_trimmed(text, 0, len(text))]
    return _spans(text)


# A mark that may end a sentence before the last one does, which alone is worth the tokens: not that of "10.30"
_INNER = re.compile(r"[!?…]|(?<!\d)\.|\.(?!\d)")
_CLOSING = "\"'’”)]"


def _spans(text: str) -> list[tuple[int, int]]:
    doc = tokens(text)
    words = [token.text for token in doc]
    spans, start = [], 0
    for index, word in enumerate(words[:-1]):
        if not (word[-1] in _LAST and _may_end(words, index)):
            continue
        end = doc[index].idx + len(word)
        if _goes_on(words, index, spaced=bool(doc[index].whitespace_)):
            continue
        spans.append(_trimmed(text, start, end))
        start = end
    spans.append(_trimmed(text, start, len(text)))
    return [(low, high) for low, high in spans if low < high]


def _may_end(words: list[str], index: int) -> bool:
    """Whether a sentence may end with this word: a full stop, a closing mark after one, or a stop stuck to a word."""
    word = words[index]
    if word in _CLOSERS:
        return index > 0 and words[index - 1] in _ENDS
    if word in _HALVES and not (index and words[index - 1][-1].isdigit()):
        return False  # "Councillor B.K. McTrelander"
    return word in _ENDS or word in MAY_END or _stuck_stop(word)


def _stuck_stop(word: str) -> bool:
    """A full stop that the tokeniser left on its word, as in "by 31." or "the NHS."; not in "J." nor "No."."""
    return len(word) > 2 and word[-1] == "." and word[-2].isalnum() and "." not in word[:-1] and word not in _NEVER_END


def _goes_on(words: list[str], index: int, *, spaced: bool) -> bool:
    """Whether the sentence goes on after a full stop: with a small letter, a closing mark or no space between."""
    following = next((word for word in words[index + 1 :] if not word.isspace()), "")
    if not spaced and (following in _CLOSERS or following in _ENDS or words[index] not in _ENDS | _CLOSERS):
        return True
    if not spaced and following.rstrip(".") in _DOMAINS:
        return True  # "on Otters.Org.UK"
    return following == "" or following[0].islower()


_DOMAINS = frozenset({"Gov", "Org", "Com", "Co", "Net", "UK"})


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
