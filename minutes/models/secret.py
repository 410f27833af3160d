"""What opens a door without a password: words that are shown once, of which only a sum is kept."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

USE_IS_NOTED_EVERY = dt.timedelta(minutes=1)  # a request that reads should seldom have to write


def sum_of(secret: str) -> str:
    """SHA-256 of a secret, 64 hexadecimal digits.

    A secret has 256 random bits, so nobody finds it from its sum by trying; slow hashing and salt, which passwords
    need, would only cost time at every request.
    """
    return hashlib.sha256(secret.encode()).hexdigest()


class SecretQuerySet(models.QuerySet[Any]):
    def live(self) -> Self:
        """Neither revoked nor past their last day, and of somebody who may still sign in."""
        lasting = Q(ends_on=None) | Q(ends_on__gte=timezone.localdate())
        return self.filter(lasting, revoked_at=None, user__is_active=True)

    def opened_by(self, secret: str) -> Any:
        """The live row that belongs to a secret, with its user; None where there is none."""
        return self.live().select_related("user").filter(sha256=sum_of(secret)).first()


class Secret(models.Model):
    """Something that lets a program read what one user may see.

    ``sha256`` is all that is kept of the secret itself: whoever reads the database, or a copy of it, opens nothing.
    ``ends_on`` is the last day on which it opens, empty for no end.
    """

    PREFIX = ""  # begins the secret, so that people and programs that look for lost secrets know it

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    name = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)
    ends_on = models.DateField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True, editable=False)
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = SecretQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="%(class)s_has_a_name")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def make(cls, user: Any, name: str, **values: Any) -> tuple[Self, str]:
        """A new row, and its secret: the only time that anybody sees it."""
        secret = cls.PREFIX + secrets.token_urlsafe(32)
        return cls._default_manager.create(user=user, name=name, sha256=sum_of(secret), **values), secret

    def revoke(self) -> None:
        """It opens nothing from now on; revoking twice keeps the first time."""
        type(self)._default_manager.filter(pk=self.pk, revoked_at=None).update(revoked_at=timezone.now())
        self.refresh_from_db()

    def note_use(self) -> None:
        """Write down that it was used, to the minute."""
        now = timezone.now()
        if self.used_at is None or self.used_at < now - USE_IS_NOTED_EVERY:
            type(self)._default_manager.filter(pk=self.pk).update(used_at=now)
            self.used_at = now

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed."""
        return self.ends_on is not None and self.ends_on < timezone.localdate()
