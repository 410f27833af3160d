"""The records: one model and its QuerySet a file."""

from minutes.models.council import Council
from minutes.models.person import NameForm, Person, Side
from minutes.models.user import Role, User

__all__ = ["Council", "NameForm", "Person", "Role", "Side", "User"]
