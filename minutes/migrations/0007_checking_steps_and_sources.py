import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KINDS = ("AgendaItem", "Attendee", "Resolution", "Action", "Interest", "Indicator")


def settle_what_was_removed(apps, schema_editor):
    """Until now, the doubts about a record stayed open when somebody removed it, where nobody could see them."""
    for kind in KINDS:
        for record in apps.get_model("minutes", kind).objects.exclude(removed_at=None).filter(doubt_count__gt=0):
            record.settled, record.doubts, record.doubt_count = [*record.settled, *record.doubts], [], 0
            record.save(update_fields=["settled", "doubts", "doubt_count"])


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0006_statutory_response_rules"),
    ]

    operations = [
        migrations.AddField(
            model_name="documentpage",
            name="numbers",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="person",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.CreateModel(
            name="CheckStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("taken_on", "Taken on"),
                            ("left", "Left"),
                            ("finished", "Finished"),
                            ("opened", "Opened again"),
                        ],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="check_steps", to="minutes.meeting"
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("act__in", ["taken_on", "left", "finished", "opened"])),
                        name="check_step_known",
                    )
                ],
            },
        ),
        migrations.RunPython(settle_what_was_removed, migrations.RunPython.noop, elidable=True),
    ]
