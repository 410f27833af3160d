"""What a committee's file has in it, in an order in which rows can be made: what is pointed to stands before."""

from __future__ import annotations

from django.db import models

from minutes.models import (
    Action,
    ActionUpdate,
    AgendaItem,
    ApiToken,
    Attendee,
    AuditEntry,
    CheckStep,
    Committee,
    Correction,
    Council,
    Digest,
    DigestChoice,
    Document,
    DocumentPage,
    FeedAddress,
    Indicator,
    Interest,
    ItemThread,
    Joining,
    Judgement,
    Meeting,
    NameForm,
    Person,
    Proposal,
    RecommendationNumber,
    Resolution,
    Response,
    ResponseRule,
    SearchRow,
    ThreadItem,
    User,
)

KINDS: dict[str, type[models.Model]] = {
    model._meta.model_name: model
    for model in (
        Council, Committee, ResponseRule, Person, NameForm, Document, DocumentPage, Meeting, AgendaItem, Attendee,
        Resolution, Action, ActionUpdate, Response, Interest, Indicator, Judgement, Proposal, RecommendationNumber,
        ItemThread, ThreadItem, CheckStep, Joining, Correction,
    )
}  # fmt: skip

# What belongs to an installation and its people, or is made anew from the records.
NOT_IN_FILES = (User, ApiToken, FeedAddress, Digest, DigestChoice, AuditEntry, SearchRow)

# Fields that follow from others: the stored file's name is made of its content, the primary key is given anew.
MADE_ANEW = {"document": ("file",)}


def fields_of(model: type[models.Model]) -> list[models.Field]:
    """The fields that a file has of a model, but for many-to-many ones."""
    anew = MADE_ANEW.get(model._meta.model_name, ())
    return [field for field in model._meta.concrete_fields if not field.primary_key and field.name not in anew]


def name_of(model: type[models.Model]) -> str:
    return str(model._meta.model_name)
