"""Files that an upload left behind go after a day; those of documents stay."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from ingest import tasks, unclaimed

pytestmark = pytest.mark.django_db

LEFT = f"ab/{'ab' * 32}.pdf"


def keep(name: str, days: float) -> str:
    kept = default_storage.save(name, ContentFile(b"left behind"))
    then = time.time() - days * 24 * 3600
    os.utime(default_storage.path(kept), (then, then))
    return kept


@pytest.mark.parametrize("name", [LEFT, f"ab/{'ab' * 32}_x7Hq2Lp.pdf", "ab/making-k3j4"])
def test_what_no_document_has_goes_after_a_day(name: str) -> None:
    old = keep(name, days=1.1)
    tasks.tidy()
    assert not default_storage.exists(old)


def test_what_came_today_may_be_an_upload_under_way() -> None:
    new = keep(LEFT, days=0.5)
    assert unclaimed.remove() == 0
    assert default_storage.exists(new)


def test_papers_of_documents_and_pictures_of_their_pages_stay(upload: Callable[..., Any]) -> None:
    document = upload().document
    long_ago = time.time() - 1000 * 24 * 3600
    os.utime(document.file.path, (long_ago, long_ago))
    picture = keep(f"{document.sha256[:2]}/{document.sha256}-pages/1.webp", days=1000)
    foreign = keep("ab/notes.txt", days=1000)
    assert unclaimed.remove() == 0
    assert Path(document.file.path).exists()
    assert default_storage.exists(picture)
    assert default_storage.exists(foreign)


def test_an_installation_without_papers_is_tidy() -> None:
    assert unclaimed.remove() == 0
    default_storage.save("x", ContentFile(b""))
    assert unclaimed.remove() == 0


def test_rows_of_sessions_that_have_ended_are_removed() -> None:
    kept, ended = SessionStore(), SessionStore()
    for session, seconds in ((kept, 60), (ended, -60)):
        session.set_expiry(seconds)
        session.create()
    tasks.tidy()
    assert list(Session.objects.values_list("session_key", flat=True)) == [kept.session_key]
