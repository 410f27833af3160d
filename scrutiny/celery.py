"""The Celery application; its settings are Django's settings that begin with ``CELERY_``."""

import os

from celery import Celery
from celery.signals import worker_init
from django_structlog.celery.steps import DjangoStructLogInitStep

from scrutiny import folder_queue, redis_queue
from scrutiny.postgres import patience

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutiny.settings")

folder_queue.take_the_place_of_kombus()
redis_queue.take_the_place_of_kombus()
app = Celery("scrutiny")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.steps["worker"].add(DjangoStructLogInitStep)  # lines of the log say which task, and which request asked for it
app.autodiscover_tasks()
app.autodiscover_tasks(["minutes.papers", "minutes.following"])


@worker_init.connect
def be_impatient(**_: object) -> None:
    """A worker waits for a database that hangs no longer than people do."""
    patience.be_impatient()
