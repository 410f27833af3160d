"""Addresses of the audit log."""

from django.urls import path

from minutes.urls.converters import FILE
from minutes.views import audit

urlpatterns = [
    path("audit/", audit.audit, name="audit"),
    path(f"audit/audit-log.{FILE}", audit.audit, name="audit_file"),
]
