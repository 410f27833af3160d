from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0015_periods_that_end_with_a_month"),
    ]

    operations = [
        migrations.AlterField(
            model_name="searchrow",
            name="kind",
            field=models.PositiveSmallIntegerField(
                choices=[
                    (0, "Paper"),
                    (1, "Page of a paper"),
                    (2, "Meeting"),
                    (3, "Interest"),
                    (4, "Agenda item"),
                    (5, "Resolution"),
                    (6, "Action"),
                    (7, "Person"),
                ]
            ),
        ),
    ]
