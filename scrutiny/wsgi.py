"""The way in for a web server."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import reverse

from scrutiny.postgres import patience

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutiny.settings")

application = get_wsgi_application()
patience.be_impatient()
reverse("home")  # loads every page, which the first request of each process would wait for
# What is loaded stays: looked through again and again for what is no longer used, it holds a request up for 100 ms,
# and processes that were made from this one each take memory of their own for it.
gc.collect()
gc.freeze()
# A page makes some tens of thousands of objects and is done with them. By default they would be looked through forty
# times while it is made.
gc.set_threshold(10_000)
