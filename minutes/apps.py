from django.apps import AppConfig


class MinutesConfig(AppConfig):
    """The records, and what people do with them."""

    name = "minutes"
    verbose_name = "Records"
    default_auto_field = "django.db.models.BigAutoField"
