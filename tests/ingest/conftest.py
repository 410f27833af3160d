"""Uploads without a browser, and people to do them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from ingest import uploads
from minutes.models import User
from tests.builders import an_officer


@pytest.fixture
def officer(db: None) -> User:
    return an_officer(first_name="Ann", last_name="Officer")


@pytest.fixture
def upload(officer: User) -> Callable[..., uploads.Received]:
    """Takes bytes in as an officer's upload."""

    def take_in(
        content: str | bytes = "Minutes of the Scrutiny Committee", name: str = "minutes.txt"
    ) -> uploads.Received:
        content = content.encode() if isinstance(content, str) else content
        return uploads.receive(ContentFile(content), name, officer)

    return take_in


@pytest.fixture(scope="session")
def hostile() -> Path:
    """The folder of files that make readers run away; tests that need it are skipped where it is missing."""
    folder = Path(__file__).resolve().parents[3] / "shared" / "hostile"
    if not folder.is_dir():
        pytest.skip("no hostile files beside the repository (../shared/hostile)")
    return folder
