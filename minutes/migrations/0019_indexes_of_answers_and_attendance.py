from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0018_indexes_of_what_is_exempt"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="attendee",
            name="attendee_by_person",
        ),
        migrations.RemoveIndex(
            model_name="resolution",
            name="resolution_by_decision",
        ),
        migrations.AddIndex(
            model_name="attendee",
            index=models.Index(fields=["person", "status", "removed_at", "meeting"], name="attendee_by_person"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(
                condition=models.Q(("reported_to__isnull", False)), fields=["id", "reported_to"], name="meeting_report"
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["committee", "removed_at", "exempt", "reported_to"], name="meeting_counted"),
        ),
        migrations.AddIndex(
            model_name="resolution",
            index=models.Index(
                fields=["decision", "removed_at", "id", "meeting", "item"], name="resolution_by_decision"
            ),
        ),
        migrations.AddIndex(
            model_name="response",
            index=models.Index(fields=["due", "resolution"], name="response_by_due"),
        ),
    ]
