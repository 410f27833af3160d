"""Sentences that are a decision without any lead-in: "The minutes were approved as a correct record."."""

from __future__ import annotations

import re

from ingest.reading.language.dates import MONTHS
from ingest.reading.model import Decision

_SENTENCES: tuple[tuple[str, Decision], ...] = (
    # "The minutes of the meeting held on 4 May were agreed as a correct record and signed by the Chairman."
    (
        r"(?:(?:that|subject to [^.]{3,80}),?\s+)?(?:the\s+)?(?:[\w’'-]+\s+){0,4}(?:minutes?|notes)"
        r"\b(?!.*\bhad\b).{0,220}?\b(?:were|was|having\s+been|be)\s+(?:\w+\s+){0,3}?"
        r"(?:agreed|approved|confirmed|signed|accepted|adopted|moved|checked|taken as read|ratified)\b",
        "approved",
    ),
    # "They were accepted as a true record."
    (
        (
            r"(?:these|they|it)\s+(?:were|was)\s+(?:\w+\s+)?(?:moved|agreed|approved|accepted|signed|confirmed)"
            r"\s+as\s+(?:an?\s+)?(?:\w+\s+)?(?:correct|accurate|true)"
        ),
        "approved",
    ),
    # "The following accounts were approved for payment"
    (
        (
            r".{0,60}?\b(?:accounts|payments|invoices|cheques|expenditure)\b.{0,40}\b(?:were|was)"
            r"\s+(?:approved|agreed|authorised)\b"
        ),
        "approved",
    ),
    # "The precept was set at £4,000."; "The accounts were passed for payment."
    (
        r"(?:[\w’'/-]+\s+){0,6}?(?:precept|budget|rents?|fees?|charges?|rates?|hire)\s+(?:[\w’'/-]+\s+){0,6}?(?:was|were)\s+"
        r"set\s+at\b",
        "agreed",
    ),
    (r"(?:[\w’'/-]+\s+){0,6}?(?:accounts|invoices|payments)\s+(?:was|were)\s+passed\s+for\s+payment\b", "approved"),
    # "The work programme was noted."; "The report was received and noted."
    (
        (
            r"(?:(?:following|after)\b[^.,]{3,60},\s+)?(?:the|this|both)\s+(?:[\w’'/-]+\s+){0,8}?(?:(?:was|"
            r"were)\s+)(?:received\s+and\s+|considered\s+and\s+)?noted(?:\s+and\s+\w+|\s+and\s+[^.;]{3,60}\sthanked)?\s*\.?$"
        ),
        "noted",
    ),
    # "The Head of Clay gave a verbal update, which was noted."
    (
        r"[^,;?]{3,160}?\s(?:gave|presented|provided|introduced|submitted|tabled)\s+(?:an?|the|his|her|their)\s+(?:[\w’'-]+\s+){0,6}?"
        r"(?:reports?|updates?|presentations?|summary|overview|briefing|figures|position|paper)\b"
        r"(?:(?!\blast\b|\bprevious|\bto\s+(?!(?:the\s+)?(?:committee|panel|board|members|meeting|group)\b))[^,;?.]){0,100}?"
        r",?\s+which\s+(?:was|were)\s+"
        r"(?:received\s+and\s+|duly\s+)?noted\s*\.?$",
        "noted",
    ),
    # "The recommendations were agreed."; "The terms of reference were APPROVED unanimously."
    (
        r"(?:(?:following|after)\b[^.,]{3,60},\s+)?(?:the|this|both|all)\s+(?:[\w’'/-]+\s+){0,6}?(?:reports?|updates?|"
        r"recommendations|plans?|programmes?|strategy|schedule|terms\s+of\s+reference|forecast|"
        r"scope|statement|register|calendar|policy|budget|precept|priorities)\s+(?:was|were)\s+"
        r"(?:unanimously\s+)?(?:approved|endorsed|adopted)(?:\s+unanimously|\s+by\s+(?:the\s+)?\w+)?\s*\.?$",
        "approved",
    ),
    (
        r"(?:the|all|both)\s+(?:[\w’'/-]+\s+){0,4}?(?:recommendations(?:,?\s+(?:(?:as\s+)?(?:set\s+out\s+)?in|of|contained\s+in)\s+the\s+report,?)?|"
        r"terms\s+of\s+reference|work\s+programme|scope|schedule)\s+(?:was|were)\s+(?:unanimously\s+)?(?:agreed|accepted|supported)"
        r"(?:\s+unanimously|\s+by\s+(?:the\s+)?\w+)?\s*\.?$",
        "agreed",
    ),
    # "Proposed as a true record by A Archer, seconded by B Butcher and unanimously approved."
    (
        r"proposed\s+as\s+(?:an?\s+)?(?:true|correct|accurate)\b.*\b(?:approved|agreed|carried|accepted)\b",
        "approved",
    ),
    (r"proposed\b[^.]*\bseconded\b[^.]*\b(?:approved)\b", "approved"),
    (r"proposed\b[^.]*\bseconded\b[^.]*\b(?:agreed|carried|resolved|accepted)\b\s*\.?$", "agreed"),
    # "Councillor A Archer was duly elected Chairman for the ensuing year."
    (
        (
            r"(?:that\s+|there\s+being\s+[^.,]{3,60},\s+|accordingly,?\s+)?(?:[A-Z][\w.’'-]+\s+){2,6}(?:was|be|were)\s+(?:duly\s+|"
            r"unanimously\s+)?(?:re-?)?(?:elected|appointed)\s+(?:as\s+)?(?:the\s+)?(?:vice|deputy|chair|"
            r"presiding|convenor|convener|[\w\s]{0,30}[’']s?\s+representative|representative|treasurer|clerk)"
        ),
        "agreed",
    ),
)
_SENTENCES_OF_CHOICE: tuple[tuple[str, Decision], ...] = (
    # "All of the governors were in agreement with the proposal."
    (
        r"(?:all\s+)?(?:of\s+)?(?:the\s+)?(?:(?:board|committee|panel|council|group)(?:\s+members)?|members|councillors|"
        r"governors|trustees|directors)\s+(?:was|were)\s+(?:all\s+)?in\s+(?:full\s+)?agreement(?:\s+with\s+(?:this|these|"
        r"the\s+(?:proposals?|recommendations?|plans?|changes?)))?\s*\.?$",
        "agreed",
    ),
    # "There was submitted and approved the minute of 4 May"
    (r"there\s+(?:was|were)\s+submitted\s+and\s+approved\s+(?:the\s+)?minutes?\b", "approved"),
    # "The Chair moved the recommendations, which were agreed."
    (
        r"(?:[\w.’'-]+\s+){1,6}(?:moved|proposed)\s+(?:the\s+)?(?:\w+\s+){0,2}recommendations?\b[^.;]{0,60}?,?\s+(?:which|and\s+(?:it|they|these|this))"
        r"\s+(?:was|were)\s+(?:\w+ly\s+)?(?:agreed|carried|accepted|approved)\b",
        "agreed",
    ),
    # "Cllr Archer proposed acceptance, seconded by Cllr Butcher."
    (
        r"(?!.*\b(?:amendment|lost|fell)\b)(?:[\w.’'-]+\s+){1,6}(?:proposed|moved)\s+(?:the\s+)?(?:acceptance|approval|adoption)\b[^.;]{0,120}?"
        r"\bseconded\b[^.;]{0,80}\.?$",
        "approved",
    ),
    # "Mrs Archer was nominated by Mr Butcher, seconded by Mr Cole, and was duly elected."
    (
        r"(?:[A-Z][\w.’'-]+\s+){2,6}was\s+(?:nominated|proposed)\s+by\b[^;]{3,150}?\band\s+(?:was\s+)?(?:duly\s+|unanimously\s+|"
        r"accordingly\s+)*(?:re-?)?(?:elected|appointed)\b",
        "agreed",
    ),
    # "Mrs Archer was co-opted on to the Council."
    (
        r"(?:[A-Z][\w.’'-]+,?\s+(?:and\s+)?){2,12}(?:was|were)\s+(?:\w+ly\s+)?co-?opted\s+(?:on\s?to|to|as|as\s+a\s+member\s+of)\b",
        "agreed",
    ),
    # "Cllrs Archer, Butcher and Cole were appointed to the working party."
    (
        r"(?:cllrs?|councillors?)\.?\s+(?:(?-i:[A-Z])[\w.’'-]*,?\s+(?:and\s+)?){1,12}(?:was|were)\s+(?:\w+ly\s+)?(?:appointed|nominated|elected)\s+"
        rf"(?:on\s?to|to|as)\b(?!.*\b(?:cabinet|executive|in\s+(?:{'|'.join(MONTHS)}|(?:19|20)\d\d))\b)",
        "agreed",
    ),
)
_PLAIN = tuple(
    (re.compile(pattern, re.IGNORECASE), decision) for pattern, decision in (*_SENTENCES, *_SENTENCES_OF_CHOICE)
)


# "Rakes £45, paper £12 – all approved."; "Porch at Quill Cottage: support: all Councillors agreed."
_ALL_AT_END = re.compile(
    r"(?:\s[–—-]|:)\s*(?:(?:these|this)\s+(?:was|were)\s+)?(?:all|unanimously)\s+(?:(?:councillors|members|present)\s+)?"
    r"(?P<verb>approved|authorised|agreed|accepted|supported)\.?$",
    re.IGNORECASE,
)
_END = 60  # letters that such an end may take


def _all_at_end(sentence: str) -> Decision | None:
    match = _ALL_AT_END.search(sentence[-_END:])
    if match is None or len(sentence) - len(match[0]) < 12:
        return None
    return "approved" if match["verb"].lower() in ("approved", "authorised") else "agreed"


_PUT_TO_VOTE = re.compile(
    r"(?:up)?on\s+(?:being\s+put\s+to\s+(?:the|a)\s+vote|a\s+vote\s+being\s+taken),?\s+", re.IGNORECASE
)


def plain(sentence: str) -> Decision | None:
    """The kind of a sentence that is a decision without any lead-in, None where it is none."""
    begins = voted.end() if (voted := _PUT_TO_VOTE.match(sentence)) else 0
    for pattern, decision in _PLAIN:
        if pattern.match(sentence, begins):
            return decision
    return _all_at_end(sentence) or agreed_as_record(sentence)


# "Agreed as accurate.", "Approved as a correct record." under a heading "Minutes" or "Notes of last meeting"
_RECORD = re.compile(
    r"(?:(?:these|they|it|minutes|notes)\s+(?:were\s+|was\s+)?)?(?:(?:duly|proposed|moved)\s+(?:and\s+)?)?"
    r"(?:agreed|approved|accepted|confirmed|signed)(?:\s*(?:and|&|,)\s*(?:duly\s+)?(?:signed|agreed|approved|confirmed))?"
    r"(?:\s+as\s+(?:being\s+)?(?:an?\s+)?(?:\w+\s+and\s+)?(?:accurate|correct|true)\b|(?<=\band\ssigned)\s*\.?$|(?<=&\ssigned)\s*\.?$)",
    re.IGNORECASE,
)


def agreed_as_record(sentence: str) -> Decision | None:
    """The kind of a sentence that confirms minutes or notes, in a few words and without their name; None else."""
    return "approved" if _RECORD.match(sentence) else None
