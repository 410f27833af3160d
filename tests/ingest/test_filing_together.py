"""Papers that workers file at the same moment: one council, one committee, one person."""

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from ingest import filing
from minutes.models import Attendee, Committee, Council, Meeting, Person
from tests.builders import a_document
from tests.ingest.papers import a_reading, attends, item, meets, paper

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts):
    """Run each in a thread with a connection of its own; what one raises is raised here."""
    start = threading.Barrier(len(acts))

    def run(act):
        start.wait()
        try:
            act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        for done in [threads.submit(run, act) for act in acts]:
            done.result()


def test_papers_of_one_committee_share_it_and_its_people():
    days = [dt.date(2025, month, 9) for month in (7, 9, 11)]
    readings = [
        (a_document(), paper(meets(day), attendees=[attends(name)], items=[item("1", "Apologies")]))
        for day, name in zip(days, ("A Cheetham", "Anne Cheetham", "Mrs Anne Cheetham"), strict=True)
    ]
    together(*[lambda d=document, r=read: filing.file(a_reading(d), r) for document, read in readings])
    assert (Council.objects.count(), Committee.objects.count(), Meeting.objects.count()) == (1, 1, 3)
    assert Person.objects.get().attendances.count() == 3


def test_one_paper_filed_by_two_workers_is_filed_once():
    document, read = a_document(), paper(attendees=[attends("Anne Cheetham")])
    together(*[lambda: filing.file(a_reading(document), read)] * 2)
    assert (Meeting.objects.count(), Attendee.objects.count(), Person.objects.count()) == (1, 1, 1)
