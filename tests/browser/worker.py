"""A worker at the tests' queue: python -m tests.browser.worker OPTIONS, the broker's transport options as JSON."""

import json
import sys

from scrutiny.celery import app

if __name__ == "__main__":
    app.conf.broker_transport_options = json.loads(sys.argv[1])
    app.worker_main(["worker", "--pool", "solo", "--loglevel", "INFO"])
