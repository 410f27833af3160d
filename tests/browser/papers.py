"""Papers of the demonstration year as an installation has them: uploaded, read and filed."""

from __future__ import annotations

from ingest import filing
from ingest.reading import read
from minutes.models import Meeting
from tests.browser.conftest import ROOT
from tests.builders import a_document
from tests.ingest.papers import a_reading

PAPERS = ROOT / "fixtures" / "demonstration"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def newly_read(name: str, media_type: str) -> Meeting:
    """A meeting of the year, read from its paper."""
    path = PAPERS / name
    document = a_document(path.read_bytes(), filename=name, media_type=media_type)
    return filing.file(a_reading(document), read(path))
