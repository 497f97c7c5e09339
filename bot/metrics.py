"""How we are, in Prometheus's words: sweeps, what waits, what is left of the month. No person, chat or text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import Connection

from bot.standing import Standing
from storage import inbox, outbox, quotas, setting_aside, sweep_runs
from storage.outbox import BULK, REMINDER, REPLY
from storage.sweep_runs import Run

RANKS: Final = {REPLY: "reply", REMINDER: "reminder", BULK: "bulk"}

Row = tuple[str, float]
"""What a number is about, and the number."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the database says of us at one moment."""

    now: datetime
    runs: tuple[Run, ...]
    inbox: tuple[int, datetime | None]
    """How many events wait, and since when."""
    outbox: tuple[tuple[int, int, datetime], ...]
    """Of each rank, how many letters wait, and since when."""
    left: Mapping[str, int]
    """What each channel has left of the month."""
    set_aside: int
    kept: Mapping[str, int]
    """How many letters were held, and refused."""


def read(tx: Connection, now: datetime) -> Figures:
    """Ask the database: few rows, and counts that read nothing but an index."""
    waiting = inbox.backlog(tx), tuple(outbox.backlog(tx))
    return Figures(now, tuple(sweep_runs.of_all(tx)), *waiting, quotas.left(tx), *setting_aside.counts(tx))


def written(
    figures: Figures,
    outcomes: Mapping[tuple[str, str], int],
    standing: Standing,
    away: Mapping[str, datetime | None] | None = None,
) -> bytes:
    """The figures, what came of sending and of webhooks since we began, and our process, in Prometheus's format.

    ``away`` says since when each channel's platform does not answer us.
    """
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    database = [*of_sweeps(figures), *of_waiting(figures), *of_what_needs_a_human(figures)]
    sending = [*of_sending(figures, outcomes), *of_standing(standing), of_away(figures, away or {})]
    registry.register(Told([*database, *sending]))
    return generate_latest(registry)


class Told(Collector):
    """Metrics that are known already."""

    def __init__(self, known: Iterable[Metric]) -> None:
        """Build it."""
        self.known = tuple(known)

    def collect(self) -> Iterator[Metric]:
        """Give them."""
        return iter(self.known)


def of_sweeps(figures: Figures) -> Iterator[Metric]:
    """How each sweep ran last."""
    runs, now = figures.runs, figures.now
    began = [(run.name, run.began_at.timestamp()) for run in runs]
    ahead = [(run.name, (run.next_at - now).total_seconds()) for run in runs]
    failures = [(run.name, float(run.failures)) for run in runs]
    yield gauge("handup_sweep_last_run_timestamp_seconds", "When a sweep ran last.", "sweep", began)
    yield gauge("handup_sweep_next_run_seconds", "Seconds until a sweep's next run.", "sweep", ahead)
    taken = [(run.name, run.milliseconds / 1000) for run in runs]
    yield gauge("handup_sweep_duration_seconds", "Database time of a sweep's last success.", "sweep", taken)
    due = [(run.name, float(run.count)) for run in runs]
    yield gauge("handup_sweep_due", "How many things were due at a sweep's last success.", "sweep", due)
    yield gauge("handup_sweep_failures_in_a_row", "How often a sweep has failed in a row.", "sweep", failures)
    yield counter("handup_sweep_runs", "How often a sweep succeeded, ever.", "sweep", [(r.name, r.runs) for r in runs])


def of_waiting(figures: Figures) -> Iterator[Metric]:
    """What waits for an answer, and to be sent."""
    count, oldest = figures.inbox
    age = (figures.now - oldest).total_seconds() if oldest else 0.0
    yield gauge("handup_inbox_waiting", "Events that wait for an answer.", "", [("", count)])
    yield gauge("handup_inbox_oldest_seconds", "Since when the oldest of them has waited.", "", [("", age)])
    waiting = {rank: (number, (figures.now - since).total_seconds()) for rank, number, since in figures.outbox}
    found = [(name, waiting.get(rank, (0, 0.0))) for rank, name in RANKS.items()]
    letters = [(name, number) for name, (number, _) in found]
    yield gauge("handup_outbox_waiting", "Letters that wait to be sent.", "rank", letters)
    ages = [(name, seconds) for name, (_, seconds) in found]
    yield gauge("handup_outbox_oldest_seconds", "Since when the oldest of them has waited.", "rank", ages)


def of_sending(figures: Figures, outcomes: Mapping[tuple[str, str], int]) -> Iterator[Metric]:
    """What is left of the month, and what came of sending."""
    yield gauge("handup_pushes_left", "Paid messages left this month.", "channel", sorted(figures.left.items()))
    sends = CounterMetricFamily("handup_sends", "What came of sending, since start.", labels=["channel", "outcome"])
    for (channel, outcome), number in sorted(outcomes.items()):
        sends.add_metric([channel, outcome], number)
    yield sends


def of_what_needs_a_human(figures: Figures) -> Iterator[Metric]:
    """What nothing more will happen to by itself."""
    yield gauge("handup_inbox_set_aside", "Events set aside after repeated failures.", "", [("", figures.set_aside)])
    kept = [(state, figures.kept.get(state, 0)) for state in ("held", "refused")]
    yield gauge("handup_outbox_kept", "Letters that were held or refused.", "state", kept)


def of_standing(standing: Standing) -> Iterator[Metric]:
    """Whether the platforms accept us, and we what comes from them."""
    tokens = [(name, float(refused)) for name, refused in sorted(standing.refused.items())]
    yield gauge("handup_token_refused", "1 where a platform refuses our token.", "channel", tokens)
    unproven = [(name, float(standing.is_unproven(name))) for name, _ in tokens]
    words = "1 where no webhook of late proved itself: is the secret right?"
    yield gauge("handup_webhooks_unproven", words, "channel", unproven)
    found = CounterMetricFamily(
        "handup_webhooks", "What became of webhooks, since start.", labels=["channel", "outcome"]
    )
    for (channel, outcome), number in sorted(standing.webhooks.items()):
        found.add_metric([channel, outcome], number)
    yield found


def of_away(figures: Figures, away: Mapping[str, datetime | None]) -> Metric:
    """For how long each platform has not answered."""
    rows = [(name, (figures.now - since).total_seconds() if since else 0.0) for name, since in sorted(away.items())]
    return gauge("handup_platform_away_seconds", "For how long a platform has not answered us.", "channel", rows)


def gauge(name: str, words: str, label: str, rows: Iterable[Row]) -> Metric:
    """A number that goes up and down, for each of what the label names (or for none)."""
    found = GaugeMetricFamily(name, words, labels=[label] if label else [])
    for value, number in rows:
        found.add_metric([value] if label else [], number)
    return found


def counter(name: str, words: str, label: str, rows: Iterable[Row]) -> Metric:
    """A number that only grows, for each of what the label names."""
    found = CounterMetricFamily(name, words, labels=[label])
    for value, number in rows:
        found.add_metric([value], number)
    return found


__all__ = ["CONTENT_TYPE_LATEST", "Figures", "read", "written"]
