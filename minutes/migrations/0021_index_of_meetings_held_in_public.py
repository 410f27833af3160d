from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0020_index_of_kinds_that_answers_alone"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="meeting",
            name="meeting_held",
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["committee", "kind", "removed_at", "date", "exempt"], name="meeting_held"),
        ),
    ]
