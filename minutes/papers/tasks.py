"""What a worker does for the pages of papers, in a queue of its own: no paper waits to be read behind pictures."""

from __future__ import annotations

from celery import shared_task

from minutes.models import Document
from minutes.papers.page_images import page_image, page_words


@shared_task
def draw(pk: int, number: int) -> None:
    """Draws one page and finds its words, where that was not done before."""
    document = Document.objects.filter(pk=pk).first()
    if document is None:
        return
    page_words(document, number)
    picture = page_image(document, number)
    if picture is not None:
        picture.close()
