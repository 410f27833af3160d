"""What the headings of a performance table say, and what a figure looks like; in English and in Welsh."""

from __future__ import annotations

import re

NAME = re.compile(
    (
        r"\b(?:(?:key\s+)?(?:performance\s+)?(?:indicators?|measures?)|kpis?|metrics?|outcome\s+measures?|pis?|"
        r"performance|dangosydd(?:ion)?|mesur(?:au)?)\b(?:\s+(?:name|title|description|measures?|indicators?))?"
    ),
    re.IGNORECASE,
)
MEASURE = re.compile(r"\b(?:indicators?|measures?|kpis?|metrics?|pis?|dangosydd(?:ion)?|mesur(?:au)?)\b", re.IGNORECASE)
STANDARD = re.compile(r"(?:(?:national|nhs|constitution\w*|service|access|key)\s+)*standards?", re.IGNORECASE)
TARGET = re.compile(
    r"\b(?:targets?|standard|goal|threshold|ambition|expected|targed(?:au)?|trajectory)\b(?!\s+(?:date|met|achieved))|"
    r"^plan(?:ned)?$|\bplan(?:ned)?(?:\s+(?:q[1-4]|(?:19|20)\d\d.*))$",
    re.IGNORECASE,
)
# "England average", "Peer group", "National benchmark": what others did is neither the body's value nor its target
OTHERS = re.compile(
    (
        r"\bbenchmark\w*|\bcomparator\w*|\bneighbours?\b|\bquartile\b|\bpeers?\b|\bsimilar\s+\w+|"
        r"\b(?:england|english|wales|welsh|scotland|national|regional|region|family|group|uk|london|county|unitary|"
        r"sector|statistical|all[- ]wales)\s+(?:group\s+)?(?:average|mean|median|avg\.?|comparison|figure|rate|"
        r"position)|"
        r"^(?:england|all[- ]wales|wales|national|regional|region|county|msg|rank(?:ing)?|cyfartaledd\s+cymru)$"
    ),
    re.IGNORECASE,
)
COMMENT = re.compile(
    r"\b(?:comment\w*|notes?|narrative|explanation|context|remarks|analysis|reason|sylwadau)\b", re.IGNORECASE
)
RATING = re.compile(
    (
        r"\b(?:rag|rating|status|statws|direction|trend|travel|dot|(?:against|vs\.?|from|of|to|%)\s+target|target\s+met|"
        r"on\s+target|change|variance|difference|gap|polarity|good\s+is|aim\s+to|better|improv\w+)\b|^[↑↓→↔\s/]*$|^[+/±-]+$"
    ),
    re.IGNORECASE,
)
ASIDE = re.compile(
    (
        r"\b(?:ref(?:erence)?|no\.?|number|code|id|units?|frequency|owner|lead|officer|portfolio|source|priority|"
        r"theme|cyf|rhif)\b\.?"
    ),
    re.IGNORECASE,
)
PERIOD = re.compile(
    r"\b(?:(?:19|20)\d\d(?:\s*[/–-]\s*\d\d(?:\d\d)?)?|q[1-4]|quarter|ytd|outturn|actual|current|previous|"
    r"latest|result|value|figure|month|year|to\s+date|"
    r"jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|"
    r"\d\d\s*[/–-]\s*\d\d|performance|position|baseline|ch[1-4]|chwarter|blwyddyn|canlyniad|perfformiad)\b",
    re.IGNORECASE,
)
PERIOD_ONLY = re.compile(r"(?:.*\b(?:19|20)\d\d\b.*|q[1-4].*|ytd.*)", re.IGNORECASE)
FIGURE = re.compile(
    r"[<>≤≥~≈c.+-]{0,2}\s*[↑↓]?\s*£?\s*\d[\d,.:]*\s*(?:%|k|m|bn|days?|weeks?|months?|hours?|hrs?|minutes?|mins?|"
    r"years?|million|per\s+[\w,]+|pp|ppts?|p|(?:/|(?:out\s+)?of)\s*\d[\d,]*|secs?|seconds?)?"
    r"(?:\s*\([^)]*\))?\s*[*†↑↓→↔]?(?:\s*\(?(?:[rag]|red|amber|green)\)?)?|"
    r"n\s*/?\s*a|nil|tbc|tba|no\s+data|not\s+(?:yet\s+)?available|[-–—*]|\.\.",
    re.IGNORECASE,
)
MONEY = re.compile(r"£|\b(?:cost|spend|spent|budget|price|income|salary|grade|expenditure|value)\b", re.IGNORECASE)
POUNDS = re.compile(r"£|\b(?:costs?|spend|spent|budget|price|income|expenditure|savings?)\b", re.IGNORECASE)
COUNTED = re.compile(r"^(?:total|number|no\.?|percentage|proportion|%|average|rate)\b|%$", re.IGNORECASE)
NUMBER_OF = re.compile(r"\b(?:total|number)\s+(?:number\s+)?(?:of\b|\w+\s+\w+)", re.IGNORECASE)
# What has targets too, and is no performance: risks, savings, projects, members' attendance
ELSE = re.compile(
    r"\b(?:risks?|savings?|projects?|schemes?|milestones?|actions?|recommendations?|candidates?|tasks?|budgets?|funds?|"
    r"grants?|loans?|councillors?|members?|names?|cllr)\b",
    re.IGNORECASE,
)
RISKS = re.compile(
    r"\b(?:likelihood|inherent|residual|risk\s+(?:score|rating)|(?:target|current)\s+score)\b", re.IGNORECASE
)
CODE = re.compile(r"[A-Z]{1,8}[\s./-]*\d[\w./-]*|\d[\d.]*[a-z]?|[A-Z]{1,3}", re.IGNORECASE)

_YEAR = r"(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?|\d\d[/–-]\d\d"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_TIME = re.compile(
    rf"(?P<year>(?<![\d/]){_YEAR}(?![\d/]))|\b(?:q|ch|quarter|chwarter)\s*(?P<quarter>[1-4])\b|"
    rf"\b(?P<month>{_MONTH})(?=\b|\d)|(?P<run>\b(?:ytd|to\s+date)\b)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"[\s(),:'’–-]|\b(?:to|the|of|and|in|end|year|month|months|quarter|ended|ending|outturn|actual|result|full|half|"
    r"performance|financial|fy|\d{1,2})\b|(?<=[a-z])\d\d\b",
    re.IGNORECASE,
)


def times(words: str) -> frozenset[str]:
    """The years, quarters and months that a heading names: "Q2 2024/25 Target" is of {"2024/25", "q2"}."""
    found = set()
    for match in _TIME.finditer(words):
        if match["quarter"]:
            found.add(f"q{match['quarter']}")
        elif match["month"]:
            found.add(match["month"][:3].lower())
        else:
            found.add("to date" if match["run"] else match[0].lower().replace("–", "/").replace("-", "/"))
    return frozenset(found)


def is_period(words: str) -> bool:
    """Whether words name a time and nothing else: "Q1 2024/25", "June", "2023/24 outturn", "Apr-24"."""
    return bool(times(words)) and not _FILLER.sub("", _TIME.sub("", words)).strip()
