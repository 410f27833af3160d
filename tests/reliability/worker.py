"""A worker that can be made to die at a step of a reading, and that is quick to notice what was left undone.

python -m tests.reliability.worker [--beat]
"""

import datetime as dt
import sys

import django

django.setup()

from celery.signals import worker_ready  # noqa: E402
from django.conf import settings  # noqa: E402

from ingest import models, tasks  # noqa: E402
from scrutiny.celery import app  # noqa: E402
from tests.reliability import steps  # noqa: E402

# What takes minutes in a council takes seconds here.
models.CLAIM = dt.timedelta(seconds=3)
models.WAKE_AGAIN = dt.timedelta(seconds=2)
app.conf.beat_schedule = {"sweep": {"task": "ingest.tasks.sweep", "schedule": 1.0, "options": {"expires": 5}}}


def tell_what_is_done() -> None:
    """Leaves word in the machine's own folder: that it is ready, and a line for each paper it has read."""

    @worker_ready.connect(weak=False)
    def ready(**_: object) -> None:
        (settings.VAR_DIR / "ready").touch()

    carry_out = tasks._carry_out

    def worked(reading: models.Reading) -> None:
        carry_out(reading)
        with (settings.VAR_DIR / "worked").open("a") as told:
            told.write(f"{reading.pk}\n")

    tasks._carry_out = worked


if __name__ == "__main__":
    steps.mark_reading()
    tell_what_is_done()
    options = ["--beat", f"--schedule={settings.VAR_DIR / 'beat-schedule'}"] if "--beat" in sys.argv else []
    alone = ["--without-mingle", "--without-gossip", "--without-heartbeat"]
    app.worker_main(["worker", "--concurrency=2", "--loglevel=INFO", *alone, *options])
