"""Runs one sweep: what is due goes into its chat's inbox, or was settled in the record."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from scheduler.sweeps import Sweep
from storage import inbox


def run_sweep(tx: Connection, sweep: Sweep, now: datetime) -> int:
    """Put what is due into inboxes; gives how many things were due."""
    due = sweep.due(tx, now)
    if isinstance(due, int):
        return due
    inbox.keep(tx, due, now)
    return len(due)
