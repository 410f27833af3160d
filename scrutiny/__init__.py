"""The project: settings, addresses, and the ways in for a web server and a worker."""

from scrutiny.celery import app as celery_app

__all__ = ["celery_app"]
