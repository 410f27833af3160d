"""The statutes' periods for an answer as rules, and numbers for the recommendations that are here already."""

import datetime as dt

from django.db import migrations

RULES = (
    {
        "regime": "executive",
        "months": 2,
        "starts": "received",
        "first_day_counts": True,  # "within two months beginning with the date on which"
        "holds_from": dt.date(2012, 5, 4),
        "source": "Local Government Act 2000, section 9FE",
    },
    {
        "regime": "health",
        "days": 28,
        "starts": "notice",
        "holds_from": dt.date(2013, 4, 1),
        "source": "Health scrutiny regulations, SI 2013/218, regulation 22",
    },
    {
        "regime": "crime",
        "days": 28,
        "starts": "made",
        "holds_from": dt.date(2009, 4, 30),
        "source": "Police and Justice Act 2006, section 19, and the 2009 regulations, SI 2009/942",
    },
)


def add_rules(apps, schema_editor):
    for rule in RULES:
        apps.get_model("minutes", "ResponseRule").objects.create(**rule)


def number(apps, schema_editor):
    """In the order of the meetings' days, as they would have been numbered when they were made."""
    from minutes.following.numbers import prefix_for

    resolutions = apps.get_model("minutes", "Resolution").objects
    numbers = apps.get_model("minutes", "RecommendationNumber").objects
    response = apps.get_model("minutes", "Response").objects
    running, committees = {}, {}
    made = resolutions.filter(decision="recommended", removed_at=None, meeting__date__isnull=False)
    made = made.exclude(meeting__committee=None).select_related("meeting__committee")
    for resolution in made.order_by("meeting__date", "meeting", "order", "pk"):
        own = resolution.meeting.committee
        committee, day = committees.setdefault(own.pk, own), resolution.meeting.date
        if not committee.prefix:
            committee.prefix = _free(prefix_for(committee.name), apps)
            committee.save(update_fields=["prefix"])
        year = day.year if day.month >= 5 else day.year - 1
        running[committee.pk, year] = running.get((committee.pk, year), 0) + 1
        response.get_or_create(resolution=resolution)
        numbers.create(
            resolution=resolution,
            committee=committee,
            prefix=committee.prefix,
            year=year,
            running=running[committee.pk, year],
        )


def _free(wanted, apps):
    taken = set(apps.get_model("minutes", "Committee").objects.values_list("prefix", flat=True))
    figure, prefix = 1, wanted
    while prefix in taken:
        figure += 1
        prefix = f"{wanted}{figure}"
    return prefix


class Migration(migrations.Migration):
    dependencies = [("minutes", "0005_following_up")]

    operations = [
        migrations.RunPython(add_rules, migrations.RunPython.noop),
        migrations.RunPython(number, migrations.RunPython.noop),
    ]
