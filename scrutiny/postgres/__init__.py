"""Django's PostgreSQL, without the way in which one that hangs holds everybody up; see base.py."""
