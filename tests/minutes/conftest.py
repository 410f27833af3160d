"""Who signs in, and a meeting to do things to."""

from __future__ import annotations

import pytest
from django.test import Client

from minutes.models import Meeting, User
from tests.builders import a_meeting, an_officer
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
