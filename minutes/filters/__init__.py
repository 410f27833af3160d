"""Filters of the lists, a module for each. What is chosen stands in the address, so a list can be kept and sent on."""

from minutes.filters.actions import ActionFilter
from minutes.filters.committees import CommitteeFilter
from minutes.filters.decisions import InterestFilter, ResolutionFilter
from minutes.filters.items import ItemFilter
from minutes.filters.lists import LATEST, DateFilter, ListFilter, within_year
from minutes.filters.meetings import MeetingFilter
from minutes.filters.papers import PaperFilter
from minutes.filters.people import PersonFilter
from minutes.filters.recommendations import RecommendationFilter

__all__ = [
    "LATEST",
    "ActionFilter",
    "CommitteeFilter",
    "DateFilter",
    "InterestFilter",
    "ItemFilter",
    "ListFilter",
    "MeetingFilter",
    "PaperFilter",
    "PersonFilter",
    "RecommendationFilter",
    "ResolutionFilter",
    "within_year",
]
