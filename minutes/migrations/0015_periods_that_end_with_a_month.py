"""Last days to answer worked out anew: of periods that end with a month, and of recipients told apart better.

A period "beginning with" 31 December ended on 27 February before, a day early; a cabinet member for community safety
was taken for a police force, and a chief executive for the executive.
"""

from django.db import migrations, models
from django.db.models import F, Q

from minutes.following.clock import start_of
from minutes.following.regimes import regime_of
from minutes.models.response_rule import last_day


def work_out(apps, schema_editor):
    rules = apps.get_model("minutes", "ResponseRule").objects
    responses = apps.get_model("minutes", "Response").objects.filter(due_by__in=["", "rule"])
    for response in responses.select_related("resolution__meeting"):
        rule = _holding(rules, response)
        start = start_of(rule, response.resolution, response) if rule else None
        due = last_day(start, rule.months, rule.days, rule.first_day_counts) if start else None
        found = (due, "rule" if due else "", rule.pk if due else None)
        if found != (response.due, response.due_by, response.rule_id):
            response.due, response.due_by, response.rule_id = found
            response.save(update_fields=["due", "due_by", "rule"])


def _holding(rules, response):
    """As minutes.models.ResponseRule.objects.holding has it."""
    meeting, regime = response.resolution.meeting, response.regime or regime_of(response.resolution.recipient)
    if not regime or meeting.date is None:
        return None
    own = Q(committee=None) | Q(committee=meeting.committee_id, committee__isnull=False)
    found = rules.filter(own, regime=regime, holds_from__lte=meeting.date)
    return found.order_by(F("committee").asc(nulls_last=True), "-holds_from").first()


class Migration(migrations.Migration):
    dependencies = [("minutes", "0014_attendance_that_is_not_told")]

    operations = [
        migrations.AlterField(
            model_name="responserule",
            name="first_day_counts",
            field=models.BooleanField(
                default=False,
                help_text=(
                    "Tick it for “two months beginning with the date”. "
                    "Leave it for “within 28 days of the request”: counting begins on the day after."
                ),
            ),
        ),
        migrations.RunPython(work_out, migrations.RunPython.noop),
    ]
