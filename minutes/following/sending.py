"""Sends each person the one message of a period: the row is the truth of it, whatever becomes of a worker.

    claimed  somebody makes the message; taken over when that takes too long, as nothing was sent yet
    sending  written just before the mail server is spoken to: from here on nobody tries again
    sent     the server has it

What happens between the last two is decided in docs/decisions (each message at most once).
"""

from __future__ import annotations

import datetime as dt
import logging
import smtplib
from collections.abc import Iterator

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from minutes.following import digest
from minutes.models import Digest, DigestChoice, DigestState, Often, User

logger = logging.getLogger(__name__)

FROM_HOUR = 7  # in the morning: nobody is woken, and it is there when work begins
TOO_LONG = dt.timedelta(minutes=15)
ATTEMPTS = 5
FIRST = {Often.DAILY: dt.timedelta(days=1), Often.WEEKLY: dt.timedelta(days=7)}
SALT = "minutes.following.stop"
# The server has not taken the message: it may be tried again. After other errors nobody knows.
REFUSED = (
    ConnectionRefusedError,
    smtplib.SMTPConnectError,
    smtplib.SMTPHeloError,
    smtplib.SMTPAuthenticationError,
    smtplib.SMTPSenderRefused,
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPDataError,
)


def day_of(often: str, now: dt.datetime) -> dt.date | None:
    """The day that names the period in which a message is due now; None at night and, for daily ones, at weekends."""
    local = timezone.localtime(now)
    if often == Often.WEEKLY:
        monday = local.date() - dt.timedelta(days=local.weekday())
        return None if local.date() == monday and local.hour < FROM_HOUR else monday
    if often == Often.DAILY and local.weekday() < 5 and local.hour >= FROM_HOUR:
        return local.date()
    return None


def due(now: dt.datetime) -> Iterator[tuple[User, str, dt.date]]:
    """Who is to be told now and has not been: the person, how often, and the day."""
    choices = DigestChoice.objects.exclude(often=Often.NEVER).filter(user__is_active=True).exclude(user__email="")
    for choice in choices.select_related("user").order_by("pk"):
        day = day_of(choice.often, now)
        if day is not None and not _is_settled(choice.user, day, now):
            yield choice.user, choice.often, day


def send(user: User, often: str, day: dt.date, now: dt.datetime | None = None) -> bool:
    """Send a person the message of a day, if nobody else does or did; True where it went out."""
    moment = now or timezone.now()
    row = claim(user, often, day, moment)
    if row is None:
        return False
    told = digest.of(user, often, _since(user, often, day, moment), timezone.localdate(moment))
    if told.is_empty:
        _move(row, DigestState.CLAIMED, DigestState.NOTHING)
        return False
    message = _message(user, row, told)
    if not _move(row, DigestState.CLAIMED, DigestState.SENDING):
        return False
    try:
        message.send()
    except REFUSED:
        logger.exception("Digest %s was refused by the mail server", row.pk)
        _move(row, DigestState.SENDING, DigestState.CLAIMED)
        return False
    _move(row, DigestState.SENDING, DigestState.SENT, sent_at=timezone.now())
    return True


def claim(user: User, often: str, day: dt.date, now: dt.datetime) -> Digest | None:
    """The row of the message, if it is ours to make: new, or left by somebody who died before sending it."""
    row, new = Digest.objects.get_or_create(user=user, day=day, defaults={"often": often, "claimed_at": now})
    if new:
        return row
    if _is_somebodys(row, now):
        return None
    mine = Digest.objects.filter(pk=row.pk, state=DigestState.CLAIMED, claimed_at=row.claimed_at)
    if not mine.update(claimed_at=now, attempts=row.attempts + 1):
        return None
    row.refresh_from_db()
    return row


def _is_settled(user: User, day: dt.date, now: dt.datetime) -> bool:
    row = Digest.objects.filter(user=user, day=day).first()
    return row is not None and _is_somebodys(row, now)


def _is_somebodys(row: Digest, now: dt.datetime) -> bool:
    """Whether a message is settled, being made by somebody, or was tried often enough: nobody takes it up."""
    return row.state != DigestState.CLAIMED or row.attempts >= ATTEMPTS or row.claimed_at > now - TOO_LONG


def _move(row: Digest, was: str, now: str, sent_at: dt.datetime | None = None) -> bool:
    """Move a message on, if it is still where we left it and still ours."""
    ours = Digest.objects.filter(pk=row.pk, state=was, claimed_at=row.claimed_at)
    return bool(ours.update(state=now, sent_at=sent_at))


def _since(user: User, often: str, day: dt.date, now: dt.datetime) -> dt.datetime:
    """When the person was told last; a period ago where that is longer ago, or never was."""
    last = Digest.objects.filter(user=user, day__lt=day).exclude(state=DigestState.CLAIMED).order_by("-day").first()
    return last.claimed_at if last else now - FIRST[Often(often)]


def _message(user: User, row: Digest, told: digest.Digest) -> EmailMultiAlternatives:
    """Text and HTML, with the ways to stop it that mail programs offer as a button (RFC 8058)."""
    stop = absolute(reverse("stop_telling", args=[stop_token(user)]))
    context = {
        "user": user,
        "digest": told,
        "often": row.get_often_display().lower(),
        "site": absolute(""),
        "stop": stop,
    }
    message = EmailMultiAlternatives(
        told.subject,
        render_to_string("minutes/mail/digest.txt", context),
        to=[user.email],
        headers={
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
            # The same for each attempt: what a server has twice, many show once.
            "Message-ID": f"<digest-{row.pk}@{settings.SITE_ADDRESS.split('//')[-1].split(':')[0]}>",
        },
    )
    message.attach_alternative(render_to_string("minutes/mail/digest.html", context), "text/html")
    return message


def absolute(path: str) -> str:
    """A path as an address that works in a mail."""
    return settings.SITE_ADDRESS.rstrip("/") + path


def stop_token(user: User) -> str:
    """Names a person in the link that stops their messages; nobody else can make one."""
    return signing.dumps(user.pk, salt=SALT)


def whose(token: str) -> User | None:
    """The person of such a link; None for one that was made up. It holds as long as the installation's key."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return User.objects.filter(pk=pk).first()
