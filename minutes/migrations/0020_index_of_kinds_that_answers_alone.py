from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0019_indexes_of_answers_and_attendance"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="meeting",
            name="meeting_by_kind",
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["kind", "date", "id", "removed_at", "exempt"], name="meeting_by_kind"),
        ),
    ]
