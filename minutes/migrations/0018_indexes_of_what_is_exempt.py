from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0017_index_of_meetings_held"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="agendaitem",
            index=models.Index(condition=models.Q(("exempt", True)), fields=["id"], name="item_exempt"),
        ),
        migrations.AddIndex(
            model_name="agendaitem",
            index=models.Index(condition=models.Q(("exempt", True)), fields=["meeting"], name="item_exempt_by_meeting"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(condition=models.Q(("exempt", True)), fields=["id"], name="meeting_exempt"),
        ),
    ]
