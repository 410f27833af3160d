"""The records: one model and its QuerySet a file."""

from minutes.models.action import OPEN, Action, ActionUpdate, Delivery
from minutes.models.agenda_item import AgendaItem
from minutes.models.api_token import ApiToken
from minutes.models.attendee import MEMBERS, Attendance, Attendee, AttendeeRole
from minutes.models.audit_entry import AuditEntry, Event
from minutes.models.check_step import CheckStep, Step
from minutes.models.committee import Committee
from minutes.models.correction import Act, Correction
from minutes.models.council import Council
from minutes.models.digest import Digest, DigestChoice, DigestState, Often
from minutes.models.document import Document, DocumentPage, Kind, Version
from minutes.models.extracted import Extracted
from minutes.models.feed_address import FeedAddress, FeedKind, FeedScope
from minutes.models.indicator import Indicator
from minutes.models.interest import Interest, InterestKind
from minutes.models.item_thread import Belonging, ItemThread, ThreadItem
from minutes.models.joining import Joining
from minutes.models.judgement import Judgement, Rating
from minutes.models.meeting import CheckState, Meeting, MinutesStatus, municipal_year, year_in_words
from minutes.models.person import NameForm, Person, Side, surname_key
from minutes.models.proposal import Decided, Proposal
from minutes.models.recommendation_number import RecommendationNumber
from minutes.models.resolution import Decision, Resolution
from minutes.models.response import ANSWERED, DueBy, Response, ResponseState
from minutes.models.response_rule import Regime, ResponseRule, Starts
from minutes.models.search_row import SearchKind, SearchRow
from minutes.models.user import Role, User

# The kinds of record that belong to a meeting, in the order in which papers have them.
WITHIN_MEETINGS = (AgendaItem, Attendee, Resolution, Action, Interest, Indicator)

__all__ = [
    "ANSWERED",
    "MEMBERS",
    "OPEN",
    "WITHIN_MEETINGS",
    "Act",
    "Action",
    "ActionUpdate",
    "AgendaItem",
    "ApiToken",
    "Attendance",
    "Attendee",
    "AttendeeRole",
    "AuditEntry",
    "Belonging",
    "CheckState",
    "CheckStep",
    "Committee",
    "Correction",
    "Council",
    "Decided",
    "Decision",
    "Delivery",
    "Digest",
    "DigestChoice",
    "DigestState",
    "Document",
    "DocumentPage",
    "DueBy",
    "Event",
    "Extracted",
    "FeedAddress",
    "FeedKind",
    "FeedScope",
    "Indicator",
    "Interest",
    "InterestKind",
    "ItemThread",
    "Joining",
    "Judgement",
    "Kind",
    "Meeting",
    "MinutesStatus",
    "NameForm",
    "Often",
    "Person",
    "Proposal",
    "Rating",
    "RecommendationNumber",
    "Regime",
    "Resolution",
    "Response",
    "ResponseRule",
    "ResponseState",
    "Role",
    "SearchKind",
    "SearchRow",
    "Side",
    "Starts",
    "Step",
    "ThreadItem",
    "User",
    "Version",
    "municipal_year",
    "surname_key",
    "year_in_words",
]
