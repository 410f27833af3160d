"""Signing in and looking at pages, in tests without a browser."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import time
from html import unescape
from typing import Any

from django.test import Client
from django.utils import timezone

from minutes.models import User
from scrutiny import sessions


def as_(user: User, client: Client | None = None) -> Client:
    """A browser in which the user signed in a moment ago, with what the first page leaves in the session."""
    client = client or Client()
    client.force_login(user)
    session = client.session
    session[sessions.BEGUN] = session[sessions.SEEN] = time.time()
    session.save()
    return client


def words_of(response: Any) -> str:
    """What a person reads: tags taken out, white space run together."""
    text = " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())
    return re.sub(r" ([,:;.])", r"\1", text)


def csv_of(response: Any) -> list[dict[str, str]]:
    """The rows of a file for spreadsheets, by the names of their columns."""
    return list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))


def in_days(days: int) -> dt.date:
    return timezone.localdate() + dt.timedelta(days=days)
