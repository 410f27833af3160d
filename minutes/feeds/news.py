"""New meetings and decisions as Atom 1.0 (RFC 4287)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from minutes.feeds import contents
from minutes.feeds.wording import plainly, title
from minutes.models import FeedAddress, Meeting, Resolution
from minutes.plain import begun, counted, words

TAG_YEAR = 2026  # in which these tags were first given (RFC 4151): it never changes


class News(Feed):
    """The newest rows of a private address. Entries link to pages, which ask whoever opens them to sign in."""

    feed_type = Atom1Feed
    author_name = "Scrutiny records"

    def get_object(self, request: HttpRequest, address: FeedAddress) -> FeedAddress:
        self.host = request.get_host()
        return address

    def feed_guid(self, address: FeedAddress) -> str:
        return self._tag(f"feed-{address.pk}")

    def _tag(self, name: str) -> str:
        return f"tag:{self.host.partition(':')[0]},{TAG_YEAR}:{name}"

    def item_guid(self, record: Any) -> str:
        return self._tag(f"{record._meta.model_name}-{record.pk}")

    def item_pubdate(self, record: Any) -> dt.datetime:
        """When its paper came in; a record that a person added has none, and is as old as its meeting."""
        if record.document_id:
            return record.document.uploaded_at
        day = getattr(record, "meeting", record).date
        return timezone.make_aware(dt.datetime.combine(day or dt.date(TAG_YEAR, 1, 1), dt.time()))

    def item_updateddate(self, record: Any) -> dt.datetime:
        return max(self.item_pubdate(record), record.confirmed_at or self.item_pubdate(record))


class MeetingNews(News):
    link = "/meetings/"

    def title(self, address: FeedAddress) -> str:
        return f"New meetings: {address.whose}"

    def items(self, address: FeedAddress) -> Any:
        return contents.newest_meetings(address)

    def item_title(self, meeting: Meeting) -> str:
        kind = meeting.get_kind_display()
        return " ".join(plainly(f"{kind}: {meeting}" if kind else str(meeting)).split())  # whole: its end is its day

    def item_description(self, meeting: Any) -> str:
        said = f"{counted(meeting.item_count, 'item')}, {counted(meeting.action_count, 'action')}"
        return plainly(f"{meeting.venue}: {said}." if meeting.venue else f"{said}.")

    def item_link(self, meeting: Meeting) -> str:
        return reverse("meeting", args=[meeting.pk])


class DecisionNews(News):
    link = "/resolutions/"

    def title(self, address: FeedAddress) -> str:
        return f"New decisions: {address.whose}"

    def items(self, address: FeedAddress) -> Any:
        return contents.newest_decisions(address)

    def item_title(self, decision: Resolution) -> str:
        return title(begun(decision.text))

    def item_description(self, decision: Resolution) -> str:
        meeting = decision.meeting
        where = [
            meeting.body,
            words(meeting.date) if meeting.date else "",
        ]
        if decision.item:
            where.append(f"item {decision.item}")
        return plainly(f"{begun(decision.text)}\n\n{', '.join(part for part in where if part)}")

    def item_categories(self, decision: Resolution) -> list[str]:
        return [decision.get_decision_display()] if decision.decision else []

    def item_link(self, decision: Resolution) -> str:
        return reverse("resolution", args=[decision.pk])
