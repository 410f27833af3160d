"""The way in for a web server."""

import os

from django.core.wsgi import get_wsgi_application

from scrutiny.postgres import patience

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutiny.settings")

application = get_wsgi_application()
patience.be_impatient()
