"""Runs one sweep: what is due goes into its chat's inbox."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from scheduler.sweeps import Sweep
from storage import inbox


def run_sweep(tx: Connection, sweep: Sweep, now: datetime) -> int:
    """Put what is due into inboxes; gives how many events that were."""
    arrivals = sweep.due(tx, now)
    inbox.keep(tx, arrivals, now)
    return len(arrivals)
