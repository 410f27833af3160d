"""Figures for Prometheus: those of requests from its own library, those of readings from the database."""

from __future__ import annotations

import os
from collections.abc import Iterator

from django.db.models import Count, DurationField, ExpressionWrapper, F, Sum
from prometheus_client import REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric, SummaryMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from ingest.models import Reading, State
from ingest.sight.checks import oldest_waiting
from minutes.models import Document


class Readings(Collector):
    """What the rows say when they are asked; so it is the same whichever process is."""

    def collect(self) -> Iterator[Metric]:
        states = dict.fromkeys(State.values, 0)
        states |= dict(Reading.objects.order_by().values_list("state").annotate(Count("pk")))
        readings = GaugeMetricFamily("scrutiny_readings", "Readings by state.", labels=["state"])
        for state, number in states.items():
            readings.add_metric([state], number)
        yield readings
        waits = oldest_waiting()
        seconds = waits.total_seconds() if waits else 0.0
        yield GaugeMetricFamily("scrutiny_oldest_waiting_seconds", "How long the oldest waits.", value=seconds)
        yield GaugeMetricFamily("scrutiny_papers", "Papers that are kept.", value=Document.objects.count())
        yield from _work_done()


def _work_done() -> Iterator[Metric]:
    took = ExpressionWrapper(F("finished_at") - F("started_at"), output_field=DurationField())
    done = Reading.objects.filter(finished_at__isnull=False, started_at__isnull=False)
    sums = done.aggregate(pages=Sum("pages_done"), number=Count("pk"), took=Sum(took))
    yield CounterMetricFamily("scrutiny_pages_read", "Pages of papers that were read.", value=sums["pages"] or 0)
    seconds = sums["took"].total_seconds() if sums["took"] else 0.0
    told = "Readings that ended, and the seconds they took."
    yield SummaryMetricFamily("scrutiny_reading_seconds", told, count_value=sums["number"], sum_value=seconds)


def exposition() -> bytes:
    """All figures in Prometheus' text format; of all web processes where they share a folder for them."""
    registry = CollectorRegistry()
    registry.register(Readings())
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(registry)
        return generate_latest(registry)
    return generate_latest(REGISTRY) + generate_latest(registry)
