"""The numbers that recommendations keep, "CF 25/26 03": given once, in the order in which they become known."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max

from minutes.models import Committee, RecommendationNumber, Resolution, Response, municipal_year
from minutes.wording import key

# Words of a committee's name that tell it from no other
_COMMON = frozenset(
    {
        "scrutiny", "overview", "select", "committee", "subcommittee", "sub", "panel", "commission", "board", "group",
        "the", "and", "of", "for", "on", "to", "policy", "performance", "standing", "joint",
    }
)  # fmt: skip
_LONGEST = 5  # letters


def prefix_for(name: str) -> str:
    """The letters that begin the numbers of a committee of this name.

    >>> prefix_for("Children and Families Scrutiny Committee"), prefix_for("Environment Scrutiny Committee")
    ('CF', 'ENV')
    >>> prefix_for("Overview and Scrutiny Committee")
    'OSC'
    """
    words = key(name).split()
    telling = [word for word in words if word not in _COMMON]
    if len(telling) == 1:
        return telling[0][:3].upper()
    initials = telling or [word for word in words if word not in ("the", "and", "of", "for", "on", "to")]
    return "".join(word[0] for word in initials)[:_LONGEST].upper() or "R"


@transaction.atomic
def number(resolutions: Iterable[Resolution]) -> None:
    """Give each recommendation its number, if it has none, and a place for its answer.

    One that has no committee or whose meeting has no day waits until it has: its number is made of both.
    """
    for resolution in resolutions:
        if not resolution.is_recommendation:
            continue
        Response.objects.get_or_create(resolution=resolution)
        meeting = resolution.meeting
        if meeting.committee_id is None or meeting.date is None:
            continue
        if RecommendationNumber.objects.filter(resolution=resolution).exists():
            continue
        _give(resolution, meeting.committee_id, municipal_year(meeting.date))


def _give(resolution: Resolution, committee_id: int, year: int) -> None:
    committee = Committee.objects.select_for_update().get(pk=committee_id)  # one at a time counts on
    if not committee.prefix:
        committee.prefix = _free_prefix(committee)
        committee.save(update_fields=["prefix"])
    given = RecommendationNumber.objects.filter(committee=committee, year=year)
    running = (given.aggregate(last=Max("running"))["last"] or 0) + 1
    RecommendationNumber.objects.create(
        resolution=resolution, committee=committee, prefix=committee.prefix, year=year, running=running
    )


def _free_prefix(committee: Committee) -> str:
    """The committee's letters; with a figure behind them where another committee of its council has the same."""
    wanted = prefix_for(committee.name)
    taken = set(
        Committee.objects.filter(council=committee.council_id).exclude(prefix="").values_list("prefix", flat=True)
    )
    taken |= set(RecommendationNumber.objects.values_list("prefix", flat=True).distinct()) - {committee.prefix}
    return next(one for one in _candidates(wanted) if one not in taken)


def _candidates(wanted: str) -> Iterable[str]:
    yield wanted
    figure = 2
    while True:
        yield f"{wanted}{figure}"
        figure += 1
