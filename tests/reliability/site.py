"""The way in for a web server that can be made to die at a step of an upload; otherwise scrutiny.wsgi."""

from scrutiny.wsgi import application
from tests.reliability import steps

__all__ = ["application"]

steps.mark_upload()
