"""The audit log: who was let in, who was refused, what was downloaded, whose role changed. Written once."""

from minutes.audit.noting import note

__all__ = ["note"]
