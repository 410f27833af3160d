"""What tests of the search find, and the pages that they find it on."""

from minutes.models import DocumentPage, SearchKind, User
from minutes.search.finding import find
from tests.builders import an_officer

KINDS = {kind.value: kind.name.lower() for kind in SearchKind}
SEARCHER = "searcher"


def searcher():
    """An officer, who sees everything."""
    return User.objects.filter(username=SEARCHER).first() or an_officer(username=SEARCHER)


def found(text, user=None, **options):
    """What is found, in its order: ("action", primary key)."""
    hits = find(user or searcher(), text, **options).hits
    return [(KINDS[hit.kind], hit.record) for hit in hits]


def a_page(meeting, *paragraphs, number=1):
    return DocumentPage.objects.create(document=meeting.document, number=number, paragraphs=list(paragraphs))
