from __future__ import annotations

from django.db.models import CheckConstraint, Q

from minutes.models.secret import Secret


class ApiToken(Secret):
    """Lets another program read the records as its user may see them; it always has a last day."""

    PREFIX = "scrutiny_"

    class Meta(Secret.Meta):
        verbose_name = "token"
        constraints = [*Secret.Meta.constraints, CheckConstraint(condition=~Q(ends_on=None), name="apitoken_ends")]
