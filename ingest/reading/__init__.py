"""Reading: a file in, dataclasses out. Pure Python; no Django, no Celery, nothing of ours but this package."""
