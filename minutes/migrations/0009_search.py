from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("minutes", "0008_items_followed_over_meetings"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchRow",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Page of a paper"),
                            (3, "Interest"),
                            (4, "Agenda item"),
                            (5, "Resolution"),
                            (6, "Action"),
                            (7, "Person"),
                        ]
                    ),
                ),
                ("record", models.BigIntegerField()),
                ("meeting", models.BigIntegerField(null=True)),
                ("committee", models.BigIntegerField(null=True)),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("person", models.BigIntegerField(null=True)),
                ("exempt", models.BooleanField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "record"), name="search_row_once")],
            },
        ),
    ]
