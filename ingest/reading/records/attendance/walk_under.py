"""Under which label the way down an attendance block is, and what the next label says there."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.reading.language import bodies
from ingest.reading.model import Block
from ingest.reading.records.attendance import labels, offices, sublabels, unknown
from ingest.reading.records.attendance.overhead import Overhead
from ingest.reading.records.attendance.sighting import SEATED, Group, Sighting

_SOME = 3  # members who are listed before a label of others
_HERE = re.compile(r"\bpresent\b|\battend", re.IGNORECASE)


class Under:
    """The label that the names read next stand under, with those over it; ``seen`` grows as people are read."""

    def __init__(self, group: Group | None, seen: list[Sighting], *, partners: bool) -> None:
        self.seen, self.partners = seen, partners  # partners: the body that met is one, and all of them sit on it
        self.group = self.base = group
        self.main = group  # the last group that was no mere "On Teams"
        self.over: Group | None = None  # of a label that others stand below: "Councillors:" below "Apologies"
        self.list = self.begun = 0  # the list's number, and how many were seen where its label was read
        self.elected = False  # councillors are printed as such in this list
        self.office = False  # the label read last names an office of one person
        self.overhead = Overhead()

    @property
    def listing(self) -> Group | None:
        """What the label says of people under it; None where there is no label, or one that lists no people."""
        return None if self.group is None or self.group.ignored else self.group

    def past_office(self, *, in_table: bool) -> None:
        """Behind the one who holds an office, the members begin: "Chairman:", its holder, and everybody else."""
        if self.office and not in_table and self.main is not None and len(self.seen) > self.begun:
            self.main = self.group = offices.others(self.main)
            self.office = False

    def enter(self, label: str, place: Block | None = None) -> bool:
        """Whether a label was read; ``place`` begins with it."""
        found = labels.group(label)
        if found is None and self.partners and sublabels.is_of_partners(label):
            found = Group(role="member", seats=True)
        if found is None:
            return False
        found = self._below(label, found)
        if found.ignored and self.main is not None and bodies.is_council(label):
            return True
        self.group = self._from_afar() if found.remote else self._begun(label, found)
        if place is not None:
            self.overhead.note(place, self.group)
        return True

    def _from_afar(self) -> Group:
        """Those who came "On Teams" are what the label before says."""
        if self.main is not None and self.main.status == "present":
            return replace(self.main, remote=True)
        return Group(role="member", remote=True)

    def _begun(self, label: str, found: Group) -> Group:
        """What a label says of the list that it begins, by what stands before it and over it."""
        if found.default == "officer" and not self.members_seen():
            found = replace(found, elected="member")  # no list of members stands before this one
        if found.status == "present" and found.role != "substitute" and not _HERE.search(label):
            found = replace(found, status=self.base.status if self.base else "present")  # "Officers" under apologies
        if self.partners and found.role == "co_opted" and sublabels.are_non_voting(label):
            found = replace(found, role="member")  # a chief officer, those of carers and of staff (SSI 2014/285)
        if self.partners and found.role is None and found.elected == "member" and found.status == "present":
            found = replace(found, role="member")  # "Employer representatives"
        if self.partners and found.role == "member" and found.status == "present":
            found = replace(found, seats=True)
        self.main, self.begun = found, len(self.seen)
        self.office = offices.is_of_one(label, found)
        self.list += 1
        self.elected = False
        return found

    def _below(self, label: str, found: Group) -> Group:
        """What a label says below another one that has nobody of its own, or behind the list of members."""
        if found.role in {"member", "guest"} and sublabels.come_too(label) and self.members_seen(_SOME):
            return Group(role="guest")
        if found.ignored or found.remote or found.status != "present" or _HERE.search(label):
            self.over = None
            return found
        if self.main and sublabels.is_of_councillors(label) and self.begun == len(self.seen):
            self.over = self.main if sublabels.holds_others(self.main) else None
        if self.main and sublabels.is_sector(label, self.main, partners=self.partners) and _is_open(found):
            return replace(self.main, seats=True)
        if self.over is None or found.role not in {"member", "co_opted", "officer"}:
            return found
        return sublabels.narrowed(self.over, found, officers_seen=any(one.role == "officer" for one in self.seen))

    def narrow(self, block: Block, low: int) -> None:
        """A label that tells nothing by itself: those behind it are of the list that it stands in."""
        if narrowed := unknown.in_front(block.text, low, self.main, elected=self.elected):
            self.group = narrowed[2]

    def narrow_alone(self, label: str) -> bool:
        """Whether a label that is known nowhere stands alone over others than those of the list before."""
        found = unknown.alone(label, self.main, elected=self.elected) if self.main else None
        self.group = found or self.group
        return found is not None

    def members_seen(self, least: int = 1) -> bool:
        """Whether at least so many who sit on the body and were present have been read."""
        return sum(one.status == "present" for one in self.seen if one.role in SEATED) >= least


def _is_open(found: Group) -> bool:
    """Whether a label of a sector by itself makes nobody an officer or an observer: a post, or whoever represents."""
    return bool(found.position) or found.role is None or (found.role == "guest" and not found.mixed)
