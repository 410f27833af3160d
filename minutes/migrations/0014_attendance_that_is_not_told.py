from django.db import migrations, models


def read_as_present(apps, schema_editor):
    """Going back: what is not told was read as present before, with the same doubt."""
    apps.get_model("minutes", "Attendee").objects.using(schema_editor.connection.alias).filter(status="").update(
        status="present"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0013_indexes_of_counts_and_reports"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="attendee",
            name="attendee_status_known",
        ),
        migrations.AlterField(
            model_name="attendee",
            name="status",
            field=models.CharField(
                blank=True,
                choices=[("present", "Present"), ("apologies", "Apologies"), ("absent", "Absent")],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="attendee",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["", "present", "apologies", "absent"])),
                name="attendee_status_known",
            ),
        ),
        migrations.RunPython(migrations.RunPython.noop, read_as_present),
    ]
