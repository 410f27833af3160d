"""Who signs in, and a meeting to do things to."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from minutes.models import Action, Meeting, User
from tests.builders import a_meeting, an_action, an_officer
from tests.looking import as_


@pytest.fixture
def officer(db: None) -> User:
    return an_officer(first_name="Ann", last_name="Officer")


@pytest.fixture
def signed_in(client: Client, officer: User) -> Client:
    return as_(officer, client)


@pytest.fixture
def meeting(db: None) -> Meeting:
    return a_meeting()


@pytest.fixture
def action(meeting: Meeting) -> Action:
    return an_action(meeting, owner="D Okoro", due=dt.date(2025, 12, 19))
