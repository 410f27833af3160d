"""The way in for a web server that can be made to die at a step of an upload; otherwise scrutiny.wsgi."""

from django.conf import settings

# Collecting and packing static files takes longer than a test; pages only need their names.
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

from scrutiny.wsgi import application  # noqa: E402
from tests.reliability import steps  # noqa: E402

__all__ = ["application"]

steps.mark_upload()
