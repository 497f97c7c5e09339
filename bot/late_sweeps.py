"""Whether what runs by itself does run: in time, and without failing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from storage.sweep_runs import Run

TIMES: Final = 3
"""A sweep may be as late as so many of its rhythms."""


def problems(runs: Sequence[Run], rhythms: Mapping[str, float], now: datetime) -> list[str]:
    """What is wrong with which sweep, and what to do; nothing where all is well (sweeps that are no more left out)."""
    known = [run for run in runs if run.name in rhythms]
    late = [run for run in known if is_late(run, rhythms[run.name], now)]
    if known and len(late) == len(known):
        last = max(run.began_at for run in known)
        return [f"none has run since {last:%Y-%m-%d %H:%M} UTC. Is handup serve running?"]
    return [failing(run) if run.failures else stuck(run) for run in known if run.failures or run in late]


def is_late(run: Run, seconds: float, now: datetime) -> bool:
    """Whether a sweep should have run again by now."""
    return now - run.began_at > timedelta(seconds=seconds * TIMES)


def failing(run: Run) -> str:
    """A sweep that fails."""
    times = "once" if run.failures == 1 else f"{run.failures} times in a row"
    return (
        f"{run.name} failed {times}, last at {run.began_at:%Y-%m-%d %H:%M} UTC ({run.error}). It is tried again by "
        "itself; if it goes on, look for sweep_failed in the log."
    )


def stuck(run: Run) -> str:
    """A sweep that does not run."""
    return (
        f"{run.name} has not run since {run.began_at:%Y-%m-%d %H:%M} UTC, though others have. Restart handup serve; if "
        "that does not help, look whether the database is busy."
    )


def in_words(runs: Sequence[Run], rhythms: Mapping[str, float]) -> str:
    """That all is well, and which sweeps have not run yet."""
    ran = {run.name for run in runs}
    waiting = [name for name in rhythms if name not in ran]
    if len(waiting) == len(rhythms):
        return "none has run yet; they begin with handup serve."
    yet = f"; not yet: {', '.join(waiting)}" if waiting else ""
    return f"all {len(rhythms) - len(waiting)} ran within their rhythm{yet}."
