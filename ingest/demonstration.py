"""The demonstration: a municipal year of a fictional council, and three people to look at it with.

Its papers come in by the same door as an officer's upload, and the worker reads them. What the demonstration's
officer said to the proposals that reading makes of them is applied through the same functions as a click on the page;
some proposals are left to say yes or no to.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.db import transaction

from ingest.models import Reading
from ingest.uploads import receive
from minutes.following import proposals
from minutes.models import Decided, Person, Proposal, User
from minutes.models.user import Role

PAPERS = settings.BASE_DIR / "fixtures" / "demonstration"
DECISIONS = settings.BASE_DIR / "fixtures" / "demonstration_decisions.json"
PASSWORD = "wyreshire-2026"  # noqa: S105 (printed on purpose; these accounts exist in the demonstration alone)


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody to sign in as. ``person`` is the name that the papers know the holder by."""

    username: str
    first_name: str
    last_name: str
    role: Role
    may: str
    person: str = ""


ACCOUNTS = (
    Account("officer", "Ann", "Officer", Role.OFFICER, "uploads papers, checks and corrects records"),
    Account("councillor", "Tariq", "Mahmood", Role.COUNCILLOR, "reads, and sees what they are asked", "Tariq Mahmood"),
    Account("administrator", "Rhian", "Keeper", Role.ADMINISTRATOR, "looks after committees and users too"),
)


def is_loaded() -> bool:
    return User.objects.filter(email__in=[_email(account) for account in ACCOUNTS]).exists()


def may_be_loaded() -> bool:
    """True for an empty installation and for one that has the demonstration already: its passwords are known to all."""
    return is_loaded() or not User.objects.exists()


def load() -> int:
    """Makes the accounts and uploads the papers, oldest first, where they are missing. Returns how many were."""
    for account in ACCOUNTS:
        _open(account)
    officer = User.objects.get(email=_email(ACCOUNTS[0]))
    received = [_upload(path, officer) for path in papers()]
    introduce()
    if not any(received) and not Reading.objects.open().exists():
        decide()  # the papers were read after the start that uploaded them had stopped waiting
    return sum(received)


def papers() -> list[Path]:
    """The year's papers in the order of their dates, which their names begin with."""
    return sorted(path for path in PAPERS.iterdir() if path.suffix in {".pdf", ".docx", ".txt"})


def wait_until_read(seconds: float) -> int:
    """Waits for the worker for so long at most, and returns how many papers are not read yet."""
    until = time.monotonic() + seconds
    while (unread := Reading.objects.open().count()) and time.monotonic() < until:
        time.sleep(0.5)
    introduce()
    if not unread:
        decide()
    return unread


@transaction.atomic
def decide() -> int:
    """Confirms, once, what the demonstration's officer confirmed of the proposals. Returns how many that were.

    A decision is known by its paper, the paper and the words of the action, and what becomes of it: one whose
    proposal is not there is left out.
    """
    if Proposal.objects.exclude(decided=Decided.WAITING).exists():
        return 0
    officer = User.objects.get(email=_email(ACCOUNTS[0]))
    wanted = {_decision(one) for one in json.loads(DECISIONS.read_text(encoding="utf-8"))}
    waiting = Proposal.objects.waiting().exclude(action=None)
    related = waiting.select_related("meeting__document", "action__meeting__document")
    found = [row for row in related.order_by("meeting__date", "pk") if _told(row) in wanted]
    for row in found:
        proposals.confirm(row, officer)
    return len(found)


def _decision(one: dict[str, str]) -> tuple[str, ...]:
    return one["paper"], one["of"], one["action"], one.get("becomes", ""), one.get("answer", "")


def _told(row: Proposal) -> tuple[str, ...]:
    papers_ = (str(row.meeting.document), str(row.action and row.action.meeting.document))
    return *papers_, row.action.text.strip() if row.action else "", row.status, row.response


def introduce() -> None:
    """Ties an account to the person whom the papers, once read, know its holder as."""
    for account in ACCOUNTS:
        if not account.person:
            continue
        person = Person.objects.current().filter(name=account.person, user=None).first()
        if person:
            User.objects.filter(email=_email(account), person=None).update(person=person)


def _open(account: Account) -> None:
    if User.objects.filter(email=_email(account)).exists():
        return
    User.objects.create_user(
        account.username,
        _email(account),
        PASSWORD,
        first_name=account.first_name,
        last_name=account.last_name,
        role=account.role,
    )


def _email(account: Account) -> str:
    return f"{account.username}@demonstration.example"


def _upload(path: Path, officer: User) -> bool:
    """Uploads one paper; True where it was not there before."""
    with path.open("rb") as file:
        return not receive(File(file, name=path.name), path.name, officer).duplicate
