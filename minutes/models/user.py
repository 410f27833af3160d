from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models


class Role(models.TextChoices):
    OFFICER = "officer", "Officer"
    COUNCILLOR = "councillor", "Councillor"
    ADMINISTRATOR = "administrator", "Administrator"


class RoleUserManager(UserManager["User"]):
    """Makes users whose rights come from their role alone."""

    def create_user(self, username: str, email: str | None = None, password: str | None = None, **fields: Any) -> User:
        return self._create_user(username, email, password, **fields)

    def create_superuser(
        self, username: str, email: str | None = None, password: str | None = None, **fields: Any
    ) -> User:
        """An administrator: what `manage.py createsuperuser` makes."""
        return self._create_user(username, email, password, **(fields | {"role": Role.ADMINISTRATOR}))


class User(AbstractUser):
    """Somebody with an account. The role is the only source of rights; minutes.permissions says what it allows.

    ``is_staff`` and ``is_superuser`` are answers here and no columns, so that no account can have a role and
    contradict it.
    """

    role = models.CharField(max_length=20, choices=Role, default=Role.COUNCILLOR)
    person = models.OneToOneField(
        "minutes.Person",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="user",
        help_text="Whom the minutes know this account's holder as.",
    )

    objects = RoleUserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="user_role_known"),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @property
    def is_administrator(self) -> bool:
        return self.is_active and self.role == Role.ADMINISTRATOR

    @property
    def is_officer(self) -> bool:
        """True for administrators too, who may do all that officers do."""
        return self.is_active and self.role in (Role.OFFICER, Role.ADMINISTRATOR)

    @property
    def is_staff(self) -> bool:
        return self.is_administrator

    @property
    def is_superuser(self) -> bool:
        return self.is_administrator
