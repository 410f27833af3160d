from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0016_papers_and_meetings_in_search"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["committee", "kind", "removed_at", "date"], name="meeting_held"),
        ),
    ]
